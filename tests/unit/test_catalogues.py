"""The words of the interface in each language: all there, with the same placeholders, in the forms of its numbers."""

import io
import re
import subprocess
import sys
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from components.language import CATALOGUES, Language
from data.vocabulary import LANGUAGES

OTHERS = [code for code in LANGUAGES if code != "en"]
ROOT = Path(__file__).resolve().parents[2]


def read(path: Path) -> Catalog:
    return read_po(io.BytesIO(path.read_bytes()))


def catalogue(code: str) -> Catalog:
    return read(CATALOGUES / code / "LC_MESSAGES" / "qantar.po")


def template() -> Catalog:
    return read(CATALOGUES / "qantar.pot")


def forms(texts: object) -> list[str]:
    return list(texts) if isinstance(texts, list | tuple) else [str(texts)]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def messages(code: str) -> list[Message]:
    return [message for message in catalogue(code) if message.id]


@pytest.mark.slow
def test_the_template_has_the_words_of_the_code_as_it_stands(tmp_path: Path) -> None:
    command = re.search(r"pybabel --quiet (extract(?:.*\\\n)*.*)--output", (ROOT / "Makefile").read_text("utf-8"))
    assert command
    options = [part.strip('"') for part in re.findall(r'--[\w-]+=(?:"[^"]*"|\S+)|--[\w-]+', command[1])]
    found = tmp_path / "found.pot"
    subprocess.run(
        [sys.executable, "-m", "babel.messages.frontend", "--quiet", "extract", *options, f"--output={found}", "."],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    assert {message.id for message in read(found)} == {message.id for message in template()}


@pytest.mark.parametrize("code", OTHERS)
def test_every_message_is_translated_and_none_is_left_over(code: str) -> None:
    wanted = {message.id for message in template() if message.id}
    found = {message.id: message for message in messages(code)}
    assert set(found) == wanted
    assert [message.id for message in found.values() if not all(forms(message.string))] == []
    assert [message.id for message in found.values() if message.fuzzy] == []


@pytest.mark.parametrize("code", OTHERS)
def test_the_placeholders_are_those_of_the_english(code: str) -> None:
    for message in messages(code):
        wanted = set().union(*map(placeholders, forms(message.id)))
        for form in forms(message.string):
            assert placeholders(form) == wanted, message.id


@pytest.mark.parametrize(("code", "number_of_forms"), [("ru", 3), ("kk", 2)])
def test_what_is_counted_has_the_forms_of_the_language(code: str, number_of_forms: int) -> None:
    assert catalogue(code).num_plurals == number_of_forms
    for message in messages(code):
        if message.pluralizable:
            assert len(forms(message.string)) == number_of_forms, message.id


@pytest.mark.parametrize("code", OTHERS)
def test_a_message_begins_and_ends_with_the_spaces_of_the_english(code: str) -> None:
    for message in messages(code):
        first, *_ = forms(message.id)
        for form in forms(message.string):
            assert (form[:1] == " ", form[-1:] == " ") == (first[:1] == " ", first[-1:] == " "), message.id


@pytest.mark.parametrize("code", OTHERS)
def test_no_english_sentence_is_left(code: str) -> None:
    same = [message.id for message in messages(code) if message.string == message.id]
    assert [text for text in same if re.search(r"[a-z]{3,} [a-z]{3,}", str(text))] == []


@pytest.mark.parametrize(
    ("code", "number", "words"),
    [("ru", 1, "1 событие"), ("ru", 3, "3 события"), ("ru", 11, "11 событий"), ("ru", 21, "21 событие"),
     ("kk", 1, "1 оқиға"), ("kk", 5, "5 оқиға")],
)  # fmt: skip
def test_events_are_counted_as_each_language_does(code: str, number: int, words: str) -> None:
    assert Language(code).plural("{n} event", "{n} events", number) == words
