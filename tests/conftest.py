"""All tests but those of `tests/published` run on the small record; whatever the app is asked for, it finds that."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from data import store
from data.folders import RECORD_SETTING, TALKS_SETTING
from tools.browser_setup import FLAGS, NO_WEBGL, find_browser

TESTS = Path(__file__).parent
os.environ |= {RECORD_SETTING: str(TESTS / "record"), TALKS_SETTING: str(TESTS / "talks")}


@pytest.fixture
def use_folders(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Call it with `record` or `talks` to have the store read from there."""

    def use(record: Path | None = None, talks: Path | None = None) -> None:
        for setting, folder in ((RECORD_SETTING, record), (TALKS_SETTING, talks)):
            if folder is not None:
                monkeypatch.setenv(setting, str(folder))
        store.forget()

    yield use
    store.forget()


@pytest.fixture(scope="session")
def own_playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(own_playwright: Playwright) -> Iterator[Browser]:
    """A browser without WebGL: a quick one."""
    browser = own_playwright.chromium.launch(executable_path=find_browser(), args=FLAGS + NO_WEBGL)
    yield browser
    browser.close()
