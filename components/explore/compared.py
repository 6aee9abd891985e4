"""Two sides beside one another: each with its counts, what only it has, and map, timeline and list drawn alike."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from components.explore.alignment import aligned, axes
from components.explore.opened import opened
from components.language import Language
from components.map.eyes import eye_of
from components.map.scene import Scene, scene
from components.map.silence import cut_words
from components.map.svg import map_figure
from components.markup import render
from components.record.event_list import event_list
from components.timeline.drawn import drawn_timeline
from components.timeline.plan import Plan, plan
from components.timeline.scale import scale_of
from components.words import labels
from components.words.places import place_words
from components.words.sentence import sentence
from components.words.when import period_words
from data.loading.record import Record
from data.period import Period
from data.queries.query import Shown, query
from data.queries.sides import only_here, sides
from data.queries.view import View

MAP_TYPE = 34
"""The size of the names on a map of 760 units that is shown in the smallest column: about twelve pixels there."""
NAMED = 3
"""So many kinds and places that only one side has are named; the others are counted."""


@dataclass(frozen=True)
class ComparedSide:
    """A side of a view: its events, its name, its map and its timeline, at the scale of the other's."""

    shown: Shown
    name: str
    scene: Scene
    plan: Plan


def compared(record: Record, view: View, language: Language) -> tuple[ComparedSide, ComparedSide]:
    """The left and the right side of a view that has two; the open event is open on one of them."""
    left, right = (query(record, side) for side in sides(view))
    if view.event and _has(right, view.event) and not _has(left, view.event):
        left = query(record, left.view.but(event=""))
    elif view.event:
        right = query(record, right.view.but(event=""))
    scales = axes(scale_of(left, language), scale_of(right, language), language)
    plans = aligned(
        plan(left, language, scales[0]), plan(right, language, scales[1]), plan(query(record, view), language)
    )
    _, eye = eye_of(view.but(places=view.all_places), record)
    scenes = scene(left, language, moved=eye), scene(right, language, moved=eye)
    most = max(one.total for one in scenes)
    return (
        ComparedSide(left, _name(left, view, language), replace(scenes[0], most=most), plans[0]),
        ComparedSide(right, _name(right, view, language), replace(scenes[1], most=most), plans[1]),
    )


def _has(shown: Shown, event: str) -> bool:
    return any(row["event_id"] == event for row in shown.rows)


def _name(shown: Shown, view: View, language: Language) -> str:
    """What tells a side from the other: its days, or its place."""
    if isinstance(view.beside, Period):
        return period_words(shown.view.period, language)
    return language.listing([place_words(shown.record.place_rows[place], language) for place in shown.view.places])


def compared_side(pair: Sequence[ComparedSide], at: int, language: Language) -> Markup:
    """The column of one of two sides: 0 is the left one."""
    side, other = pair[at], pair[1 - at]
    shown = side.shown
    return render(
        "explore/compared",
        language,
        at=at,
        name=side.name,
        lines=side_lines(side, other, language),
        map=map_figure(side.scene, MAP_TYPE),
        timeline=drawn_timeline(side.plan, sentence(shown, language), name="timeline-right" if at else "timeline"),
        list=event_list(shown, language, "events-right" if at else "events"),
        card=opened(shown, language),
    )


def side_lines(side: ComparedSide, other: ComparedSide, language: Language) -> list[str]:
    """What a side has, in sentences: its events, what of them, of kinds and of places only it has, and the network."""
    _ = language.text
    shown, only = side.shown, only_here(side.shown, other.shown)
    counts = [language.plural("{n} event", "{n} events", len(shown.rows))]
    if disputed := shown.by_status.get("disputed", 0):
        counts.append(language.plural("{n} disputed", "{n} disputed", disputed))
    if len(only.events) < len(shown.rows):
        counts.append(language.plural("{n} only here", "{n} only here", len(only.events)))
    lines = [" · ".join(counts)]
    kinds = [labels.category(language, category) for category in only.categories]
    if kinds:
        lines.append(_("Kinds only here: {kinds}.").format(kinds=_some(kinds, language)))
    if only.places and shown.view.places == other.shown.view.places:
        places = [place_words(shown.record.place_rows[place], language) for place in only.places]
        lines.append(_("Places only here: {places}.").format(places=_some(places, language)))
    cuts = "; ".join(cut_words(side.scene))
    lines.append(f"{cuts}." if cuts else _("No cut of the internet is known here."))
    return lines


def _some(names: Sequence[str], language: Language) -> str:
    """Names as in a sentence, at most NAMED of them, and how many more there are."""
    more = len(names) - NAMED
    rest = [language.plural("{n} more", "{n} more", more)] if more > 0 else []
    return language.listing([*names[:NAMED], *rest])
