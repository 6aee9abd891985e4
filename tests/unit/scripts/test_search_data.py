"""The data of the edition's search page have every entry of the record, in words as they sound."""

import pytest

from components.language import Language
from components.scripts.joined import MODULES, script
from components.scripts.search_data import search_data
from data.loading.record import Record
from data.queries.view import SEARCHED
from data.search.entries import entries
from data.search.letters import sounding
from data.vocabulary import LANGUAGES
from tools.vendor import SCRIPTS, VENDOR, heading


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_entry_has_a_line_in_the_language(record: Record, code: str) -> None:
    data = search_data(record, Language(code))
    assert [(SEARCHED[row[0]], row[1]) for row in data["rows"]] == [(one.kind, one.id) for one in entries(record)]
    titles = {row[1]: row[2] for row in data["rows"] if SEARCHED[row[0]] == "event"}
    assert titles == {key: Language(code).of(row, "title") for key, row in record.event_rows.items()}
    assert all(len(row) == 5 for row in data["rows"] if SEARCHED[row[0]] == "event")


def test_the_index_has_the_words_of_names_and_of_texts(record: Record) -> None:
    index = search_data(record, Language())["index"]
    words = index["words"].split()
    assert words == sorted(words)
    lines = dict(zip(words, (line.split("/") for line in index["lines"]), strict=True))
    for number, entry in enumerate(entries(record)):
        for field, texts in enumerate((entry.names, entry.passages)):
            of = sounding(" ".join(texts)).split()
            assert index["lengths"][number][field] == len(set(of))
            for word in set(of):
                assert spread(lines[word][field])[number] == of.count(word)


def spread(line: str) -> dict[int, int]:
    """A line as the script spreads it out: how often a word is in each entry."""
    found, number = {}, 0
    for part in line.split():
        step, _, often = part.partition(":")
        number += int(step)
        found[number] = int(often or 1)
    return found


@pytest.mark.parametrize("name", MODULES)
def test_a_script_is_one_file_that_takes_nothing_from_others(name: str) -> None:
    joined = script(name)
    assert not [line for line in joined.splitlines() if line.startswith(("import ", "export ", "//"))]


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_library_says_what_it_is_and_has_its_licence(name: str) -> None:
    library = (VENDOR / name).read_text("utf-8")
    assert library.startswith(heading())
    assert "Permission is hereby granted" in (VENDOR / "minisearch-LICENSE.txt").read_text("utf-8")
