"""Our own addresses: the pages, `/assets` for files, `/marks` for the map's marks, `/healthz`, and the downloads."""

from collections.abc import Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from components.address import ASSETS, HEALTH, MARK, SCRIPT, STATIC, WRITTEN_SCRIPT, lasting_asset
from components.drawing.palette import THEMES
from components.frame.scripts import linked_address, linked_script, written_address, written_script
from components.map.marks import draw_mark, parse_mark
from server.answers import kept_for, lasting, not_found
from server.downloads import downloads
from server.edition import edition_routes
from server.elsewhere import Elsewhere
from server.heavy import Endpoint, Handler, in_place
from server.pages import page_routes
from server.talks import talk_routes

A_DAY = "public, max-age=86400"


def routes(heavily: Callable[[Handler], Endpoint] = in_place) -> list[BaseRoute]:
    """The routes that stand beside Streamlit's; `heavily` has the work of the heavy ones done elsewhere."""
    return [
        Route(HEALTH, _health),
        Route(SCRIPT, lasting(linked_script, linked_address, "text/javascript")),
        Route(WRITTEN_SCRIPT, lasting(written_script, written_address, "text/javascript")),
        Route(MARK, _mark),
        *page_routes(heavily),
        *downloads(heavily),
        *talk_routes(heavily),
        *edition_routes(),
        Mount(ASSETS, _Files(directory=STATIC)),
        Elsewhere(),
    ]


class _Files(StaticFiles):
    """Files under their own names, which are kept at the address that changes with them."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        try:
            answer = await super().get_response(path, scope)
        except HTTPException as error:
            if error.status_code != 404:
                raise
            return not_found(Request(scope))
        answer.headers["cache-control"] = kept_for(Request(scope), lasting_asset(path))
        return answer


async def _health(_: Request) -> Response:
    return PlainTextResponse("ok")


async def _mark(request: Request) -> Response:
    theme, code = request.path_params["theme"], request.path_params["code"]
    try:
        if theme not in THEMES:
            raise ValueError(f"no theme {theme!r}; there are {', '.join(THEMES)}")
        picture = draw_mark(parse_mark(code), theme)
    except ValueError as error:
        return PlainTextResponse(str(error), status_code=404)
    return Response(picture, media_type="image/svg+xml", headers={"cache-control": A_DAY})
