"""The record once a run, folders to spoil, and a steady Hypothesis."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from data import store
from data.folders import RECORD_SETTING, TALKS_SETTING
from data.record import Record, load_record
from tests.unit.helpers import Folder, real_folder, small_folder

settings.register_profile("unit", deadline=None, max_examples=30, derandomize=True, database=None)
settings.load_profile("unit")


@pytest.fixture(scope="session")
def record() -> Record:
    """The published record; nobody changes it."""
    return load_record()


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A copy of the published record, to be spoilt."""
    return real_folder(tmp_path)


@pytest.fixture
def small(tmp_path: Path) -> Folder:
    """A small sound record, to be spoilt."""
    return small_folder(tmp_path)


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
