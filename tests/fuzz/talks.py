"""Talks with something odd in them, read as talks."""

from random import Random

from data.store import known
from data.talks import parse_talk
from tests.fuzz.odd import changed, piece
from tests.fuzz.tally import Tally
from tests.unit.samples import TESTS
from tests.unit.sampletalks import HOSTILE_MARKDOWN

SHIPPED = [path.read_text("utf-8") for path in sorted((TESTS / "talks").glob("*.md"))]
LINES = (
    "---", "# A slide", "view: day=2022-01-05&layer=map", "view: layer=docket", "view: ", "view: " + "day=1&" * 99,
    "notes:", "Note: said", "- point", "> quoted", "```", "***", "<!--", "[a]: b", "&" * 99, "title: x: y",
    'title: "\\U0001F525"', "language: kk", "date: 9999-99-99", *HOSTILE_MARKDOWN,
)  # fmt: skip


def odd_talks(chance: Random, tally: Tally) -> None:
    """Read a talk that has been changed in one to six ways."""
    text = chance.choice((*SHIPPED, ""))
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        lines = text.splitlines(keepends=True)
        at = chance.randint(0, len(lines))
        line = chance.choice((chance.choice(LINES), piece(chance)))
        text = chance.choice(
            (
                "".join([*lines[:at], line, "\n", *lines[at:]]),
                "".join([*lines[:at], (line + "\n") * chance.choice((2, 250)), *lines[at:]]),
                "".join(lines[:at] + lines[at + 1 :]),
                "".join(chance.sample(lines, len(lines))),
                changed(chance, text),
            )
        )
    name = chance.choice(("a-talk", "a-talk", "a-talk", piece(chance)))
    talk = parse_talk(name, text[:1_000_000], known())
    tally.outcomes["with faults" if talk.all_faults else "sound"] += 1
