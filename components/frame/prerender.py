"""A page as the server writes it: what can be read at once, before the app has come, and where no script may run."""

from collections.abc import Callable, Sequence
from pathlib import Path

from markupsafe import Markup

from components.address import FIRST_STYLE, address
from components.app.shell import navigation, page_titles
from components.claims.layout import BROAD as BROAD_CHART
from components.claims.layout import NARROW as NARROW_CHART
from components.claims.ledger import ledger_page
from components.claims.panel import numbers_panel
from components.drawing.glyphs import sprite
from components.drawing.legend import legend
from components.drawing.palette import ACCENT, FAMILY_COLOURS, INK, LINE, PAPER, SURFACE, THEMES
from components.drawing.typefaces import typefaces
from components.frame.known_bar import known_bar
from components.frame.notices import notices
from components.language import Language
from components.map.shelf import shelf
from components.map.silence import silence
from components.map.svg import BROAD, COLUMN, NARROW, drawn_map
from components.markup import render
from components.record.card import event_card
from components.record.case_page import case_list, case_page
from components.record.corrections import corrections
from components.record.downloads import download_links
from components.record.event_list import event_list
from components.record.reading import reading, reading_period
from components.record.sources_page import method_page, source_list
from components.talks.list import talk_list
from components.timeline.strip import day_strip
from components.timeline.svg import Canvas, drawn_timeline
from components.words import labels
from components.words.sentence import heading
from data.query import query
from data.record import Record
from data.store import talks
from data.view import CAMERAS, Rejected, View

STYLE = Path(__file__).resolve().parents[2] / "static" / "first.css"
TIMELINE = Canvas(width=650, left=150)
"""The timeline in its column; in a narrower one its words would be too small, and the list has the same events."""
SEARCHED = ("explore", "claims", "sources")
"""The pages whose lists are searched by words."""


def first_page(page: str, record: Record, view: View, rejected: tuple[Rejected, ...], language: Language) -> Markup:
    """One of PAGES for a view of a record. It has the app's own markup; its links load the page anew."""
    return render(
        "frame/prerender",
        language,
        sprite=sprite(),
        style=FIRST_STYLE,
        navigation=navigation(page, view, language),
        known=known_bar(record, view, language, page),
        notices=notices(record, rejected, view, language),
        parts=_PARTS[page](record, view, language),
        search=(address(View(), page), view.but(text="").to_query(), view.text) if page in SEARCHED else None,
    )


def first_title(page: str, language: Language) -> str:
    """What the browser calls a page."""
    return f"{page_titles(language)[page]} · Qantar"


def first_style() -> str:
    """The style sheet: typefaces, the colours that Streamlit gives its components, and the measures of its pages."""
    light, dark = map(_variables, THEMES)
    themes = f"#first-page {{ {light} }}\n@media (prefers-color-scheme: dark) {{ #first-page {{ {dark} }} }}\n"
    return "\n".join([typefaces("Source"), themes, STYLE.read_text(encoding="utf-8")])


def _variables(theme: str) -> str:
    families = FAMILY_COLOURS[theme]
    values = {
        "font": "'Source Sans', sans-serif",
        "heading-font": "'Source Serif', serif",
        "background-color": PAPER[theme],
        "secondary-background-color": SURFACE[theme],
        "text-color": INK[theme],
        "border-color": LINE[theme],
        "primary-color": ACCENT[theme],
        "blue-color": families["protest"],
        "gray-color": families["violence"],
        "orange-color": families["repression"],
        "violet-color": families["state"],
        "green-color": families["afterwards"],
    }
    return " ".join(f"--st-{name}: {value};" for name, value in values.items())


def _explore(record: Record, view: View, language: Language) -> list[Markup]:
    shown = query(record, view)
    broad, narrow = (drawn_map(shown, language, size, view.camera) for size in (BROAD, NARROW))
    cameras = [
        (labels.camera(language, camera), address(view.but(camera=camera)), camera == view.camera) for camera in CAMERAS
    ]
    return [
        _beside(heading(shown, language), _steps(view, language, "explore")),
        day_strip(shown, language),
        render(
            "frame/columns",
            language,
            left=[
                render("frame/choices", language, choices=cameras, label=language.text("Look at")),
                Markup('<div class="standing-in">{}</div>').format(_either(broad, narrow, until="small")),
                silence(shown, language),
                shelf(shown, language, THEMES[0]),
            ],
            right=[
                event_card(record, shown.selected, view, language) if shown.selected is not None else "",
                event_list(shown, language),
            ],
            below=[
                Markup('<div class="not-middling">{}</div>').format(drawn_timeline(shown, language, TIMELINE)),
                legend(language),
                download_links(view, language, THEMES[0]),
            ],
        ),
    ]


def _day(record: Record, view: View, language: Language) -> list[Markup]:
    shown = query(record, view.but(period=reading_period(view)))
    broad, narrow = (reading(shown, language, size) for size in (COLUMN, NARROW))
    return [
        _steps(shown.view, language, "day"),
        day_strip(shown, language, "day"),
        _either(broad, narrow, until="phone"),
    ]


def _cases(record: Record, view: View, language: Language) -> list[Markup]:
    return [case_page(record, view.case, view, language) if view.case else case_list(record, view, language)]


def _claims(record: Record, view: View, language: Language) -> list[Markup]:
    broad, narrow = (numbers_panel(record, view, language, size) for size in (BROAD_CHART, NARROW_CHART))
    return [_either(broad, narrow, until="phone"), ledger_page(record, view, language)]


def _sources(record: Record, view: View, language: Language) -> list[Markup]:
    return [method_page(query(record, view), language), source_list(record, view, language)]


_PARTS: dict[str, Callable[[Record, View, Language], Sequence[Markup]]] = {
    "explore": _explore,
    "day": _day,
    "cases": _cases,
    "claims": _claims,
    "talks": lambda record, view, language: [talk_list(talks().values(), language)],
    "sources": _sources,
    "corrections": lambda record, view, language: [corrections(record.whole, view, language)],
}


def _steps(view: View, language: Language, page: str) -> Markup:
    steps = [(language.text("Previous day"), -1), (language.text("Next day"), 1)]
    links = [(words, address(view.stepped(days), page), False) for words, days in steps]
    return render("frame/choices", language, choices=links, label=language.text("Day"))


def _beside(left: Markup, right: Markup) -> Markup:
    return Markup('<div class="sides-of-row">{}{}</div>').format(left, right)


def _either(broad: Markup, narrow: Markup, until: str) -> Markup:
    """Two sizes of a figure, of which a window shows the one that fits: it alone knows how wide it is."""
    return Markup('<div class="not-{0}">{1}</div><div class="if-{0}">{2}</div>').format(until, broad, narrow)
