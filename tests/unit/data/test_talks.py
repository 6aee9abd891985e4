"""Talks: whatever a file holds, it is read as far as it goes, and what is wrong is named with its line."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import check
from data.folders import record_folder, talks_folder
from data.period import Period
from data.queries.view import View
from data.talks import (
    LONGEST_HEADING,
    LONGEST_SLIDE,
    MOST_SLIDES,
    ROOM_ALONE,
    ROOM_BESIDE,
    Slide,
    load_talks,
    parse_talk,
    write_talk,
)
from data.vocabulary import LANGUAGES
from tests.unit.counting import calls
from tests.unit.helpers import small_folder, views
from tests.unit.sampletalks import ANY_TEXT, FRONT, NAMES, known, saved, shipped, talk_of, written

TALK = f"""{FRONT}
# First

Words.

view: day=2022-01-05

notes:
Said.

---

# Second
"""
"""The front matter is lines 1 to 6; the first slide begins on line 8, its view is line 12, the second slide line 19."""

FAULTY = {
    "no front matter": (FRONT, "", 1, "must begin with front matter"),
    "a line without its colon": ("author: Somebody", "author Somebody", 4, "write a key, a colon and a value on each"),
    "a key twice": ("author:", "title: x\nauthor:", 4, "title: stands twice: keep one"),
    "a list for front matter": (FRONT, "---\n- a\n---\n", 2, "write a key, a colon and a value on each line"),
    "an unknown key": ("author:", "auther: x\nauthor:", 4, "auther: is no key of a talk; there are title, language"),
    "a language that there is not": ("language: en", "language: de", 3, "language 'de': write one of: en, ru, kk"),
    "a date in another form": ("2026-11-25", "25.11.2026", 5, "date '25.11.2026': write a date YYYY-MM-DD"),
    "a date by its week": ("2026-11-25", "2026-W01-1", 5, "write a date YYYY-MM-DD"),
    "a day that no month has": ("2026-11-25", "2026-02-30", 5, "date '2026-02-30': write a date YYYY-MM-DD"),
    "a slide without a heading": ("# Second", "Second", 19, "this slide has no heading: begin it with #"),
    "a heading without its space": ("# Second", "#Second", 19, "this slide has no heading"),
    "two views": ("=2022-01-05\n", "=2022-01-05\nview: sig=2\n", 13, "view 'sig=2': a slide has one view"),
    "an unknown event": ("day=2022-01-05", "event=no-such", 12, "view, event 'no-such': not a value it can have"),
    "an unknown key of a view": ("day=2022-01-05", "colour=red", 12, "view, colour 'red': there is no such choice"),
    "a value out of range": ("day=2022-01-05", "sig=9", 12, "view, sig '9': not a value it can have"),
    "a day before the record": ("day=2022-01-05", "known=1999-01-01", 12, "view, known '1999-01-01': the record goes"),
    "a layer that there is not": ("day=2022-01-05", "layer=globe", 12, "view, layer 'globe': not a value"),
    "hours without a day": ("day=2022-01-05", "hours=0900-1000", 12, "view, hours '0900-1000'"),
    "a heading too long": ("# First", f"# {'x' * 71}", 8, "this heading has 71 characters; 70 fit"),
    "words too long beside a figure": ("Words.", "x" * 431, 8, "431 characters of words; 430 fit beside a figure"),
    "words too long alone": ("# Second", "# Second\n\n" + "x" * 901, 19, "901 characters of words; 900 fit"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line", "words"), FAULTY.values(), ids=FAULTY)
def test_a_fault_is_named_with_its_line_and_what_would_be_right(old: str, new: str, line: int, words: str) -> None:
    assert old in TALK
    talk = parse_talk("a-talk", TALK.replace(old, new, 1), known())
    (fault,) = [fault for fault in talk.all_faults if words in str(fault)]
    assert str(fault).startswith(f"talks/a-talk.md:{line}: ")


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_the_ends_of_lines_are_those_of_any_system(ends: str) -> None:
    text = TALK.replace("=2022-01-05", "=2022-01-32").replace("# Second", "Second")
    talk = parse_talk("a-talk", text, known())
    assert len(talk.all_faults) == 2
    assert parse_talk("a-talk", text.replace("\n", ends), known()) == talk


@pytest.mark.parametrize("text", ["# One", "title: A talk\n\n# One", "---\ntitle: A talk\n\n# One", "--\n\n# One"])
def test_a_talk_begins_with_front_matter_between_two_lines(text: str) -> None:
    talk = parse_talk("a-talk", text, known())
    assert [str(fault) for fault in talk.faults] == [
        "talks/a-talk.md:1: must begin with front matter: title, language, author and date between two lines ---"
    ]
    assert [slide.heading for slide in talk.slides] == ["One"]


@pytest.mark.parametrize("broken", ["2026-02-30", "25.11.2026"])
def test_a_wrong_date_costs_the_date_alone(broken: str) -> None:
    talk = parse_talk("a-talk", TALK.replace("2026-11-25", broken), known())
    assert (talk.title, talk.language, talk.author) == ("A talk", "en", "Somebody")
    assert len(talk.all_faults) == 1


@pytest.mark.parametrize("title", ["2026", "1e3", "No", "1.10", "12:30"])
def test_a_title_is_what_is_written_whatever_else_it_could_be(title: str) -> None:
    assert parse_talk("a-talk", TALK.replace("A talk", title), known()).title == title


TITLES = {
    "Almaty: the square": "Almaty: the square",
    "Slide #3: [a] {b} & *c*": "Slide #3: [a] {b} & *c*",
    "[Draft] Ten days": "[Draft] Ten days",
    "Ten days 😀": "Ten days 😀",
    r'"Ten days \uD83D\uDE00"': "Ten days 😀",
    r'"Ten days \U0001F600"': "Ten days 😀",
    r'"He said \"no\""': 'He said "no"',
    "'It''s so'": "It's so",
    r'"C:\Qantar"': r"C:\Qantar",
    '"Bloody January': '"Bloody January',
    '"Bloody" January': '"Bloody" January',
    ">\n  Ten\n  days": "Ten days",
    '"Ten\n  days"': "Ten days",
    "Ten\n  days": "Ten days",
    "&a [*a]": "&a [*a]",
    "!!int ''": "!!int ''",
}


@pytest.mark.parametrize(("written", "title"), TITLES.items(), ids=TITLES)
def test_a_title_is_plain_text_or_stands_in_quotes(written: str, title: str) -> None:
    talk = parse_talk("a-talk", TALK.replace("title: A talk", f"title: {written}"), known())
    assert not talk.all_faults
    assert talk.title == title


@pytest.mark.parametrize(
    ("title", "words"),
    [(r'"\ud800"', "half of a"), ("\ud800", "half of a"), (r'"\x07"', "control"), ("a\u202eb", "control")],
)
def test_what_is_no_letter_is_a_fault_of_the_title_alone(title: str, words: str) -> None:
    talk = parse_talk("a-talk", TALK.replace("A talk", title), known())
    (fault,) = talk.all_faults
    assert (fault.line, fault.column) == (2, "title")
    assert words in fault.reason
    assert talk.title == "a-talk"


@pytest.mark.parametrize(
    "front", ["".join(f"k{n}: v\n" for n in range(8000)), f"title: {'é' * 33_000}\n"], ids=["keys", "title"]
)
def test_front_matter_that_is_too_long_is_refused_at_once(front: str) -> None:
    text = f"---\n{front}---\n\n# One\n"
    assert calls(lambda: parse_talk("a-talk", text, known())) < 3 * text.count("\n") + 2000
    talk = parse_talk("a-talk", text, known())
    assert "bytes; 2000 are read" in str(talk.faults[0])
    assert (talk.title, [slide.heading for slide in talk.slides]) == ("a-talk", ["One"])


def test_two_hundred_slides_are_read_and_the_next_is_named() -> None:
    talk = talk_of(*(f"# {n}" for n in range(300)))
    assert len(talk.slides) == MOST_SLIDES
    (fault,) = talk.all_faults
    assert fault.line == talk.slides[-1].line + 4
    assert "at most 200 slides" in fault.reason
    assert not talk_of(*(f"# {n}" for n in range(MOST_SLIDES))).all_faults


@pytest.mark.parametrize("part", ["", "notes:\n"])
def test_a_slide_is_read_as_far_as_it_is_bounded(part: str) -> None:
    talk = talk_of(f"# One\n\n{part}" + "word\n" * 5000, "# Two")
    reasons = [str(fault) for fault in talk.all_faults]
    assert any("more than 20000 characters" in reason for reason in reasons)
    assert len(talk.slides[0].words) + len(talk.slides[0].notes) <= LONGEST_SLIDE
    assert [slide.heading for slide in talk.slides] == ["One", "Two"]


def test_a_view_without_end_is_one_fault() -> None:
    talk = talk_of("# One\n\nview: " + "&".join(f"k{n}=v" for n in range(2000)))
    (fault,) = talk.all_faults
    assert (fault.column, "more than 2000" in fault.reason) == ("view", True)


def test_a_talk_without_a_fault_has_all_that_is_written() -> None:
    talk = parse_talk("a-talk", TALK, known())
    assert not talk.all_faults
    assert (talk.name, talk.title, talk.language) == ("a-talk", "A talk", "en")
    assert (talk.author, talk.date) == ("Somebody", "2026-11-25")
    view = View(period=Period.parse("2022-01-05"))
    assert talk.slides == (Slide(1, 8, "First", "Words.", view, "Said."), Slide(2, 19, "Second", "", None, ""))


@pytest.mark.parametrize("text", ["", "\n\n", FRONT, FRONT + "\n---\n\n---\n"])
def test_a_talk_without_slides_says_so(text: str) -> None:
    talk = parse_talk("a-talk", text, known())
    assert not talk.slides
    assert "has no slide: write a heading under the front matter" in str(talk.faults[-1])


@pytest.mark.parametrize("name", ["My-talk", "my talk", "talk.v2", "доклад", "-talk", "a--talk", '"'])
def test_a_name_that_an_address_can_not_hold_is_a_fault_of_the_file(name: str) -> None:
    talk = parse_talk(name, TALK, known())
    (fault,) = talk.all_faults
    assert (fault.file, fault.line) == (f"talks/{name}.md", 0)
    assert "small letters" in fault.reason


def test_a_slide_may_be_as_full_as_it_can_be() -> None:
    heading, beside, alone = "x" * LONGEST_HEADING, "x" * ROOM_BESIDE, "x" * ROOM_ALONE
    assert not talk_of(f"# {heading}\n\n{beside}\n\nview: sig=2", f"# {heading}\n\n{alone}").all_faults


def test_empty_slides_are_no_slides_and_the_others_count_on() -> None:
    talk = talk_of("# One", "", "  \n\t", "# Two")
    assert [(slide.number, slide.heading) for slide in talk.slides] == [(1, "One"), (2, "Two")]
    assert not talk.all_faults


def test_a_slide_with_faults_keeps_what_could_be_read_and_the_others_hold() -> None:
    talk = talk_of("# One\n\nview: day=2022-01-05&sig=9\n\nnotes:\nSaid.", "# Two\n\nview: sig=2")
    one, two = talk.slides
    assert len(one.faults) == 1
    assert not talk.faults
    assert one.view == View(period=Period.parse("2022-01-05"))
    assert (one.heading, one.notes) == ("One", "Said.")
    assert (two.view, two.faults) == (View(significance=2), ())


@pytest.mark.parametrize(
    "start", ["", "?", "/?", "/claims?", "https://qantar.example/?", "http://127.0.0.1:8501/cases?"]
)
def test_a_view_may_be_a_copied_link(start: str) -> None:
    (slide,) = talk_of(f"# One\n\nview: {start}day=2022-01-05&q=fire+and%20gas").slides
    assert slide.view == View(period=Period.parse("2022-01-05"), text="fire and gas")
    assert not slide.faults


def test_no_view_is_other_than_the_view_of_everything() -> None:
    assert [slide.view for slide in talk_of("# One", "# Two\n\nview:").slides] == [None, View()]


@pytest.mark.parametrize(
    "line", ["----", "--- and on", "- - -", "—", "***", "- --", "view: sig=9", "notes:", "# H", "--"]
)
def test_notes_hold_lines_that_mean_something_elsewhere(line: str) -> None:
    (slide,) = talk_of(f"# One\n\nnotes:\nBefore.\n{line}\nAfter.").slides
    assert slide.notes == f"Before.\n{line}\nAfter."
    assert not slide.faults


@pytest.mark.parametrize("divider", ["---", " --- ", "---\t"])
def test_a_line_of_three_hyphens_divides(divider: str) -> None:
    talk = parse_talk("a-talk", f"{FRONT}\n# One\n\nnotes:\nSaid.\n{divider}\n# Two\n", known())
    assert [(slide.heading, slide.notes) for slide in talk.slides] == [("One", "Said."), ("Two", "")]


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\u2028"])
def test_lines_are_counted_as_editors_do(sign: str) -> None:
    """Text that is copied out of slides or of a PDF holds such signs; they end no line."""
    text = TALK.replace("Words.", f"Words{sign}and more").replace("# Second", "Second")
    (fault,) = parse_talk("a-talk", text, known()).all_faults
    assert fault.line == 19


# ---- laws


@given(ANY_TEXT)
def test_any_text_is_read(text: str) -> None:
    talk = parse_talk("a-talk", text, known())
    assert talk.slides or talk.faults
    assert [slide.number for slide in talk.slides] == list(range(1, len(talk.slides) + 1))
    for fault in talk.all_faults:
        assert fault.file == "talks/a-talk.md"
        assert 0 <= fault.line <= max(len(text.splitlines()), 1)
        assert fault.reason
        assert len(str(fault).splitlines()) == 1
    for slide in talk.slides:
        assert slide.heading or slide.faults


NESTED = {
    "lists in lists": "[" * 5000,
    "a moment that is none": "date: !!timestamp soon",
    "a yes that is none": "title: !!bool soon",
    "a number that is none": "title: !!int ''",
    "a number too long": "title: 0x" + "f" * 5000,
    "a key too long": "0x" + "f" * 5000 + ": x",
    "a number too long by sixties": "title: 1" + ":59" * 3000,
    "a control character": "title: a\x07b",
    "a Python object": "title: !!python/object/apply:os.getcwd []",
    "itself": "title: &a [*a]",
    "more than it seems": "a: &a [x, x]\nb: &b [*a, *a]\ntitle: *b",
}


@pytest.mark.slow
@pytest.mark.parametrize("lines", NESTED.values(), ids=NESTED)
def test_no_front_matter_is_too_strange(lines: str) -> None:
    talk = parse_talk("a-talk", f"---\n{lines}\n---\n\n# One\n", known())
    assert talk.faults
    assert all(len(str(fault).splitlines()) == 1 for fault in talk.faults)
    assert [slide.heading for slide in talk.slides] == ["One"]


def _line(most: int) -> st.SearchStrategy[str]:
    """What can be printed on one line."""
    printable = st.characters(exclude_categories=("C", "Zl", "Zp"))
    often = st.sampled_from(("# ", "---", "- - -", "notes:", "view: sig=2", '"', "'", ": ", "#", "%20", "&amp;"))
    return st.lists(printable | often, max_size=most // 12).map("".join).map(str.strip)


def _stands_in(text: str, banned: Callable[[str], bool]) -> bool:
    return not any(banned(line) for line in text.splitlines())


def _divides(line: str) -> bool:
    return line.strip() == "---"


def _begins_else(line: str) -> bool:
    return _divides(line) or line.rstrip().casefold() == "notes:" or line.startswith("view:")


def _block(most: int, banned: Callable[[str], bool]) -> st.SearchStrategy[str]:
    lines = st.lists(_line(60), max_size=most // 60).map("\n".join).map(str.strip)
    return lines.filter(lambda text: _stands_in(text, banned))


def _slides() -> st.SearchStrategy[list[Slide]]:
    slide = st.builds(
        Slide,
        number=st.just(0), line=st.just(0), heading=_line(LONGEST_HEADING).filter(bool),
        words=_block(ROOM_BESIDE, _begins_else), view=st.none() | views(known()), notes=_block(2000, _divides),
    )  # fmt: skip
    return st.lists(slide, min_size=1, max_size=4)


_WORD = _line(120).map(lambda text: " ".join(text.split()))


@pytest.mark.slow
@given(_WORD.filter(bool), st.sampled_from(LANGUAGES), _WORD, st.dates().map(date.isoformat), _slides())
def test_what_is_written_is_read_back(title: str, language: str, author: str, day: str, slides: list[Slide]) -> None:
    text = write_talk(title, language, author, day, slides)
    talk = parse_talk("a-talk", text, known())
    assert not talk.all_faults
    assert (talk.title, talk.language, talk.author, talk.date) == (title, language, author, day)
    assert [replace(slide, number=0, line=0) for slide in talk.slides] == slides
    for slide in talk.slides:
        assert text.splitlines()[slide.line - 1] == f"# {slide.heading}"
    assert write_talk(title, language, author, day, talk.slides) == text


def test_what_is_written_can_be_read_by_people_too() -> None:
    assert "title: Десять дней: начало" in write_talk("Десять дней: начало", "ru", "", "2026-11-25", []).replace(
        '"', ""
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_talk_is_read_back_as_well(name: str) -> None:
    talk = shipped()[name]
    text = write_talk(talk.title, talk.language, talk.author, talk.date, talk.slides)
    again = parse_talk(name, text, known(), talks_folder())
    assert replace(again, slides=()) == replace(talk, slides=())
    assert [replace(slide, line=0) for slide in again.slides] == [replace(slide, line=0) for slide in talk.slides]


# ---- the files


def test_a_folder_that_is_not_there_has_no_talks(tmp_path: Path) -> None:
    assert load_talks(known(), tmp_path / "nowhere") == {}
    assert load_talks(known(), tmp_path) == {}


def test_talks_are_the_markdown_files_but_the_readme_the_longest_first(tmp_path: Path) -> None:
    saved(tmp_path, "short", written("# One"))
    saved(tmp_path, "long", written("# One", "# Two", "# Three"))
    saved(tmp_path, "also-long", written("# One", "# Two", "# Three"))
    saved(tmp_path, "README", "# How to write a talk")
    (tmp_path / "notes.txt").write_text(written("# One"), encoding="utf-8")
    talks = load_talks(known(), tmp_path)
    assert list(talks) == ["also-long", "long", "short"]
    assert all(talk.name == name and not talk.all_faults for name, talk in talks.items())


@pytest.mark.parametrize("change", [
    lambda text: "\ufeff" + text,
    lambda text: text.replace("\n", "\r\n"),
    lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    lambda text: text.rstrip("\n"),
])  # fmt: skip
def test_what_editors_do_to_a_file_changes_nothing(tmp_path: Path, change: Callable[[str], str]) -> None:
    saved(tmp_path, "a-talk", change(TALK))
    assert load_talks(known(), tmp_path) == {"a-talk": parse_talk("a-talk", TALK, known(), tmp_path)}


def test_files_that_are_none_or_too_large_are_talks_that_say_so(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    saved(tmp_path, "large", TALK + "word\n" * 250_000)
    saved(tmp_path, "sound", TALK)
    said = {name: [str(fault) for fault in talk.all_faults] for name, talk in load_talks(known(), tmp_path).items()}
    assert said["sound"] == []
    assert "not a plain file" in said["pipe"][0]
    assert "1000000 are read" in said["large"][0]


def test_a_name_that_is_no_text_costs_nobody_else_a_thing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = os.fsencode(tmp_path) + b"/t\xe9.md"
    try:
        with open(path, "wb") as file:
            file.write(TALK.encode())
    except OSError:
        pytest.skip("this file system has no such names")
    saved(tmp_path, "sound", TALK)
    talks = load_talks(known(), tmp_path)
    assert list(talks) == ["sound", "t?"]
    (fault,) = talks["t?"].all_faults
    print(fault)
    assert "t?.md: 't?': a talk's file name has small letters" in capsys.readouterr().out


def test_files_that_can_not_be_read_are_talks_that_say_so(tmp_path: Path) -> None:
    saved(tmp_path, "latin", TALK.encode().replace(b"Words.", b"W\xf6rter."))
    saved(tmp_path, "utf-16", TALK.encode("utf-16"))
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere")
    saved(tmp_path, "sound", TALK)
    talks = load_talks(known(), tmp_path)
    said = {name: [str(fault) for fault in talk.all_faults] for name, talk in talks.items()}
    assert said["latin"] == [f"{tmp_path}/latin.md:10: is not UTF-8 text: save it as UTF-8"]
    assert said["utf-16"] == [f"{tmp_path}/utf-16.md:1: is not UTF-8 text: save it as UTF-8"]
    assert said["sound"] == []
    for name in ("folder", "gone"):
        assert len(said[name]) == 1
        assert said[name][0].startswith(f"{tmp_path}/{name}.md: can't be opened (")


# ---- the check of the record


def test_the_check_counts_the_talks(capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main([]) == 0
    assert f"talks {len(shipped())}. Faults: 0." in capsys.readouterr().out


def test_the_check_names_the_faults_of_talks(
    use_folders: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(tmp_path, "a-talk", TALK.replace("=2022-01-05", "=2022-01-32"))
    saved(tmp_path, "b-talk", written("# One"))
    use_folders(talks=tmp_path)
    assert check.main([]) == 1
    fault, counts = capsys.readouterr().out.splitlines()
    assert fault.startswith(f"{tmp_path}/a-talk.md:12: view, day '2022-01-32'")
    assert counts.endswith("talks 2. Faults: 1.")


def test_the_check_of_another_folder_is_of_its_tables_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small_folder(tmp_path)
    assert check.main([str(tmp_path)]) == 0
    assert "talks" not in capsys.readouterr().out


def test_the_check_of_the_record_by_its_path_is_that_of_the_record(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(record_folder().parent)
    assert check.main([record_folder().name]) == 0
    assert f"talks {len(shipped())}. " in capsys.readouterr().out
