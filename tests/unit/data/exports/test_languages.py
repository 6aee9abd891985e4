"""The tables in the language of the view: its texts and names, under the same columns, ids and closed values."""

import csv
import io
import json
from datetime import date

import pytest

from data.exports.formats import COMPUTED, NAMES, claims_csv, deaths_csv, deaths_json, events_csv, events_geojson
from data.exports.texts import place_in, row_in, text_in, voice_in
from data.loading.schema import columns
from data.loading.translations import TRANSLATED
from data.queries.as_known import as_known
from data.queries.query import query
from data.queries.view import View
from data.vocabulary import LANGUAGES
from tests.unit.helpers import SPOKEN, Folder

in_each_language = pytest.mark.parametrize("code", LANGUAGES)
AIRPORT, GIRL, TOLL = "2022-01-05-airport-entered", "2022-01-05-almaty-a-girl-4", "2022-01-09-toll-one"
SPELLED = {"en": "A Victim", "ru": "Жертва", "kk": "Құрбан"}
"""The Russian name is in the table of people, the Kazakh one a translation."""


def rows(written: str, key: str) -> dict[str, dict[str, str]]:
    return {row[key]: row for row in csv.DictReader(io.StringIO(written))}


@in_each_language
def test_the_events_are_told_in_it(translated: Folder, code: str) -> None:
    of, said = translated.load(), SPOKEN[code]
    written = events_csv(query(of, View(language=code)))
    assert written.partition("\n")[0] == ",".join([*columns("events"), *COMPUTED])
    event = rows(written, "event_id")[AIRPORT]
    assert (event["title"], event["summary"], event["actors"]) == (said["event"], said["summary"], said["actors"])
    assert (event["place_name"], event["voices"]) == (said["place"], f"Vlast;{said['voice']}")
    assert (event["category"], event["place_id"], event["status"]) == (
        "seizure_or_arson", "almaty-airport", of.event_rows[AIRPORT]["status"],
    )  # fmt: skip


@in_each_language
def test_what_has_no_translation_stands_in_english_without_a_mark(translated: Folder, code: str) -> None:
    event = rows(events_csv(query(translated.load(), View(language=code))), "event_id")["2022-01-05-almaty-fight"]
    assert (event["title"], event["disputed_points"]) == ("Something happened", "who began")


def test_a_view_that_says_no_language_is_english(translated: Folder) -> None:
    of = translated.load()
    assert events_csv(query(of, View())) == events_csv(query(of, View(language="en")))
    assert json.loads(events_geojson(query(of, View()), "Title"))["language"] == "en"


@in_each_language
def test_the_geojson_says_its_language_and_is_told_in_it(translated: Folder, code: str) -> None:
    document = json.loads(events_geojson(query(translated.load(), View(language=code)), "Title"))
    assert document["language"] == code
    (event,) = [found["properties"] for found in document["features"] if found["id"] == AIRPORT]
    said = SPOKEN[code]
    assert (event["title"], event["actors"], event["place_name"]) == (said["event"], [said["actors"]], [said["place"]])
    assert event["voices"] == ["Vlast", said["voice"]]


@in_each_language
def test_the_claims_are_told_in_it(translated: Folder, code: str) -> None:
    written = claims_csv(translated.load(), View(language=code))
    assert written.partition("\n")[0] == ",".join(columns("claims"))
    claim, said = rows(written, "claim_id")[TOLL], SPOKEN[code]
    assert (claim["claimant"], claim["statement"], claim["withdrawn_why"]) == (
        said["claimant"], said["statement"], said["why"],
    )  # fmt: skip
    assert (claim["measure"], claim["stands"]) == ("deaths", "withdrawn")


@in_each_language
def test_what_was_not_known_yet_is_told_in_no_language(translated: Folder, code: str) -> None:
    known = as_known(translated.load(), date(2022, 1, 9))
    claim = rows(claims_csv(known, View(language=code)), "claim_id")[TOLL]
    assert (claim["stands"], claim["withdrawn_why"]) == ("current", "")
    assert claim["statement"] == SPOKEN[code]["statement"]


@in_each_language
def test_the_dead_are_named_and_told_of_in_it(translated: Folder, code: str) -> None:
    of, view = translated.load(), View(language=code)
    written = deaths_csv(of, view)
    assert written.partition("\n")[0] == ",".join([*columns("deaths"), *NAMES])
    girl, victim = rows(written, "death_id")[GIRL], rows(written, "death_id")["almaty-a-victim"]
    said = SPOKEN[code]
    assert (girl["description"], girl["accounts"], girl["name"]) == (said["girl"], said["account"], "")
    assert (victim["name"], victim["description"]) == (SPELLED[code], "a man")
    assert victim["place_name"] == of.place_rows["almaty"][f"name_{code}"]  # type: ignore[literal-required]
    told = json.loads(deaths_json(of, view))
    assert told["language"] == code
    assert [death["name"] for death in told["deaths"]] == [None, SPELLED[code]]
    assert told["deaths"][0]["accounts"] == [said["account"]]


def test_a_list_whose_translation_has_other_items_stands_in_english() -> None:
    row = {"actors": ("a", "b"), "actors_ru": ("а",), "actors_kk": ("ә", "б")}
    assert [text_in(row, "actors", code) for code in LANGUAGES] == [("a", "b"), ("a", "b"), ("ә", "б")]


@pytest.mark.parametrize("table", ["events", "claims", "deaths"])
def test_every_text_of_a_table_is_told_in_the_language_and_nothing_else(table: str) -> None:
    row = dict.fromkeys(columns(table), "words")
    found = row_in(table, row | {f"{column}_ru": "слова" for column in columns(table)}, "ru")
    assert {column for column in columns(table) if found[column] == "слова"} == set(TRANSLATED[table])


def test_names_without_a_translation_are_the_english_ones(tiny: Folder) -> None:
    of = tiny.load()
    assert [voice_in(of, voice, "kk") for voice in ("rfe-rl", "Vlast")] == ["RFE/RL", "Vlast"]
    assert place_in(of, "almaty", "kk") == "Almaty (kk)"
