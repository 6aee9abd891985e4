"""Every link of the edition leads to what is there, every name can be kept anywhere, and all of it has its measure."""

import gzip
import re
import socket
from collections.abc import Callable, Collection
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from components.edition.document import POLICY
from components.edition.verify import WHOLE, alike, unfit, verify
from data.folders import ROOT
from data.loading.record import Record
from tests.edition.conftest import WRITTEN
from tests.edition.crawl import Site

FIRST, A_DAY, A_LANGUAGE = 100_000, 60_000, {"en": 40_000_000, "kk": 45_000_000}
"""Bytes, compressed, of the first page with style and script, and of a page of a day; and of the folder of a language.

A letter that is not Latin takes two bytes."""
TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".pdf": "application/pdf",
}


def test_every_link_of_every_page_leads_somewhere(crawled: Site) -> None:
    faults = list(crawled.faults())
    assert not faults, "\n".join([f"{len(faults)} faults", *faults[:40]])


def test_every_page_is_reached_by_links_alone(crawled: Site, published: Record) -> None:
    """But those of places that are no point of a map: a search leads there."""
    left = [Path(file) for file in sorted(crawled.documents.keys() - crawled.reached)]
    assert [file for file in left if file.parent.name != "places" or published.place_rows[file.stem]["lat"]] == []


def test_everything_of_the_record_has_its_page_in_every_language(crawled: Site, published: Record) -> None:
    rows: dict[str, Collection[str]] = {
        "events": published.event_rows,
        "cases": published.case_rows,
        "claims": published.claim_rows,
        "people": published.person_rows,
        "sources": published.source_rows,
    }
    for code in WRITTEN:
        for folder, ids in rows.items():
            there = {Path(file).stem for file in crawled.files if file.startswith(f"{code}/{folder}/")}
            assert there - {"all"} == set(ids), folder
    first, other = (
        {file.partition("/")[2] for file in crawled.files if file.startswith(f"{code}/")} for code in WRITTEN
    )
    assert {file.replace(".kk.", ".") for file in other} == {file.replace(".en.", ".") for file in first}


def test_every_page_keeps_others_out(edition: Path, crawled: Site) -> None:
    for file in crawled.documents:
        if "/talks/" in file:  # A talk is one file with its script in it, which is sent on alone.
            continue
        head = (edition / file).read_text("utf-8").partition("</head>")[0]
        assert f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">' in head.replace("&#39;", "'"), file
        assert '<meta name="referrer" content="no-referrer">' in head, file
        assert head.index("Content-Security-Policy") < min(head.index("<link"), head.index("<script")), file


def test_every_name_can_be_kept_on_any_stick(crawled: Site) -> None:
    assert [(file, wrong) for file in crawled.files if file != "SHA256SUMS" and (wrong := unfit(file))] == []
    assert alike(crawled.files) == []


def test_the_edition_as_written_is_a_whole_copy(edition: Path, published: Record) -> None:
    verdict = verify(edition)
    assert (verdict.code, verdict.flaws) == (WHOLE, [])
    assert verdict.about["version"] == published.version
    assert verdict.about["languages"] == list(WRITTEN)


def test_nothing_of_the_machine_is_in_it(edition: Path, crawled: Site) -> None:
    ours = [name.encode() for name in (str(ROOT), str(edition.parent), socket.gethostname()) if len(name) > 3]
    told = re.compile(b"|".join(map(re.escape, ours)))
    for file in sorted(crawled.files):
        found = told.search((edition / file).read_bytes())
        assert not found, f"{file}: {found}"


def test_the_edition_keeps_its_measure(edition: Path, crawled: Site) -> None:
    sent = {file: len(gzip.compress((edition / file).read_bytes(), 6)) for file in crawled.files if "/days/" in file}
    assert {file: size for file, size in sent.items() if size > A_DAY} == {}
    for code in WRITTEN:
        home = f"{code}/index.html"
        fetched = {
            crawled.target(home, reference.address)
            for reference in crawled.documents[home].references
            if reference.element in ("link", "script") and reference.attribute in ("href", "src")
        }
        size = sum(len(gzip.compress((edition / file).read_bytes(), 6)) for file in {home, *fetched})
        assert size <= FIRST, f"{home}: {size}"
        whole = sum((edition / file).stat().st_size for file in crawled.files if file.startswith(f"{code}/"))
        assert whole <= A_LANGUAGE[code], f"{code}: {whole}"


@pytest.mark.parametrize("below", ["", "a/b/"])
def test_any_host_serves_it_at_any_depth(
    crawled: Site, kinds: dict[str, str], served: Callable[[Path], str], tmp_path: Path, below: str
) -> None:
    if below:
        (tmp_path / "a").mkdir()
        (tmp_path / "a" / "b").symlink_to(crawled.folder)
    base = served(tmp_path if below else crawled.folder) + below
    asked = {base + file for file in kinds.values()}
    for file in kinds.values():
        addresses = {reference.address for reference in crawled.documents[file].references}
        led = {urljoin(base + file, address).partition("#")[0] for address in addresses}
        asked |= {
            address for address in led if urlsplit(address).netloc == urlsplit(base).netloc and address[-1] != "/"
        }
    assert all(address.startswith(base) for address in asked)
    assert {address.removeprefix(base) for address in asked} <= crawled.files
    line = HTTPConnection(urlsplit(base).netloc)
    for address in sorted(asked)[:: max(1, len(asked) // 500)]:
        line.request("HEAD", urlsplit(address).path)
        answer = line.getresponse()
        answer.read()
        assert answer.status == 200, address
        wanted = TYPES.get(Path(address).suffix)
        assert wanted is None or answer.headers["content-type"].startswith(wanted), address
    line.close()
