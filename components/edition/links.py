"""The links of a page of the app, turned into those of the edition: relative, each to a file that is there."""

import posixpath
import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from components.address import ASSETS, HOME
from components.edition.sheets import FIRST, Sheets, key

SERVED = (
    *("[data-served]", "[data-go]", "[data-keep]", "[data-begin]"),
    *("[data-id='menu-beside']", "[data-id='two-sides']", "input[name='lang']"),
)
"""What needs a server, as selectors: it is left out."""
ADDRESSES = ("href", "src", "action", "value", "data-text")
"""The attributes that hold an address of the site where they begin with a slash."""
FILLED = ("select[data-pick] option:not(:first-child)", ".choosing .unfolded li")
"""What the script of the edition fills in when a menu is first opened; the first page has all its lines, which lead to
every place."""
OF_THE_APP = ("data-range", "data-days", "data-hours", "data-site", "data-reword")
"""The attributes that only the scripts of the app read."""
NAMED = "header [data-id], a[data-event][data-id]"
"""What the app finds again after an update by a name that the edition has no use for."""
_CLOSED = re.compile("></(?:path|circle|rect|use|line|polygon)>")
"""The ends of shapes, which may be left out."""
_LOOKS = {"at", "lanes"}
_ADDRESS = re.compile(r"\. /\S*$")
"""The address of the app at the end of a reference."""
_NO_CHOICE = {"lang", "seen", "show"}


@dataclass(frozen=True)
class Way:
    """From one file of the edition to others.

    `file` lies below the folder of its `language`, which has `others` beside its pages, the `sheets`; `languages` are
    all that the edition has.
    """

    file: str
    language: str
    languages: Collection[str]
    others: Collection[str]
    sheets: Sheets

    def to(self, address: str) -> str | None:
        """The relative address of what the app has at one; None where the edition has nothing like it."""
        parts = urlsplit(address)
        query = dict(parse_qsl(parts.query))
        language = query.get("lang", self.language)
        if parts.path.startswith(f"{ASSETS}/"):
            return self.relative("..", parts.path.removeprefix("/"))
        found = self._file(unquote(parts.path).strip("/"), query) if language in self.languages else None
        if found is None:
            return None
        path, _, choices = found.partition("#")
        fragment = parts.fragment or choices
        return self.relative("..", language, path) + (f"#{fragment}" if fragment else "")

    def relative(self, *parts: str) -> str:
        """The way from here to what lies below the folder of the language."""
        here = posixpath.dirname(f"/{self.language}/{self.file}")
        return posixpath.relpath(posixpath.join("/", self.language, *parts), here)

    def _file(self, path: str, query: dict[str, str]) -> str | None:
        """What stands in the place of a path of the app, below the folder of the language."""
        kind, _, rest = path.partition("/")
        if path == "data/qantar.zip":
            return "../record/qantar.zip"
        if kind in ("data", "cite"):
            return self._other(f"files/{rest}" if query.keys() <= _NO_CHOICE else "")
        if kind == "talk":
            return self._other(f"talks/{rest}") or self._other(f"talks/{rest}.html")
        found = None if rest else self.sheets.file_of(kind or HOME, query)
        # What this page has its own way with can't be chosen on it.
        chosen = _LOOKS & query.keys() and self.sheets.by_key.get(key(HOME, query)) is None
        return None if found == self.file and chosen else found

    def _other(self, path: str) -> str | None:
        return path if path in self.others else None


def turned(document: str, way: Way) -> str:
    """A document with the links of the edition, and without what needs a server."""
    tree = LexborHTMLParser(document)
    for selector in (*SERVED, *FILLED[: 1 if way.file == FIRST else None]):
        for node in tree.css(selector):
            node.decompose()
    for attribute in ADDRESSES:
        for node in tree.css(f'[{attribute}^="/"]'):
            leads = way.to(str(node.attributes[attribute]))
            if leads is None:
                _take_out(node)
            else:
                node.attrs[attribute] = leads
    for node in tree.css("a[href^='#']"):
        if not tree.css(f'[id="{str(node.attributes["href"])[1:]}"]'):
            _take_out(node)
    for attribute in OF_THE_APP:
        for node in tree.css(f"[{attribute}]"):
            del node.attrs[attribute]
    for node in tree.css("[data-text]"):
        node.attrs["data-text"] = _ADDRESS.sub("", str(node.attributes["data-text"]))
    for node in tree.css(NAMED):
        del node.attrs["data-id"]
    return _CLOSED.sub("/>", str(tree.html))


def _take_out(node: LexborNode) -> None:
    """Leave out a link that leads nowhere, with the item of a list that has nothing else."""
    around = node.parent
    while around is not None and around.tag == "li" and not around.text().replace(node.text(), "", 1).strip():
        node, around = around, around.parent
    node.decompose()
