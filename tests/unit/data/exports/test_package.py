"""The Data Package: other programs read it without a fault, and it says what it holds."""

import csv
import io
import json
from codecs import BOM_UTF8
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any, cast
from zipfile import ZipFile

import pytest
from frictionless import Report, validate

from components.language import Language
from components.record.files import package_words, tables, told
from data.exports.formats import COMPUTED
from data.exports.package import main, whole_package
from data.exports.view_package import view_package
from data.folders import RECORD_FOLDER, record_folder
from data.loading.schema import KEYS, REFERENCES, TABLES, columns
from data.period import Period
from data.queries.as_known import as_known
from data.queries.query import Shown, query
from data.queries.view import View
from data.vocabulary import LANGUAGES
from tests.unit.helpers import SPOKEN, Folder
from tests.unit.samples import EN, hostile_record, record, shown

TITLE, LINK = "Qantar: events of January 2022 in Kazakhstan", "https://qantar.example/?day=2022-01-05&place=almaty"
Checked = Callable[[bytes], Report]


@pytest.fixture
def checked(tmp_path: Path) -> Checked:
    """Validate a package from disk, its rows and references too."""

    def check(content: bytes) -> Report:
        path = tmp_path / "package.zip"
        path.write_bytes(content)
        return validate(str(path))

    return check


@pytest.fixture(scope="module")
def whole() -> bytes:
    return whole_package(record())


def of_view(found: Shown, language: Language = EN) -> bytes:
    return view_package(found, package_words(found, told(found, language, LINK)), LINK)


def files(content: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def descriptor(content: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files(content)["datapackage.json"])
    return found


def rows(content: bytes, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files(content)[f"data/{name}.csv"].decode("utf-8-sig"))))


VIEWS = {
    "all": shown(),
    "a day": shown(day="2022-01-05"),
    "a place": shown(places=("almaty",), statuses=("disputed",)),
    "nothing": shown(text="no such word"),
    "hostile text": shown(hostile_record(), day="2022-01-05"),
    "as known": query(as_known(record(), Period.parse("2022-01-10").first, undated=True), View()),  # type: ignore[arg-type]
}


def test_the_whole_package_is_sound(checked: Checked, whole: bytes) -> None:
    report = checked(whole)
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])[:5]
    assert {task.name for task in report.tasks} == {name.replace("_", "-") for name in TABLES}
    read = {task.name: task.stats["rows"] for task in report.tasks}
    assert (read["events"], read["claims"]) == (len(record().events), len(record().claims))


@pytest.mark.parametrize("name", VIEWS)
def test_a_package_of_a_view_is_sound(checked: Checked, name: str) -> None:
    report = checked(of_view(VIEWS[name]))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])[:5]
    read = {task.name: task.stats.get("rows", 0) for task in report.tasks}
    assert read["events"] == len(VIEWS[name].events)


def test_the_tables_stand_in_it_byte_for_byte_with_their_dictionary_and_licence(whole: bytes) -> None:
    found = files(whole)
    for name in TABLES:
        assert found[f"data/{name}.csv"] == (record_folder() / f"{name}.csv").read_bytes()
    for name in ("README.md", "LICENSE"):
        assert found[name] == (record_folder() / name).read_bytes()
    assert len(found) == len(TABLES) + 3


def test_it_says_its_version_its_licence_and_its_date(whole: bytes) -> None:
    as_of = record().as_of
    assert as_of
    for content in (whole, of_view(VIEWS["a day"])):
        described = descriptor(content)
        assert described["version"] == f"{as_of}+{record().version}"
        assert described["created"] == f"{as_of}T00:00:00Z"
        assert [licence["name"] for licence in described["licenses"]] == ["CC-BY-4.0"]
        assert described["profile"] == "tabular-data-package"


def test_the_version_is_that_of_the_tables_in_it(whole: bytes) -> None:
    digest = sha256(b"".join(files(whole)[f"data/{name}.csv"] for name in TABLES)).hexdigest()
    assert descriptor(whole)["version"].endswith(f"+{digest[:8]}")


def test_each_table_is_described_column_by_column(whole: bytes) -> None:
    described = {one["path"]: one["schema"] for one in descriptor(whole)["resources"]}
    for name in TABLES:
        schema = described[f"data/{name}.csv"]
        assert [field["name"] for field in schema["fields"]] == columns(name)
        assert schema.get("primaryKey") == KEYS.get(name)
    types = {field["name"]: field["type"] for field in described["data/claims.csv"]["fields"]}
    assert (types["value_min"], types["said_on"], types["sources"]) == ("number", "string", "string")
    types = {field["name"]: field["type"] for field in described["data/events.csv"]["fields"]}
    assert types["significance"] == "integer"
    (schema,) = [one["schema"] for one in descriptor(of_view(VIEWS["a day"]))["resources"] if one["name"] == "events"]
    types = {field["name"]: field["type"] for field in schema["fields"]}
    assert (types["lat"], types["lon"], types["status"]) == ("number", "number", "string")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_package_of_a_view_is_in_its_language(checked: Checked, translated: Folder, code: str) -> None:
    said, language = SPOKEN[code], Language(code)
    found = query(translated.load(), View(period=Period.parse("2022-01-05"), language=code))
    content = of_view(found, language)
    assert checked(content).valid
    described = descriptor(content)
    assert described["languages"] == [code]
    assert described["title"] == language.text(TITLE)
    events, sources = described["resources"]
    assert [events["title"], sources["title"]] == [language.text("Events"), language.text("Sources")]
    titles = {field["name"]: field["title"] for field in events["schema"]["fields"]}
    assert list(titles) == [*columns("events"), *COMPUTED]
    assert titles["lat"] == language.text("Latitude")
    assert all(field["title"] for field in sources["schema"]["fields"])
    lists = {field["name"] for field in events["schema"]["fields"] if "description" in field}
    assert {"sources", "actors", "voices", "place_name"} <= lists
    (event,) = [row for row in rows(content, "events") if row["event_id"] == "2022-01-05-airport-entered"]
    assert (event["title"], event["actors"], event["place_name"]) == (said["event"], said["actors"], said["place"])
    about = files(content)["ABOUT.txt"].decode().splitlines()
    assert language.text("The same view: {link}").format(link=LINK) in about
    assert (language.text("Texts without a translation stand in English; titles of sources stand as they were "
                          "published.") in about) == (code != "en")  # fmt: skip


def test_the_translations_stand_in_the_whole_package_with_their_schema(checked: Checked, translated: Folder) -> None:
    content = whole_package(translated.load())
    report = checked(content)
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])[:5]
    described = {one["name"]: one for one in descriptor(content)["resources"]}
    for code, name in (("ru", "Russian"), ("kk", "Kazakh")):
        path = f"data/translations/{code}.csv"
        assert files(content)[path] == (translated.path / "translations" / f"{code}.csv").read_bytes()
        resource = described[f"translations-{code}"]
        assert (resource["path"], resource["title"]) == (path, f"Texts of the record in {name}")
        assert [field["name"] for field in resource["schema"]["fields"]] == columns(f"translations/{code}")
        assert "SHA-256" in resource["description"]
    in_it = [f"data/{name}.csv" for name in (*TABLES, "translations/ru", "translations/kk")]
    digest = sha256(b"".join(files(content)[path] for path in in_it)).hexdigest()
    assert descriptor(content)["version"].endswith(f"+{digest[:8]}")


def test_whoever_validates_it_would_see_a_text_that_is_translated_twice(checked: Checked, translated: Folder) -> None:
    of = translated.load()
    translated.translate("ru", "events", "2022-01-05-airport-entered", title="Иначе")
    assert "primary-key" in {error for (error,) in checked(whole_package(of)).flatten(["type"])}


def test_the_whole_package_is_the_same_in_every_language(translated: Folder) -> None:
    of = translated.load()
    package = tables(EN)["qantar.zip"]
    assert not package.follows
    written = {
        bytes(package.write(query(of, View(language=code)), told(query(of, View()), Language(code), LINK)))  # type: ignore[arg-type]
        for code in LANGUAGES
    }
    assert len(written) == 1


def test_each_reference_that_is_no_list_is_described(whole: bytes) -> None:
    found = {
        (one["name"], key["fields"], key["reference"]["resource"] or one["name"])
        for one in descriptor(whole)["resources"]
        for key in one["schema"].get("foreignKeys", ())
    }
    lists = {
        "sources", "case_ids", "event_ids", "claim_ids", "contradicted_by", "places", "also_places", "people",
    }  # fmt: skip
    assert found == {
        (table.replace("_", "-"), column, other.replace("_", "-"))
        for (table, column), other in REFERENCES.items()
        if column not in lists
    }


@pytest.mark.parametrize(
    ("table", "cells", "fault"),
    [
        ("claims", {"superseded_by": "nobody"}, "foreign-key"),
        ("case_steps", {"case_id": "no-case"}, "foreign-key"),
        ("claims", {"value_min": "many"}, "type-error"),
        ("events", {"event_id": "2018-12-06-kazakhstan-lpg-trading-rules"}, "primary-key"),
    ],
)
def test_whoever_validates_it_would_see_a_spoilt_table(
    checked: Checked, folder: Folder, table: str, cells: dict[str, str], fault: str
) -> None:
    folder.change(table, 5, **cells)
    report = checked(whole_package(replace(record(), folder=folder.path)))
    assert fault in {error for (error,) in report.flatten(["type"])}


def test_a_package_of_a_view_holds_its_events_and_all_their_sources() -> None:
    content, found = of_view(VIEWS["a day"]), VIEWS["a day"]
    assert set(files(content)) == {"datapackage.json", "ABOUT.txt", "data/events.csv", "data/sources.csv"}
    assert [row["event_id"] for row in rows(content, "events")] == list(found.events.index)
    cited = {source for row in rows(content, "events") for source in row["sources"].split(";")}
    sources = [row["source_id"] for row in rows(content, "sources")]
    assert set(sources) == cited
    assert len(sources) == len(cited)
    for row in rows(content, "sources"):
        source = cast(dict[str, str], record().source_rows[row["source_id"]])
        assert row == {column: source[column] for column in columns("sources")}


@pytest.mark.parametrize("name", ["a day", "a place", "as known"])
def test_a_package_of_a_view_says_what_was_filtered_how_much_is_disputed_and_where_to_see_it(name: str) -> None:
    content, found = of_view(VIEWS[name]), VIEWS[name]
    about = files(content)["ABOUT.txt"].decode()
    described = descriptor(content)
    number, total = len(found.events), len(record().events)
    disputed = found.by_status["disputed"]
    share = f"{disputed} of {number} disputed ({disputed / number:.0%})"
    for said in (about, f"{described['title']} {described['description']} {described['homepage']}"):
        assert TITLE in said
        assert f"{number} of {total} events" in said
        assert share in said
        assert LINK in said
    assert f"version {record().version}" in about
    assert "CC BY 4.0" in about
    assert (as_of := record().as_of)
    assert f"of {EN.day(as_of)}" in about
    if name == "a day":
        assert "5 January 2022" in about
    if name == "as known":
        assert "As known on 10 January 2022" in about


def test_a_package_of_what_was_known_holds_no_later_source() -> None:
    published = [row["published"] for row in rows(of_view(VIEWS["as known"]), "sources")]
    assert max(published) <= "2022-01-10"
    assert "" in published


def test_hostile_text_comes_back_as_it_went_in() -> None:
    titles = [row["title"] for row in VIEWS["hostile text"].rows]
    assert [row["title"] for row in rows(of_view(VIEWS["hostile text"]), "events")] == titles


@pytest.mark.parametrize("name", VIEWS)
def test_the_same_view_gives_the_same_bytes(name: str) -> None:
    again = query(VIEWS[name].record, VIEWS[name].view)
    assert of_view(VIEWS[name]) == of_view(again)


def test_the_same_record_gives_the_same_bytes(whole: bytes) -> None:
    assert whole_package(record()) == whole


def test_a_table_that_has_gone_since_is_written_from_memory(tiny: Folder, checked: Checked) -> None:
    of = tiny.load()
    tiny.delete("claims")
    content = whole_package(of)
    assert checked(content).valid
    assert [row["claim_id"] for row in rows(content, "claims")] == list(of.claim_rows)
    assert descriptor(content)["version"].endswith(of.version)


def test_a_name_that_is_a_translation_is_none_of_a_table_written_from_memory(translated: Folder) -> None:
    of = translated.load()
    assert of.person_rows["a-victim"]["name_kk"] == SPOKEN["kk"]["victim"]
    translated.delete("claims")
    (victim,) = [row for row in rows(whole_package(of), "people") if row["person_id"] == "a-victim"]
    assert (victim["name_ru"], victim["name_kk"]) == ("Жертва", "")


def test_without_a_licence_the_package_states_none_and_has_the_dictionary_of_the_form(
    tiny: Folder, checked: Checked
) -> None:
    content = whole_package(tiny.load())
    assert checked(content).valid
    assert "LICENSE" not in files(content)
    assert "licenses" not in descriptor(content)
    assert files(content)["README.md"] == (RECORD_FOLDER / "README.md").read_bytes()


def test_a_licence_that_is_missing_is_told(
    tiny: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str], use_folders: Callable[..., None]
) -> None:
    use_folders(record=tiny.path)
    assert main([str(tmp_path / "out.zip")]) == 0
    assert f"There is no LICENSE in {tiny.path}" in capsys.readouterr().err


def test_the_tables_of_a_view_show_their_letters_in_a_spreadsheet() -> None:
    for name, content in files(of_view(VIEWS["a day"])).items():
        assert content.startswith(BOM_UTF8) == name.endswith(".csv")


@pytest.mark.parametrize("arguments", [[], ["one.zip", "two.zip"]])
def test_wrong_arguments_are_answered_with_the_right_ones(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert "usage: python -m data.exports.package OUT.zip" in capsys.readouterr().err


@pytest.mark.parametrize("where", [".", "no-such-folder/out.zip"])
def test_a_path_that_cant_be_written_is_named(tmp_path: Path, where: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / where)]) == 1
    said = capsys.readouterr()
    assert str(tmp_path / where) in said.err
    assert not said.out


def test_a_record_that_cant_be_read_makes_no_package(
    tiny: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str], use_folders: Callable[..., None]
) -> None:
    use_folders(record=tiny.delete("events").path)
    assert main([str(tmp_path / "out.zip")]) == 1
    complaint = f"The record can't be read: events.csv in {tmp_path}. Run QANTAR_RECORD={tmp_path} make check.\n"
    assert capsys.readouterr().err == complaint
    assert not (tmp_path / "out.zip").exists()


def test_the_package_is_written_and_what_is_in_it_said(
    tmp_path: Path, whole: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "qantar.zip"
    assert main([str(out)]) == 0
    assert out.read_bytes() == whole
    said = capsys.readouterr().out
    assert f"{len(record().events)} events" in said
    assert record().version in said
