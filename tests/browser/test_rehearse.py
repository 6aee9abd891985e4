"""A rehearsal passes where nothing is wrong, and finds what is."""

import pytest
from playwright.sync_api import Browser, Error

from tests.unit.sampletalks import shipped
from tools.rehearse import FAULTS, LONGEST, SIZES, SMALLEST, bar_others, contact_sheet, rehearse

pytestmark = pytest.mark.browser


def test_talk_passes(app: str, chromium: Browser) -> None:
    talk = shipped()["airport-case"]
    result = rehearse(talk, app, chromium, SIZES[:1])
    # How long a slide takes is for the rehearsal on the speaker's machine; this one may be busy.
    assert [fault for fault in result.faults if f"{LONGEST:g} s are allowed" not in fault] == []
    assert len(result.pictures) == len(talk.slides)
    assert contact_sheet(result.pictures).startswith(b"\x89PNG")


def test_what_is_wrong_on_a_slide_is_found(app: str, chromium: Browser) -> None:
    page = chromium.new_page(viewport={"width": 1280, "height": 720})
    page.goto(f"{app}/talk/ten-days")
    page.wait_for_selector("#stage[data-settled='1']")
    assert page.evaluate(FAULTS, SMALLEST) == []
    page.evaluate(
        """() => {
          const here = document.querySelector(".slide.here");
          here.querySelector(".caption").style.fontSize = "12px";
          here.querySelector("h1").style.left = "-200px";
          const names = [...document.querySelectorAll("#map .marks.here text")];
          names[1].closest(".spot").style.cssText = names[0].closest(".spot").style.cssText;
          for (const place of ["x", "y", "text-anchor"]) names[1].setAttribute(place, names[0].getAttribute(place));
        }"""
    )
    found = " ".join(page.evaluate(FAULTS, SMALLEST))
    assert "type of 12.0 px" in found
    assert "cut by the edge of the screen" in found
    assert "lies over" in found
    page.close()


def test_a_request_to_another_host_is_barred_and_noted(app: str, chromium: Browser) -> None:
    page = chromium.new_page()
    asked = bar_others(page, app)
    page.goto(f"{app}/talk/ten-days")
    assert asked == []
    with pytest.raises(Error):
        page.goto("https://example.org/x")
    assert asked == ["https://example.org/x"]
    page.close()
