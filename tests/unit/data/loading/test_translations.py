"""The texts of a record in other languages: found by what they translate, never in place of a newer English text."""

from datetime import date
from pathlib import Path

import pytest

from components.language import Language
from data import check
from data.loading.translations import digest, in_every_language
from data.queries.as_known import as_known
from data.queries.query import addressable, query
from data.queries.view import parse_view
from data.search.index import index_of
from tests.unit.helpers import SPOKEN, Folder, tiny_folder, translated_folder

EVENT, CLAIM, DEATH = "2022-01-05-airport-entered", "2022-01-09-toll-one", "2022-01-05-almaty-a-girl-4"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return translated_folder(tmp_path)


@pytest.mark.parametrize("code", ["ru", "kk"])
def test_a_text_stands_in_the_language_that_it_is_translated_into(code: str, folder: Folder) -> None:
    record, language, said = folder.load(), Language(code), SPOKEN[code]
    assert record.faults == ()
    assert language.of(record.event_rows[EVENT], "title") == said["event"]
    assert language.all_of(record.event_rows[EVENT], "actors") == (said["actors"],)
    assert language.of(record.claim_rows[CLAIM], "claimant") == said["claimant"]
    assert Language().of(record.event_rows[EVENT], "title") == SPOKEN["en"]["event"]


def test_what_is_not_translated_stands_in_english_with_a_mark(tmp_path: Path) -> None:
    row = tiny_folder(tmp_path).load().event_rows[EVENT]
    assert Language("ru").of(row, "title") == "Something happened [на английском]"
    assert Language("kk").of(row, "title") == "Something happened [ағылшынша]"
    assert Language().of(row, "title") == "Something happened"


def test_a_translation_of_an_older_text_is_not_shown(folder: Folder) -> None:
    record = folder.change("events", EVENT, title="Something else happened").load()
    assert Language("ru").of(record.event_rows[EVENT], "title") == "Something else happened [на английском]"
    assert record.faults == ()
    before = translated_folder_gaps(folder)
    assert (record.gaps["ru"]["events"].missing, record.gaps["ru"]["events"].older) == (before[0] + 1, before[1] + 1)


def translated_folder_gaps(folder: Folder) -> tuple[int, int]:
    """What was missing before the English was changed."""
    gaps = folder.change("events", EVENT, title="Something happened").load().gaps["ru"]["events"]
    return gaps.missing, gaps.older


def test_the_check_counts_what_is_missing_by_table(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main([str(folder.path)]) == 0
    printed = capsys.readouterr().out
    assert "without a translation that is up to date, ru:" in printed
    missing = folder.load().gaps["ru"]["events"].missing
    assert f"events {missing} (of these 0 older)" in printed


def test_what_was_not_known_on_a_day_is_not_told_in_translation_either(folder: Folder) -> None:
    whole = folder.load()
    known = as_known(whole, date(2022, 1, 9))
    for row in known.claim_rows.values():
        if row["stands"] != "withdrawn":
            assert [Language(code).of(row, "withdrawn_why") for code in ("en", "ru", "kk")] == ["", "", ""]
    for death in known.death_rows.values():
        assert bool(death["accounts"]) == bool(Language("ru").all_of(death, "accounts"))
        if not death["accounts"]:
            assert list(in_every_language(death, "accounts")) == []


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({"table": "riots"}, "table", "write one of"),
        ({"column": "start"}, "column", "write one of"),
        ({"id": "no-such-event"}, "id", "no such row"),
        ({"digest": "xyz"}, "digest", "pattern"),
        ({"text": ""}, "text", "must not be empty"),
        ({"text": "=1+1"}, "text", "must not begin"),
        ({"text": "<b>x</b>"}, "text", "HTML tag"),
    ],
)
def test_a_wrong_row_is_named_and_left_out(cells: dict[str, str], column: str, reason: str, folder: Folder) -> None:
    record = folder.change("translations/ru", 0, **cells).load()
    (fault,) = record.faults
    assert (fault.file, fault.line, fault.column) == ("translations/ru.csv", 2, column)
    assert reason in fault.reason
    assert Language("ru").of(record.event_rows[EVENT], "title").endswith("[на английском]")
    assert Language("kk").of(record.event_rows[EVENT], "title") == SPOKEN["kk"]["event"]


def test_a_text_is_translated_once(folder: Folder) -> None:
    (first, *_) = folder.rows("translations/kk")
    (fault,) = folder.add("translations/kk", **first).faults()
    assert "is translated already on line 2" in fault.reason


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"table;id\n", b"", b"table,id\nx,y\n"])
def test_a_file_that_cannot_be_read_leaves_the_record_in_english(content: bytes, folder: Folder) -> None:
    folder.file("translations/ru").write_bytes(content)
    record = folder.load()
    assert {fault.file for fault in record.faults} == {"translations/ru.csv"}
    assert not record.unreadable
    assert Language("ru").of(record.event_rows[EVENT], "title").endswith("[на английском]")


def test_a_record_without_translations_is_sound(tmp_path: Path) -> None:
    record = tiny_folder(tmp_path).load()
    assert (record.faults, record.gaps, record.unreviewed) == ((), {}, frozenset())


def test_the_version_changes_with_a_translation(folder: Folder) -> None:
    before = folder.load().version
    assert folder.change("translations/kk", 0, text="Басқа нәрсе").load().version != before


def test_a_language_is_reviewed_when_all_of_it_is(folder: Folder) -> None:
    assert folder.load().unreviewed == {"ru", "kk"}
    rows = [row | {"reviewed": "A reader, 2026-12-01"} for row in folder.rows("translations/ru")]
    assert folder.write("translations/ru", rows).load().unreviewed == {"kk"}


def test_a_name_that_no_source_was_seen_to_write_is_told_apart(folder: Folder) -> None:
    person = folder.load().person_rows["a-victim"]
    assert Language("kk").of(person, "name") == SPOKEN["kk"]["victim"]
    assert "kk" in person["spelled_by_us"]


@pytest.mark.parametrize("words", ["Бірдеңе болды", "Что-то произошло", "Something happened"])
def test_words_of_each_language_find_what_was_written_in_another(words: str, folder: Folder) -> None:
    record = folder.load()
    assert EVENT in {hit.id for hit in index_of(record).find(words).by_kind["event"]}
    view, _ = parse_view({"q": words}, addressable(record))
    assert EVENT in {row["event_id"] for row in query(record, view).rows}


def test_a_digest_is_twelve_letters_of_the_text() -> None:
    assert digest("Something happened") == digest("Something happened") != digest("Something happened.")
    assert len(digest("")) == 12
