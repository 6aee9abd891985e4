"""What can be wrong with the look of a page, measured in the browser: something cut, overlapping or too small."""

from playwright.sync_api import Page

WIDGETS = "[data-testid=stButton]"
# Each gives a list of what is wrong; what is for ears alone, or lies beside a map, is clipped away on purpose.
# What ends in an ellipsis says all of it in its title.
# Text that a reader can scroll to inside a part of its own is not cut.
OVERFLOWING = """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
  .filter((e) => e && e.scrollWidth > e.clientWidth + 1)
  .map((e) => `${e.tagName}: ${e.scrollWidth} > ${e.clientWidth}`)"""
CUT = """(roots) => {
  const wrong = [];
  const scrolled = (e) => e && (/auto|scroll/.test(getComputedStyle(e).overflowX) || scrolled(e.parentElement));
  for (const root of roots) for (const e of root.querySelectorAll('*')) {
    const style = getComputedStyle(e), words = e.textContent.trim().slice(0, 40);
    if (!e.checkVisibility() || e.closest('svg')) continue;
    if (e.matches('.map, .map-figure') || style.clipPath === 'inset(50%)') continue;
    if (style.textOverflow === 'ellipsis' && e.closest('[title]')) continue;
    if (/hidden|clip/.test(style.overflowX) && e.scrollWidth > e.clientWidth + 1) wrong.push(`cut: ${words}`);
    const own = [...e.childNodes].filter((n) => n.nodeType === 3 && n.data.trim());
    for (const node of own) {
      const range = document.createRange(); range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (!scrolled(e) && (box.left < -1 || box.right > innerWidth + 1)) wrong.push(`outside: ${words}`);
    }
  }
  return wrong;
}"""
SMALL = """(all) => {
  const wrong = [];
  for (const root of all) for (const e of root.querySelectorAll('*')) {
    if (!e.checkVisibility() || ![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
    // What is not drawn of a drawing counts as visible, but has no size.
    if (e.closest('defs, title, style') || !e.getBoundingClientRect().width) continue;
    const at = e.getScreenCTM?.(), scale = at ? Math.hypot(at.a, at.b) : 1;
    const size = parseFloat(getComputedStyle(e).fontSize) * scale;
    if (size < 11.95) wrong.push(`${size.toFixed(1)} px: ${e.textContent.trim().slice(0, 40)}`);
  }
  return wrong;
}"""
OVERLAPPING = """(texts) => {
  const boxes = texts.map((t) => [t.textContent, t.getBoundingClientRect()]), wrong = [];
  boxes.forEach(([a, p], i) => boxes.slice(i + 1).forEach(([b, q]) => {
    const wide = Math.min(p.right, q.right) - Math.max(p.left, q.left);
    const high = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
    if (wide > 1 && high > 3) wrong.push(`${a} / ${b}`);
  }));
  return wrong;
}"""

CROWDED = (
    ".top :is(.brand, nav a, .find, .unreviewed), .languages a, .st-key-head summary",
    ".sentence h1, .choosing .chip, .steps-of-days .chip, .player > .chip",
    ".map-top :is(.chip, button), .map .spots text:not(.street-name)",
    ".map-foot :is(h2, .shelf a, summary)",
    ".timeline :is(.choices-of-lanes a, .foot span)",
    ".list li:first-child a > span",
)
"""What stands side by side, each group on its own: links, buttons and words that nothing may cover."""
ONE_ROW = ".key-line"
TWO_ROWS = "(all) => all.filter((e) => e.clientHeight > 40).map((e) => `two rows: ${e.className}`)"


def faults(page: Page) -> list[str]:
    """Everything that is wrong with what a page shows at its present size."""
    parts = page.locator(".q")
    return [
        *page.evaluate(OVERFLOWING),
        *parts.evaluate_all(CUT),
        *page.locator(WIDGETS).evaluate_all(CUT),
        *parts.evaluate_all(SMALL),
        *page.locator(".js-plotly-plot").evaluate_all(SMALL),
        *page.locator(".map-figure text:not(.street-name):visible").evaluate_all(OVERLAPPING),
        *page.locator(".growth span:visible").evaluate_all(OVERLAPPING),
    ]


def crowded(page: Page) -> list[str]:
    """What of the controls of a page lies over another or over a name, and what has two rows in a laptop's window."""
    wrong = []
    for group in CROWDED:
        wrong += page.locator(f":is({group}):visible").evaluate_all(OVERLAPPING)
    if page.evaluate("innerWidth") >= 1280:
        wrong += page.locator(f"{ONE_ROW}:visible").evaluate_all(TWO_ROWS)
    return wrong
