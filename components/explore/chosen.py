"""The sentence on top with what was chosen, each choice to be taken off, and the menus that add one.

All of it is links, so that it works without scripts and each choice can be opened in a tab of its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from textwrap import shorten

from markupsafe import Markup

from components.address import address, case_address
from components.explore.beside import beside_choices
from components.explore.menus import menus
from components.language import Language
from components.markup import render
from components.words import labels
from components.words.places import place_words
from components.words.sentence import case_words, headline
from components.words.when import clock_words, period_words
from data.period import Period, january_days
from data.queries.query import Shown
from data.queries.sides import right_alone
from data.queries.view import View

JANUARY_DAYS = frozenset(january_days())
"""Days that need no year: the heading has it."""

CASE_TITLE = 34
"""So many characters of the case stand on its chip."""


@dataclass(frozen=True)
class Chip:
    """A choice in use, with the view without it."""

    key: str
    words: str
    href: str


def chosen(shown: Shown, language: Language) -> Markup:
    """The heading of Explore, the chips of what narrows the events, and the menus that narrow them further."""
    view = shown.view
    return render(
        "explore/chosen",
        language,
        headline=headline(shown, language),
        chips=list(_chips(shown, language)),
        menus=list(menus(shown, language)),
        reset=address(view.reset()),
        done=language.plural("Show {n} event", "Show {n} events", len(shown.rows)),
        action=address(View()),
        carried=view.filtered(text="").to_query(),
        text=view.text,
        beside=beside_choices(shown, language),
        case=case_address(view.of_case, view) if view.of_case in shown.record.case_rows else "",
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
        day = view.period.day
        words = (
            language.day(day, "d MMMM")
            if day is not None and day in JANUARY_DAYS
            else period_words(view.period, language)
        )
        yield Chip("period", words, address(without))
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
        words = shorten(case_words(shown.record, view.of_case, language), CASE_TITLE, placeholder="…”")
        yield Chip("case", words, address(view.filtered(of_case="")))
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
