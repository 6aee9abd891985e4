"""What stands beside the chosen days or place: the chip of it, and the ways to choose another."""

from collections import Counter
from dataclasses import dataclass

from components.address import HOME, address, template
from components.language import Language
from components.words.day_menu import Month, day_menu
from components.words.places import place_words
from components.words.when import period_words
from data.period import Period, january_days
from data.queries.query import Shown, found_by, query
from data.queries.sides import swapped

MOST_PLACES = 60
"""So many places can be set beside another: those with most events."""


@dataclass(frozen=True)
class BesideChoices:
    """What stands beside, in `words`, with the links that take it `off` and change the sides about (`swapped`).

    `two` puts two chosen places side by side. `go` is the address of what else could stand beside: one of the days of
    `months`, or one of `places` beside the place `left`.
    """

    words: str
    off: str
    swapped: str
    two: str
    go: str
    months: list[Month]
    places: list[tuple[str, str, bool]]
    left: str


def beside_choices(shown: Shown, language: Language) -> BesideChoices:
    """The chip of what stands beside, a link that compares two chosen places, and the menu of what else could."""
    view, record = shown.view, shown.record
    two = view.filtered(places=view.places[:1], beside=view.places[1]) if len(view.places) == 2 else None
    return BesideChoices(
        words=_words(shown, language),
        off=address(view.filtered(beside=None)),
        swapped=address(swapped(view)) if view.beside else "",
        two=address(two) if two else "",
        go=template(view.filtered(), HOME, "beside"),
        months=_days(shown, language) if view.period else [],
        places=_places(shown, language) if len(view.places) == 1 else [],
        left=place_words(record.place_rows[view.places[0]], language) if view.places else "",
    )


def _words(shown: Shown, language: Language) -> str:
    beside = shown.view.beside
    if isinstance(beside, Period):
        return period_words(beside, language)
    return place_words(shown.record.place_rows[beside], language) if beside else ""


def _days(shown: Shown, language: Language) -> list[Month]:
    view = shown.view
    beside = view.beside.day if isinstance(view.beside, Period) else None
    own = view.period.day if view.period else None
    return day_menu((day for day in january_days() if day != own), beside, language)


def _places(shown: Shown, language: Language) -> list[tuple[str, str, bool]]:
    """The places with events by the other choices: id, words with their number, and whether it stands beside."""
    view, record = shown.view, shown.record
    rows = query(record, view.but(places=(), beside=None)).rows
    counts = Counter(place for row in rows for place in found_by(record, row))
    found = [place for place, _ in counts.most_common(MOST_PLACES) if place != view.places[0]]
    if isinstance(view.beside, str) and view.beside not in found:
        found.append(view.beside)
    words = {place: place_words(record.place_rows[place], language) for place in found}
    return [(place, f"{words[place]} ({language.number(counts[place])})", place == view.beside) for place in found]
