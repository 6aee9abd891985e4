"""A short run of `make fuzz`, in a process of its own; and what it would say if something broke."""

import json
import subprocess
import sys
import time
from random import Random

import pytest

from tests.fuzz.odd import MOST, changed, piece
from tests.fuzz.tally import BrokenError, Tally
from tools.serving import ROOT

SECONDS = 12.0


def test_nothing_that_is_sent_at_random_breaks_anything() -> None:
    command = [sys.executable, "-m", "tests.fuzz", "--minutes", str(SECONDS / 60)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert run.returncode == 0, run.stdout + run.stderr
    found = json.loads(run.stdout.splitlines()[-1])
    assert f"SEED={found['seed']}" in run.stdout
    assert found["addresses"]["tried"] > 20
    assert found["addresses"]["outcomes"]["200"] > 5
    assert found["tables"]["tried"] > 1
    assert found["talks"]["tried"] > 5


def test_the_same_seed_makes_the_same_text() -> None:
    def made() -> list[str]:
        chance = Random("7 talks 3")
        return [piece(chance) for _ in range(50)] + [changed(chance, "a talk") for _ in range(50)]

    assert made() == made()
    assert max(map(len, made())) <= MOST


def fail(error: Exception) -> None:
    raise error


def test_what_breaks_is_told_once_with_its_case(capsys: pytest.CaptureFixture[str]) -> None:
    tally = Tally("tables", limit=30)
    for number in range(3):
        with tally.trial(f"tables {number}"):
            fail(KeyError("claims"))
    with tally.trial("tables 3"):
        fail(BrokenError("500: GET /"))
    tally.report()
    said = capsys.readouterr().out
    assert tally.tried == 4
    assert list(tally.figures()["broken"].values()) == ["tables 0", "tables 3"]
    assert said.count("KeyError: 'claims'") == 1
    assert "BROKEN: BrokenError 500: GET /" in said


def test_what_is_slow_or_does_not_end_is_told() -> None:
    tally = Tally("talks", limit=0.05)
    with tally.trial("talks 0"):
        time.sleep(0.06)
    with tally.trial("talks 1"):
        time.sleep(60)
    assert "BrokenError took longer than 0 s" in tally.broken
    assert any(what.startswith("TimeoutError") for what in tally.broken)
    assert tally.slowest[1] == "talks 1"
