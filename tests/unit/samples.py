"""What the tests of the components share: the record, views of it, a record full of hostile text, and parsed markup."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from components.language import Language
from data.loading.record import Record, load_record
from data.loading.rows import EventRow
from data.period import Period
from data.queries.query import Shown, addressable, query
from data.queries.view import Rejected, View, parse_view

TESTS = Path(__file__).resolve().parents[1]
EN = Language()
HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)>\"'> [x](javascript:alert(3)) $\\alpha$ "
    ":material/home: &lt;b&gt; {{7*7}} {n} {0} **bold** @@=1+1 "
)
"""Text that some layer or other would take for markup, a formula, a template or a link."""
_TEXTS = {
    "events": ("title", "summary", "disputed_points", "actors"),
    "claims": ("statement", "claimant", "measure", "withdrawn_why"),
    "sources": ("title", "publisher", "author"),
    "cases": ("title", "summary", "official_version", "other_version", "outcome", "charges"),
    "case_people": ("name", "note"),
    "people": ("name_en", "name_ru", "name_kk", "also_spelled", "part"),
    "deaths": ("description", "circumstances", "accounts", "authorities_say"),
    "case_steps": ("step",),
    "places": ("name_en", "name_ru", "name_kk"),
    "bands": ("title",),
    "changes": ("change", "reason"),
}


class Marked(Language):
    """A language whose texts can be told from what was put together of an id."""

    def text(self, message: str) -> str:
        return f"«{message}»"


@cache
def record() -> Record:
    """The small record of the tests; read-only."""
    return load_record(TESTS / "record")


@cache
def hostile_record() -> Record:
    """The record with HOSTILE before every text that is somebody's own words."""
    return rewritten(record(), lambda text: HOSTILE + text)


def rewritten(original: Record, change: Callable[[str], str]) -> Record:
    """A record with every free text changed, past all checks."""

    def changed(cell: Any) -> Any:
        return tuple(map(change, cell)) if isinstance(cell, tuple) else change(cell)

    tables = {
        name: frame.assign(**{column: frame[column].map(changed) for column in _TEXTS.get(name, ())})
        for name, frame in original.tables.items()
    }
    voices = set(original.voices.by_source.values())
    names = {voice: change(original.voices.name(voice)) for voice in voices}
    return replace(original, tables=tables, voices=replace(original.voices, names=names))


def shown(of: Record | None = None, day: str = "", **choices: Any) -> Shown:
    """What a view shows; `day` is written as in an address."""
    if day:
        choices["period"] = Period.parse(day)
    return query(of or record(), View(**choices))


def event(event_id: str, of: Record | None = None) -> EventRow:
    return (of or record()).event_rows[event_id]


@dataclass
class Page(HTMLParser):
    """Markup taken apart by the rules of HTML: its tags with their attributes, and its text as a reader sees it."""

    markup: str
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(str(self.markup))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def text(self) -> str:
        """All text, with single spaces."""
        return " ".join("".join(self.texts).split())

    @property
    def names(self) -> set[str]:
        """Every tag, and every attribute after its tag."""
        return {tag for tag, _ in self.tags} | {f"{tag} {name}" for tag, found in self.tags for name in found}

    @property
    def links(self) -> list[str]:
        return self.attribute("href")

    def attribute(self, name: str) -> list[str]:
        """The values of an attribute, in order."""
        return [found[name] for _, found in self.tags if name in found]

    def classed(self, name: str) -> list[dict[str, str]]:
        """The attributes of the tags of a class."""
        return [found for _, found in self.tags if name in found.get("class", "").split()]


@dataclass
class Form:
    """A form as a browser sends it: where to, its fields with what they hold, and the options of each list."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    options: dict[str, list[str]] = field(default_factory=dict)

    def sends(self, **changed: str) -> tuple[View, tuple[Rejected, ...]]:
        """The view that is asked for with some of the fields `changed`."""
        assert changed.keys() <= self.fields.keys()
        return parse_view(self.fields | changed, addressable(record()))


def forms(page: Page) -> list[Form]:
    """The forms of a page, in order."""
    found: list[Form] = []
    chosen_from = ""
    for tag, attributes in page.tags:
        name, value = attributes.get("name", ""), attributes.get("value", "")
        if tag == "form":
            found.append(Form(attributes["action"]))
        elif found and tag == "input" and name:
            ticked = attributes.get("type") != "checkbox" or "checked" in attributes
            found[-1].fields[name] = value if ticked else ""
        elif found and tag == "select":
            chosen_from = name
            if name:
                found[-1].fields[name] = ""
                found[-1].options[name] = []
        elif tag == "option" and chosen_from:
            found[-1].options[chosen_from].append(value)
            if "selected" in attributes:
                found[-1].fields[chosen_from] = value
    return found


def foreign(links: Iterable[str]) -> list[str]:
    """The links that are neither of this site nor plain web addresses."""
    return [
        link
        for link in links
        if not re.match(r"https?://[^\s\"'<>]+$|/[a-z]*([?#]|$)|/(data|edition|file|marks|pictures|cite)/|#", link)
    ]


def assert_same_markup(hostile: str, clean: str) -> None:
    """Hostile text brings in no tag, no attribute and no link that the same page would not have anyway."""
    told, plain = Page(hostile), Page(clean)
    assert told.names <= plain.names
    assert not foreign(told.links)
    assert "alert(1)" not in clean
    assert "<script" not in hostile
    if "alert(1)" in told.text:
        assert "{{7*7}}" in told.text
        assert "&lt;b&gt;" in told.text
