"""The sentence on top with what was chosen, each choice to be taken off, and the menus that add one.

All of it is links, so that it works without scripts and each choice can be opened in a tab of its own.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from components.address import address
from components.explore.beside import beside_choices
from components.language import Language
from components.markup import render
from components.words import labels
from components.words.places import place_words
from components.words.sentence import case_words, headline
from components.words.when import clock_words, period_words
from data.loading.rows import EventRow
from data.period import Period, january_days
from data.queries.query import Shown, places_of, query
from data.queries.sides import right_alone
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
class Chip:
    """A choice in use, with the view without it."""

    key: str
    words: str
    href: str


@dataclass(frozen=True)
class Menu:
    """What can be added: its name, and the options of it under their headings, if they have any.

    What is in `pickers` is chosen from a list each: pairs of a label and options. A `toggle` needs no menu.
    """

    key: str
    name: str
    options: list[Option] = field(default_factory=list)
    pickers: list[tuple[str, list[Option]]] = field(default_factory=list)
    search: str = ""
    toggle: Option | None = None


def chosen(shown: Shown, language: Language) -> Markup:
    """The heading of Explore, the chips of what narrows the events, and the menus that narrow them further."""
    view = shown.view
    return render(
        "explore/chosen",
        language,
        headline=headline(shown, language),
        chips=list(_chips(shown, language)),
        menus=list(_menus(shown, language)),
        reset=address(view.reset()),
        done=language.plural("Show {n} event", "Show {n} events", len(shown.rows)),
        action=address(View()),
        carried=view.filtered(text="").to_query(),
        text=view.text,
        beside=beside_choices(shown, language),
    )


def _chips(shown: Shown, language: Language) -> Iterable[Chip]:
    _ = language.text
    view, places = shown.view, shown.record.place_rows

    def off(field: str, value: str, words: str) -> Chip:
        left = tuple(one for one in getattr(view, field) if one != value)
        changes: dict[str, object] = {field: left}
        if field == "voices" and not left:
            changes["alone"] = False
        return Chip(f"{field}-{value}", words, address(view.filtered(**changes)))

    if view.period:
        held = isinstance(view.beside, Period)
        without = right_alone(view) if held else view.filtered(period=None, hours=None)
        yield Chip("period", period_words(view.period, language), address(without))
    if view.hours:
        yield Chip("hours", "–".join(map(clock_words, view.hours)), address(view.filtered(hours=None)))
    for place in view.places:
        one = off("places", place, place_words(places[place], language))
        yield replace(one, href=address(right_alone(view))) if isinstance(view.beside, str) else one
    for category in view.categories:
        yield off("categories", category, labels.category(language, category))
    for status in view.statuses:
        yield off("statuses", status, labels.status(language, status))
    for voice in view.voices:
        words = _("{kind} alone") if view.alone else _("reported by {kind}")
        yield off("voices", voice, words.format(kind=labels.voice_kind(language, voice)))
    if view.of_case:
        yield Chip("case", case_words(shown.record, view.of_case, language), address(view.filtered(of_case="")))
    if view.deaths:
        yield Chip("deaths", _("about deaths"), address(view.filtered(deaths=False)))
    if view.significance < View().significance:
        whole = View().significance
        yield Chip(
            "significance",
            labels.significance(language, view.significance),
            address(view.filtered(significance=whole)),
        )
    if view.text:
        yield Chip("text", _("“{words}”").format(words=view.text), address(view.filtered(text="")))


def _menus(shown: Shown, language: Language) -> Iterable[Menu]:
    _ = language.text
    view, record = shown.view, shown.record
    within = record.within
    yield _several(
        Menu("places", _("place")),
        shown,
        lambda event: (place for at in places_of(event) for place in within[at]),
        language,
        lambda place: place_words(record.place_rows[place], language),
    )
    yield _several(
        Menu("categories", _("kind")),
        shown,
        lambda event: (event["category"],),
        language,
        lambda value: labels.category(language, value),
        CATEGORIES,
    )
    voices = _several(
        Menu("voices", _("who says so")),
        shown,
        lambda event: record.voices.kinds_of(event["voices"]),
        language,
        lambda value: labels.voice_kind(language, value),
        VOICE_KINDS,
    )
    if view.voices:
        voices.options.append(
            Option(_("and by nobody else"), "", address(view.filtered(alone=not view.alone)), view.alone)
        )
    yield voices
    yield _several(
        Menu("statuses", _("how well confirmed")),
        shown,
        lambda event: (event["status"],),
        language,
        lambda value: labels.status(language, value),
        STATUSES,
    )
    if not view.deaths:
        dead = language.number(sum(row["about_deaths"] == "yes" for row in shown.rows))
        yield Menu("deaths", _("about deaths"), toggle=Option("", dead, address(view.filtered(deaths=True)), False))
    yield Menu("text", _("words"), search=_("Words in the text"))
    yield Menu("more", _("more"), _significances(view, language), _days(view, language))


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
    menu: Menu,
    shown: Shown,
    values_of: Callable[[EventRow], Iterable[str]],
    language: Language,
    words: Callable[[str], str],
    order: tuple[str, ...] = (),
) -> Menu:
    """A menu of values of which several may be chosen; each with the number of events that have it.

    Without an `order` they stand by their numbers.
    """
    view = shown.view
    chosen: tuple[str, ...] = getattr(view, menu.key)
    rows = query(shown.record, view.but(**{menu.key: ()}, **_ALONE.get(menu.key, {}))).rows if chosen else shown.rows
    counts = Counter(value for row in rows for value in set(values_of(row)))
    found = [value for value in order or sorted(counts, key=lambda v: (-counts[v], words(v))) if counts[value]]
    if not order:
        found = found[:MOST_PLACES]
    for value in [*(one for one in chosen if one not in found), *found]:
        now = tuple(one for one in chosen if one != value) if value in chosen else (*chosen, value)
        changes: dict[str, object] = {menu.key: now}
        if menu.key in _ALONE and not now:
            changes |= _ALONE[menu.key]
        menu.options.append(
            Option(words(value), language.number(counts[value]), address(view.filtered(**changes)), value in chosen)
        )
    return menu


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
