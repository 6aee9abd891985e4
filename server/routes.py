"""Our own addresses: `/assets` for files, `/marks` for the map's drawn marks, `/healthz` for whoever watches."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from components.marks import THEMES, draw_mark, parse_mark

STATIC = Path(__file__).resolve().parents[1] / "static"
A_DAY = "public, max-age=86400"


def routes() -> list[BaseRoute]:
    """The routes that stand beside Streamlit's."""
    return [
        Route("/healthz", _health),
        Route("/marks/{theme}/{code}.svg", _mark),
        Mount("/assets", StaticFiles(directory=STATIC)),
    ]


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
