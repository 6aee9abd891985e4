"""What is read stays where it is while a page comes: the browser's own measure, below what is called good."""

import pytest

from tests.browser.looking import PAGES, Visit

pytestmark = pytest.mark.browser

GOOD = 0.1
SHIFTS = """() => {
  const observer = new PerformanceObserver(() => {});
  observer.observe({type: 'layout-shift', buffered: true});
  return observer.takeRecords().filter((one) => !one.hadRecentInput).map((one) => [
    one.value, ...[...one.sources].map(({node}) => (node?.outerHTML ?? node?.data ?? '').slice(0, 120))]);
}"""
"""Every shift of the page: how much of it moved and how far, and what moved."""
SEEN = f"""async () => {{
  const shifts = {SHIFTS}, until = performance.now() + 20000;
  while (!shifts().length && performance.now() < until) await new Promise(requestAnimationFrame);
  return shifts();
}}"""
"""The shifts, as soon as there is one."""
PHONE, DESKTOP = (390, 844), (1280, 720)


@pytest.mark.parametrize(
    ("name", "size"),
    [(name, DESKTOP) for name in PAGES] + [(name, PHONE) for name in ("explore", "event", "day", "claims", "talks")],
)
def test_nothing_moves_while_a_page_comes(visit: Visit, name: str, size: tuple[int, int]) -> None:
    page = visit(PAGES[name], size=size)
    shifts = page.evaluate(SHIFTS)
    assert sum(shift[0] for shift in shifts) < GOOD, shifts


def test_a_shift_is_seen(visit: Visit) -> None:
    page = visit("/corrections")
    page.evaluate("document.querySelector('[data-testid=stMain]').style.paddingTop = '400px'")
    assert page.evaluate(SEEN)
