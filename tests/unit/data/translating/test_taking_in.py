"""Taking a file in: what it brings stands where it belongs, what it must not do is refused, with line and reason."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.loading.schema import Translation
from data.loading.translations import Text, digest, key_of
from data.translating.taking_in import as_table, taken_in
from data.translating.work import MOST_REASONS, Given, Refused, Work, key_of_row, work_of
from tests.unit.data.translating.drawn_work import PLAIN, handed_back, works


def text(english: str, column: str = "summary", row: str = "one", table: str = "events") -> Text:
    return Text(table, row, column, english, digest(english))


def row(of: Text, translation: str, by: str = "machine", reviewed: str = "", english: str | None = None) -> Translation:
    key = digest(english) if english else of.digest
    return Translation(
        table=of.table, id=of.id, column=of.column, text=translation, digest=key, by=by, reviewed=reviewed
    )


COUNTED = text("He said that 1,225 people were in the “square”.")
ACTORS = text("police;protesters", "actors")
STEP, OTHER_STEP = text("A step", "step", "a", "case_steps"), text("Another step", "step", "a", "case_steps")
KAZAKH = "Ол «алаңда» 1225 адам болғанын айтты."


def work(*rows: Translation, texts: tuple[Text, ...] = (COUNTED, ACTORS, STEP, OTHER_STEP)) -> Work:
    return work_of(texts, rows, "kk", Path("kk.csv"))


def refused(of: Work, lines: list[Given], **others: dict) -> list[str]:
    with pytest.raises(Refused) as error:
        taken_in(of, lines, "kk.csv", others)
    return error.value.reasons


@given(works(PLAIN), st.data())
def test_what_is_filled_in_is_taken_and_stands_in_the_order_of_the_record(of: Work, data: st.DataObject) -> None:
    filled = data.draw(st.sets(st.sampled_from(sorted(of.texts))))
    lines = [
        Given(line.line, line.cells | {"translation": data.draw(PLAIN), "by": "A. B.", "reviewed": "V. G., today"})
        if key in filled
        else line
        for key, line in zip(of.texts, handed_back(of), strict=True)
    ]
    taken = taken_in(of, lines, "kk.csv", {})
    after = work_of(of.texts.values(), taken.rows, "kk", of.file)
    for key, line in zip(of.texts, lines, strict=True):
        if key in filled:
            assert (after.rows[key].text, after.rows[key].by) == (line.cells["translation"], line.cells["by"])
        else:
            assert after.rows.get(key) == of.rows.get(key)
    places = {key: place for place, key in enumerate(of.texts)}
    order = [places[key] for one in taken.rows if (key := key_of_row(one)) in places]
    assert order == sorted(order)
    replaced = {key_of_row(of.older[key]) for key in filled if key in of.older}
    assert {key_of_row(one) for one in taken.rows} == (of.rows.keys() | filled) - replaced
    assert not taken_in(after, handed_back(after), "kk.csv", {}).brought


def test_a_table_is_written_as_it_stands_in_the_record() -> None:
    table = as_table([row(ACTORS, "полиция;шерушілер"), row(COUNTED, 'a "b", c', reviewed="A, B")])
    assert table.decode() == (
        "table,id,column,text,digest,by,reviewed\n"
        f"events,one,actors,полиция;шерушілер,{ACTORS.digest},machine,\n"
        f'events,one,summary,"a ""b"", c",{COUNTED.digest},machine,"A, B"\n'
    )


@pytest.mark.parametrize(
    ("changes", "column", "why"),
    [
        ({"table": "sources"}, "table", "no such table"),
        ({"column": "place_id"}, "column", "no such column"),
        ({"id": "two"}, "id", "no such row"),
        (
            {"digest": "0" * 12},
            "digest",
            "the English has changed since this file was written.*write the file out anew",
        ),
        ({"English": "He said that."}, "English", "is not the English of this text"),
        ({"translation": ""}, "translation", "would be lost"),
        ({"translation": "Ол «алаңда» 225 адам болғанын айтты."}, "translation", "lacks '1,225'"),
        ({"translation": "Ол алаңда 1225 адам болғанын айтты."}, "translation", "0 quotations where the English has 1"),
        ({"translation": f"={KAZAKH}"}, "translation", "must not begin with ="),
        ({"translation": f"{KAZAKH}\nЖоқ."}, "translation", "line break"),
        ({"translation": f"<b>{KAZAKH}</b>"}, "translation", "HTML tag"),
        ({"by": "=A1"}, "by", "must not begin with ="),
        ({"reviewed": "@me"}, "reviewed", "must not begin with ="),
    ],
)
def test_a_line_that_does_harm_is_refused(changes: dict[str, str], column: str, why: str) -> None:
    of = work(row(COUNTED, KAZAKH))
    (reason,) = refused(of, handed_back(of, **changes))
    assert reason.startswith(f"kk.csv:2: {column}")
    assert re.search(why, reason)


def test_a_list_with_other_items_is_refused() -> None:
    of = work(texts=(ACTORS,))
    (reason,) = refused(of, handed_back(of, translation="полиция", by="A. B."))
    assert "has 1 items where the English has 2" in reason


def test_items_are_taken_without_the_blanks_round_them() -> None:
    of = work(texts=(ACTORS,))
    taken = taken_in(of, handed_back(of, translation="полиция ; шерушілер;", by="A. B."), "kk.csv", {})
    assert [one.text for one in taken.rows] == ["полиция;шерушілер"]


def test_who_translated_must_be_said() -> None:
    of = work(texts=(STEP,))
    (reason,) = refused(of, handed_back(of, translation="Қадам"))
    assert "kk.csv:2: by: must not be empty" in reason


def test_who_fills_in_only_a_name_brings_nothing() -> None:
    of = work(texts=(STEP,))
    assert not taken_in(of, handed_back(of, by="A. B."), "kk.csv", {}).brought


def test_a_text_that_stands_twice_with_two_translations_is_refused() -> None:
    of = work(row(STEP, "Қадам"), texts=(STEP,))
    first, second = *handed_back(of), Given(3, handed_back(of, translation="Басқа")[0].cells)
    (reason,) = refused(of, [first, second])
    assert "kk.csv:3: translation 'Басқа': is translated otherwise on line 2" in reason
    assert not taken_in(of, [first, Given(3, first.cells)], "kk.csv", {}).brought


def test_what_somebody_reviewed_stays_until_somebody_reviews_another() -> None:
    of = work(row(STEP, "Қадам", reviewed="A. B., 2026-11-30"), texts=(STEP,))
    assert not taken_in(of, handed_back(of, reviewed=""), "kk.csv", {}).brought
    for reviewed in ("", "A. B., 2026-11-30"):
        (reason,) = refused(of, handed_back(of, translation="Басқа", reviewed=reviewed))
        assert "write who has reviewed the new one" in reason
    taken = taken_in(of, handed_back(of, translation="Басқа", reviewed="V. G., 2026-12-01"), "kk.csv", {})
    assert [(one.text, one.reviewed) for one in taken.rows] == [("Басқа", "V. G., 2026-12-01")]


def test_a_review_alone_is_taken_in_and_leaves_the_rest() -> None:
    of = work(row(COUNTED, "Сан жоқ", by="A. B."), texts=(COUNTED,))
    taken = taken_in(of, handed_back(of, reviewed="V. G."), "kk.csv", {})
    assert [(one.text, one.by, one.reviewed) for one in taken.rows] == [("Сан жоқ", "A. B.", "V. G.")]


def test_an_older_translation_stays_until_it_is_said_to_fit_or_written_anew() -> None:
    older = row(STEP, "Ескі", reviewed="A. B.", english="An older step")
    of = work(older, texts=(STEP,))
    assert handed_back(of)[0].cells["state"] == "older"
    assert handed_back(of)[0].cells["reviewed"] == ""
    assert taken_in(of, handed_back(of), "kk.csv", {}).rows == [older]
    fits = taken_in(of, handed_back(of, state="there"), "kk.csv", {})
    assert fits.rows == [row(STEP, "Ескі")]
    anew = taken_in(of, handed_back(of, translation="Жаңа"), "kk.csv", {})
    assert anew.rows == [row(STEP, "Жаңа")]


def test_an_older_translation_that_fits_must_keep_the_new_numbers() -> None:
    of = work(row(COUNTED, "Ол «алаңда» 225 адам болғанын айтты.", english="225"), texts=(COUNTED,))
    (reason,) = refused(of, handed_back(of, state="there"))
    assert "lacks '1,225'" in reason


def test_older_rows_that_nothing_replaces_are_kept_in_their_place() -> None:
    stale = row(ACTORS, "ескі", english="older")
    gone = row(text("x", "title"), "тақырып", english="gone")
    of = work(row(COUNTED, KAZAKH), stale, row(ACTORS, "а;б"), gone, row(OTHER_STEP, "Басқа"))
    lines = [line for line in handed_back(of) if line.cells["English"] == STEP.english]
    lines[0].cells.update(translation="Қадам", by="A. B.")
    taken = taken_in(of, lines, "kk.csv", {})
    assert [one.text for one in taken.rows] == [KAZAKH, "а;б", "ескі", "тақырып", "Қадам", "Басқа"]


def test_the_file_of_another_language_is_refused() -> None:
    long = "Мұны полиция осы бетте сол күні кешке қарай жариялады деп жазылған"
    texts = tuple(text(f"Words {letter}", row=letter) for letter in "abcdef")
    of = work(texts=texts)
    lines = [Given(line.line, line.cells | {"translation": long, "by": "A. B."}) for line in handed_back(of)]
    assert refused(of, lines, ru=dict.fromkeys(map(key_of, texts), long)) == [
        "kk.csv: translation: 6 new translations are those of ru.csv: name the language that the file is in"
    ]
    assert len(taken_in(of, lines, "kk.csv", {"ru": dict.fromkeys(map(key_of, texts[:3]), long)}).brought) == 6


def test_all_that_is_wrong_is_said_at_once_but_not_without_end() -> None:
    texts = tuple(text(f"Words {number}", row=f"r{number}") for number in range(MOST_REASONS + 5))
    of = work(texts=texts)
    lines = [Given(line.line, line.cells | {"translation": "Сөз", "by": "A. B."}) for line in handed_back(of)]
    reasons = refused(of, lines)
    assert len(reasons) == MOST_REASONS + 1
    assert reasons[0].startswith("kk.csv:2: translation 'Сөз': lacks '0'")
    assert reasons[-1] == "and 5 more"
