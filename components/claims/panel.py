"""The numbers of a measure at a place: the range of either side with names, what was withdrawn, and the chart."""

from itertools import islice
from operator import itemgetter
from typing import Any

from markupsafe import Markup

from components.address import address, form
from components.claims.chart import left_out_words, numbers_figure
from components.claims.layout import ChartCanvas
from components.drawing.picture_forms import picture_links
from components.drawing.windows import fitting
from components.language import Language, written_date
from components.markup import render
from components.words import labels, measures
from components.words.claims import became, interval_words, side_ranges, value_words, who_said
from components.words.places import place_words
from components.words.rest import FEW, MOST
from components.words.sentence import known_words
from data.loading.record import Record
from data.loading.rows import ClaimRow
from data.queries.claims import by_day_said
from data.queries.numbers import Numbers, chosen, numbers, offered, topics_of
from data.queries.view import View
from data.vocabulary import FIRST_MEASURES, TOPICS


def numbers_panel(record: Record, view: View, language: Language, *canvases: ChartCanvas) -> Markup:
    """The panel for what a view asks for, its chart on a canvas or on two: for wide windows and for phones."""
    measure, place_id = chosen(record, view.measure, view.topic, view.places)
    found = numbers(record, measure, place_id)
    choices = offered(record.whole)
    rows = [row for row in record.claim_rows.values() if (row["measure"], row["place_id"]) == (measure, place_id)]
    return render(
        "claims/panel",
        language,
        title=measures.measure(language, measure),
        place=_place(record, place_id, language),
        measures=_measures(record, measure, view, language),
        form=form(view.but(measure=measure), "claims", places=()),
        places=[
            (one, _place(record, one, language), one == place_id)
            for one in dict.fromkeys((place_id, *choices.get(measure, [])[:MOST]))
        ],
        known_on=known_words(record, language),
        sides=side_ranges(record, rows, language),
        fallen=_fallen(record, rows, language),
        parts=_parts(found, language)[:FEW],
        undated=[_undated(row, language) for row in [row for row in rows if not row["said_by"]][:FEW]],
        rest=left_out_words(found, language),
        caption=_caption(record, found, language) if found.series else "",
        source=_source(found, language),
        chart=fitting("phone", *(numbers_figure(record, found, view, language, canvas) for canvas in canvases))
        if found.series
        else "",
        elsewhere=[
            (_place(record, one, language), address(view.but(measure=measure, places=(one,)), "claims"))
            for one in choices.get(measure, [])[:6]
            if one != place_id
        ],
        pictures=picture_links("numbers", view.but(measure=measure, places=(place_id,))),
    )


def _measures(record: Record, chosen: str, view: View, language: Language) -> dict[str, Any]:
    """The numbers that can be asked for: the `first` with the chosen one, and the rest under their `topics`."""
    places = offered(record.whole)
    topics = topics_of(record.whole)

    def choice(measure: str) -> dict[str, Any]:
        kept = view.places if set(view.places) <= set(places[measure]) else ()
        return {
            "id": measure,
            "name": measures.measure(language, measure),
            "href": address(view.but(measure=measure, places=kept), "claims"),
            "chosen": measure == chosen,
        }

    first = [measure for measure in dict.fromkeys((*FIRST_MEASURES, chosen)) if measure in places]
    others = [choice(measure) for measure in islice(places, MOST) if measure not in FIRST_MEASURES]
    others = language.sorted(others, key=itemgetter("name"))
    found = [(topic, [one for one in others if topics[one["id"]] == topic]) for topic in TOPICS]
    return {
        "first": [choice(measure) for measure in first],
        "topics": [(labels.topic(language, topic), rows) for topic, rows in found if rows],
        "left": len(others),
    }


def _caption(record: Record, found: Numbers, language: Language) -> str:
    """The title of the chart, as a sentence."""
    last = max(said.day for series in found.series for said in series.said)
    return language.text("{measure}, {place}: what each said, from {first} to {last}").format(
        measure=measures.measure(language, found.measure),
        place=_place(record, found.place_id, language),
        first=language.day(found.first_day),
        last=language.day(last),
    )


def _source(found: Numbers, language: Language) -> str:
    """What the chart rests on."""
    said = [said for series in found.series for said in series.said]
    return language.text(
        "Source: {claims} by {claimants}; each point leads to its claim, with the reports it comes from."
    ).format(
        claims=language.plural("{n} claim", "{n} claims", len(said)),
        claimants=language.plural("{n} claimant", "{n} claimants", len({one.name for one in said})),
    )


def _place(record: Record, place_id: str, language: Language) -> str:
    place = record.place_rows.get(place_id)
    return place_words(place, language) if place else place_id


def _fallen(record: Record, rows: list[ClaimRow], language: Language) -> list[dict[str, str]]:
    """Numbers that were withdrawn: struck, with a word on what happened."""
    return [
        {
            "number": value_words(row, language),
            "who": f"{language.of(row, 'claimant')}, {written_date(language, row['said_on'])}",
            "why": became(record, row, language),
        }
        for row in by_day_said(row for row in rows if row["stands"] == "withdrawn")[-FEW:]
    ]


def _parts(found: Numbers, language: Language) -> list[str]:
    """What was counted apart: the last number of each series of a part, with its measure and name."""
    last = [series.said[-1] for series in found.series if series.part and series.said[-1].stands]
    return [
        language.text("{measure}: {number} ({who})").format(
            measure=measures.measure(language, said.claim["measure"]),
            number=interval_words(said.interval, language),
            who=f"{who_said(said.claim, language)}, {written_date(language, said.claim['said_on'])}",
        )
        for said in last
    ]


def _undated(row: ClaimRow, language: Language) -> str:
    return f"{value_words(row, language)} ({language.of(row, 'claimant')})"
