"""Texts with translations that Hypothesis draws: some there, some of an older English, some missing."""

from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from data.cells import unsafe_text
from data.loading.schema import Translation
from data.loading.translations import Text, digest
from data.translating.work import COLUMNS, Given, Work, key_of_row, work_of

PLACES = [
    ("events", "2022-01-05-almaty", "title"),
    ("events", "2022-01-05-almaty", "actors"),
    ("cases", "airport", "summary"),
    ("case_steps", "airport", "step"),
    ("changes", "events/2022-01-05-almaty", "change"),
    ("claims", "e5", "statement"),
]
_SAFE = st.characters(exclude_categories=("C", "Zl", "Zp"), exclude_characters=";")


def cells() -> st.SearchStrategy[str]:
    """Texts that a cell may hold, not empty."""
    odd = st.sampled_from(
        ['a "b" c', "a, b", "a\\nb", "50% of", "a_x0041_", "{a}", "# a", "2022-01-05", "007", "1e5", "TRUE"]
    )
    return st.one_of(st.text(_SAFE, min_size=1, max_size=30).map(str.strip), odd).filter(
        lambda text: bool(text) and not unsafe_text(text)
    )


PLAIN = st.text(st.characters(categories=("Ll", "Lu")), min_size=1, max_size=30)
"""Texts without numbers and marks, which lose nothing of one another."""


@st.composite
def works(draw: Any, english: st.SearchStrategy[str] | None = None) -> Work:
    """A work with several texts; more than one step of a case may be new."""
    words = cells() if english is None else english
    texts = [
        Text(*place, text, digest(text))
        for place in PLACES
        for text in draw(st.lists(words, unique=True, min_size=1, max_size=3 if "steps" in place[0] else 1))
    ]
    rows: list[Translation] = []
    for text in texts:
        for of in draw(st.sampled_from(((), (text.digest,), (digest("older"),), (text.digest, digest("older"))))):
            names = {"table": text.table, "id": text.id, "column": text.column, "digest": of}
            said = {"text": draw(cells()), "by": draw(cells()), "reviewed": draw(st.just("") | cells())}
            row = Translation.model_validate(names | said)
            if key_of_row(row) not in map(key_of_row, rows):
                rows.append(row)
    return work_of(texts, rows, "kk", Path("kk.csv"))


def handed_back(work: Work, **changes: str) -> list[Given]:
    """The lines of a file as it was written; `changes` are those of its first line."""
    lines = [Given(line, dict(zip(COLUMNS, pair.cells, strict=True))) for line, pair in enumerate(work.pairs(), 2)]
    return [Given(lines[0].line, lines[0].cells | changes), *lines[1:]]
