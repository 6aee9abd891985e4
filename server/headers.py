"""Security headers on every response: nothing from outside, no referrer, no framing unless it is allowed."""

import base64
import hashlib
import logging
import os
import re
from collections.abc import Iterable
from functools import cache

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.streamlit_insides import document

log = logging.getLogger("qantar")
FRAME_SETTING = "QANTAR_FRAME_ANCESTORS"
"""The environment variable that lists, with spaces, the origins that may embed the app; empty means none."""

_ORIGIN = re.compile(r"https?://[A-Za-z0-9.*:-]+|'self'")


def frame_ancestors() -> str:
    """The origins that may frame the app; raises ValueError for one that is no origin."""
    origins = os.environ.get(FRAME_SETTING, "").split()
    for origin in origins:
        if not _ORIGIN.fullmatch(origin):
            raise ValueError(f"{FRAME_SETTING}: {origin!r} is no origin; write as https://example.org")
    return " ".join(origins) or "'none'"


def content_security_policy() -> str:
    """A policy without any foreign host.

    `blob:` and WebAssembly are what Streamlit's components and charts run on; inline styles are how its front end
    styles itself. Its one inline script is allowed by its digest, taken from the installed version.
    """
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: 'wasm-unsafe-eval' {' '.join(_inline_script_digests())}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            f"frame-ancestors {frame_ancestors()}",
            "base-uri 'self'",
            "form-action 'self'",
            "object-src 'none'",
        )
    )


def security_headers() -> Middleware:
    """The middleware that sets the headers; raises ValueError if a setting is wrong."""
    return Middleware(_Headers, headers=headers_of_all())


def headers_of_all() -> dict[str, str]:
    """What every answer has; raises ValueError if a setting is wrong."""
    return {
        "content-security-policy": content_security_policy(),
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=()",
    }


class _Headers:
    def __init__(self, app: ASGIApp, headers: dict[str, str]) -> None:
        self.app = app
        self.headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def send_with_headers(message: Message) -> None:
            nonlocal begun
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                begun = True
                message["headers"] = self.completed(message["headers"])
            await send(message)

        try:
            await self.app(scope, receive, send_with_headers)
        except Exception:
            if begun or scope["type"] != "http":
                raise
            # The server's own answer would come without the headers; it logs no more than this.
            log.exception("A request failed")
            await PlainTextResponse("This failed on the server.", 500)(scope, receive, send_with_headers)

    def completed(self, headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        """An answer's headers with ours in place of any of the same names; none lets another site read the answer."""
        others = [(name.lower(), value) for name, value in headers]
        found = MutableHeaders(raw=[one for one in others if not one[0].startswith(b"access-control-")])
        found.update(self.headers)
        found.setdefault("cache-control", "no-store")
        return found.raw


@cache
def _inline_script_digests() -> tuple[str, ...]:
    page = document().substitute(head="", language="", page="")
    scripts = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)
    return tuple(
        "'sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() + "'" for script in scripts
    )
