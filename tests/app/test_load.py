"""`make load`, small and short: two readers step through days of an app that runs."""

import json

import pytest

from tests.load.__main__ import main


def test_two_readers_open_pages_and_step_days_without_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    found = main(["--readers", "2", "--minutes", "0.2"])
    assert found["errors"] == {}
    assert found["opening_s"]["n"] == 2
    assert found["step_s"]["n"] >= 2
    assert found["first_page_s"]["n"] >= 4
    assert 0 < found["step_s"]["p50"] <= found["step_s"]["p95"] <= found["step_s"]["max"] < 60
    assert json.loads(capsys.readouterr().out.splitlines()[-1]) == found
