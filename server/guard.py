"""What is refused before anything is done for it: foreign hosts, other sites, long addresses, too many uploads."""

from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket

from server.hosts import SETTING, is_own_origin, is_served, served_names
from server.streamlit_insides import SOCKET, UPLOADS, uploaded_bytes

LONGEST_QUERY = 4000
"""Bytes of an address's parameters; all that a view can say fits."""
MOST_UPLOADED = 4_000_000
"""Bytes of all files that a reader has opened on Talks; of each, `maxUploadSize` in .streamlit/config.toml."""


def guard() -> Middleware:
    """The middleware that refuses; raises ValueError if a setting is wrong."""
    return Middleware(Guard, names=served_names())


class Guard:
    """Serves the hosts of some names."""

    def __init__(self, app: ASGIApp, names: frozenset[str]) -> None:
        self.app = app
        self.names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refused = self.refusal(scope) if scope["type"] in ("http", "websocket") else None
        if refused is None:
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await refused(scope, receive, send)
        else:
            await _deny(WebSocket(scope, receive, send), refused)

    def refusal(self, scope: Scope) -> Response | None:
        """The answer to a request that is refused, None to one that is not."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not is_served(host, self.names, scope):
            return _refused(421, f"This host is not served here. If it is yours, name it in {SETTING}.")
        refuses = _refused_socket if scope["type"] == "websocket" else _refused_request
        return refuses(scope, headers, host)


def _refused_socket(scope: Scope, headers: Headers, host: str) -> Response | None:
    if scope["path"] != SOCKET:
        return _refused(404, "Nothing listens here.")
    if "origin" in headers and not is_own_origin(headers["origin"], host):
        return _refused(403, "Other sites can't connect.")
    return None


def _refused_request(scope: Scope, headers: Headers, host: str) -> Response | None:
    if headers.get("sec-fetch-site") in ("cross-site", "same-site") and not _is_visit(scope, headers):
        return _refused(403, "Other sites may link here, and take nothing from here.")
    if len(scope["query_string"]) > LONGEST_QUERY:
        return _refused(414, f"This address is too long: after the question mark it may have {LONGEST_QUERY} bytes.")
    if scope["method"] == "PUT" and scope["path"].startswith(UPLOADS):
        session = scope["path"].removeprefix(UPLOADS).partition("/")[0]
        if uploaded_bytes(session) > MOST_UPLOADED:
            return _refused(413, "Too many files were opened in this tab. Open the page anew.")
    return None


def _is_visit(scope: Scope, headers: Headers) -> bool:
    """Whether somebody follows a link, or looks at a frame: who may frame the app is said by its policy."""
    shown = headers.get("sec-fetch-dest") in ("document", "iframe", "frame")
    return scope["method"] in ("GET", "HEAD") and headers.get("sec-fetch-mode") == "navigate" and shown


def _refused(status: int, words: str) -> Response:
    return PlainTextResponse(words, status_code=status)


async def _deny(socket: WebSocket, refused: Response) -> None:
    if "websocket.http.response" in socket.scope.get("extensions", {}):
        await socket.send_denial_response(refused)
    else:
        await socket.close()
