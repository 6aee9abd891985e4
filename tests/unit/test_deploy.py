"""What is in deploy/ fits what is in the repository; deploy/try-two-instances.sh tries the proxy itself."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.unit.test_requirements import FOR_THE_APP
from tools.serving import ROOT

CONTAINER = (ROOT / "deploy" / "Containerfile").read_text("utf-8").replace("\\\n", " ")
PROXY = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
COPIED = [name for line in re.findall(r"^COPY (.+)$", CONTAINER, re.MULTILINE) for name in line.split()[:-1]]


def copied(path: Path) -> bool:
    return any(path == ROOT / name or (ROOT / name) in path.parents for name in COPIED)


@pytest.mark.parametrize("name", COPIED)
def test_what_the_container_file_copies_is_there(name: str) -> None:
    assert (ROOT / name).exists()


def test_the_container_has_all_that_the_app_is_made_of() -> None:
    assert [path for path in FOR_THE_APP if not copied(path)] == []
    for needed in (".streamlit/config.toml", "static/linked.js", "talks/ten-days.md", "data/record/events.csv"):
        assert copied(ROOT / needed), needed


def test_the_container_runs_the_app_as_nobody_in_particular_and_is_watched() -> None:
    lines = CONTAINER.splitlines()
    user = next(number for number, line in enumerate(lines) if line.startswith("USER "))
    assert lines[user] != "USER root"
    assert not [line for line in lines[user:] if line.startswith(("RUN", "COPY"))]
    assert "/healthz" in next(line for line in lines if line.startswith("HEALTHCHECK"))
    assert lines[-1].startswith('CMD ["python", "-m", "streamlit", "run", "app.py"')


def test_the_proxy_passes_what_the_app_needs_and_keeps_no_log() -> None:
    for line in (
        "proxy_set_header Host $http_host;",
        "proxy_set_header Upgrade $http_upgrade;",
        "proxy_set_header X-Forwarded-Proto $scheme;",
        "hash $remote_addr consistent;",
        "access_log off;",
    ):
        assert line in PROXY
    assert set(re.findall(r"^ *listen (.*);", PROXY, re.MULTILINE)) == {"127.0.0.1:8500"}


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash here")
def test_the_trial_is_a_script_that_bash_reads() -> None:
    script = ROOT / "deploy" / "try-two-instances.sh"
    assert script.stat().st_mode & 0o111
    subprocess.run(["bash", "-n", script], check=True, timeout=20)
    for port in set(re.findall(r"127\.0\.0\.1:(\d+)", PROXY)):
        assert port in script.read_text("utf-8"), "the trial puts ports of its own in its place"
