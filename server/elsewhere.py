"""Addresses that are none: where the meaning is plain they lead there, else a page says so and leads on."""

from collections.abc import Mapping
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Match, Route
from starlette.types import Scope

from components.address import HOME, address, asset, talk_address
from components.frame.contents import PAGES
from data.queries.view import View, passed_over
from data.store import read_view, talks
from server.answers import not_found
from server.reading import reader_of
from server.streamlit_insides import answers_itself

PAGE_OF = {
    **{name: name for name in PAGES},
    **{"index.html": HOME, "home": HOME, "event": HOME, "events": HOME, "days": "day", "case": "cases"},
    **{
        "claim": "claims",
        "talk": "talks",
        "t": "talks",
        "source": "sources",
        "correction": "corrections",
        "glossary": "about",
        "person": "people",
        "find": "search",
    },
}
"""What the first part of an address may say, and the page that is meant."""
ICONS = ("favicon.ico", "favicon.png")
"""Where browsers and Streamlit's front end look for an icon unasked."""
KEY_OF = {HOME: "event", "cases": "case", "claims": "claim", "people": "person", "sources": "source"}
"""What the second part of an address chooses on a page, besides a day."""


class Elsewhere(Route):
    """Every address but those that Streamlit answers itself; it comes last among our routes."""

    def __init__(self) -> None:
        super().__init__("/{path:path}", _elsewhere)
        self.methods = set()  # all

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        if scope["type"] == "http" and answers_itself(scope["method"], scope["path"]):
            return Match.NONE, {}
        return super().matches(scope)


async def _elsewhere(request: Request) -> Response:
    if request.method not in ("GET", "HEAD"):
        return PlainTextResponse(
            reader_of(request).text("Here is only to be read."), status_code=405, headers={"allow": "GET, HEAD"}
        )
    meant = await run_in_threadpool(meant_by, request.url.path, dict(request.query_params))
    if meant and meant != request.url.path:
        return RedirectResponse(meant, status_code=308)
    return not_found(request)


def meant_by(path: str, query: Mapping[str, str]) -> str | None:
    """The address that is plainly meant by a path that is none, with what was chosen beside it; None if none is."""
    first, *rest = [part for part in path.lower().split("/") if part] or [HOME]
    if first in ICONS and not rest:
        return asset("icon.svg")
    page, named = PAGE_OF.get(first), "/".join(rest)
    if page is None and not rest:
        page, named = "day", first
    if page is None:
        return None
    if page == "talks" and named:
        return _talk(rest)
    chosen = _chosen(page, named) if named else View()
    return _joined(chosen, page, query) if chosen is not None else None


def _talk(parts: list[str]) -> str | None:
    name, number = parts[0], "".join(parts[1:])
    return talk_address(name, number if number.isdecimal() else "") if name in talks() else None


def _chosen(page: str, named: str) -> View | None:
    """The view that shows what is named on a page: a day, or what it opens."""
    found = [{"day": named}] if page in (HOME, "day") else []
    found += [{KEY_OF[page]: named}] if page in KEY_OF else []
    for query in found:
        view, rejected = read_view(query)
        if not rejected:
            return view
    return None


def _joined(view: View, page: str, query: Mapping[str, str]) -> str:
    """The address of a view on a page, with what else was asked for."""
    others = {name: value for name, value in query.items() if not passed_over(name)}
    parameters = urlencode(others | view.to_query())
    return address(View(), page) + (f"?{parameters}" if parameters else "")
