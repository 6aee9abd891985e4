"""What can be taken along: tables under `/data`, pictures under `/pictures`, citations under `/cite`.

Each follows the same parameters as the pages; what is wrong in them is left out. The handlers are plain functions, so
that the server runs them beside its event loop.
"""

import re
from collections.abc import Callable
from functools import partial

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from components.address import CITATION, CITATIONS, PICTURE, TABLES, address
from components.drawing.palette import THEMES
from components.language import Language
from components.pictures.figures import FIGURES, NothingToDrawError, as_png, picture
from components.words.sentence import NO_BREAK, disputed_words, sentence
from data.citations import FORMS, Item, event_item, source_item
from data.exports import claims_csv, events_csv, events_geojson
from data.package import view_package, whole_package
from data.query import Shown, query
from data.record import Fields
from data.store import read_view, record, record_of
from data.view import View

CSV, ZIP = "text/csv; charset=utf-8", "application/zip"
PICTURE_TYPES = {"svg": "image/svg+xml", "png": "image/png"}


def downloads() -> list[BaseRoute]:
    """The routes of everything that can be taken along."""
    table = partial(TABLES.replace, "{file}")
    return [
        Route(table("events.{form}"), if_readable(_events)),
        Route(table("claims.csv"), if_readable(_claims)),
        Route(table("qantar.zip"), if_readable(_whole)),
        Route(PICTURE, if_readable(_picture)),
        Route(CITATIONS.replace("{file}", "events.{form}"), if_readable(_cite_shown)),
        Route(CITATION, if_readable(_cite)),
    ]


def if_readable(handler: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """A handler that says so when a table of the record can't be read."""

    def answer(request: Request) -> Response:
        if record().complaint:
            return PlainTextResponse(record().complaint, status_code=503)
        return handler(request)

    return answer


def _shown(request: Request) -> tuple[Shown, Language]:
    view, _ = read_view(dict(request.query_params))
    return query(record_of(view), view), Language(view.language)


def _events(request: Request) -> Response:
    """The events of a view as a table, as GeoJSON, or as a table with its sources and its proof."""
    shown, language = _shown(request)
    said = sentence(shown, language).replace(NO_BREAK, " ")
    title = language.text("Qantar: events of January 2022 in Kazakhstan")
    link = _base(request) + address(shown.view)
    form = request.path_params["form"]
    if form == "csv":
        return _file(events_csv(shown), CSV, "events", shown.view, form)
    if form == "geojson":
        document = events_geojson(shown, f"{title}. {said}", link, disputed_words(shown, language))
        return _file(document, "application/geo+json", "events", shown.view, form)
    if form == "zip":
        package = view_package(shown, title, said, disputed_words(shown, language), link)
        return _file(package, ZIP, "events", shown.view, form)
    return _missing(form, ("csv", "geojson", "zip"))


def _claims(request: Request) -> Response:
    view, _ = read_view(dict(request.query_params))
    return _file(claims_csv(record_of(view), view), CSV, "claims", view, "csv")


def _whole(_: Request) -> Response:
    return _file(whole_package(record()), ZIP, "record", View(), "zip")


def _picture(request: Request) -> Response:
    """A figure of a view; `theme=dark` among the parameters makes it light on dark."""
    figure, form = request.path_params["figure"], request.path_params["form"]
    if figure not in FIGURES or form not in PICTURE_TYPES:
        return _missing(f"{figure}.{form}", [f"{one}.{other}" for one in FIGURES for other in PICTURE_TYPES])
    query_params = dict(request.query_params)
    theme = query_params.pop("theme", THEMES[0])
    view, _ = read_view(query_params)
    try:
        chosen = theme if theme in THEMES else THEMES[0]
        drawn = picture(figure, query(record_of(view), view), Language(view.language), chosen, _base(request))
    except NothingToDrawError as error:
        return PlainTextResponse(str(error), status_code=404)
    content = as_png(drawn) if form == "png" else str(drawn)
    return _file(content, PICTURE_TYPES[form], figure, view, form)


def _cite(request: Request) -> Response:
    """One event with its sources, or one source."""
    table, row_id, form = (request.path_params[name] for name in ("table", "row_id", "form"))
    rows = {"events": record().event_rows, "sources": record().source_rows}.get(table, {})
    if form not in FORMS or row_id not in rows:
        return _missing(
            f"{table}/{row_id}.{form}", [f"{table}/….{form}" for table in ("events", "sources") for form in FORMS]
        )
    items = [source_item(rows[row_id])] if table == "sources" else _with_sources(rows[row_id], _base(request))
    return _file(FORMS[form].write(items), FORMS[form].media_type, row_id, View(), form)


def _cite_shown(request: Request) -> Response:
    """The sources of the events of a view."""
    form = request.path_params["form"]
    if form not in FORMS:
        return _missing(form, FORMS)
    shown, _ = _shown(request)
    sources = dict.fromkeys(source for event in shown.rows for source in event["sources"])
    items = [source_item(shown.record.source_rows[source]) for source in sources]
    return _file(FORMS[form].write(items), FORMS[form].media_type, "sources", shown.view, form)


def _with_sources(event: Fields, base: str) -> list[Item]:
    whole = record()
    link = base + address(View(event=event["event_id"], seen=whole.as_of))
    sources = [source_item(whole.source_rows[source]) for source in event["sources"]]
    return [event_item(whole, event, event["title"], link), *sources]


def _base(request: Request) -> str:
    """The address of the site, without a slash at its end."""
    return str(request.base_url).rstrip("/")


def _file(content: str | bytes, media_type: str, name: str, view: View, form: str) -> Response:
    """A download whose name says what it holds."""
    parts = "-".join(["qantar", name, *view.to_query().values()])[:80]
    safe = re.sub(r"[^A-Za-z0-9.-]+", "-", parts).strip("-.")
    headers = {"content-disposition": f'attachment; filename="{safe}.{form}"'}
    return Response(content, media_type=media_type, headers=headers)


def _missing(asked: str, there: object) -> Response:
    names = ", ".join(map(str, there)) if isinstance(there, (list, tuple, dict)) else str(there)
    return PlainTextResponse(f"There is no {asked[:80]!r} to download; there are: {names}", status_code=404)
