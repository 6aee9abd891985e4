"""An edition is sealed so that any copy of it can be checked, and zipped byte for byte the same."""

import json
import os
import shutil
import stat
from pathlib import Path
from zipfile import ZipFile

import pytest

from components.edition.sums import UnfitError, seal, strangers, zip_edition
from components.edition.verify import ABOUT, SUMS, WHOLE, verify
from data.version import PROGRAM
from tests.unit.samples import record


@pytest.fixture
def site(tmp_path: Path) -> Path:
    place = tmp_path / "site"
    for path in ("index.html", "en/index.html", "en/days/before.html", "assets/edition.css", "record/qantar.zip"):
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_bytes(path.encode() * 100)
    return place


def test_what_is_sealed_is_whole_and_says_which_it_is(site: Path) -> None:
    number = seal(site, record(), ["en", "kk"])
    verdict = verify(site)
    assert (verdict.code, verdict.flaws, verdict.number, verdict.files) == (WHOLE, [], number, 6)
    assert verdict.about == {
        "program": PROGRAM,
        "as_of": str(record().as_of),
        "version": record().version,
        "languages": ["en", "kk"],
        "files": 6,
    }
    lines = (site / SUMS).read_text().splitlines()
    paths = [line[66:] for line in lines]
    assert paths == sorted(paths)
    assert ABOUT in paths
    assert SUMS not in paths


def test_sealing_anew_changes_nothing(site: Path) -> None:
    number = seal(site, record(), ["en"])
    both = [(site / name).read_bytes() for name in (ABOUT, SUMS)]
    assert seal(site, record(), ["en"]) == number
    assert [(site / name).read_bytes() for name in (ABOUT, SUMS)] == both


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("en/con.html", "en/con.html: is the name of a device on Windows"),
        ("en/what?.html", "en/what?.html: is no name that every system takes"),
        ("en/Index.html", "en/Index.html, en/index.html: differ only by case"),
        ("en/" + "a" * 180, "has more than 180 letters"),
    ],
)
def test_names_that_some_system_refuses_are_not_sealed(site: Path, name: str, said: str) -> None:
    (site / name).write_bytes(b"")
    with pytest.raises(UnfitError) as error:
        seal(site, record(), ["en"])
    assert said in str(error.value)
    assert not (site / SUMS).exists()


def test_a_link_is_not_sealed(site: Path) -> None:
    (site / "more.html").symlink_to(site / "index.html")
    with pytest.raises(UnfitError, match=r"more\.html: is a link"):
        seal(site, record(), ["en"])


def test_a_zip_is_the_same_whenever_it_is_made_and_can_be_checked(site: Path, tmp_path: Path) -> None:
    seal(site, record(), ["en"])
    made = tmp_path / "qantar-site-en.zip"
    zip_edition(site, made)
    first = made.read_bytes()
    again = tmp_path / "again" / "site"
    for path in sorted(site.rglob("*"), reverse=True):  # another order, time and mode
        if path.is_file():
            other = again / path.relative_to(site)
            other.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, other)
            os.utime(other, (1, 1))
            other.chmod(0o600)
    zip_edition(again, made)
    assert made.read_bytes() == first
    assert verify(made) == verify(site)
    with ZipFile(made) as archive:
        assert {stat.S_IMODE(entry.external_attr >> 16) for entry in archive.infolist()} == {0o644}
        assert {entry.filename.partition("/")[0] for entry in archive.infolist()} == {"qantar-site-en"}
        archive.extractall(tmp_path / "unpacked")
    assert verify(tmp_path / "unpacked" / "qantar-site-en").code == WHOLE


def test_the_version_is_plain_json(site: Path) -> None:
    seal(site, record(), ["en"])
    assert json.loads((site / ABOUT).read_text("ascii"))["languages"] == ["en"]


def test_what_is_of_no_edition_is_told_from_what_is(site: Path) -> None:
    everything = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    assert strangers(site) == everything
    seal(site, record(), ["en"])
    assert strangers(site) == []
    (site / "en/days/before.html").write_text("changed")
    (site / "en/Thumbs.db").write_text("a system's own")
    (site / "index.html").unlink()
    assert strangers(site) == []
    (site / "CNAME").write_text("mine")
    (site / "en/mine").symlink_to(site)
    assert strangers(site) == ["CNAME", "en/mine"]
