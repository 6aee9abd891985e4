"""What is on screen, in words that come from the view itself."""

from components.language import Language
from components.words import labels
from components.words.places import place_words
from components.words.when import clock_words, period_words
from data.loading.record import Record
from data.queries.query import Shown
from data.queries.view import View

NO_BREAK = "\u00a0"


def sentence(shown: Shown, language: Language) -> str:
    """As "34 of 383 events · 5 January 2022 · Almaty · 9 disputed"."""
    _ = language.text
    number = len(shown.rows)
    count = _("{n} of {total} events") if number < shown.total else _("All {total} events")
    parts = [count.format(n=language.number(number), total=language.number(shown.total))]
    parts[0] = counted(shown.record, parts[0], language)
    parts += describe(shown.view, shown, language)
    disputed = shown.by_status.get("disputed", 0)
    parts.append(_("none disputed") if not disputed else language.plural("{n} disputed", "{n} disputed", disputed))
    return " · ".join(part.replace(" ", NO_BREAK) if len(part) < 24 else part for part in parts)


def disputed_words(shown: Shown, language: Language) -> str:
    """How many of the shown events are disputed, and how many rest on one source, or on the authorities alone."""
    total = len(shown.rows)
    disputed, single, official = (
        shown.by_status.get(status, 0) for status in ("disputed", "single_source", "authorities_only")
    )
    phrase = language.text(
        "{disputed} of {n} disputed ({share}); {single} rest on a single source, {official} on the authorities alone"
    )
    return phrase.format(
        disputed=language.number(disputed),
        n=language.number(total),
        share=language.percent(disputed / total if total else 0),
        single=language.number(single),
        official=language.number(official),
    )


def known_words(record: Record, language: Language) -> str:
    """The day of which the record tells what was known; empty where it tells all."""
    return language.day(record.known_on) if record.known_on else ""


def counted(record: Record, count: str, language: Language) -> str:
    """A count with the day of which the record tells what was known, where it does."""
    if not record.known_on:
        return count
    return language.text("As known on {day}: {count}").format(day=language.day(record.known_on), count=count)


def describe(view: View, shown: Shown, language: Language) -> list[str]:
    """The chosen filters as phrases, in the order of the page."""
    _ = language.text
    phrases = []
    if view.period:
        phrases.append(days_words(view, language))
    if view.hours:
        phrases.append("–".join(map(clock_words, view.hours)))
    if view.places:
        phrases.append(places_words(shown, language))
    if view.categories:
        phrases.append(_chosen([labels.category(language, value) for value in view.categories], language))
    if view.statuses:
        phrases.append(_chosen([labels.status(language, value) for value in view.statuses], language))
    if view.significance < View().significance:
        phrases.append(labels.significance(language, view.significance).lower())
    if view.voices:
        kinds = language.listing([labels.voice_kind(language, kind) for kind in view.voices])
        phrases.append((_("reported by {kinds} alone") if view.alone else _("reported by {kinds}")).format(kinds=kinds))
    if view.of_case:
        phrases.append(case_words(shown.record, view.of_case, language))
    if view.deaths:
        phrases.append(_("about deaths"))
    if view.text:
        phrases.append(_("with “{words}”").format(words=view.text))
    return phrases


def case_words(record: Record, case_id: str, language: Language) -> str:
    """The choice of what belongs to a case, as a phrase."""
    return language.text("of the case “{title}”").format(title=language.of(record.whole.case_rows[case_id], "title"))


def headline(shown: Shown, language: Language) -> str:
    """The same for a page that shows filters and edition itself: "5 January 2022 · 85 events · 11 disputed".

    Two sides have their names and their counts on each of them.
    """
    _ = language.text
    if shown.view.beside:
        return counted(shown.record, _("Side by side"), language)
    number = len(shown.rows)
    count = language.plural("{n} event", "{n} events", number)
    if number == shown.total:
        count = _("All {total} events").format(total=language.number(number))
    parts = [period_words(shown.view.period, language)] if shown.view.period else []
    parts.append(count)
    if disputed := shown.by_status.get("disputed", 0):
        parts.append(language.plural("{n} disputed", "{n} disputed", disputed))
    return " · ".join(part.replace(" ", NO_BREAK) if len(part) < 24 else part for part in parts)


def days_words(view: View, language: Language) -> str:
    """The chosen days with those beside them: "5 January 2022 beside 6 January 2022"."""
    chosen, *beside = [period_words(period, language) for period in view.all_periods]
    return _beside(chosen, beside, language)


def places_words(shown: Shown, language: Language) -> str:
    """The chosen places with the one beside them: "Almaty beside Zhanaozen"."""
    view, rows = shown.view, shown.record.place_rows
    names = [place_words(rows[place], language) for place in view.all_places]
    chosen = len(view.places)
    return _beside(_chosen(names[:chosen], language), names[chosen:], language)


def _beside(chosen: str, beside: list[str], language: Language) -> str:
    return language.text("{chosen} beside {other}").format(chosen=chosen, other=beside[0]) if beside else chosen


def _chosen(names: list[str], language: Language, most: int = 3) -> str:
    if len(names) > most:
        return language.text("{names} and {n} more").format(names=", ".join(names[:most]), n=len(names) - most)
    return ", ".join(names)
