"""What a page has to say before all else: rows of the record with faults, wrong parts of an address, what changed."""

from dataclasses import dataclass

from components.language import Language, written_date
from data.loading.record import Record
from data.queries.query import changes_since
from data.queries.view import Rejected, View
from data.vocabulary import OFFICIAL_APART

_CHANGED = (("event", "events"), ("case", "cases"), ("claim", "claims"), ("person", "people"), ("source", "sources"))
"""What may be open, and its table."""
SAID = 8
"""So many wrong parts of an address are named."""
FAULTS = 50
"""So many faults of the record are named; its check prints all."""


@dataclass(frozen=True)
class Notice:
    """A notice with its lines, which are plain text whatever they hold; `folded` if its lines are for the curator."""

    icon: str
    words: str
    lines: tuple[str, ...]
    folded: bool = False


def notices(record: Record, rejected: tuple[Rejected, ...], view: View, language: Language) -> list[Notice]:
    """The notices of a view, of which some parts of the address were left out."""
    found = []
    left_out = [fault for fault in record.faults if fault.drops_row]
    if left_out:
        words = language.plural(
            "{n} row of the record has a fault and is left out",
            "{n} rows of the record have faults and are left out",
            len({(fault.file, fault.line) for fault in left_out}),
        )
        lines = _told([str(fault) for fault in left_out[:FAULTS]], len(left_out), language)
        found.append(Notice(":material/report:", words, lines, folded=True))
    if rejected:
        words = language.text("Parts of this address were not understood and left out; the rest holds.")
        lines = _told([_rejected_words(part, language) for part in rejected[:SAID]], len(rejected), language)
        found.append(Notice(":material/link_off:", words, lines))
    changed = [
        change for key, table in _CHANGED for change in changes_since(record, table, getattr(view, key), view.seen)
    ]
    log = [f"{written_date(language, row['date'])}: {row['change']} ({row['reason']})" for row in changed]
    event = record.event_rows.get(view.event)
    if view.seen and view.seen < OFFICIAL_APART and event and event["status"] == "authorities_only":
        rule = language.text(
            "{day}: The rule changed. What authorities alone tell is counted apart now, however many of them; until "
            "then it was corroborated or a single source."
        )
        log.append(rule.format(day=language.day(OFFICIAL_APART)))
    if view.seen and log:
        words = language.text("Changed since the link you opened was made on {day}:").format(
            day=language.day(view.seen)
        )
        found.append(Notice(":material/history:", words, tuple(log)))
    return found


def _told(lines: list[str], total: int, language: Language) -> tuple[str, ...]:
    """Lines, with how many more there are."""
    more = total - len(lines)
    return (*lines, language.plural("and {n} more", "and {n} more", more)) if more else tuple(lines)


def _rejected_words(part: Rejected, language: Language) -> str:
    _ = language.text
    value = part.value[:60]
    if part.unknown_key:
        return _("{key}: there is no such choice").format(key=part.key[:40])
    if part.record_days:
        first, last = map(language.day, part.record_days)
        return _("{key}={value}: the record knows of nothing before {first} and nothing after {last}").format(
            key=part.key, value=value, first=first, last=last
        )
    if part.not_before:
        return _("{key}={value}: not known yet on {day}, by the sources cited here").format(
            key=part.key, value=value, day=language.day(part.not_before)
        )
    missing = {
        "event": _("{key}={value}: the record has no such event; search its words in the list"),
        "case": _("{key}={value}: the record has no such case; all cases are on their page"),
        "claim": _("{key}={value}: the record has no such claim; all claims are in the list on the page Claims"),
        "beside": _("{key}={value}: another day stands beside chosen days, and another place beside a chosen one"),
        "with": _("{key}={value}: no other claim to put beside the open one"),
        "person": _("{key}={value}: the record has no such person; all people are on their page"),
        "source": _("{key}={value}: the record has no such source; all sources are in the list on their page"),
        "q": _("{key}={value}: too long to be searched"),
        "measure": _("{key}={value}: the record has no numbers of this kind; choose one from the list"),
        "talk": _("{key}={value}: there is no such slide to go back to"),
        "claimant": _("{key}={value}: nobody of this name made a claim in the record"),
    }
    if part.key in missing:
        return missing[part.key].format(key=part.key, value=value)
    return _("{key}={value}: not a value it can have").format(key=part.key, value=value)
