"""What stands round every page: navigation, notices about the record and the address, and the page for a fault."""

import logging
from collections.abc import Iterable

import streamlit as st

from components import draft
from components.address import PAGES, address, split
from components.knownbar import known_bar
from components.language import Language, written_date
from components.linked import linked
from components.markup import render
from components.state import record, record_of
from data.query import changes_since
from data.view import Rejected, View

_OF_ONE_PAGE = {
    field: getattr(View(), field)
    for field in (
        "hours", "event", "case", "claim", "against", "topic", "role", "claimant", "stands", "measure", "camera",
        "shown",
    )
}  # fmt: skip
"""What belongs to a single page and is left behind with it; the other choices go along."""

log = logging.getLogger("qantar")


def page_titles(language: Language) -> dict[str, str]:
    """The pages and what they are called."""
    _ = language.text
    titles = (
        _("Explore"),
        _("Day by day"),
        _("Cases"),
        _("Claims"),
        _("Talks"),
        _("Sources and data"),
        _("Corrections"),
    )
    return dict(zip(PAGES, titles, strict=True))


def show_navigation(page: str, view: View, language: Language) -> None:
    """The name of the whole and the links to the pages, which take the filters along."""
    kept = view.but(**_OF_ONE_PAGE)
    items = [(title, address(kept, name), name == page) for name, title in page_titles(language).items()]
    home = address(View(language=view.language))
    markup = render("navigation", language, items=items, home=home, back=_back(view))
    linked(markup, key="navigation", page=page, language=language.code)


def _back(view: View) -> tuple[str, str] | None:
    """The way back to the talk that a view was opened from, and the number of its slide."""
    name, _, number = view.talk.rpartition(".")
    return (f"/talk/{name}#{number}", number) if name else None


def show_known_bar(page: str, view: View, language: Language) -> None:
    """The control of "as known on", the same on every page."""
    markup = known_bar(record_of(view), view, language, page, len(draft.slides()))
    linked(markup, key="known", page=page, on_keep=lambda link: draft.add(*split(link), language))


def show_notices(rejected: tuple[Rejected, ...], view: View, language: Language) -> None:
    """What was left out: rows of the record with faults, and parts of the address that make no sense."""
    left_out = [fault for fault in record().faults if fault.drops_row]
    if left_out:
        rows = {(fault.file, fault.line) for fault in left_out}
        with st.expander(
            language.plural(
                "{n} row of the record has a fault and is left out",
                "{n} rows of the record have faults and are left out",
                len(rows),
            ),
            icon=":material/report:",
        ):  # fmt: skip
            _lines(map(str, left_out))
    if rejected:
        st.info(
            language.text("Parts of this address were not understood and left out; the rest holds."),
            icon=":material/link_off:",
        )
        _lines(_rejected_words(part, language) for part in rejected)
    changed = [
        change
        for key, table in (("event", "events"), ("case", "cases"), ("claim", "claims"))
        for change in changes_since(record(), table, getattr(view, key), view.seen)
    ]
    if view.seen and changed:
        st.info(
            language.text("Changed since the link you opened was made on {day}:").format(day=language.day(view.seen)),
            icon=":material/history:",
        )
        _lines(f"{written_date(language, row['date'])}: {row['change']} ({row['reason']})" for row in changed)


def require_readable_record(language: Language) -> None:
    """Stop with a page that says which file can't be read and what to do, if there is one."""
    broken = record().unreadable
    if not broken:
        return
    _ = language.text
    st.title(_("The record can't be read"))
    st.write(_("Qantar needs every table in data/record. These are missing or damaged:"))
    _lines(str(fault) for fault in record().faults if fault.file in broken)
    st.write(_("Put the files back as they were published, or run make check to see all faults, then start again."))
    st.stop()


def report_failure(error: Exception) -> bool:
    """Tell the reader that a page failed, without a trace; the trace goes to the server's own log."""
    log.error("A page failed", exc_info=error)
    _ = Language().text
    st.error(
        _(
            "This page failed. Nothing you chose is lost: it is all in the address. "
            "Load the page again, or start from the first page."
        ),
        icon=":material/error:",
    )
    return True


def theme() -> str:
    """The theme the reader sees, "light" or "dark"."""
    return "dark" if st.context.theme.type == "dark" else "light"


def _lines(lines: Iterable[str]) -> None:
    """Lines shown as plain text, whatever they hold."""
    together = "\n".join(lines)
    st.text(together)


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
        "claim": _("{key}={value}: the record has no such claim; all claims are in the ledger"),
        "with": _("{key}={value}: no other claim to put beside the open one"),
        "measure": _("{key}={value}: the record has no numbers of this kind; choose one from the list"),
        "claimant": _("{key}={value}: nobody of this name made a claim in the record"),
    }
    if part.key in missing:
        return missing[part.key].format(key=part.key, value=value)
    return _("{key}={value}: not a value it can have").format(key=part.key, value=value)
