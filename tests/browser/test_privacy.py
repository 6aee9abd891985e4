"""Nothing leaves for another host, and every response has the security headers."""

import re
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

from components.streamlit_files import FILES, streamlit_address
from tests.browser.looking import DRAWN_MAP, LIKE_ANOTHER, LIVE_MAP, PAGES, come_to_hours, settle

pytestmark = pytest.mark.browser

FOREIGN_HINTS = "link[rel~=preconnect], link[rel~=dns-prefetch], link[rel~=prefetch], iframe"


def test_every_request_goes_to_the_server_itself(app: str, webgl_chromium: Browser) -> None:
    context = webgl_chromium.new_context()
    asked: set[str] = set()
    page = context.new_page()
    context.on("request", lambda request: asked.add(request.url))
    page.on("websocket", lambda socket: asked.add(socket.url))
    page.on("worker", lambda worker: asked.add(worker.url))
    for address in (address for name, address in PAGES.items() if name not in LIKE_ANOTHER):
        page.goto(app + address)
        settle(page)
        if page.locator(DRAWN_MAP).count():
            page.locator(DRAWN_MAP).hover()
            expect(page.locator(f"{LIVE_MAP} canvas").first).to_be_attached()
        if page.locator(".st-key-timeline-canvas .timeline[data-marks]").count():
            come_to_hours(page)
        expect(page.locator("html")).to_have_attribute("lang", "en")
        hints = page.locator(FOREIGN_HINTS).evaluate_all("(all) => all.map((e) => e.href || e.src)")
        assert {urlsplit(hint).netloc for hint in hints} <= {urlsplit(app).netloc}
    assert page.evaluate("Object.keys(localStorage)") == []
    assert context.service_workers == []
    assert context.cookies() == [] or {cookie["domain"] for cookie in context.cookies()} == {"127.0.0.1"}
    context.close()
    assert not [url for url in asked if "/_stcore/" in url and not urlsplit(url).path.startswith("/_stcore/")]
    kinds = {urlsplit(url).scheme for url in asked}
    hosts = {urlsplit(url.removeprefix("blob:")).netloc for url in asked if not url.startswith("data:")}
    assert hosts == {urlsplit(app).netloc}
    assert kinds <= {"http", "ws", "blob", "data"}
    assert {"http", "ws"} <= kinds


def test_every_response_has_the_headers(app: str) -> None:
    script = re.search(r'src="\.?/?(static/js/[^"]+)"', urlopen(app + "/").read().decode())
    assert script
    for path, status in (
        ("/", 200),
        ("/day?day=2022-01-05", 200),
        (f"/{script[1]}", 200),
        *((streamlit_address(name), 200) for name in FILES),
        ("/assets/qantar.css", 200),
        ("/marks/light/protest2.1.0.0.svg", 200),
        ("/data/events.csv", 200),
        ("/data/events.geojson?day=2022-01-05", 200),
        ("/_stcore/health", 200),
        ("/assets/none.css", 404),
        ("/marks/light/none.svg", 404),
        ("/data/events.xml", 404),
        ("/day/_stcore/health", 404),
    ):
        answered, headers = _ask(app + path)
        assert answered == status, path
        policy = headers["content-security-policy"]
        assert "default-src 'self'" in policy, path
        assert "frame-ancestors 'none'" in policy, path
        assert "http" not in policy, path
        assert headers["referrer-policy"] == "no-referrer", path
        assert headers["x-content-type-options"] == "nosniff", path


def _ask(address: str) -> tuple[int, dict[str, str]]:
    try:
        with urlopen(address) as answer:
            return answer.status, {name.lower(): value for name, value in answer.headers.items()}
    except HTTPError as error:
        with error:
            return error.code, {name.lower(): value for name, value in error.headers.items()}
