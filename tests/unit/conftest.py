"""The record once a run, folders to spoil, and a steady Hypothesis."""

from pathlib import Path

import pytest
from hypothesis import settings

from data.loading.record import Record
from tests.unit import samples
from tests.unit.helpers import Folder, small_folder, tiny_folder, translated_folder

settings.register_profile("unit", deadline=None, max_examples=30, derandomize=True, database=None)
settings.load_profile("unit")


class NeverDone:
    """A process that goes on."""

    def poll(self) -> None:
        """It has not ended."""

    def terminate(self) -> None:
        """It ends without a word."""


@pytest.fixture(scope="session")
def record() -> Record:
    """The small record; nobody changes it."""
    return samples.record()


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A copy of the small record, to be spoilt."""
    return small_folder(tmp_path)


@pytest.fixture
def tiny(tmp_path: Path) -> Folder:
    """A tiny sound record, to be spoilt."""
    return tiny_folder(tmp_path)


@pytest.fixture
def translated(tmp_path: Path) -> Folder:
    """The tiny record with translations of some texts, to be spoilt."""
    return translated_folder(tmp_path)


@pytest.fixture(autouse=True)
def _makes_no_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has the whole edition made by asking for it in passing."""
    monkeypatch.setattr("server.edition.Popen", lambda *_, **__: NeverDone())
