"""The pages' addresses: Streamlit's own document, with the page itself in it as far as it can be read at once.

At `/frames` is what is played of a page: all of its maps and timelines at once.
"""

import logging
from collections.abc import Callable
from functools import cache
from sys import getsizeof

from markupsafe import Markup
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from components.address import FIRST_STYLE, FRAMES, HOME, address, lasting_asset
from components.drawing.typefaces import FILES as FACES
from components.frame.contents import PAGES
from components.frame.context import shared
from components.frame.frames import OF, SIZES, frames
from components.frame.head import head
from components.frame.prerender import first_style, first_style_address, written_page
from components.frame.scripts import written_address
from components.streamlit_files import streamlit_address
from data.kept import Kept
from data.queries.view import Rejected, View
from data.store import record, record_of, talks
from server.answers import if_readable, lasting
from server.compression import app_size
from server.heavy import Endpoint, Handler, in_place
from server.hosts import is_published
from server.reading import reader_of, view_of
from server.streamlit_insides import document

log = logging.getLogger("qantar")
ROOM = 64_000_000
"""Bytes of written pages that are kept; the record does not change while the app runs."""
_kept: Kept[tuple[Markup, Markup]] = Kept(ROOM)


def page_routes(heavily: Callable[[Handler], Endpoint] = in_place) -> list[BaseRoute]:
    """A route a page, that of their style sheet, and that of the frames, which `heavily` has drawn elsewhere.

    The handlers are plain functions, which run beside the others.
    """
    paths = [address(View(), name) for name in PAGES]
    # Streamlit leaves the page at the root uncompressed.
    small = [Middleware(GZipMiddleware)]
    return [
        *(Route(path, _page, middleware=small) for path in paths),
        Route(FIRST_STYLE, lasting(first_style, first_style_address, "text/css")),
        Route(FRAMES, heavily(if_readable(_frames)), middleware=small),
    ]


@cache
def _early_files(sparing: bool) -> str:
    """What the first words need, named in the header of the page so that it is fetched along with it.

    For a reader who asked for it to be `sparing`, only what they can't be shown without.
    """
    sheets = (lasting_asset("qantar.css"), lasting_asset("figures.css"), first_style_address())
    styles = [f"<{name}>; rel=preload; as=style" for name in sheets]
    if sparing:
        return ", ".join(styles)
    fonts = [f"<{streamlit_address(name)}>; rel=preload; as=font; crossorigin" for name in FACES]
    return ", ".join([f"<{written_address()}>; rel=modulepreload", *styles, *fonts])


def _frames(request: Request) -> Response:
    of, size = request.path_params["of"], request.path_params["size"]
    if of not in OF or size not in SIZES:
        return PlainTextResponse(f"There are frames of {' and '.join(OF)}, {' and '.join(SIZES)}.", status_code=404)
    view, _ = view_of(request)
    return Response(frames(record_of(view), view, of, size == "narrow"), media_type="application/json")


def _page(request: Request) -> Response:
    name = request.url.path.strip("/") or HOME
    # What was looked at is not to be found on the reader's disk.
    headers = {"cache-control": "no-store", "link": _early_files(request.headers.get("save-data") == "on")}
    return HTMLResponse(_document(name, request, _site(request)), headers=headers)


def _site(request: Request) -> str:
    """The address of the site, without a slash at its end; empty where it is not known by a name of its own."""
    return str(request.base_url).rstrip("/") if is_published(request.headers.get("host", "")) else ""


def _document(name: str, request: Request, site: str) -> str:
    """Streamlit's document with a page in it. Where it can't be written in advance, the app says what is wrong."""
    language, parts = reader_of(request), (Markup("<title>Qantar</title>"), Markup())
    try:
        if not record().unreadable:
            view, rejected = view_of(request)
            parts = _written(name, view, rejected, site)
    except Exception:
        log.exception("A page could not be written in advance")
    return document().substitute(language=language.code, head=parts[0], page=parts[1])


def _written(name: str, view: View, rejected: tuple[Rejected, ...], site: str) -> tuple[Markup, Markup]:
    """What belongs into the head of the document, and the page."""
    key = (name, view, rejected, site, record().version)
    written = _kept.get(key)
    if written is None:
        context = shared(name, record_of(view), PAGES[name].reads(view), talks())
        written = head(context, site), written_page(context, rejected, site, app_size(name) / 1e6)
        _kept.put(key, written, sum(map(getsizeof, written)))
    return written
