"""The event card: everything the record knows of one event, in words a reader understands."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from components import labels
from components.address import address, case_address, claim_address, event_address
from components.citation import cite_event
from components.glyphs import glyph
from components.language import Language, written_date
from components.markup import render
from components.when import event_time
from data.query import claims_of
from data.record import Record
from data.view import View

SHORT_LIST = 6
"""So many sources or claims are shown at once; the rest unfolds."""


def event_card(
    record: Record, event: Mapping[str, Any], view: View, language: Language, page: str = "explore"
) -> Markup:
    """The card of an event of `record.events`; `view` is where its links lead back to."""
    place = record.place_rows[event["place_id"]]
    claims = [claim_row(record, claim, language) for claim in claims_of(record, event_id=event["event_id"])]
    return render(
        "card",
        language,
        glyph=glyph(event["category"], event["status"]),
        title=language.of(event, "title"),
        when=event_time(record, event, language),
        where=place_chain(record, event["place_id"], language),
        where_known=_where_known(event, place, language),
        category=labels.category(language, event["category"]),
        status=labels.status(language, event["status"]),
        status_class=event["status"],
        rule=labels.status_rule(language, event["status"]),
        voices=voices_words(record, event, language),
        summary=language.of(event, "summary"),
        disputed=event["disputed_points"],
        actors=event["actors"],
        significance=labels.significance(language, event["significance"]),
        claims=claims,
        cases=[(record.case_rows[case]["title"], case_address(case, language.code)) for case in event["case_ids"]],
        sources=source_rows(record, event["sources"], language),
        short=SHORT_LIST,
        link=address(view.but(event=event["event_id"]), page),
        lasting=event_address(event["event_id"], language.code),
        citation=cite_event(record, event, language),
        close=address(view.but(event=""), page),
    )


def voices_words(record: Record, event: Mapping[str, Any], language: Language) -> str:
    """Who the account goes back to: "two independent sources: A and B", or "one source: A"."""
    names = [record.voices.name(voice) for voice in event["voices"]]
    if len(names) == 1:
        return language.text("one source: {name}").format(name=names[0])
    spelled = {2: language.text("two"), 3: language.text("three"), 4: language.text("four")}
    number = spelled.get(len(names), language.number(len(names)))
    listed = names if len(names) <= 4 else [*names[:3], language.text("{n} more").format(n=len(names) - 3)]
    return language.text("{number} independent sources: {names}").format(number=number, names=language.listing(listed))


def claim_row(record: Record, claim: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """What a claim says, who said it and when, and what became of it."""
    return {
        "said_on": written_date(language, claim["said_on"]),
        "claimant": claim["claimant"],
        "role": labels.claimant_role(language, claim["claimant_role"]),
        "statement": language.of(claim, "statement"),
        "state": labels.claim_state(language, claim["stands"]),
        "fell": claim["stands"] in ("withdrawn", "revised"),
        "contradicted": len(claim["contradicted_by"]),
        "href": claim_address(claim["claim_id"], language.code),
    }


def source_rows(record: Record, sources: tuple[str, ...], language: Language) -> list[dict[str, str]]:
    """Sources with publisher, title, date, language, and whom they relay."""
    rows = [record.source_rows[source] for source in sources]
    return [
        {
            "publisher": row["publisher"],
            "title": row["title"],
            "url": row["url"],
            "date": written_date(language, row["published"]) if row["published"] else language.text("no date given"),
            "language": row["language"],
            "relays": language.text("relays {name}").format(name=record.voices.name(row["origin"]))
            if row["origin"]
            else "",
        }
        for row in rows
    ]


def place_chain(record: Record, place_id: str, language: Language) -> str:
    """A place with what it lies in, without the country: "Republic Square, Almaty"."""
    chain = [place for place in record.within[place_id] if place not in ("kazakhstan", "abroad")]
    names = [language.of(record.place_rows[place], "name") for place in chain or [place_id]]
    return ", ".join(names)


def _where_known(event: Mapping[str, Any], place: Mapping[str, Any], language: Language) -> str:
    if place["kind"] == "site" and place["lat"] != place["lat"]:
        return language.text("no source gives the exact position; shown at the city")
    return labels.place_precision(language, event["place_precision"])
