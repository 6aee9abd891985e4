"""Playing in a browser: days pass at the chosen speed, and the app stands where it was stopped."""

import re

import pytest
from playwright.sync_api import Page, expect

from data.period import Period
from tests.browser.looking import Visit, sentence, settle, view_of

pytestmark = pytest.mark.browser

LABEL = "output[data-label]"
WATCH = """(label) => {
  window.passed = [label.textContent];
  new MutationObserver(() => window.passed.push(label.textContent)).observe(label, { childList: true });
}"""
"""Writes down what a label says from now on."""


def begin(page: Page, speed: str = "0.5") -> None:
    page.locator("[data-begin]").click()
    expect(page.locator("[data-bar]")).to_be_visible()
    page.locator("[data-speed]").select_option(speed)
    page.locator(LABEL).evaluate(WATCH)


def passes(page: Page, day: int) -> None:
    """Wait until a day of January has been shown; on a busy machine it may be gone when it is looked for."""
    page.wait_for_function("(day) => window.passed.includes(day)", arg=f"{day} January")


def day_said(page: Page) -> int:
    return int((page.locator(LABEL).text_content() or "").split()[0])


def shown_day(page: Page) -> str:
    return page.locator(".strip a.chosen").get_attribute("data-id") or ""


def test_nothing_plays_by_itself_and_days_pass_until_it_is_paused(visit: Visit) -> None:
    page = visit("/?day=2022-01-04", size=(1280, 720))
    page.wait_for_timeout(1500)
    expect(page.locator("[data-bar]")).to_be_hidden()
    begin(page)
    page.wait_for_function("() => new Set(window.passed).size > 3")
    assert view_of(page).period == Period.parse("2022-01-04")
    page.keyboard.press("Space")
    days = list(dict.fromkeys(int(day.split()[0]) for day in page.evaluate("window.passed")))
    assert days == list(range(days[0], days[0] + len(days)))
    day = page.locator(LABEL).text_content()
    expect(page.locator("[data-toggle]")).to_have_text("Play")
    page.wait_for_function("() => !location.search.includes('2022-01-04')")
    settle(page)
    assert page.locator(LABEL).text_content() == day
    period = view_of(page).period
    assert period
    assert period.day
    assert f"{period.day.day} January" == day
    assert shown_day(page) == str(period)
    expect(sentence(page)).to_have_text(re.compile(rf"^{period.day.day}\sJanuary\s2022"))


def test_it_goes_on_from_where_it_was_paused_and_stops_there(visit: Visit) -> None:
    page = visit("/?day=2022-01-04", size=(1280, 720))
    begin(page)
    passes(page, 6)
    page.locator("[data-toggle]").click()
    expect(page.locator("[data-toggle]")).to_have_text("Play")
    paused = day_said(page)
    assert paused >= 6
    page.wait_for_function("(day) => location.search.includes(day)", arg=f"2022-01-{paused:02d}")
    settle(page)  # the app has written the player anew
    page.locator(LABEL).evaluate(WATCH)
    page.locator("[data-toggle]").click()
    passes(page, paused + 2)
    assert list(dict.fromkeys(page.evaluate("window.passed")))[:2] == [f"{day} January" for day in (paused, paused + 1)]
    page.locator("[data-end]").click()
    expect(page.locator("[data-bar]")).to_be_hidden()
    stopped = day_said(page)
    page.wait_for_function("(day) => location.search.includes(day)", arg=f"2022-01-{stopped:02d}")
    settle(page)
    expect(page.locator("[data-begin]")).to_be_focused()


def test_the_day_can_be_dragged_to(visit: Visit) -> None:
    page = visit("/?day=2022-01-04", size=(1280, 720))
    begin(page, "4")
    page.locator("[data-at]").fill("19")
    expect(page.locator(LABEL)).to_have_text("20 January")
    expect(page.locator("[data-at]")).to_have_attribute("aria-valuetext", "20 January")
    page.wait_for_function("() => location.search.includes('2022-01-20')")


def test_what_is_played_is_what_the_app_then_shows(visit: Visit) -> None:
    page = visit("/?day=2022-01-04", size=(1280, 720))
    marks = ".st-key-timeline-frame [data-event]"
    begin(page, "4")
    page.locator("[data-at]").fill("4")
    expect(page.locator(LABEL)).to_have_text("5 January")
    played = page.locator(marks).evaluate_all("marks => marks.map((mark) => mark.dataset.event)")
    page.locator("[data-end]").click()
    page.wait_for_function("() => location.search.includes('2022-01-05')")
    settle(page)
    assert page.locator(marks).evaluate_all("marks => marks.map((mark) => mark.dataset.event)") == played
    assert len(played) > 20


def test_the_hours_of_a_day_are_played_too(visit: Visit) -> None:
    page = visit("/?day=2022-01-05", size=(1280, 720))
    begin(page, "1")
    page.locator("[data-of]").select_option("hours")
    expect(page.locator(LABEL)).to_have_text(re.compile("^5 January, 0[12]:00–0[23]:00$"))
    page.locator("[data-toggle]").click()
    page.wait_for_function("() => location.search.includes('hours=')")
    assert view_of(page).hours


def test_another_choice_stops_it(visit: Visit) -> None:
    page = visit("/?day=2022-01-04", size=(1280, 720))
    begin(page)
    passes(page, 6)
    page.locator('.strip a[data-id="2022-01-20"]').click()
    page.wait_for_function("() => location.search.includes('2022-01-20')")
    settle(page)
    page.wait_for_timeout(1500)
    assert shown_day(page) == "2022-01-20"
    expect(page.locator(LABEL)).to_have_text("20 January")
