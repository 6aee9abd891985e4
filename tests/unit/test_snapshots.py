"""Every figure looks as it did; where a change is meant, `make snapshots` writes it down."""

import pytest

from tests.snapshots import FOLDER, SNAPSHOTS, path_of, written


@pytest.mark.parametrize("name", SNAPSHOTS)
def test_a_figure_looks_as_it_did(name: str) -> None:
    assert written(name) == path_of(name).read_text(encoding="utf-8"), "if this is meant: make snapshots"


def test_no_snapshot_is_of_a_figure_that_nothing_draws() -> None:
    assert {path.stem for path in FOLDER.glob("*.svg")} == set(SNAPSHOTS)
