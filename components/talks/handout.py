"""The handout of a talk: a page a slide with its figure, words, notes and sources, as PDF, drawn by typst."""

import re
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import typst
from markdown_it.token import Token

from components.drawing.glyphs import fillings
from components.drawing.picture_forms import FONTS
from components.figure import Figure, nowhere
from components.language import Language
from components.pictures.framed import figure_style
from components.talks.figures import WIDTH, drawn_or_faults
from components.talks.markdown import MARKDOWN
from components.talks.stage import slides_shown
from components.words.version import version_words
from data.faults import shortened
from data.loading.record import Record
from data.talks import Slide, Talk

LONGEST = 1000
"""So many letters of a title or of what a figure says go into the file's own fields; PDF has no room for 33,000."""
LINE = 110
"""So many letters of a title or source fit on a line."""
SOURCES = 10
"""So many sources are listed under a slide; the record has them all."""

_PAGE = """
#set document(title: {title}, author: {author}, date: {date})
#set page(paper: "a4", margin: (x: 18mm, y: 16mm), footer: context [
  #set text(8pt, fill: rgb("#5f5a52"))
  #{version} #h(1fr) #counter(page).display("1 / 1", both: true)
])
#set text(font: "Source Sans Pro", size: 10.5pt, lang: {lang})
#set par(justify: false, leading: 0.6em)
"""


def handout(record: Record, talk: Talk, language: Language) -> bytes:
    """The PDF; a slide with faults has them in place of its figure."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        pages = [_page(record, talk, slide, language, root) for slide in slides_shown(talk)]
        head = _PAGE.format(
            title=_string(shortened(talk.title, LONGEST)),
            author=_string(shortened(talk.author, LONGEST)),
            date=_date(record.as_of),
            version=_string(f"{shortened(talk.title, LINE)} · {version_words(record, language)}"),
            lang=_string(talk.language),
        )
        source = root / "handout.typ"
        source.write_text(head + "\n#pagebreak()\n".join(pages), encoding="utf-8")
        return bytes(typst.compile(str(source), root=folder, font_paths=[str(FONTS)], ignore_system_fonts=True))


def _date(day: date | None) -> str:
    """When the record was last changed, so that the same record gives the same file."""
    return f"datetime(year: {day.year}, month: {day.month}, day: {day.day})" if day else "none"


def _page(record: Record, talk: Talk, slide: Slide, language: Language, root: Path) -> str:
    figure, faults = drawn_or_faults(record, talk, slide, language)
    parts = [f"#text(18pt, weight: 600)[#{_string(f'{slide.number}  {shortened(slide.heading, LONGEST)}')}]"]
    parts += [f"#block(stroke: 1pt, inset: 8pt)[#{_string(fault)}]" for fault in faults]
    if figure:
        path = root / f"figure-{slide.number}.svg"
        path.write_text(_document(figure.figure), encoding="utf-8")
        parts.append(f"#image({_string(path.name)}, width: 72%, alt: {_string(shortened(figure.caption, LONGEST))})")
        parts.append(f'#text(9pt, fill: rgb("#5f5a52"))[#{_string(figure.caption)}]')
    parts.append(_typst(slide.words))
    if slide.notes:
        parts.append("#line(length: 100%, stroke: 0.5pt)\n" + _typst(slide.notes))
    if figure:
        parts.append(_sources(record, figure.figure.sources, language))
    return "\n\n".join(parts)


def _document(figure: Figure) -> str:
    """A figure as an SVG file of its own."""
    height = round(WIDTH * figure.height / figure.width)
    drawn = figure.linked(nowhere).element(width=WIDTH, height=height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" font-family="Source Sans Pro">'
        f"<style>{figure_style('light')}</style><defs>{fillings()}</defs>"
        f'<g class="{figure.style_class}">{drawn}</g></svg>'
    )


def _sources(record: Record, sources: Iterable[str], language: Language) -> str:
    rows = [record.source_rows[source] for source in sources]
    lines = [shortened(f"{row['publisher']}, {row['published'] or '–'}: {row['title']}", LINE) for row in rows]
    shown = lines[:SOURCES]
    if len(lines) > len(shown):
        shown.append(language.text("and {n} more, in the record").format(n=language.number(len(lines) - len(shown))))
    listed = "\n".join(f"- #{_string(line)}" for line in shown)
    title = language.plural("{n} source", "{n} sources", len(rows))
    return f"#text(8pt)[\n#strong[#{_string(title)}]\n{listed}\n]"


def _typst(markdown: str) -> str:
    """Markdown as typst: paragraphs, lists and emphasis; every text is a string, so that none is markup."""
    return "".join(_block(token) for token in MARKDOWN.parse(markdown)).strip()


def _block(token: Token) -> str:
    if token.type == "inline":
        return "".join(_inline(child) for child in token.children or ())
    if token.type in ("code_block", "fence"):
        return f"#{_string(token.content)}\n\n"
    return {
        "heading_close": "\n\n",
        "paragraph_close": "\n\n" if not token.hidden else "\n",
        "list_item_open": "+ " if token.info else "- ",
        "bullet_list_close": "\n",
        "ordered_list_close": "\n",
    }.get(token.type, "")


def _inline(token: Token) -> str:
    marks = {"strong_open": "#strong[", "em_open": "#emph[", "strong_close": "]", "em_close": "]", "hardbreak": " \\\n"}
    if token.type in marks:
        return marks[token.type]
    if token.type == "softbreak":
        return " "
    return f"#{_string(token.content)}" if token.content else ""


def _string(text: str) -> str:
    """A text as a string of typst; what is no letter is a question mark."""
    text = text.encode("utf-8", "replace").decode()
    clean = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f]", " ", clean) + '"'
