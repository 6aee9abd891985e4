"""The talks: the stage at `/talk`, the file for a stick, the handout, and the short addresses to follow along."""

from collections.abc import Callable
from functools import partial
from ipaddress import ip_address
from urllib.parse import quote

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from components.address import FOLLOW, SLIDE_FRAMES, STAGE, STAGE_STYLE, TALK_FILE, address
from components.language import Language
from components.pictures.figures import FIGURES
from components.talks.figures import layer_of
from components.talks.files import talk_files
from components.talks.played import playable, slide_frames
from components.talks.stage import Site, slides_shown, stage, stage_style
from data.queries.view import View
from data.store import record, talks
from data.talks import Slide, Talk
from server.answers import if_readable, no_such_talk
from server.heavy import Endpoint, Handler, in_place
from server.reading import reader_of


def talk_routes(heavily: Callable[[Handler], Endpoint] = in_place) -> list[BaseRoute]:
    """The routes of the talks; `heavily` has them drawn elsewhere."""
    files = [
        Route(TALK_FILE.replace("{form}", form), heavily(if_readable(partial(_file, form))))
        for form in talk_files(Language())
    ]
    return [
        Route(STAGE_STYLE, _style),
        *files,
        Route(STAGE, heavily(if_readable(_stage))),
        Route(SLIDE_FRAMES, heavily(if_readable(_frames)), middleware=[Middleware(GZipMiddleware)]),
        Route(FOLLOW, if_readable(_follow)),
    ]


def _style(_: Request) -> Response:
    return Response(stage_style(alone=False), media_type="text/css", headers={"cache-control": "no-cache"})


def _stage(request: Request) -> Response:
    """A talk on its stage; for a name that there is not, the talks that there are."""
    talk = _talk(request)
    if talk is None:
        return no_such_talk(talks().values(), request)
    base = str(request.base_url).rstrip("/")
    return HTMLResponse(stage(record(), talk, Language(talk.language), Site(base, _reachable(request))))


def _frames(request: Request) -> Response:
    """What is played of a slide."""
    talk = _talk(request)
    slide = _slide(talk, request.path_params["number"])
    if talk is None or slide is None or slide.view is None or not playable(slide.view):
        return no_such_talk(talks().values(), request)
    drawn = slide_frames(record(), talk, slide.view, slide.number, Language(talk.language))
    return Response(drawn, media_type="application/json")


def _file(form: str, request: Request) -> Response:
    """The talk as a file."""
    talk = _talk(request)
    if talk is None:
        return no_such_talk(talks().values(), request)
    language = Language(talk.language)
    file = talk_files(language)[form]
    name = talk.name if talk.language == "en" else f"{talk.name}.{talk.language}"
    headers = {"content-disposition": f'attachment; filename="{quote(name)}.{form}"'}
    return Response(file.write(record(), talk, language), media_type=file.media_type, headers=headers)


def _follow(request: Request) -> Response:
    """The view of a slide, under an address that is short enough to be typed."""
    slide = _slide(_talk(request), request.path_params["number"])
    if slide is None:
        return no_such_talk(talks().values(), request)
    code = reader_of(request).code
    view = slide.view
    if view is None:
        return RedirectResponse(address(View(language=code)), status_code=302)
    return RedirectResponse(address(view.but(layer="", language=code), FIGURES[layer_of(view)].page), status_code=302)


def _talk(request: Request) -> Talk | None:
    """The talk of a request in its reader's language, where it has been translated."""
    talk = talks().get(request.path_params["name"])
    return talk.in_language(reader_of(request).code) if talk else None


def _slide(talk: Talk | None, number: str) -> Slide | None:
    """The slide of a number, as an address has it."""
    return next((slide for slide in (slides_shown(talk) if talk else ()) if str(slide.number) == number), None)


def _reachable(request: Request) -> bool:
    """Whether other machines may reach the address that this request came by."""
    host = request.url.hostname or ""
    try:
        address_of_host = ip_address(host)
        return not (address_of_host.is_loopback or address_of_host.is_unspecified)
    except ValueError:
        return host != "localhost"
