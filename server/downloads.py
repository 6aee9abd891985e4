"""What can be downloaded: tables at `/data`, pictures at `/pictures`, citations at `/cite`, pages at `/file`.

Each follows the same parameters as the pages; what is wrong in them is left out. The handlers are plain functions, so
that the server runs them beside its event loop.
"""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from functools import partial

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from components.address import CITATION, CITATIONS, PAGE_FILE, PICTURE, TABLES, address
from components.drawing.palette import THEMES
from components.drawing.picture_forms import FORMS as PICTURE_FORMS
from components.edition.alone import page_alone
from components.figure import NothingToDrawError
from components.frame.contents import PAGES
from components.frame.context import Context
from components.language import Language, language_of
from components.pictures.figures import FIGURES
from components.pictures.picture import picture
from components.record.files import File, citations, tables, told
from components.words.citation import event_words
from data.exports.citations import FORMS, Item, event_item, source_item
from data.loading.rows import EventRow
from data.queries.query import query
from data.queries.view import View
from data.store import record, record_of, talks
from server.answers import if_readable
from server.heavy import Endpoint, Handler, in_place
from server.hosts import is_published
from server.reading import reader_of, view_of


def downloads(heavily: Callable[[Handler], Endpoint] = in_place) -> list[BaseRoute]:
    """The routes of everything that can be downloaded; `heavily` has what is heavy done elsewhere."""
    return [
        Route(TABLES, heavily(if_readable(partial(_file, tables)))),
        Route(CITATIONS, heavily(if_readable(partial(_file, citations)))),
        Route(CITATION, if_readable(_citation)),
        Route(PICTURE, heavily(if_readable(_picture))),
        Route(PAGE_FILE, heavily(if_readable(_page))),
    ]


def _file(files: Callable[[Language], dict[str, File]], request: Request) -> Response:
    """One of some files, of the view that is asked for."""
    view, _ = view_of(request)
    language = language_of(view)
    there, asked = files(language), request.path_params["file"]
    if asked not in there:
        return _missing(request, asked, there)
    file, shown = there[asked], query(record_of(view), view)
    content = file.write(shown, told(shown, language, _base(request) + address(view, file.page)))
    return _saved(content, file.media_type, file.of, view if file.follows else View(), asked.rpartition(".")[2])


def _picture(request: Request) -> Response:
    """A figure of a view; `theme=dark` among the parameters makes it light on dark."""
    figure, form = request.path_params["figure"], request.path_params["form"]
    if figure not in FIGURES or form not in PICTURE_FORMS:
        return _missing(request, f"{figure}.{form}", [f"{one}.{other}" for one in FIGURES for other in PICTURE_FORMS])
    theme = request.query_params.get("theme", THEMES[0])
    view, _ = view_of(request)
    try:
        chosen = theme if theme in THEMES else THEMES[0]
        drawn = picture(figure, query(record_of(view), view), language_of(view), chosen, _base(request))
    except NothingToDrawError as error:
        return PlainTextResponse(str(error), status_code=404)
    content = PICTURE_FORMS[form].write(drawn)
    return _saved(content, PICTURE_FORMS[form].media_type, figure, view, form)


def _page(request: Request) -> Response:
    """A page of a view as one HTML file."""
    name = request.path_params["page"]
    if name not in PAGES:
        return _missing(request, name, PAGES)
    view, rejected = view_of(request)
    context = Context(name, record_of(view), PAGES[name].reads(view), language_of(view), talks())
    base = _base(request) if is_published(request.headers.get("host", "")) else ""
    content = page_alone(context, rejected, address(view, name), base)
    return _saved(content, "text/html; charset=utf-8", name, view, "html")


def _citation(request: Request) -> Response:
    """One event with its sources, or one source."""
    table, row_id, form = (request.path_params[name] for name in ("table", "row_id", "form"))
    whole = record()
    ids: dict[str, Collection[str]] = {"events": whole.event_rows, "sources": whole.source_rows}
    if form not in FORMS or row_id not in ids.get(table, ()):
        there = [f"{table}/….{form}" for table in ("events", "sources") for form in FORMS]
        return _missing(request, f"{table}/{row_id}.{form}", there)
    if table == "sources":
        written = FORMS[form].write([source_item(whole.source_rows[row_id])])
        return _saved(written, FORMS[form].media_type, row_id, View(), form)
    view, _ = view_of(request)
    items = _with_sources(whole.event_rows[row_id], language_of(view), _base(request))
    return _saved(FORMS[form].write(items), FORMS[form].media_type, row_id, View(language=view.language), form)


def _with_sources(event: EventRow, language: Language, base: str) -> list[Item]:
    whole = record()
    link = base + address(View(event=event["event_id"], language=language.code, seen=whole.as_of))
    sources = [source_item(whole.source_rows[source]) for source in event["sources"]]
    return [event_item(whole, event, event_words(whole, event, language), link), *sources]


def _base(request: Request) -> str:
    """The address of the site, without a slash at its end."""
    return str(request.base_url).rstrip("/")


def _saved(content: str | bytes, media_type: str, name: str, view: View, form: str) -> Response:
    """A download whose name says what it holds."""
    named = view.language if view.language != "en" else ""
    parts = "-".join(["qantar", name, *replace(view, language=named).to_query().values()])[:80]
    safe = re.sub(r"[^A-Za-z0-9.-]+", "-", parts).strip("-.")
    headers = {"content-disposition": f'attachment; filename="{safe}.{form}"'}
    return Response(content, media_type=media_type, headers=headers)


def _missing(request: Request, asked: str, there: Iterable[str]) -> Response:
    words = reader_of(request).text("There is no {asked} to download; there are: {files}")
    return PlainTextResponse(words.format(asked=repr(asked[:80]), files=", ".join(there)), status_code=404)
