"""The control of "as known on": the menu of days, steps to the next and the one before, and how the record grew."""

from datetime import date

from markupsafe import Markup

from components.address import address, carried, template
from components.drawing.picture_forms import picture_links
from components.language import Language
from components.markup import render
from components.timeline.growth import growth_bars, stops_until
from components.words.day_menu import day_menu
from data.loading.record import Record
from data.period import JANUARY
from data.queries.as_known import without_a_date
from data.queries.view import View

BEGINNING = date(2022, 1, 2)
"""The day from which the growth of the record is played: that of the first protest."""


def known_menu(record: Record, view: View, language: Language, page: str) -> Markup:
    """The menu of the days to read the record by, for the head of every page."""
    day = view.as_known_on
    return render(
        "frame/known_menu",
        language,
        day=language.day(day) if day else "",
        brief=language.day(day, "d MMM y") if day else "",
        months=day_menu(stops_until(record.whole.as_of or JANUARY[1]), day, language),
        go=template(view, page, "as_known_on"),
        begin=_link(view, page, BEGINNING),
    )


def known_bar(record: Record, view: View, language: Language, page: str) -> Markup:
    """What had become known by the chosen day, the steps from it, and the growth; empty where no day is chosen."""
    whole, day = record.whole, view.as_known_on
    if day is None:
        return Markup()
    stops = stops_until(whole.as_of or JANUARY[1])
    earlier = max((stop for stop in stops if stop < day), default=None)
    later = min((stop for stop in stops if stop > day), default=None)
    return render(
        "frame/known_bar",
        language,
        today=_link(view, page, None),
        earlier=(_short(earlier, language), _link(view, page, earlier)) if earlier else None,
        later=(_short(later, language), _link(view, page, later)) if later else None,
        written=language.day(day),
        said=_said(record, language),
        left_out=without_a_date(whole, day),
        undated=view.undated,
        toggle=address(view.but(undated=not view.undated), page),
        pictures=picture_links("growth", carried(view)),
        bars=growth_bars(whole, day, language, lambda stop: _link(view, page, stop)),
    )


def _link(view: View, page: str, stop: date | None) -> str:
    return address(view.but(as_known_on=stop, undated=view.undated and stop is not None), page)


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
