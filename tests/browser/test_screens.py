"""Every page at the sizes of a laptop, a projector and a phone, light and dark: nothing cut, overlapping or too small.

The pictures go to `artefacts/screens/`. 720 by 450 is a laptop's window at 200 %.
"""

import pytest
from playwright.sync_api import Page, expect

from components.claims.layout import CANVASES
from components.map.box import DISPLAYS
from components.map.rows import TYPE_SIZES
from tests.browser.faults import faults
from tests.browser.looking import PAGES, Scheme, Visit
from tools.serving import ROOT

pytestmark = pytest.mark.browser

SCREENS = ROOT / "artefacts" / "screens"
WIDE = ((1440, 900), (1280, 720), (720, 450))
PHONE = (390, 844)

LOOKED_AT = [name for name in PAGES if name not in ("claim", "known-case")]
"""The other pages have nothing that these don't show."""
PLAIN = ("cases", "sources", "corrections", "talks")
"""Pages of text and tables: a projector and an enlarged laptop show what could go wrong."""
DARK = ("explore", "event", "day", "case", "compare")
"""Pages that between them have everything that has a colour."""


@pytest.mark.parametrize(
    ("name", "scheme", "sizes"),
    [
        *(
            pytest.param(name, "light", (*(WIDE[1:] if name in PLAIN else WIDE), PHONE), id=f"{name}-light")
            for name in LOOKED_AT
        ),
        *(pytest.param(name, "dark", WIDE, id=f"{name}-dark") for name in DARK),
    ],
)
def test_page_looks_right(visit: Visit, name: str, scheme: Scheme, sizes: tuple[tuple[int, int], ...]) -> None:
    page = visit(PAGES[name], size=sizes[0], scheme=scheme)
    page.evaluate("document.fonts.ready")
    dark = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor") == "rgb(20, 22, 26)"
    assert dark == (scheme == "dark")
    SCREENS.mkdir(parents=True, exist_ok=True)
    wrong = []
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        expect(page.locator(".q h1").first).to_be_visible()
        _has_its_width(page, width)
        wrong += [f"{width}: {fault}" for fault in faults(page)]
        page.locator("[data-testid=stMain]").evaluate("(main) => main.scrollTo(0, 0)")
        page.screenshot(path=SCREENS / f"{name}-{width}-{scheme}.png", animations="disabled")
    assert not wrong, "\n".join(wrong)


def _has_its_width(page: Page, width: int) -> None:
    """Wait until the page has what it draws for a phone: the browser says its width only after the first run."""
    for inside, type_ in (
        (".reading .map-figure text", TYPE_SIZES["phone"] if width < 700 else TYPE_SIZES["column"]),
        (".spots a + text", DISPLAYS[width < 1000].type),
        ("svg[aria-label^='Chart of the numbers']", CANVASES["phone" if width < 700 else "page"].type),
        (".dead .gap text", TYPE_SIZES["phone"] if width < 700 else TYPE_SIZES["page"]),
    ):
        if (names := page.locator(inside)).count():
            expect(names.first).to_have_attribute("font-size", str(type_))
