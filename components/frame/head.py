"""What a page says of itself where it is listed: its title, a description, a picture, and its lasting address."""

from collections.abc import Callable, Sized
from dataclasses import replace
from datetime import date
from textwrap import shorten

from markupsafe import Markup

from components.address import address, carried, picture_address
from components.drawing.picture_forms import FORMS
from components.frame.contents import PAGES
from components.frame.context import Context
from components.markup import render
from components.words import labels, measures
from components.words.claims import became, who_said
from components.words.sentence import NO_BREAK, describe, disputed_words, known_words
from components.words.sources import voice_name
from components.words.when import period_words
from data.loading.rows import EventRow
from data.queries.deaths import by_place
from data.queries.numbers import numbers, of_view
from data.queries.query import steps_of
from data.queries.view import Kind, View
from data.vocabulary import LANGUAGES

TITLE, DESCRIPTION = 110, 200
"""So many characters they have at most."""
_VOICES, _NAMED = 100, 2
PICTURE_OF = {"explore": "map", "day": "map", "cases": "docket", "dead": "dead", "claims": "numbers"}
"""The figure that stands for a page."""
_PASSING = Kind.TALK | Kind.LINK | Kind.LIST | Kind.SLIDE
"""What does not make another page of it."""


def title_of(context: Context) -> str:
    """What the browser calls the page: what is open or chosen, as "A crowd entered the airport, 5 January 2022"."""
    language = context.language
    parts = _TITLES.get(context.page, _named)(context)
    if known := known_words(context.record, language):
        parts.append(language.text("as known on {day}").format(day=known))
    return f"{_cut(' · '.join(parts), TITLE)} · Qantar"


def description_of(context: Context) -> str:
    """The page in at most DESCRIPTION characters of whole words, with who says so where it tells of something."""
    return _cut(_DESCRIPTIONS[context.page](context), DESCRIPTION)


def head(context: Context, site: str) -> Markup:
    """Title and links for the head of a document. What needs a full address is left out where the site has none."""
    lasting, picture = _lasting(context.view), _picture(context)

    def read_in(code: str) -> str:
        return site + address(replace(lasting, language=code), context.page)

    return render(
        "frame/head",
        context.language,
        title=title_of(context),
        description=description_of(context),
        kind="article" if context.view.only(Kind.OPENED) != View() or context.page == "day" else "website",
        link=read_in(lasting.language),
        alternates=[(code, read_in(code)) for code in LANGUAGES],
        unsaid=read_in(""),
        others=[code for code in LANGUAGES if code != context.language.code],
        site=site,
        picture=site + picture if site and picture else "",
    )


def _lasting(view: View) -> View:
    """The view that a page stands for: what is open alone, else all that was chosen."""
    opened = view.only(Kind.OPENED | Kind.EDITION).but(all_days=False)
    return opened if opened != carried(opened) else view.without(_PASSING)


def _picture(context: Context) -> str:
    """The address of the picture; empty where there is nothing to draw."""
    record, view, figure = context.record, context.view, PICTURE_OF.get(context.page, "")
    drawn: Sized = ()
    if figure == "map":
        drawn, figure = context.shown.rows, "sides" if view.beside else figure
    elif figure == "docket":
        drawn = steps_of(record, view.case)
    elif figure == "dead":
        drawn = by_place(record)
    elif figure == "numbers":
        drawn = numbers(record, *of_view(record, view)).series
    if not drawn:
        return ""
    return picture_address(figure, next(iter(FORMS)), view.without(_PASSING))


def _named(context: Context) -> list[str]:
    return [PAGES[context.page].title(context.language)]


def _explore(context: Context) -> list[str]:
    event, language = context.shown.selected, context.language
    if event is not None:
        return [_event_title(event, context)]
    return describe(context.view, context.shown, language) or [language.text("January 2022 in Kazakhstan")]


def _event_title(event: EventRow, context: Context) -> str:
    day = context.language.day(date.fromisoformat(event["start"][:10]))
    return f"{context.language.of(event, 'title')}, {day}"


def _day(context: Context) -> list[str]:
    return [*describe(context.view, context.shown, context.language), *_named(context)]


def _cases(context: Context) -> list[str]:
    case = context.record.case_rows.get(context.view.case)
    return [context.language.of(case, "title")] if case else _named(context)


def _claims(context: Context) -> list[str]:
    language, view = context.language, context.view
    claim = context.record.claim_rows.get(view.claim)
    if claim:
        return [f"{who_said(claim, language)}: {language.of(claim, 'statement').rstrip('.')}"]
    return [measures.measure(language, view.measure), *_named(context)] if view.measure else _named(context)


def _people(context: Context) -> list[str]:
    person = context.record.person_rows.get(context.view.person)
    return [context.language.of(person, "name")] if person else _named(context)


def _search(context: Context) -> list[str]:
    return [*filter(None, [context.view.text]), *_named(context)]


_TITLES: dict[str, Callable[[Context], list[str]]] = {
    "explore": _explore, "day": _day, "cases": _cases, "claims": _claims, "people": _people, "search": _search,
}  # fmt: skip


def _explored(context: Context) -> str:
    event, language = context.shown.selected, context.language
    if event is not None:
        who = _cut(f"{labels.status(language, event['status'])}: {_voices(event, context)}", _VOICES)
        return f"{_cut(language.of(event, 'summary'), DESCRIPTION - len(who) - 1)} {who}"
    if context.shown.view.reset() == context.shown.view:
        return language.text(
            "The protests of January 2022 in Kazakhstan, known there as Qandy Qantar, Bloody January: what was "
            "reported hour by hour and place by place, by whom, and what followed in court."
        )
    return _counted(context, language.text("on map, timeline and list, each with its sources"))


def _voices(event: EventRow, context: Context) -> str:
    """Whom the account of an event goes back to, the first two by name."""
    names = [voice_name(context.record, voice, context.language) for voice in event["voices"]]
    if len(names) <= _NAMED + 1:
        return context.language.listing(names)
    named = context.language.text("{names} and {n} more")
    return named.format(names=", ".join(names[:_NAMED]), n=context.language.number(len(names) - _NAMED))


def _day_told(context: Context) -> str:
    return _counted(context, context.language.text("hour by hour, each with its sources"))


def _counted(context: Context, how: str) -> str:
    shown, language = context.shown, context.language
    days = f"{period_words(context.view.period, language)}: " if context.view.period else ""
    events = language.plural("{n} event", "{n} events", len(shown.rows))
    return f"{days}{events}, {how}. {disputed_words(shown, language)}."


def _case_told(context: Context) -> str:
    language, case = context.language, context.record.case_rows.get(context.view.case)
    if case:
        return language.of(case, "summary")
    return language.text(
        "Who was charged with what after January 2022 in Kazakhstan, what each side says, the steps and the outcome."
    )


def _claim_told(context: Context) -> str:
    record, language = context.record, context.language
    claim = record.claim_rows.get(context.view.claim)
    if claim:
        role = labels.claimant_role(language, claim["claimant_role"])
        said = f"{language.of(claim, 'claimant')} ({role}): {language.of(claim, 'statement')}"
        outcome = became(record, claim, language)
        return f"{said} {outcome[:1].upper()}{outcome[1:]}."
    return language.text(
        "The numbers of January 2022 in Kazakhstan as they were told, step by step, with whoever gave them: what "
        "replaced a claim, and what contradicts it."
    )


def _person_told(context: Context) -> str:
    person, language = context.record.person_rows.get(context.view.person), context.language
    if person:
        told = language.text("{name}, {part}: what the record has, in order, with its sources.")
        return told.format(name=language.of(person, "name"), part=language.of(person, "part"))
    return language.text(
        "The people who play a part in the record of January 2022 in Kazakhstan, with their names in each spelling."
    )


_DESCRIPTIONS: dict[str, Callable[[Context], str]] = {
    "explore": _explored,
    "day": _day_told,
    "cases": _case_told,
    "claims": _claim_told,
    "dead": lambda c: c.language.text(
        "Those who died in January 2022 in Kazakhstan, one by one: where and when, who tells of it, who is said to "
        "have killed, what the authorities say, and what others counted."
    ),
    "talks": lambda c: c.language.text(
        "Talks on January 2022 in Kazakhstan to present on a projector, every slide with its sources, and a talk of "
        "your own."
    ),
    "sources": lambda c: c.language.text(
        "How the record of January 2022 in Kazakhstan is made: method, every source with what cites it, and downloads."
    ),
    "corrections": lambda c: c.language.text(
        "What changed in the record of January 2022 in Kazakhstan, when and why, and how to correct it."
    ),
    "people": _person_told,
    "search": lambda c: c.language.text(
        "Search the record of January 2022 in Kazakhstan: people, places, events, cases, claims, the dead and sources, "
        "in English, Russian or Kazakh."
    ),
    "about": lambda c: c.language.text(
        "What this record of January 2022 in Kazakhstan is, in plain words: what is counted, how well it is known, how "
        "to read it, and what the words mean."
    ),
}


def _cut(text: str, most: int) -> str:
    """Text without no-break spaces, cut after a whole word."""
    return shorten(text.replace(NO_BREAK, " "), most, placeholder="…")
