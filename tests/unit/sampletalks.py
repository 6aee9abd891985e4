"""Talks for the tests: those of the small record, talks written out of slides, hostile ones, and any text."""

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from data.queries.query import addressable
from data.queries.view_codecs import Known
from data.talks import Talk, load_talks, parse_talk
from tests.unit.samples import HOSTILE, TESTS, record

NAMES = ("ten-days", "airport-case")
FRONT = "---\ntitle: A talk\nlanguage: en\nauthor: Somebody\ndate: 2026-11-25\n---\n"
HOSTILE_MARKDOWN = (
    HOSTILE,
    "<img src=x onerror=alert(1)>",
    "<iframe src=//evil.example></iframe>",
    "![picture](https://evil.example/x.png)",
    "[link](javascript:alert(1)) <javascript:alert(1)> [data](data:text/html,alert(1))",
    "[reference]\n\n[reference]: javascript:alert(1)",
    "</template></section></style></title><script>alert(1)</script>",
    "<!-- <svg onload=alert(1)> -->",
    '#panic("x") #import "y.typ" ] } $ \\ " `#z` @a <b> /* c */ // d',
    '"#panic("x") \\"#panic(1) ends with a backslash \\',
)
"""Markup, scripts, pictures of other hosts, and code of the program that sets the handout."""


@cache
def known() -> Known:
    return addressable(record())


@cache
def shipped() -> dict[str, Talk]:
    """The talks that go with the small record."""
    return load_talks(known(), TESTS / "talks")


def written(*slides: str, front: str = FRONT) -> str:
    """The text of a talk's file."""
    return front + "\n---\n".join(f"\n{slide}\n" for slide in slides)


def talk_of(*slides: str, front: str = FRONT, name: str = "a-talk") -> Talk:
    return parse_talk(name, written(*slides, front=front), known())


def hostile_talk() -> Talk:
    """A talk with hostile words, notes and headings on every slide."""
    slides = (f"# {words.splitlines()[0]}\n\n{words}\n\nnotes:\n{words}" for words in HOSTILE_MARKDOWN)
    front = f"---\ntitle: >\n  {HOSTILE}\nlanguage: en\nauthor: >\n  {HOSTILE}\ndate: 2026-11-25\n---\n"
    return talk_of(*slides, front=front)


def saved(folder: Path, name: str, text: str | bytes) -> Path:
    """A file of a talk, byte for byte as given."""
    path = folder / f"{name}.md"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


_FRONT_LINES = st.sampled_from((
    "title: x", "title: [", "title: No", "language: xx", "date: 2026-02-30", "date: !!timestamp x", "author: !!int ''",
    "? {a: b}", "- a", "&a [*a]", "other: x", "title: {", "author: *a", "title: a: b", "date:", "\t", "title: 'x",
))  # fmt: skip
_LINES = st.sampled_from((
    "---", " ---  ", "view:", "view: day=2022-01-05&sig=9", "view: day=%00&&=;", "view: /claims?measure=detained",
    "view: hours=0900-1000&alone=1&with=x", "notes:", "NOTES:", "# A heading", "#", "## " + "x" * 100, "x" * 1000,
    "\ufeff", "\r", "\x0c", "\u2028",
))  # fmt: skip


def _some(lines: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(lines | st.text(max_size=30), max_size=15).map("\n".join)


ANY_TEXT = st.one_of(
    st.text(),
    _some(_FRONT_LINES | _LINES),
    _some(_LINES).map(lambda rest: FRONT + rest),
    st.tuples(_some(_FRONT_LINES), _some(_LINES)).map(lambda parts: f"---\n{parts[0]}\n---\n{parts[1]}"),
)
"""Text that is or might be a talk."""
