"""Links are made in `components/address.py` alone, and each kind of them is answered."""

import ast
import re
from datetime import date
from pathlib import Path

import pytest

from components import address
from components.frame.contents import PAGES
from components.map.marks import mark_code
from components.record.files import citations, tables
from components.talks.files import talk_files
from data.exports.citations import FORMS
from data.period import Period
from data.queries.view import View
from tests.unit.asking import ask
from tests.unit.samples import EN, record
from tests.unit.sampletalks import NAMES

ROOT = Path(__file__).resolve().parents[2]
MAKER = ROOT / "components" / "address.py"
CODE = [ROOT / "app.py", *(path for room in ("components", "pages", "server") for path in (ROOT / room).rglob("*.py"))]
TEMPLATES = sorted((ROOT / "components").rglob("*.html"))
KINDS = ("assets", "cite", "data", "edition", "file", "marks", "pictures", "t", "talk")
"""The first parts of our addresses, but for those of the pages."""
_OURS = re.compile(rf"(^|[\"'=(])/({'|'.join((*KINDS, *PAGES))})([/?#.\"')]|$)|^/[a-z]+\.(css|js)$")

EVENT, CASE, CLAIM, DEATH, SOURCE = (
    next(iter(rows))
    for rows in (
        record().event_rows, record().case_rows, record().claim_rows, record().death_rows, record().source_rows,
    )
)  # fmt: skip
PERSON, PLACE = next(iter(record().person_rows)), next(iter(record().place_rows))
VIEW = View(period=Period.of(date(2022, 1, 5)), case=CASE, as_known_on=record().as_of)
MADE = [
    *(address.address(VIEW, page) for page in PAGES),
    address.event_address(EVENT, VIEW),
    address.case_address(CASE, VIEW),
    address.claim_address(CLAIM, VIEW),
    address.death_address(DEATH, VIEW),
    address.person_address(PERSON, VIEW),
    address.source_address(SOURCE, VIEW),
    address.place_address(PLACE, VIEW),
    *(address.table_address(file, VIEW) for file in tables(EN)),
    address.picture_address("days", "png", VIEW, "dark"),
    *(address.citations_address(file, VIEW) for file in citations(EN)),
    *(address.citation_address("events", EVENT, form) for form in FORMS),
    *(address.citation_address("sources", SOURCE, form) for form in FORMS),
    address.mark_address(mark_code({"protest": (2, 1, 0, 0)}), "light"),
    address.talk_address(NAMES[0], 2, "ru"),
    *(address.talk_file_address(NAMES[0], form, "kk") for form in talk_files(EN)),
    address.page_file_address(VIEW, "cases"),
    address.on_a_stick_address("kk"),
    address.asset("qantar.css"),
    address.lasting_asset("qantar.css"),
    address.SCRIPT,
    address.WRITTEN_SCRIPT,
    address.lasting_address(address.WRITTEN_SCRIPT, b"of another release"),
    address.FIRST_STYLE,
    address.STAGE_STYLE,
    address.HEALTH,
]


def made_by_hand(source: str) -> list[str]:
    """The texts of a module that are, or hold, one of our addresses; what explains the code is none."""
    tree = ast.parse(source)
    explains = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in explains]
    cut = re.findall(r"partition\(.\?.\)", source)
    return cut + [text.value for text in texts if isinstance(text.value, str) and _OURS.search(text.value)]


def written_by_hand(template: str) -> list[str]:
    """The links of a template that begin with a slash."""
    return re.findall(r"(?:href|src|action)=[\"']/[^\"']*", template)


@pytest.mark.parametrize("link", MADE)
def test_each_kind_of_address_is_answered(link: str) -> None:
    assert ask(link.partition("#")[0]).status in (200, 202)  # what is made when it is first asked for comes later


def test_a_short_address_leads_to_a_slide() -> None:
    assert ask(address.follow_address(NAMES[0], 1, "en")).status == 302
    assert ask(address.slide_frames_address(NAMES[0], 2, "ru")).status == 200


def test_what_is_played_is_where_its_address_says() -> None:
    for of, view in (("days", View()), ("hours", View(period=Period.parse("2022-01-05")))):
        assert ask(address.frames_address(of, view)).status == 200


def test_every_function_that_makes_an_address_is_asked_here() -> None:
    makers = {
        node.name
        for node in ast.parse(MAKER.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef) and re.search(r"address(es)?$|asset$", node.name)
    }
    assert makers == set(re.findall(r"address\.(\w*address(?:es)?|\w*asset)\(", Path(__file__).read_text("utf-8")))


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_other_module_makes_an_address(path: Path) -> None:
    if path != MAKER:
        assert not made_by_hand(path.read_text("utf-8"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_template_writes_an_address(path: Path) -> None:
    assert not written_by_hand(path.read_text("utf-8"))


def test_a_part_of_an_address_stays_a_part() -> None:
    assert address.talk_address("a/b?c#d") == "/talk/a%2Fb%3Fc%23d"
    assert address.talk_address("a-talk", 3) == "/talk/a-talk#3"


def test_the_way_back_to_a_talk() -> None:
    assert address.back_to_talk(View(talk="ten-days.5")) == ("/talk/ten-days#5", "5")
    assert address.back_to_talk(View()) is None


BY_HAND = [
    'f"/pictures/{x}.svg"',
    'x = "/data/claims.csv"',
    "x = '/talks'",
    'f"{base}/t/{name}/{number}"',
    'x.partition("?")',
    "f('<link href=\"/assets/a.css\">')",
    'Route("/first.css", f)',
    'f"/cases?{query}"',
]


def test_these_checks_see_what_they_look_for() -> None:
    assert all(map(made_by_hand, BY_HAND))
    assert not any(map(made_by_hand, ['"""Links under /data/ and /talk."""', 'x = "a/b"', 'f("/static/media/x", "/")']))
    assert written_by_hand('<a href="/talk/{{ name }}">')
    assert not written_by_hand('<a href="{{ link }}"><a href="#top">')
