"""The control of "as known on": a day, steps to the next and the one before, and how the record grew."""

from datetime import date
from typing import Any

from markupsafe import Markup

from components.address import address, carried, template
from components.drawing.picture_forms import picture_links
from components.frame.contents import PAGES
from components.language import Language
from components.markup import render
from components.timeline.growth import growth_bars, stops_until
from data.loading.record import Record
from data.period import JANUARY
from data.queries.as_known import without_a_date
from data.queries.view import View

BEGINNING = date(2022, 1, 2)
"""The day from which the growth of the record is played: that of the first protest."""


def known_bar(record: Record, view: View, language: Language, page: str, kept: int = 0) -> Markup:
    """The control for the record that a view shows, and where each step leads on a page.

    Beside it stands the button that keeps the view for a talk, of which `kept` are there so far.
    """
    whole, day = record.whole, view.as_known_on
    last = whole.as_of or JANUARY[1]
    stops = stops_until(last)
    earlier = max((stop for stop in stops if day and stop < day), default=None)
    later = min((stop for stop in stops if day and stop > day), default=None)

    def link(stop: date | None, **changes: Any) -> str:
        return address(view.but(as_known_on=stop, undated=view.undated and stop is not None, **changes), page)

    left_out = without_a_date(whole, day) if day else 0
    return render(
        "frame/known_bar",
        language,
        day=day,
        first=whole.first_day or JANUARY[0],
        last=last,
        keep=address(view, page) if PAGES[page].kept_as else "",
        kept=language.number(kept) if kept else "",
        go=template(view, page, "as_known_on"),
        begin=link(BEGINNING),
        today=link(None),
        earlier=(_short(earlier, language), link(earlier)) if earlier else None,
        later=(_short(later, language), link(later)) if later else None,
        written=language.day(day) if day else "",
        said=_said(record, language) if day else "",
        left_out=left_out,
        undated=view.undated,
        toggle=address(view.but(undated=not view.undated), page),
        pictures=picture_links("growth", carried(view)),
        bars=growth_bars(whole, day, language, link) if day else [],
    )


def _short(stop: date, language: Language) -> str:
    return language.day(stop, "d MMM" if stop.year == JANUARY[1].year else "d MMM y")


def _said(record: Record, language: Language) -> str:
    return language.text(
        "{events} of {all_events} events had been reported, {claims} of {all_claims} claims made"
    ).format(
        events=language.number(len(record.event_rows)),
        all_events=language.number(len(record.whole.event_rows)),
        claims=language.number(len(record.claim_rows)),
        all_claims=language.number(len(record.whole.claim_rows)),
    )
