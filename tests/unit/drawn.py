"""What a view looks like, as the tests ask for it: the parts of a page, each straight from a view of a record."""

import re
from collections.abc import Sequence
from itertools import accumulate

import plotly.graph_objects as go
import pydeck as pdk
from markupsafe import Markup

from components.claims.chart import numbers_figure
from components.claims.layout import CANVASES, ChartCanvas
from components.figure import Figure
from components.frame.contents import PAGES
from components.frame.context import Context
from components.frame.prerender import written_page
from components.language import Language
from components.map import shelf as shelf_module
from components.map.live import map_deck
from components.map.scene import scene
from components.map.silence import silence_note
from components.map.silence import silence_words as words_of
from components.map.svg import map_figure
from components.record import reading as reading_module
from components.record.docket import DISC, WIDTH, docket_figure
from components.timeline.live import timeline_chart
from components.timeline.plan import plan
from components.timeline.svg import PICTURE, TimelineCanvas, timeline_figure
from data.loading.record import Record
from data.loading.rows import StepRow
from data.queries.bands import silences
from data.queries.numbers import Numbers
from data.queries.query import Shown
from data.queries.view import Rejected, View
from data.store import talks


def rings_of(path: str) -> list[list[tuple[float, float]]]:
    """The points of each ring, or line, of an outline."""
    numbers = [[float(number) for number in re.findall(r"-?[\d.]+", ring)] for ring in path.split("M")[1:]]
    return [list(zip(accumulate(ring[::2]), accumulate(ring[1::2]), strict=True)) for ring in numbers]


def markup(figure: Figure) -> Markup:
    """A figure as a page shows it."""
    return figure.__html__()


def drawn_map(shown: Shown, language: Language, size: float = 14, camera: str = "kazakhstan") -> Markup:
    return markup(map_figure(scene(shown, language, camera), size))


def event_deck(shown: Shown, language: Language, theme: str, narrow: bool = False) -> pdk.Deck:
    return map_deck(scene(shown, language), theme, narrow)


def shelf(shown: Shown, language: Language) -> Markup:
    return shelf_module.shelf(scene(shown, language))


def silence(shown: Shown, language: Language) -> Markup:
    return silence_note(scene(shown, language))


def silence_words(shown: Shown, language: Language) -> str:
    return words_of(shown, silences(shown), language)


def silent_regions(shown: Shown) -> list[str]:
    return scene(shown, Language()).veil


def drawn_timeline(shown: Shown, language: Language, canvas: TimelineCanvas = PICTURE) -> Markup:
    return markup(timeline_figure(plan(shown, language), canvas))


def timeline(shown: Shown, language: Language, theme: str) -> go.Figure:
    return timeline_chart(plan(shown, language), theme)


def numbers_chart(
    record: Record, found: Numbers, view: View, language: Language, canvas: ChartCanvas = CANVASES["page"]
) -> Markup:
    return markup(numbers_figure(record, found, view, language, canvas))


def draw_docket(steps: Sequence[StepRow], language: Language, width: float = WIDTH, disc: float = DISC) -> Markup:
    return markup(docket_figure(steps, language, width, disc))


def reading(shown: Shown, language: Language, size: float = 22) -> Markup:
    return reading_module.reading(scene(shown, language, "kazakhstan"), size)


def first_page(page: str, record: Record, view: View, rejected: tuple[Rejected, ...], language: Language) -> Markup:
    return written_page(Context(page, record, PAGES[page].reads(view), language, talks()), rejected)
