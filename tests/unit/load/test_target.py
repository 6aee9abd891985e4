"""Only an app on this machine is ever measured."""

import pytest

from tests.load.__main__ import main
from tests.load.target import loopback


@pytest.mark.parametrize("address", ["http://127.0.0.1:8501", "http://127.0.0.1:8501/", "http://[::1]:8501"])
def test_the_loopback_is_measured(address: str) -> None:
    assert loopback(address) == address.rstrip("/")


@pytest.mark.parametrize(
    "address",
    [
        "http://192.168.1.7:8501",
        "http://localhost:8501",
        "http://127.0.0.1.example.org:8501",
        "http://127.0.0.1:8501@example.org:80",
        "http://user@127.0.0.1:8501",
        "https://127.0.0.1:8501",
        "http://127.0.0.1",
        "http://127.0.0.1:99999",
        "http://0.0.0.0:8501",
        "127.0.0.1:8501",
        "http://127.0.0.1:8501/?day=2022-01-05",
        "http://[::1",
        "",
    ],
)
def test_nothing_else_is(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="no app on this machine"):
        loopback(address)
    with pytest.raises(SystemExit):
        main(["--at", address])


@pytest.mark.parametrize("given", [["--readers", "501"], ["--readers", "0"], ["--minutes", "121"], ["--minutes", "-1"]])
def test_readers_and_time_are_bounded(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(given)
    assert "is not from" in capsys.readouterr().err
