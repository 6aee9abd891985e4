"""Every page at the sizes of a laptop, a projector and a phone, light and dark: nothing cut, overlapping or too small.

The pictures go to `artefacts/screens/`. 720 by 450 is a laptop's window at 200 %.
"""

import io
import time

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from components.map.rows import TYPE_SIZES
from tests.browser.faults import faults
from tests.browser.looking import MAP, PAGES, Scheme, Visit
from tools.serving import ROOT

pytestmark = pytest.mark.browser

SCREENS = ROOT / "artefacts" / "screens"
WIDE = ((1440, 900), (1280, 720), (720, 450))
PHONE = ((390, 844),)
FEW_COLOURS = 60
"""A map without marks, names and land would have fewer colours."""

LOOKED_AT = [name for name in PAGES if name not in ("claim", "known-case")]
"""The other pages have nothing that these don't show."""
PLAIN = ("cases", "sources", "corrections", "talks")
"""Pages of text and tables: a projector and an enlarged laptop show what could go wrong."""
LIVE = ("explore",)
"""Looked at with the live map, which is slow without a graphics card; the others have the drawn one."""
DARK = ("explore", "event", "day", "case", "compare")
"""Pages that between them have everything that has a colour."""


@pytest.mark.parametrize(
    ("name", "scheme", "sizes"),
    [
        *(pytest.param(name, "light", WIDE[1:] if name in PLAIN else WIDE, id=f"{name}-light") for name in LOOKED_AT),
        *(pytest.param(name, "dark", WIDE[:1] if name in LIVE else WIDE, id=f"{name}-dark") for name in DARK),
        *(pytest.param(name, "light", PHONE, id=f"{name}-phone") for name in LOOKED_AT),
    ],
)
def test_page_looks_right(visit: Visit, name: str, scheme: Scheme, sizes: tuple[tuple[int, int], ...]) -> None:
    live = name in LIVE
    page = visit(PAGES[name], size=sizes[0], scheme=scheme, live=live)
    page.evaluate("document.fonts.ready")
    dark = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor") == "rgb(20, 22, 26)"
    assert dark == (scheme == "dark")
    SCREENS.mkdir(parents=True, exist_ok=True)
    wrong = []
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        expect(page.locator(".q h1").first).to_be_visible()
        _has_its_width(page, live, width)
        wrong += [f"{width}: {fault}" for fault in faults(page)]
        if live:
            _map_is_drawn(page)
        page.locator("[data-testid=stMain]").evaluate("(main) => main.scrollTo(0, 0)")
        page.screenshot(path=SCREENS / f"{name}-{width}-{scheme}.png", animations="disabled")
    assert not wrong, "\n".join(wrong)


def _has_its_width(page: Page, live: bool, width: int) -> None:
    """Wait until the page has what it draws for a phone: the browser says its width only after the first run."""
    if live:
        expect(page.locator(".standing-in")).to_be_hidden()
        expect(page.locator(MAP)).to_have_css("height", "300px" if width < 700 else "430px")
    for inside, type_ in (
        (".reading", TYPE_SIZES["phone"] if width < 700 else TYPE_SIZES["column"]),
        (".st-key-drawn-map", TYPE_SIZES["phone"] if width < 1000 else TYPE_SIZES["page"]),
    ):
        if (names := page.locator(f"{inside} .map-figure text")).count():
            expect(names.first).to_have_attribute("font-size", str(type_))


def _map_is_drawn(page: Page) -> None:
    """Look until the picture has many colours: WebGL says nothing when it is done."""
    until = time.monotonic() + 45
    while time.monotonic() < until:
        picture = Image.open(io.BytesIO(page.locator(MAP).screenshot()))
        if len(picture.convert("RGB").getcolors(1 << 24) or ()) > FEW_COLOURS:
            return
    raise AssertionError("the map is blank")
