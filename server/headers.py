"""Security headers on every response: nothing from outside, no referrer, no framing unless it is allowed."""

import base64
import hashlib
import os
import re
from functools import cache

from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.address import FIRST_STYLE, SCRIPT, asset, talk_address
from components.streamlit_files import streamlit_address
from server.streamlit_insides import document

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
    headers = {
        "content-security-policy": content_security_policy(),
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "cross-origin-opener-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=()",
    }
    return Middleware(_Headers, headers=[(k.encode(), v.encode()) for k, v in headers.items()])


class _Headers:
    def __init__(self, app: ASGIApp, headers: list[tuple[bytes, bytes]]) -> None:
        self.app = app
        self.headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                ours = {name for name, _ in self.headers}
                message["headers"] = [h for h in message["headers"] if h[0].lower() not in ours] + self.headers
                kind = dict(message["headers"]).get(b"content-type", b"")
                if kind.startswith(b"text/html") and not scope["path"].startswith(talk_address("")):
                    message["headers"].append((b"link", _early_files()))
            await send(message)

        await self.app(scope, receive, send_with_headers)


@cache
def _early_files() -> bytes:
    """What the first words need, named in the header of the page so that it is fetched along with it."""
    modules = [f"<{name}>; rel=modulepreload" for name in (streamlit_address("component"), SCRIPT)]
    sheets = (asset("qantar.css"), asset("figures.css"), FIRST_STYLE)
    styles = [f"<{name}>; rel=preload; as=style" for name in sheets]
    return ", ".join([*modules, *styles]).encode()


@cache
def _inline_script_digests() -> tuple[str, ...]:
    page = document().substitute(title="", language="", page="")
    scripts = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)
    return tuple(
        "'sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() + "'" for script in scripts
    )
