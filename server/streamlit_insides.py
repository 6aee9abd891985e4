"""What we rely on inside Streamlit beyond what it promises: each thing by name, looked for before the app starts.

With it goes the web server that it runs, uvicorn, whose settings it does not pass on.
"""

import pkgutil
import re
import signal
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import cache
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from string import Template
from typing import Any

import h11
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import get_instance
from uvicorn import Server
from uvicorn.protocols.http.h11_impl import H11Protocol

from components.address import asset
from components.frame.scripts import linked_address, whether_script, written_address
from components.streamlit_files import FILES, FRONT_END, streamlit_address, streamlit_file

REQUIREMENTS = Path(__file__).resolve().parents[1] / "requirements.txt"
ASKS_OUTSIDE = "streamlit.net_util:get_external_ip"
"""To judge a websocket's origin, and at a start on every interface, Streamlit asks a service at Amazon for the address
of this machine; no setting turns that off."""
TELLS_THEME = "streamlit.runtime.app_session:_populate_theme_msg"
"""With every run it looks up each setting of the theme six times over, a tenth of the work of a step."""
SCRIPTS = "static/"
"""The folder of the front end, and the path of the site, in which its scripts lie."""
SOCKET, UPLOADS = "/_stcore/stream", "/_stcore/upload_file/"
"""Where the app talks to the browser, and where it takes files."""
_HEALTH, _DOWNLOADS = ("/_stcore/health", "/_stcore/host-config"), "/media/"
KEEPS_UPLOADS = "streamlit.runtime.memory_uploaded_file_manager:MemoryUploadedFileManager"
ITS_SERVER = (
    "window.__streamlit = {BACKEND_BASE_URL: location.origin, "
    "HOST_CONFIG: {allowedOrigins: [location.origin], useExternalAuthToken: false}};"
)
"""A script that tells the front end its server, so that it opens the websocket at once. Else it first asks for it below
the address of the page, which is an error in the console, and waits to hear who may command the page from around it.
"""
ITS_THEME = """
for (const name of ["getItem", "setItem"]) {
  const own = Storage.prototype[name];
  Storage.prototype[name] = function (key, ...value) {
    const page = String(key).startsWith("stActiveTheme-");
    return page ? own.call(sessionStorage, "theme", ...value) : own.call(this, key, ...value);
  };
}
"""
"""A script that has the chosen theme kept for the tab alone, and once for all pages: its front end would write a line
for every page that is visited, with its address, which stays in the browser for ever."""


def _in_a_template(theirs: re.Match[str]) -> str:
    """Its scripts and styles, with the scripts of our own markup in it, which `static/wanted.js` takes out of there."""
    ours = (streamlit_address("component"), linked_address())
    early = (f'<link rel="modulepreload" crossorigin href="{script}">' for script in ours)
    scripts = theirs[0].replace('"./', '"/') + "".join(early)
    return f'<template id="app">{scripts}</template>'


DOCUMENT: dict[str, str | Callable[[re.Match[str]], str]] = {
    '<html lang="en">': '<html lang="$language">',
    "<title>Streamlit</title>": (
        f"$head\n    <script>{whether_script()}</script><script>{ITS_SERVER}{ITS_THEME}</script>\n    "
        f'<script type="module" src="{written_address()}"></script>'
    ),
    'href="./favicon.png"': f'href="{asset("icon.svg")}"',
    r"<script>\s*window.prerenderReady[^<]*</script>": "",
    '<script type="module"[^>]* src="./static/js/.*?<link rel="stylesheet"[^>]*>': _in_a_template,
    '<link rel="service-desc"[^>]*>': "",
    "<noscript>.*?</noscript>": "",
    '<div id="root"></div>': '$page<div id="root"></div>',
}
"""What its document has exactly once, as patterns, and what we put there."""
IN_THE_BROWSER = (
    *(
        "stApp",
        "stFileUploader",
        "stAppViewContainer",
        "stHeader",
        "stToolbar",
        "stMain",
        "stMainBlockContainer",
        "stColumn",
    ),
    *("stButton", "stButtonGroup", "stExpander", "stPopover", "stSelectbox", "stTextInput", "stSkeleton"),
    "stBidiComponentIsolated",
    *("stDeckGlJsonChart", "stDeckGlJsonChartZoomButton", "stElementToolbar", "stPlotlyChart", "stActiveTheme"),
    *("stSkipToContent", "stLayoutWrapper", "stVerticalBlock"),
    *("stTextArea", "stCheckbox", "test-connection-state", "test-script-state"),
    *("__reactFiber", "onViewStateChange"),
    *("__streamlit", "BACKEND_BASE_URL", "HOST_CONFIG", "allowedOrigins", "useExternalAuthToken"),
)
"""The names by which our styles and scripts find its elements, and speak to it."""


def require_insides() -> None:
    """End the program with a message that names whatever the installed version lacks, if anything."""
    if lacking := list(missing()):
        tried = re.findall(r"^streamlit==(\S+)", REQUIREMENTS.read_text(encoding="utf-8"), re.MULTILINE)
        lines = [
            f"Qantar was tried with Streamlit {', '.join(tried)}. The installed {version('streamlit')} lacks:",
            *(f"  {thing}" for thing in lacking),
            "`make clean setup` installs the right one.",
        ]
        raise SystemExit("\n".join(lines))


def missing() -> Iterator[str]:
    """What the installed version lacks, in words."""
    for function in (ASKS_OUTSIDE, KEEPS_UPLOADS, TELLS_THEME):
        try:
            pkgutil.resolve_name(function)
        except (ImportError, AttributeError):
            yield function
    for name in FILES:
        try:
            streamlit_file(name)
        except FileNotFoundError as error:
            yield str(error)
    page = b"".join(_contents(FILES["document"])).decode()
    for theirs in DOCUMENT:
        if (times := len(re.findall(theirs, page, re.DOTALL))) != 1:
            yield f"{theirs} in its document: {times} times where once is expected"
    scripts = sorted(_contents(f"{SCRIPTS}js/*.js"), key=len)  # looked through in a tenth of a second
    for name in IN_THE_BROWSER:
        if not any(re.search(rf"{name}\b".encode(), script) for script in scripts):
            yield f"{name} in its scripts"


def _contents(pattern: str) -> list[bytes]:
    """What files of the front end hold."""
    return [path.read_bytes() for path in FRONT_END.glob(pattern)]


@cache
def scripts() -> dict[str, Path]:
    """The files of the front end by their addresses."""
    files = (FRONT_END / SCRIPTS).rglob("*.*")
    return {f"/{path.relative_to(FRONT_END).as_posix()}": path for path in files}


def answers_itself(method: str, path: str) -> bool:
    """Whether a request is for one of Streamlit's own addresses that the app needs; its others are closed."""
    if path.startswith(UPLOADS):
        return method in ("PUT", "DELETE")
    return method in ("GET", "HEAD") and (path in _HEALTH or path.startswith(_DOWNLOADS) or path in scripts())


def uploaded_bytes(session: str) -> int:
    """How many bytes of files a session has uploaded and not yet left."""
    manager = get_instance().uploaded_file_mgr
    assert isinstance(manager, pkgutil.resolve_name(KEEPS_UPLOADS))
    return sum(len(file.data) for file in manager.file_storage.get(session, {}).copy().values())


@cache
def document() -> Template:
    """Streamlit's document, with $language, $head and $page to be filled in."""
    page = streamlit_file("document").read_text(encoding="utf-8").replace("$", "$$")
    for theirs, ours in DOCUMENT.items():
        page = re.sub(theirs, ours, page, flags=re.DOTALL)
    return Template(page)


def server_settings(headers: Mapping[str, str]) -> Callable[[object], AbstractAsyncContextManager[dict[str, Any]]]:
    """The lifespan of an app whose server ends soon when it is told to, and answers what is no request with headers."""

    class Http(H11Protocol):
        def send_400_response(self, msg: str) -> None:
            given = {"content-type": "text/plain; charset=utf-8", "connection": "close", **headers}
            answer = h11.Response(status_code=400, headers=list(given.items()), reason="Bad Request")
            for event in (answer, h11.Data(data=msg.encode("ascii")), h11.EndOfMessage()):
                self.transport.write(self.conn.send(event) or b"")
            self.transport.close()

    @asynccontextmanager
    async def lifespan(_: object) -> AsyncIterator[dict[str, Any]]:
        server = getattr(signal.getsignal(signal.SIGTERM), "__self__", None)
        if isinstance(server, Server):
            server.config.timeout_graceful_shutdown = 1
            if server.config.http_protocol_class is H11Protocol:
                server.config.http_protocol_class = Http
        yield {}

    return lifespan


def ask_nobody_outside() -> None:
    """Leave the public address of this machine unknown.

    Origins are then judged by the host's own name, the local address and `server.allowedHosts` or
    `browser.serverAddress`.
    """
    module, name = ASKS_OUTSIDE.split(":")
    setattr(import_module(module), name, lambda: None)


def keep_theme() -> None:
    """Look up the settings of the theme once: they do not change while the app runs."""
    module, name = TELLS_THEME.split(":")
    populate, kept = pkgutil.resolve_name(TELLS_THEME), dict[str, CustomThemeConfig]()

    def fill(message: CustomThemeConfig, section: str = "theme") -> None:
        if section not in kept:
            kept[section] = CustomThemeConfig()
            populate(kept[section], section)
        message.MergeFrom(kept[section])

    setattr(import_module(module), name, fill)
