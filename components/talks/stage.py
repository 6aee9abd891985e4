"""A talk as one HTML document: the stage that is served, and the same with everything inside for a USB stick."""

import base64
import hashlib
import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from textwrap import wrap
from typing import Any

import segno
from markupsafe import Markup

from components.address import (
    STAGE_STYLE,
    address,
    follow_address,
    slide_frames_address,
    talk_address,
    talk_file_address,
)
from components.drawing.glyphs import fillings
from components.drawing.label_placement import running
from components.drawing.palette import THEMES, colours
from components.drawing.typefaces import inside, typefaces
from components.figure import here, nowhere
from components.language import Language, languages
from components.markup import render
from components.pictures.figures import FIGURES
from components.pictures.framed import STYLE as FIGURE_STYLE
from components.streamlit_files import streamlit_address
from components.talks.figures import (
    HEIGHT,
    WIDTH,
    SlideFigure,
    base_map,
    drawn_or_faults,
    layer_of,
    slide_markup,
)
from components.talks.key import key_line
from components.talks.markdown import MARKDOWN
from components.talks.played import playable
from components.words.version import short_version
from data.loading.record import Record
from data.queries.view import View
from data.talks import Slide, Talk
from data.version import PROGRAM

STATIC = Path(__file__).resolve().parents[2] / "static"
TYPE, BESIDE, MOST_LINES = 24, 328, 14
"""The size of the words beside a figure, the room they have across in pixels, and so many lines find room below one
another; where there are more, the type is smaller."""
HEADING, HEADING_ROOM = 40, 1300
"""The size of a heading, and about the room it has on one line, in pixels: its letters are narrower than others."""
SOURCE_LINE = 96
"""So many characters of sources fit at the foot of a slide."""


@dataclass(frozen=True)
class Site:
    """Where a stage stands: the site it is served from, or "" for a file on a disk, and if others can reach it."""

    base: str = ""
    reachable: bool = False


def stage(record: Record, talk: Talk, language: Language, site: Site) -> Markup:
    """The document. From a site it loads script, style and typefaces; as a file it has them inside."""
    slides = [_slide(record, talk, slide, language, site) for slide in slides_shown(talk)]
    alone = not site.base
    return render(
        "talks/stage",
        language,
        talk=talk,
        slides=slides,
        total=len(slides),
        base_map=base_map(),
        fillings=fillings(),
        width=WIDTH,
        height=HEIGHT,
        box=" ".join(map(str, next((s["box"] for s in slides if s["box"]), (0, 0, WIDTH, HEIGHT)))),
        alone=alone,
        style=Markup(stage_style(alone)) if alone else "",
        script=Markup(stage_script()) if alone else "",
        policy=_policy() if alone else "",
        style_address=STAGE_STYLE,
        handout=talk_file_address(talk.name, "pdf", language.code),
        languages=[] if alone else languages(lambda code: talk_address(talk.name, language=code), language),
        leave="" if alone else address(View(language=language.code), "talks"),
        program=PROGRAM,
        version=short_version(record, language),
        keys=keys(language, alone),
        buttons=buttons(language, alone),
    )


def slides_shown(talk: Talk) -> tuple[Slide, ...]:
    """The slides; where the file itself has faults, a card with them comes first."""
    if not talk.faults:
        return talk.slides
    card = Slide(0, 1, talk.title, "", None, "", talk.faults)
    return tuple(replace(slide, number=n) for n, slide in enumerate((card, *talk.slides), start=1))


def _slide(record: Record, talk: Talk, slide: Slide, language: Language, site: Site) -> dict[str, Any]:
    figure, faults = drawn_or_faults(record, talk, slide, language)
    follow = (
        site.base + follow_address(talk.name, slide.number, language.code)
        if site.base and slide.view is not None
        else ""
    )
    return {
        "number": slide.number,
        "heading": slide.heading or language.text("Slide {n}").format(n=slide.number),
        "words": Markup(MARKDOWN.render(slide.words)),
        "long": len(slide.heading) * running(slide.heading) * HEADING > HEADING_ROOM,
        "dense": figure is not None and _lines(slide.words) > MOST_LINES,
        "notes": Markup(MARKDOWN.render(slide.notes)),
        "faults": faults,
        "layer": figure.layer if figure else "",
        "figure": slide_markup(figure, here if site.base else nowhere) if figure else "",
        "key": key_line(figure.layer, language) if figure else "",
        "caption": figure.caption if figure else "",
        "box": figure.view_box if figure else None,
        "sources": source_line(record, figure, language) if figure else "",
        "frames": _frames(talk, slide, language) if site.base and figure else "",
        "open": _open(talk, slide, language) if site.base and slide.view is not None else "",
        "follow": follow,
        "qr": Markup(_qr(follow)) if follow and site.reachable else "",
    }


def _lines(words: str) -> int:
    """About how many lines the words of a slide take beside its figure."""
    letters = int(BESIDE / (running(words) * TYPE))
    return sum(len(wrap(line, letters)) for line in words.splitlines() if line.strip())


def _frames(talk: Talk, slide: Slide, language: Language) -> str:
    """Where what the stage plays of a slide is served; empty where it plays nothing."""
    return slide_frames_address(talk.name, slide.number, language.code) if playable(slide.view) else ""


def _open(talk: Talk, slide: Slide, language: Language) -> str:
    """The slide's view in the app, from which a link leads back."""
    assert slide.view is not None
    page = FIGURES[layer_of(slide.view)].page
    return address(slide.view.but(talk=f"{talk.name}.{slide.number}", layer="", language=language.code), page)


def source_line(record: Record, slide: SlideFigure, language: Language) -> str:
    """Whose reports a slide rests on, as many as fit: "RFE/RL, Vlast, TASS and 12 more"."""
    counted = Counter(record.source_rows[source]["publisher"] for source in slide.figure.sources)
    publishers = [publisher for publisher, _ in counted.most_common()]
    if not publishers:
        return ""
    named = [publishers[0][:SOURCE_LINE]]
    for publisher in publishers[1:]:
        if len(", ".join([*named, publisher])) > SOURCE_LINE:
            break
        named.append(publisher)
    more = len(publishers) - len(named)
    names = ", ".join(named)
    if more:
        names = language.text("{names} and {n} more").format(names=names, n=language.number(more))
    return language.text("Sources: {names}").format(names=names)


def keys(language: Language, alone: bool) -> list[tuple[str, str]]:
    """The keys of a stage with what they do."""
    _ = language.text
    served = [
        ("P", _("play the days of map or timeline, or pause; 2 P: a step every 2 seconds")),
        ("O", _("open this view in the app")),
        ("Q", _("show or hide the code to follow along")),
    ]
    return [
        (_("→ ↓ Space PageDown"), _("next slide")),
        (_("← ↑ PageUp"), _("slide before")),
        (_("Home, End"), _("first and last slide")),
        (_("number, Enter"), _("go to a slide")),
        (_("B or ."), _("black")),
        ("N", _("notes in a window of their own")),
        ("F", _("full screen")),
        ("T", _("light or dark")),
        ("R", _("back to the talk: the slide as it was")),
        *([] if alone else served),
        ("Esc", _("leave")),
        ("?", _("these keys")),
    ]


def buttons(language: Language, alone: bool) -> list[tuple[str, str, dict[str, str]]]:
    """The buttons of a stage for fingers and a mouse: a sign, what it does, and the step or key it stands for."""
    _ = language.text
    leave = [] if alone else [("×", _("Leave"), {"data-key": "Escape"})]
    return [
        ("←", _("Slide before"), {"data-step": "-1"}),
        ("→", _("Next slide"), {"data-step": "1"}),
        ("N", _("Notes"), {"data-key": "n"}),
        ("F", _("Full screen"), {"data-key": "f"}),
        ("?", _("Keys"), {"data-key": "?"}),
        *leave,
    ]


def _qr(link: str) -> str:
    """A code for a link as SVG, drawn here."""
    return segno.make(link, error="m").svg_inline(scale=4, border=2, dark="#000", light="#fff")


@cache
def stage_style(alone: bool) -> str:
    """The style sheet: colours of both themes, the typefaces, the rules of stage and figures."""
    light, dark = (_variables(theme) for theme in THEMES)
    themes = (
        f":root {{ {light} }}\n@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
        f":root.light {{ {light} }}\n:root.dark {{ {dark} }}\n"
    )
    rules = [path.read_text(encoding="utf-8") for path in (FIGURE_STYLE, STATIC / "stage.css")]
    return "\n".join([typefaces("Stage", inside if alone else streamlit_address), themes, *rules])


def _variables(theme: str) -> str:
    return " ".join(f"--{name}: {value};" for name, value in colours(theme).items())


@cache
def stage_script() -> str:
    """The script of the stage with its modules inside, each as a function that gives what it exports."""
    main = (STATIC / "stage.js").read_text(encoding="utf-8")
    wrapped = []
    for names, path in _IMPORT.findall(main):
        module = (STATIC / path).read_text(encoding="utf-8")
        wrapped.append(f"const {names} = (() => {{\n{_EXPORT.sub('', module)}return {names};\n}})();\n")
    return "".join(wrapped) + _IMPORT.sub("", main)


_IMPORT = re.compile(r'^import ({[^}]+}) from "./(.+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=function)", re.MULTILINE)


def _policy() -> str:
    """What a file on a disk may do: run its own script, and ask nobody for anything."""
    digest = base64.b64encode(hashlib.sha256(stage_script().encode()).digest()).decode()
    rules = (
        "default-src 'none'",
        f"script-src 'sha256-{digest}'",
        "style-src 'unsafe-inline'",
        "font-src data:",
        "img-src data:",
    )
    return "; ".join(rules)
