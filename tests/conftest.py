"""All tests but those of `tests/published` run on the small record; whatever the app is asked for, it finds that."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data import store
from data.folders import RECORD_SETTING, TALKS_SETTING

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
