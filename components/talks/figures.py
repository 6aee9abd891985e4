"""The figures of a talk's slides, drawn by the builders of the pages at the size of a stage."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import log2

from markupsafe import Markup

from components.claims import layout
from components.explore.sides_figure import SidesCanvas
from components.figure import Figure, Link, NothingToDrawError
from components.ground import cameras
from components.ground.cameras import CAMERAS, Camera, pixel
from components.ground.frame import Frame
from components.ground.outlines import filled, line_path, outline
from components.ground.streets import streets_seen
from components.language import Language, written_date
from components.map.eyes import eye_of
from components.map.rows import Display, map_rows, street_rows
from components.map.scene import Scene, scene
from components.map.svg import CITIES, credit_box, credit_of, marks_in
from components.markup import render
from components.pictures.figures import FIGURES, Sizes, map_of
from components.timeline.svg import TimelineCanvas
from components.words import labels
from components.words.rest import FEW
from data.loading.geography import base_map_shapes
from data.loading.record import Record
from data.loading.rows import StepRow
from data.queries.as_known import as_known
from data.queries.query import query, steps_of
from data.queries.view import View
from data.talks import Slide, Talk
from data.vocabulary import STEP_KINDS

WIDTH, HEIGHT, TYPE = 860, 520, 20
"""The room for a figure and its type, in the units of a stage of 1280 by 720."""
SLIDE = Sizes(
    (TYPE, WIDTH, HEIGHT),
    TimelineCanvas(WIDTH, 190, TYPE, HEIGHT),
    layout.ChartCanvas(WIDTH, 64, 310, 520, TYPE),
    (WIDTH, 34),
    SidesCanvas(WIDTH, 30, TYPE),
    highest=HEIGHT,
)
CAPTION = 118
"""So many characters fit on the line under a figure."""
CANVAS = cameras.WIDTH, cameras.HEIGHT
WORLD = CAMERAS["kazakhstan"]
"""The map of a stage is drawn in the units of this camera; the others look at a part of it."""
_COARSE = 0.004


@dataclass(frozen=True)
class SlideFigure:
    """What fills a slide: one of the layers, its figure, and the line under it.

    `scene` is what its map shows, for the stage, where all maps are one that the camera moves over. `steps` are those
    of a docket that are named beside it, with their numbers, and `unnamed` how many more there are.
    """

    layer: str
    figure: Figure
    caption: str
    scene: Scene | None = None
    steps: tuple[tuple[int, StepRow], ...] = ()
    unnamed: int = 0

    @property
    def view_box(self) -> tuple[float, float, float, float] | None:
        """What the camera of its map sees, in the units of the stage's map: left, top, width, height."""
        return _view_box(self.scene.eye) if self.scene else None


def layer_of(view: View) -> str:
    """What fills a slide: what its view says, else what it chooses."""
    if view.beside and view.layer in ("", "map", "timeline"):
        return "sides"
    if view.layer:
        return view.layer
    if view.case:
        return "docket"
    return "numbers" if view.measure or view.claim else "map"


def slide_figure(record: Record, view: View, language: Language) -> SlideFigure:
    """The figure of a view of the whole `record`. Raises NothingToDrawError."""
    known = as_known(record, view.as_known_on, view.undated) if view.as_known_on else record
    shown, layer = query(known, view), layer_of(view)
    if layer == "map":
        return _map(scene(shown, language, moved=nearer(eye_of(shown.view, known)[1])))
    kind = FIGURES[layer]
    figure = kind.draw(shown, language, SLIDE)
    line = fitting(" · ".join((getattr(figure, kind.slide), *figure.asides)))
    if layer != "docket":
        return SlideFigure(layer, figure, line)
    steps = steps_of(known, view.case)
    listed = _listed(list(enumerate(steps[:FEW], start=1)), figure)
    return SlideFigure(layer, figure, line, steps=tuple(listed), unnamed=len(steps) - len(listed))


def drawn_or_faults(
    record: Record, talk: Talk, slide: Slide, language: Language
) -> tuple[SlideFigure | None, list[str]]:
    """The figure of a slide, or none where it has no view; and what is wrong with the slide, then without a figure."""
    faults = [str(fault) for fault in slide.faults]
    if slide.view is None or faults:
        return None, faults
    try:
        return slide_figure(record, slide.view, language), []
    except NothingToDrawError as error:
        return None, [f"{talk.file}:{slide.line}: view: {error}"]


def _map(scene: Scene) -> SlideFigure:
    figure = map_of(scene, SLIDE)
    if not marks_in(scene, Frame(WIDTH, HEIGHT, scene.eye)):
        raise NothingToDrawError(
            scene.language.text(
                "No event of this view is a point on this map: look from elsewhere, or add layer=timeline."
            )
        )
    return SlideFigure("map", figure, fitting(" · ".join((figure.caption, *figure.asides))), scene)


def nearer(eye: Camera) -> Camera:
    """A camera as near as its canvas fits the slide."""
    return replace(eye, zoom=round(eye.zoom + log2(min(WIDTH / CANVAS[0], HEIGHT / CANVAS[1])), 3))


def slide_markup(slide: SlideFigure, links: Link) -> Markup:
    """What the stage shows of a figure: of a map its marks alone, of a docket the steps beside it too."""
    if slide.scene:
        return _marks(slide.scene, links)
    drawn = slide.figure.linked(links).__html__()
    return drawn + _steps(slide) if slide.layer == "docket" else drawn


def _marks(scene: Scene, links: Link) -> Markup:
    """The marks of a map, and the streets under them, in the units of the stage's one map, whatever the camera."""
    credit = credit_of(scene)
    frame = Frame(WIDTH, HEIGHT, scene.eye)
    display = Display(TYPE, blocked=lambda _: credit_box(credit, TYPE, WIDTH, HEIGHT))
    rows = map_rows(scene, display, frame)
    names = street_rows(scene, rows, display, frame)
    values = {
        "rows": [(row, _world(row.x, row.y, scene.eye), row.stands and _world(*row.stands, scene.eye)) for row in rows],
        "names": [(name, _world(*name.at, scene.eye)) for name in names],
        "streets": [(street.kind, line_path(street.line, _unit)) for street in streets_seen(scene.eye)],
        "veil": scene.veil,
        "credit": (credit, _world(WIDTH - 8, HEIGHT - 10, scene.eye)),
        "type": TYPE,
        "street_type": TYPE,
        "link": links,
    }
    return render("talks/marks", scene.language, **values)


def _steps(slide: SlideFigure) -> Markup:
    """The steps of a docket that are named beside it."""
    language = slide.figure.language
    rows = [
        (
            number,
            written_date(language, step["date"]),
            labels.step_kind(language, step["kind"]),
            language.of(step, "step"),
        )
        for number, step in slide.steps
    ]
    return render("talks/docket", language, rows=rows, left_out=slide.unnamed)


def fitting(caption: str) -> str:
    """A caption without the last of its parts that would not fit on the line."""
    parts = caption.split(" · ")
    while len(" · ".join(parts)) > CAPTION and len(parts) > 1:
        parts.pop()
    return " · ".join(parts)


_WEIGHT = (
    "verdict", "appeal", "charge", "arrest", "release", "hearing", "investigation", "incident", "statement", "other",
)  # fmt: skip
assert set(_WEIGHT) == set(STEP_KINDS)


def _listed(steps: Sequence[tuple[int, StepRow]], figure: Figure) -> list[tuple[int, StepRow]]:
    """The steps to name under the axis, in two columns: all, or those of most weight, in their order."""
    room = int((HEIGHT - figure.height - 2 * TYPE) / (TYPE * 1.5))
    most = 2 * max(room - (len(steps) > 2 * room), 0)
    heaviest = sorted(steps, key=lambda pair: _WEIGHT.index(pair[1]["kind"]))[:most]
    return sorted(heaviest, key=lambda pair: pair[0])


def _world(x: float, y: float, eye: Camera) -> tuple[float, float]:
    """From the frame of a camera to the units of the stage's map."""
    left, top, width, _ = _view_box(eye)
    return round(left + x * width / WIDTH, 4), round(top + y * width / WIDTH, 4)


def _view_box(eye: Camera) -> tuple[float, float, float, float]:
    """What a camera sees, as left, top, width and height in the units of the stage's map."""
    x, y = _unit(eye.longitude, eye.latitude)
    scale = 2 ** (WORLD.zoom - eye.zoom)
    width, height = WIDTH * scale, HEIGHT * scale
    return round(x - width / 2, 4), round(y - height / 2, 4), round(width, 4), round(height, 4)


def _unit(longitude: float, latitude: float) -> tuple[float, float]:
    """Where a point falls in the units of the stage's map."""
    left, top = pixel(WORLD.longitude, WORLD.latitude, WORLD.zoom)
    x, y = pixel(longitude, latitude, WORLD.zoom)
    return round(x - left, 4), round(y - top, 4)


def _near_unit(longitude: float, latitude: float) -> tuple[float, float]:
    x, y = _unit(longitude, latitude)
    return round(x, 2), round(y, 2)


@cache
def base_map() -> Markup:
    """The land, region by region, and the water, in the units of the stage's map."""
    land = [
        f'<path id="region-{name}" class="land{" city" if name in CITIES else ""}" d="{path}"/>'
        for name, path in _outlines("regions").items()
    ]
    water = [f'<path class="water" d="{path}"/>' for path in _outlines("water").values()]
    return Markup("".join([*land, *water]))


def _outlines(name: str) -> dict[str, str]:
    shapes = {key: filled(shape).simplify(_COARSE) for key, shape in base_map_shapes(name).items()}
    return {key: outline(shape, _near_unit) for key, shape in shapes.items()}
