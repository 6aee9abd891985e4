"""As known on a day: the toll as it stood, the steps and the play of the control, and links that have aged."""

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from data.period import Period
from data.queries.view import View
from tests.browser.looking import CLAIM, SUCCESSOR, Visit, says, settle, unfold, view_of

pytestmark = pytest.mark.browser


def test_the_death_toll_as_it_was_told(visit: Visit) -> None:
    page = visit("/claims?known=2022-01-05")
    _toll_is(page, "5 January 2022", "No number for this had been given by 5 January 2022")
    expect(page.locator(".headline .parts")).to_contain_text("security forces: 8 (Interior Ministry, 5 January 2022)")

    _choose_day(page, "2022-01-09")
    _toll_is(page, "9 January 2022", "the authorities say", "164", "Government Telegram channel")
    expect(page.locator(".headline s")).to_have_count(0)

    _choose_day(page, "2022-01-16")
    _toll_is(page, "16 January 2022", "225", "Prosecutor General's Office, 15 January 2022", "technical error")
    expect(page.locator(".headline s")).to_have_text("164")
    expect(page.locator(".numbers-figure .struck")).to_have_text("164")

    page.locator("[data-id=known-today]").click()
    expect(page.locator(".headline h2")).to_have_text("Deaths, nationwide")
    expect(page.locator(".headline .ranges")).to_contain_text("238")
    expect(page.locator(".headline .ranges")).to_contain_text("from at least 188 to at least 263")
    assert view_of(page).as_known_on is None


def test_the_day_goes_along_to_every_page(visit: Visit) -> None:
    page = visit("/?known=2022-01-09")
    says(page, "35 events")
    expect(page.locator(".known")).to_contain_text("As known on 9 January 2022")
    for name, shown, words in (
        ("Day by day", ".reading", "As known on 9 January 2022"),
        ("Cases", ".cases", "As known on 9 January 2022"),
        ("Claims", ".headline", "as known on 9 January 2022"),
        ("Sources and data", ".prose", "As known on 9 January 2022"),
        ("Corrections", ".prose", "Corrections"),
    ):
        page.locator("header nav a", has_text=name).click()
        expect(page.locator(shown).first).to_contain_text(words)
        expect(page.locator("[data-id=known-day]")).to_have_value("2022-01-09")
        expect(page.locator(".known .said")).to_contain_text("35 of 96 events had been reported")


def test_steps_lead_to_the_next_stop_and_back(visit: Visit) -> None:
    page = visit("/?known=2022-01-31")
    page.locator("[data-id=known-later]").click()
    expect(page.locator("[data-id=known-day]")).to_have_value("2022-02-28")
    page.locator("[data-id=known-earlier]").click()
    expect(page.locator("[data-id=known-day]")).to_have_value("2022-01-31")
    page.keyboard.press("Enter")
    expect(page.locator("[data-id=known-day]")).to_have_value("2022-01-30")


def test_play_goes_on_until_it_is_stopped(visit: Visit) -> None:
    page = visit("/cases?known=2022-01-04")
    page.get_by_role("button", name="Play").click()
    page.wait_for_url(re.compile("known=2022-01-06"))
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    settle(page)
    stopped = page.url
    page.wait_for_timeout(2_500)  # longer than a step of the play
    assert page.url == stopped


def test_events_without_a_date_can_be_left_in(visit: Visit) -> None:
    page = visit("/?known=2022-01-05&day=2022-01-05")
    says(page, "17 events")
    page.locator("[data-id=known-undated]").click()
    says(page, "26 events")
    expect(page.locator(".list")).to_contain_text("date of first report unknown")
    assert view_of(page).undated


def test_what_was_not_known_yet_is_said(visit: Visit) -> None:
    page = visit(f"/claims?claim={SUCCESSOR}&known=2022-01-09")
    expect(page.locator("[data-testid=stMain]")).to_contain_text(
        f"claim={SUCCESSOR}: not known yet on 9 January 2022, by the sources cited here"
    )
    expect(page.locator(".card")).to_have_count(0)


def test_two_claims_side_by_side(visit: Visit) -> None:
    page = visit(f"/claims?claim={CLAIM}")
    page.locator(".opened a", has_text="side by side").first.click()
    expect(page.locator(".opened.two .card")).to_have_count(2)
    expect(page.locator(".apart")).to_contain_text("6 days apart")
    assert view_of(page).against == SUCCESSOR
    page.locator(".card [data-id=close-1]").click()
    expect(page.locator(".opened .card")).to_have_count(1)
    assert view_of(page).claim == SUCCESSOR


def test_a_link_to_a_claim_leads_to_its_card(visit: Visit) -> None:
    page = visit(f"/claims?claim={CLAIM}", size=(1280, 720))
    expect(page.locator(".opened .card")).to_be_in_viewport()
    expect(page.locator(".opened .statement")).to_be_in_viewport()
    block = page.locator("[data-testid=stMainBlockContainer]")
    block.evaluate("block => block.closest('[data-testid=stMain]').scrollTo(0, 0)")
    block.evaluate("block => block.prepend(Object.assign(document.createElement('div'), {style: 'height: 999px'}))")
    expect(page.locator(".opened .statement"), "though something above it was drawn later").to_be_in_viewport()
    page.mouse.move(640, 360)
    page.mouse.wheel(0, -9999)
    expect(page.locator(".opened .statement"), "once the reader has taken over").not_to_be_in_viewport()
    block.evaluate("block => block.firstChild.remove()")
    expect(page.locator("h1").first).to_be_in_viewport()


def test_lists_narrow_the_ledger_and_widen_it_again(visit: Visit) -> None:
    page = visit("/claims?topic=death_toll")
    count = page.locator("article.ledger p.muted", has_text="claims").last
    before = count.inner_text()
    page.locator("[data-id=ledger-stands]").select_option("withdrawn")
    expect(count).to_contain_text("5 claims")
    expect(page.locator("[data-id=ledger-stands]")).to_have_value("withdrawn")
    page.locator("[data-id=ledger-stands]").select_option("")
    expect(count).to_have_text(before)


def test_words_and_days_are_asked_of_the_ledger_in_its_own_form(visit: Visit) -> None:
    page = visit("/claims?topic=death_toll")
    count = page.locator("article.ledger p.muted:has([data-id=reset])")
    page.locator("[data-id=ledger-day]").select_option(label="15 January 2022")
    expect(count).to_contain_text("said: 15 January 2022")
    page.locator("[data-id=ledger-words]").fill("civilians")
    page.locator("[data-id=ledger-words]").press("Enter")
    expect(count).to_contain_text("with “civilians”")
    expect(page.locator("[data-id=ledger-words]")).to_be_focused()
    assert view_of(page) == View(topic="death_toll", period=Period.of(date(2022, 1, 15)), text="civilians")


def test_a_link_says_what_has_changed_since(visit: Visit) -> None:
    page = visit(f"/claims?claim={CLAIM}&seen=2026-01-01")
    expect(page.get_by_text("Changed since the link you opened was made on 1 January 2026")).to_be_visible()
    expect(page.locator("[data-testid=stMain]")).to_contain_text("Day and reason of the withdrawal entered")
    fresh = visit(f"/claims?claim={CLAIM}&seen=2026-11-25")
    expect(fresh.locator(".card")).to_be_visible()
    expect(fresh.get_by_text("Changed since")).to_have_count(0)


def _choose_day(page: Page, day: str) -> None:
    unfold(page, "known").locator("[data-id=known-day]").select_option(day)
    expect(page.locator("[data-id=known-earlier]")).to_be_visible()


def _toll_is(page: Page, day: str, *words: str) -> None:
    expect(page.locator(".headline h2")).to_have_text(f"Deaths, nationwide: as known on {day}")
    for word in words:
        expect(page.locator(".headline")).to_contain_text(word)
