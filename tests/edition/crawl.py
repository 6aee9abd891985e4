"""Where every link of a folder of pages leads: read from the files, without a server."""

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

LEADING = ("href", "src", "action", "formaction", "poster", "data", "srcset", "data-root")
"""The attributes that lead somewhere, or fetch something."""
HELD = ("value", "data-text", "data-go", "data-pick", "content")
"""The attributes that may hold an address that a script follows or a reader copies."""
KEPT_APART = {"noopener", "noreferrer"}
_URL = re.compile(r"""url\(\s*["']?([^"')]*)""")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True)
class Reference:
    """What leads somewhere: its element, the attribute, the address in it, and its `rel`."""

    element: str
    attribute: str
    address: str
    rel: frozenset[str] = frozenset()

    @property
    def is_link(self) -> bool:
        """Whether a reader follows it; the rest is fetched."""
        return self.element == "a" and self.attribute == "href"


@dataclass(frozen=True)
class Document:
    """What a page has that can be led to, what leads from it, and addresses of a server that other attributes hold."""

    ids: Counter[str]
    references: frozenset[Reference]
    held: frozenset[str]


def document(text: str) -> Document:
    tree = LexborHTMLParser(text)
    references = set()
    for attribute in LEADING:
        for node in tree.css(f"[{attribute}]"):
            rel = frozenset((node.attributes.get("rel") or "").split())
            address = node.attributes[attribute] or ""
            addresses = [one.split()[0] for one in address.split(",")] if attribute == "srcset" else [address]
            references |= {Reference(str(node.tag), attribute, one, rel) for one in addresses}
    references |= {Reference("style", "url", address) for address in _URL.findall(text)}
    return Document(
        Counter(str(node.attributes["id"]) for node in tree.css("[id]")),
        frozenset(references),
        frozenset(str(node.attributes[name]) for name in HELD for node in tree.css(f'[{name}^="/"], [{name}^="http"]')),
    )


@dataclass(frozen=True)
class Site:
    """A folder of pages. `is_view` says whether what follows "#" is a view, for which no element has to be there, and
    `is_known` whether an address of another host is one of those that the pages may lead to."""

    folder: Path
    is_view: Callable[[str], bool] = lambda fragment: False
    is_known: Callable[[str], bool] = lambda address: False

    @cached_property
    def files(self) -> frozenset[str]:
        return frozenset(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        return {
            file: document((self.folder / file).read_text("utf-8"))
            for file in sorted(self.files)
            if file.endswith(".html")
        }

    @cached_property
    def reached(self) -> frozenset[str]:
        """The pages that links and forms lead to, one after another, from the first."""
        found, left = {"index.html"}, ["index.html"]
        while left:
            file = left.pop()
            for reference in self.documents[file].references:
                target = self.target(file, reference.address)
                if reference.element in ("a", "form") and target in self.documents and target not in found:
                    found.add(target)
                    left.append(target)
        return frozenset(found)

    def target(self, file: str, address: str) -> str:
        """The file that an address on a page leads to."""
        path = unquote(urlsplit(address).path)
        return posixpath.normpath(posixpath.join(posixpath.dirname(file), path)) if path else file

    def faults(self) -> Iterator[str]:
        """What is wrong with the links of all pages and styles."""
        for file, page in self.documents.items():
            for reference in page.references:
                if wrong := self._wrong(file, reference):
                    yield f"{file}: {reference.element} {reference.attribute}={reference.address!r}: {wrong}"
            yield from (f"{file}: holds {address!r}" for address in page.held)
            yield from (f"{file}: two elements are {name!r}" for name, times in page.ids.items() if times > 1)
        for file in sorted(self.files):
            if file.endswith(".css"):
                for address in _URL.findall(_COMMENT.sub("", (self.folder / file).read_text("utf-8"))):
                    if wrong := self._wrong(file, Reference("style", "url", address)):
                        yield f"{file}: url({address}): {wrong}"

    def _wrong(self, file: str, reference: Reference) -> str:
        address, parts = reference.address, urlsplit(reference.address)
        if parts.scheme == "data":
            return "" if reference.element in ("style", "img", "image") else "is fetched from within"
        if parts.scheme or parts.netloc or address.startswith("/") or "\\" in address:
            return self._foreign(reference)
        if parts.query:
            return "asks a server"
        target = self.target(file, address)
        if reference.attribute == "data-root":
            return "" if (self.folder / target).is_dir() and address.endswith("/") else "is no folder"
        if target not in self.files:
            return "is not there"
        if not parts.fragment or target not in self.documents:
            return ""
        fragment = unquote(parts.fragment)
        if fragment in self.documents[target].ids or (reference.is_link and self.is_view(parts.fragment)):
            return ""
        return "leads to no element, and says no view"

    def _foreign(self, reference: Reference) -> str:
        if not reference.is_link:
            return "is fetched from elsewhere"
        if urlsplit(reference.address).scheme not in ("http", "https"):
            return "is absolute"
        if not reference.rel >= KEPT_APART:
            return "tells the other host where the reader came from"
        return "" if self.is_known(reference.address) else "leads to a host that no source is at"
