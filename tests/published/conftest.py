"""The record as it is published. These tests speak of it alone: a fault here is one of the record, not of the code."""

from pathlib import Path

import pytest

from data.folders import RECORD_FOLDER, TALKS_FOLDER
from data.loading.record import Record, load_record
from data.queries.query import addressable
from data.talks import Talk, load_talks

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("published")


@pytest.fixture(scope="session")
def published() -> Record:
    """The published record; nobody changes it."""
    return load_record(RECORD_FOLDER)


@pytest.fixture(scope="session")
def published_talks(published: Record) -> dict[str, Talk]:
    """The talks about it."""
    return load_talks(addressable(published), TALKS_FOLDER)
