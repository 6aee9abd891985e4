"""The menus that narrow what is shown: each is made of links, with the number of events that each would leave."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from components.address import address
from components.language import Language
from components.words import labels
from components.words.places import place_words
from components.words.when import clock_words
from data.loading.rows import EventRow
from data.period import Period, january_days
from data.queries.query import Shown, found_by, query
from data.queries.view import View
from data.vocabulary import CATEGORIES, SIGNIFICANCES, STATUSES, VOICE_KINDS

WHOLE_DAY = (0, 24 * 60)
MOST_PLACES = 60
"""So many places a menu offers: those with most events. The others are chosen on the map and on cards."""


@dataclass(frozen=True)
class Option:
    """A line of a menu: its words, how many of the events it has, the view it leads to, and whether it is chosen."""

    words: str
    number: str
    href: str
    chosen: bool


@dataclass(frozen=True)
class Section:
    """Options of one choice, under a heading where a menu has several."""

    key: str
    options: list[Option]
    heading: str = ""


@dataclass(frozen=True)
class Menu:
    """What can be added: its name, and the options of it.

    What is in `pickers` is chosen from a list each: pairs of a label and options. A `toggle` needs no menu.
    """

    key: str
    name: str
    sections: list[Section] = field(default_factory=list)
    pickers: list[tuple[str, list[Option]]] = field(default_factory=list)
    search: str = ""
    toggle: Option | None = None


def menus(shown: Shown, language: Language) -> Iterable[Menu]:
    """The menus of a view, in their order on the page."""
    _ = language.text
    view, record = shown.view, shown.record
    places = _several(
        "places",
        shown,
        lambda event: found_by(record, event),
        language,
        lambda place: place_words(record.place_rows[place], language),
    )
    yield Menu("places", _("place"), [Section("places", places)])
    kinds = _several(
        "categories",
        shown,
        lambda event: (event["category"],),
        language,
        lambda value: labels.category(language, value),
        CATEGORIES,
    )
    yield Menu("categories", _("kind"), [Section("categories", kinds)])
    voices = _several(
        "voices",
        shown,
        lambda event: record.voices.kinds_of(event["voices"]),
        language,
        lambda value: labels.voice_kind(language, value),
        VOICE_KINDS,
    )
    if view.voices:
        voices.append(Option(_("and by nobody else"), "", address(view.filtered(alone=not view.alone)), view.alone))
    yield Menu("voices", _("who says so"), [Section("voices", voices)])
    if not view.deaths:
        dead = language.number(sum(row["about_deaths"] == "yes" for row in shown.rows))
        yield Menu("deaths", _("about deaths"), toggle=Option("", dead, address(view.filtered(deaths=True)), False))
    yield Menu("text", _("words"), search=_("Words in the text"))
    statuses = _several(
        "statuses",
        shown,
        lambda event: (event["status"],),
        language,
        lambda value: labels.status(language, value),
        STATUSES,
    )
    sections = [
        Section("statuses", statuses, _("How well confirmed")),
        Section("significance", _significances(view, language), _("How important")),
    ]
    yield Menu("more", _("more"), sections, _days(view, language))


def _significances(view: View, language: Language) -> list[Option]:
    return [
        Option(
            labels.significance(language, value),
            "",
            address(view.filtered(significance=value)),
            value == view.significance,
        )
        for value in SIGNIFICANCES
    ]


def _several(
    key: str,
    shown: Shown,
    values_of: Callable[[EventRow], Iterable[str]],
    language: Language,
    words: Callable[[str], str],
    order: tuple[str, ...] = (),
) -> list[Option]:
    """Values of which several may be chosen, each with the number of events that have it.

    Without an `order` they stand by their numbers.
    """
    view = shown.view
    chosen: tuple[str, ...] = getattr(view, key)
    rows = query(shown.record, view.but(**{key: ()}, **_ALONE.get(key, {}))).rows if chosen else shown.rows
    counts = Counter(value for row in rows for value in set(values_of(row)))
    found = [value for value in order or sorted(counts, key=lambda v: (-counts[v], words(v))) if counts[value]]
    if not order:
        found = found[:MOST_PLACES]
    options = []
    for value in [*(one for one in chosen if one not in found), *found]:
        now = tuple(one for one in chosen if one != value) if value in chosen else (*chosen, value)
        changes: dict[str, object] = {key: now}
        if key in _ALONE and not now:
            changes |= _ALONE[key]
        options.append(
            Option(words(value), language.number(counts[value]), address(view.filtered(**changes)), value in chosen)
        )
    return options


_ALONE: dict[str, dict[str, object]] = {"voices": {"alone": False}}


def _days(view: View, language: Language) -> list[tuple[str, list[Option]]]:
    """From which day to which, and for a single day from which hour to which."""
    _ = language.text
    days = tuple(january_days())
    period = view.period
    first = period.first if period else None
    last = period.last if period else None
    pickers = []
    for label, here, other, begins in ((_("From"), first, last, True), (_("To"), last, first, False)):
        options = [Option(_("Any day"), "", address(view.filtered(period=None, hours=None)), here not in days)]
        for day in days:
            ends = sorted((day, other if other in days else day))
            if (begins and other in days and day > other) or (not begins and other in days and day < other):
                ends = [day, day]
            words = language.day(day, "d MMMM")
            options.append(Option(words, "", address(view.filtered(period=Period(*ends), hours=None)), here == day))
        pickers.append((label, options))
    if period and period.day:
        pickers += _hours(view, language)
    return pickers


def _hours(view: View, language: Language) -> list[tuple[str, list[Option]]]:
    _ = language.text
    first, last = view.hours or WHOLE_DAY

    def options(starts: Iterable[int], span: Callable[[int], tuple[int, int]], here: int) -> list[Option]:
        found = []
        for minutes in starts:
            hours = span(minutes)
            href = address(view.filtered(hours=None if hours == WHOLE_DAY else hours))
            found.append(Option(clock_words(minutes), "", href, minutes == here))
        return found

    return [
        (_("From hour"), options(range(0, last, 30), lambda minutes: (minutes, last), first)),
        (_("To hour"), options(range(first + 30, WHOLE_DAY[1] + 1, 30), lambda minutes: (first, minutes), last)),
    ]
