"""What is read is fit to be printed: text in black on white, without what is there to be clicked."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page, PdfMargins, expect

from tests.browser.looking import PAGES, Scheme, Visit

pytestmark = pytest.mark.browser

MARGIN: PdfMargins = {"top": "1cm", "right": "1cm", "bottom": "1cm", "left": "1cm"}
HIDDEN = (
    ".top nav",
    ".skip",
    ".chip",
    ".menu",
    ".strip",
    ".turn",
    ".tools",
    "[data-testid=stButton]",
    "[data-testid=stHeader]",
)
FOLDED = """(roots) => roots.flatMap((root) => [...root.querySelectorAll("details:not([open], [data-menu])")]).length"""
LINE_ENDS = """(roots) => roots.flatMap((root) => [...root.querySelectorAll('p, li, .meta')])
  .filter((e) => e.checkVisibility() && /·\\s*(\\n|$)/.test(e.innerText)).map((e) => e.innerText)"""
PALE = """(roots) => {
  const paint = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const lightness = (colour) => {
    paint.clearRect(0, 0, 1, 1); paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1);
    const [r, g, b] = paint.getImageData(0, 0, 1, 1).data;
    return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
  };
  const pale = [];
  for (const root of roots)
    for (const element of root.querySelectorAll('h1, h2, h3, p, li, a, b, span, div, text'))
      if (element.checkVisibility() && [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim())
          && !element.closest('.number, .dot')) {
        const style = getComputedStyle(element);
        const colour = element.namespaceURI.endsWith('svg') ? style.fill : style.color;
        if (lightness(colour) > 0.25) pale.push(element.textContent.slice(0, 40) + ' ' + colour);
      }
  return pale;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("name", "words"), [("day", "Wednesday 5 January 2022"), ("case", "airport")])
def test_page_is_fit_for_paper(visit: Visit, name: str, words: str, scheme: Scheme) -> None:
    page = visit(PAGES[name], scheme=scheme)
    expect(page.locator(".top nav")).to_be_visible()
    page.emulate_media(media="print", color_scheme=scheme)
    for selector in HIDDEN:
        for part in page.locator(selector).all():
            expect(part).to_be_hidden()
    expect(page.locator(".q h1")).to_contain_text(words)
    expect(page.locator(".q h1")).to_be_visible()
    assert _backgrounds(page) <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    assert page.locator(".q").evaluate_all(PALE) == []
    expect(page.locator(".docket-figure svg" if name == "case" else ".map-figure svg").first).to_be_visible()


@pytest.mark.parametrize("name", ["day", "case"])
def test_all_of_the_text_is_printed(visit: Visit, name: str) -> None:
    """Paper has as many sheets as the text needs: Streamlit's own frame would cut it after the first."""
    page = visit(PAGES[name])
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})  # A4 with margins of 1 cm
    height = page.locator(".q article").bounding_box()["height"]  # type: ignore[index]
    sheets = page.pdf(format="A4", margin=MARGIN).count(b"/Type /Page\n")
    assert sheets >= height // 1100


def _backgrounds(page: Page) -> set[str]:
    parts = "html, body, .stApp, [data-testid=stAppViewContainer], [data-testid=stMain]"
    return set(page.locator(parts).evaluate_all("(all) => all.map((e) => getComputedStyle(e).backgroundColor)"))


def test_addresses_of_sources_are_printed_unless_they_may_name_a_minor(visit: Visit) -> None:
    page = visit("/sources?q=orda.kz")
    page.emulate_media(media="print")
    after = "(all) => all.map((a) => [a.classList.contains('hides'), getComputedStyle(a, '::after').content])"
    printed = page.locator(".sources-table td > a[target]").evaluate_all(after)
    assert {hides for hides, _ in printed} == {True, False}
    assert all(
        content == "none" if hides else "<http" in content or "attr(href)" in content for hides, content in printed
    )


@pytest.mark.parametrize("name", ["case", "explore", "sources"])
def test_what_is_folded_is_printed_and_folded_again(visit: Visit, name: str) -> None:
    page = visit(PAGES[name] if name != "explore" else "/")
    roots = page.locator(".q")
    folded = roots.evaluate_all(FOLDED)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert roots.evaluate_all(FOLDED) == 0 < folded
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert roots.evaluate_all(FOLDED) == folded


@pytest.mark.parametrize("name", ["explore", "day", "case", "claims"])
def test_paper_says_where_it_comes_from(visit: Visit, name: str) -> None:
    page = visit(PAGES[name])
    foot = page.locator(".colophon")
    expect(foot).to_be_hidden()
    page.pdf()  # whose preparation is that of any print
    page.emulate_media(media="print")
    expect(foot).to_be_visible()
    expect(foot).to_contain_text("Qantar, a record of January 2022 in Kazakhstan, of ")
    expect(foot).to_contain_text(page.url)
    assert page.locator(".q").evaluate_all(LINE_ENDS) == []


def test_paper_leaves_no_event_out_in_silence(visit: Visit) -> None:
    page = visit("/?show=10")
    page.pdf()
    page.emulate_media(media="print")
    expect(page.locator(".list .paper")).to_contain_text("86 more are not on this paper; all are at http://127.0.0.1:")
    expect(page.locator(".list .paper")).to_contain_text("/?show=1000")
    expect(page.locator(".key-line")).to_be_visible()


def test_explore_is_printed_with_the_drawn_map_and_timeline_before_the_list(visit: Visit) -> None:
    page = visit("/?day=2022-01-05", live=True)
    assert b"/Font" in page.pdf()  # a first print without words would have none
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})
    expect(page.locator(".map .base")).to_be_visible()
    boxes = [page.locator(part).bounding_box() for part in (".map", ".st-key-timeline-frame", ".list")]
    for above, below in pairwise(box for box in boxes if box):
        assert above["y"] + above["height"] <= below["y"]
    expect(page.locator("canvas:visible")).to_have_count(0)
