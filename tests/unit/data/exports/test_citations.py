"""Citations: what a reference manager reads back is what the record says, whatever stands in a title."""

import json
import re
from datetime import date
from typing import Any, cast

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.model import Entry
from hypothesis import given
from hypothesis import strategies as st
from rispy.config import TYPE_OF_REFERENCE_MAPPING

from components.language import Language
from components.words.citation import event_words
from data.cells import unsafe_text
from data.exports.citations import FORMS, Item, bibtex, csl_json, event_item, ris, source_item
from data.loading.record import Record
from data.loading.rows import SourceRow
from data.vocabulary import LANGUAGES, SOURCE_KINDS
from tests.unit.helpers import SPOKEN, Folder
from tests.unit.samples import EN

CSL_TYPES = {
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
    "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication",
    "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard",
    "thesis", "treaty", "webpage",
}  # fmt: skip
"""The types of CSL 1.0.2."""
LINK = "https://qantar.example/?event=2022-01-05-fight&seen=2026-11-25"
HOSTILE = (
    "{", "}", "}}", "a {b} c", "}, url = {x", "@misc{x, title = {y}}", "50 % & more_of #1 for $2", "~^", "\\", "\\end",
    '"quoted"', 'a", note = "b', "\\textbf{x}", "\\}", "\\{", "TY  - BOOK", "ER  - ", "T2  - x", "комментарий: «да»",
    "@comment", "a = b, c", "'single'", "1.", "Қаңтар – 2022",
)  # fmt: skip


def source(**cells: str) -> SourceRow:
    row: Any = {
        "source_id": "a-source", "publisher": "A paper", "title": "A title", "author": "", "published": "2022-01-09",
        "url": "https://example.org/a", "language": "en", "kind": "news", "origin": "",
    }  # fmt: skip
    return cast(SourceRow, row | cells)


def titles() -> st.SearchStrategy[str]:
    """Titles as a cell can hold them; brackets, which mark what is not quoted, have tests of their own."""
    text = st.text(st.characters(codec="utf-8", exclude_characters="[]"), max_size=30)
    tricky = st.lists(st.sampled_from(HOSTILE), max_size=3).map(" ".join)
    return (text | tricky).map(str.strip).filter(lambda title: bool(title) and not unsafe_text(title))


def entries(written: str, **options: Any) -> list[Entry]:
    library = parse_string(written, **options)
    assert not library.failed_blocks
    assert len(library.blocks) == len(library.entries)
    return library.entries


def printed(written: str) -> list[Entry]:
    """BibTeX entries with their fields as TeX prints them; the decoder leaves mathematics, as braces are, alone."""
    found = entries(written, append_middleware=[LatexDecodingMiddleware()])
    for field in (field for entry in found for field in entry.fields):
        field.value = field.value.replace("$\\lbrace$", "{").replace("$\\rbrace$", "}")
    return found


def fields_of(entry: Entry) -> dict[str, str]:
    return {field.key: field.value for field in entry.fields}


def everything(record: Record) -> list[Item]:
    events = [event_item(record, row, event_words(record, row, EN), LINK) for row in record.event_rows.values()]
    return [*map(source_item, record.source_rows.values()), *events]


def test_every_kind_of_source_has_a_type_in_each_form() -> None:
    for kind in SOURCE_KINDS:
        item = source_item(source(kind=kind))
        assert item["type"] in CSL_TYPES
        assert rispy.loads(ris([item]))[0]["type_of_reference"] in TYPE_OF_REFERENCE_MAPPING
        assert entries(bibtex([item]))[0].entry_type in {"article", "techreport", "misc"}


def test_an_item_says_what_the_source_says() -> None:
    item = source_item(source(title="Толпа", author="A. One, B. Two; C. Three", language="ru", kind="ngo_report"))
    assert item == {
        "id": "a-source", "type": "report", "title": "Толпа", "container-title": "A paper", "publisher": "A paper",
        "URL": "https://example.org/a", "language": "ru",
        "author": [{"literal": "A. One"}, {"literal": "B. Two"}, {"literal": "C. Three"}],
        "issued": {"date-parts": [[2022, 1, 9]]},
    }  # fmt: skip


def test_a_source_without_author_or_date_has_none() -> None:
    item = source_item(source(published="", published_basis=""))
    assert not {"author", "issued"} & item.keys()
    (told,) = rispy.loads(ris([item]))
    assert not {"authors", "year", "date"} & told.keys()
    assert not {"author", "year", "date"} & fields_of(entries(bibtex([item]))[0]).keys()


def test_an_event_is_cited_with_the_date_and_version_of_the_record_its_link_and_whose_reports_it_rests_on(
    record: Record,
) -> None:
    event = record.event_rows["2022-01-05-almaty-airport-entered"]
    item = event_item(record, event, event_words(record, event, EN), LINK)
    assert record.as_of
    assert item["type"] in CSL_TYPES
    assert (item["id"], item["title"], item["URL"]) == (event["event_id"], event["title"], LINK)
    assert item["version"] == record.version
    assert date(*item["issued"]["date-parts"][0]) == record.as_of
    publishers = {record.source_rows[one]["publisher"] for one in event["sources"]}
    assert len(publishers) > 1
    assert all(item["note"].count(publisher) for publisher in publishers)
    (told,) = rispy.loads(ris([item]))
    assert (told["type_of_reference"], told["edition"], told["urls"]) == ("DATA", record.version, [LINK])
    assert told["date"] == record.as_of.strftime("%Y/%m/%d")
    (entry,) = entries(bibtex([item]))
    assert (entry["version"], entry["date"]) == (record.version, record.as_of.isoformat())


@pytest.mark.parametrize("title", ["[A crowd marched]", "A crowd marched"])
def test_brackets_round_a_title_in_other_words_are_taken_off(title: str) -> None:
    assert source_item(source(title=title))["title"] == "A crowd marched"


@pytest.mark.parametrize("title", ["[Child's] death", "The death of [a child]", "[One] and [another]"])
def test_brackets_round_a_word_stay(title: str) -> None:
    assert source_item(source(title=title))["title"] == title


def test_the_csl_json_of_everything_is_sound(record: Record) -> None:
    items = json.loads(csl_json(everything(record)))
    assert len({item["id"] for item in items}) == len(items) == len(record.sources) + len(record.events)
    for item in items:
        assert item["type"] in CSL_TYPES
        assert item["title"]
        # An address may hold the name that a word in brackets stands for.
        assert item["URL"].startswith("http") if "[" not in item["title"] else "URL" not in item
        assert all(name["literal"] for name in item.get("author", ()))
        if "issued" in item:
            date(*item["issued"]["date-parts"][0])
    dates = {item["id"]: item["issued"]["date-parts"] for item in items if "issued" in item}
    for source_id, row in record.source_rows.items():
        assert (source_id in dates) == bool(row["published"])


def test_the_ris_of_everything_is_read_back(record: Record) -> None:
    items = everything(record)
    read = rispy.loads(ris(items))
    assert [one["id"] for one in read] == [item["id"] for item in items]
    for one, item in zip(read, items, strict=True):
        assert one["type_of_reference"] in TYPE_OF_REFERENCE_MAPPING
        assert one["title"] == item["title"]
        assert one.get("urls", []) == ([item["URL"]] if "URL" in item else [])
        assert one["publisher"] == item["publisher"]
        assert one.get("authors", []) == [name["literal"] for name in item.get("author", ())]
        assert one.get("date", "").replace("/", "-") == "-".join(f"{n:02}" for n in _parts(item))
        assert "unknown_tag" not in one


@pytest.mark.slow
def test_the_bibtex_of_everything_is_read_back(record: Record) -> None:
    items = everything(record)
    written = bibtex(items)
    assert [one.key for one in entries(written)] == [item["id"] for item in items]
    for raw, text, item in zip(entries(written), printed(written), items, strict=True):
        assert text["title"] == item["title"]
        place = fields_of(text)
        place_of = place.get("journal") or place.get("institution") or place["howpublished"]
        assert place_of == item["container-title"]
        assert fields_of(text).get("author", "") == " and ".join(one["literal"] for one in item.get("author", ()))
        assert fields_of(raw).get("url") == item.get("URL")
        assert fields_of(raw).get("date", "") == "-".join(f"{n:02}" for n in _parts(item))


def _parts(item: Item) -> list[int]:
    parts: list[int] = item.get("issued", {}).get("date-parts", [[]])[0]
    return parts


PLAIN = source(author="A. One, B. Two", published="2022-01-09")


@given(titles())
def test_no_title_breaks_out_of_its_field_in_bibtex(title: str) -> None:
    plain = [source_item(PLAIN | {"source_id": name}) for name in ("before", "after")]
    item = source_item(PLAIN | {"title": title, "publisher": title})
    found = entries(bibtex([plain[0], item, plain[1]]))
    assert [entry.key for entry in found] == ["before", "a-source", "after"]
    before, told, after = map(fields_of, found)
    assert before == after == fields_of(entries(bibtex(plain))[0])
    assert told | {name: before[name] for name in ("title", "journal")} == before


@given(titles())
def test_a_title_comes_back_from_ris_and_csl_json(title: str) -> None:
    item = source_item(PLAIN | {"title": title, "publisher": title})
    (told,) = rispy.loads(ris([item]))
    assert (told["title"], told["secondary_title"], told["publisher"]) == (title, title, title)
    assert told.keys() == rispy.loads(ris([source_item(PLAIN)]))[0].keys()
    assert json.loads(csl_json([item])) == [item]


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_is_printed_by_tex_as_it_stands(title: str) -> None:
    (entry,) = printed(bibtex([source_item(source(title=title))]))
    assert entry["title"].strip().replace("ˆ", "^") == title.strip()


@pytest.mark.parametrize("title", ["C:\\ drive", "1 ~ 2", "a ^ b"])
def test_a_space_after_a_mark_stays(title: str) -> None:
    (entry,) = printed(bibtex([source_item(source(title=title))]))
    assert entry["title"].replace("ˆ", "^") == title


@pytest.mark.parametrize("title", ["{", "}", "A } b", "} { {"])
def test_braces_are_in_pairs_for_bibtex_itself(title: str) -> None:
    depth = 0
    for mark in re.findall(r"[{}]", bibtex([source_item(source(title=title))]).rstrip()[:-1]):
        depth += 1 if mark == "{" else -1
        assert depth > 0, "the entry is closed before its end"
    assert depth == 1


@pytest.mark.parametrize(
    "url", ["https://example.org/a{b}c", "https://example.org/%7Ba_b%7D?x=1&y=#~z", "http://a.b/\\"]
)
def test_an_address_stands_as_it_is_but_for_what_would_end_its_field(url: str) -> None:
    (entry,) = entries(bibtex([source_item(source(url=url))]))
    assert entry["url"] == url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
    assert rispy.loads(ris([source_item(source(url=url))]))[0]["urls"] == [url]


@pytest.mark.parametrize("form", FORMS)
def test_nothing_to_cite_is_written_as_well(form: str) -> None:
    writer, media_type = FORMS[form].write, FORMS[form].media_type
    assert not re.sub(r"[\s\[\]]", "", writer([]))
    assert "/" in media_type


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_event_is_cited_in_the_language_asked_and_its_sources_in_their_own(translated: Folder, code: str) -> None:
    of, language = translated.load(), Language(code)
    event = of.event_rows["2022-01-05-airport-entered"]
    item = event_item(of, event, event_words(of, event, language), LINK)
    assert (item["title"], item["language"]) == (SPOKEN[code]["event"], code)
    assert item["container-title"] == language.text("Qantar, a record of January 2022 in Kazakhstan")
    assert "Vlast, Azattyq" in item["note"]
    (told,) = rispy.loads(ris([item]))
    assert (told["title"], told["language"]) == (SPOKEN[code]["event"], code)
    assert source_item(of.source_rows["vlast"])["language"] == "en"


def test_the_title_of_an_event_without_a_translation_is_the_english_one(translated: Folder) -> None:
    of = translated.load()
    event = of.event_rows["2022-01-05-almaty-fight"]
    assert event_item(of, event, event_words(of, event, Language("kk")), LINK)["title"] == event["title"]
