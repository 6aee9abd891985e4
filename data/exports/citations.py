"""Citations of sources and events as CSL-JSON, RIS and BibTeX, for reference managers."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import rispy
from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field

from data.exports.texts import text_in
from data.loading.record import Record
from data.loading.rows import EventRow, SourceRow

Item = dict[str, Any]
"""One reference as CSL-JSON: https://docs.citationstyles.org, "CSL-JSON"."""

CSL_TYPES = {
    "news": "article-newspaper",
    "ngo_report": "report",
    "official": "webpage",
    "court": "legal_case",
    "un": "report",
    "academic": "article-journal",
    "reference": "entry-encyclopedia",
}
RIS_TYPES = {
    "article-newspaper": "NEWS",
    "report": "RPRT",
    "webpage": "ELEC",
    "legal_case": "CASE",
    "article-journal": "JOUR",
    "entry-encyclopedia": "ENCYC",
    "entry": "DATA",
}
PLACE_OF = {"article": "journal", "techreport": "institution"}
"""The field that says where an entry appeared, as the classic styles want it."""
BIBTEX_TYPES = {"article-newspaper": "article", "report": "techreport", "article-journal": "article"}


def hides_a_name(source: SourceRow) -> bool:
    """Whether a word in brackets within the title stands for the name of a minor: the address may hold that name."""
    return bool(re.search(r"\[[^\[\]]*\]", _title(source)))


def _title(source: SourceRow) -> str:
    """The title, without the brackets round one in other words."""
    return re.sub(r"^\[([^\[\]]*)\]$", r"\1", source["title"])


def source_item(source: SourceRow) -> Item:
    """A source as a reference."""
    item: Item = {
        "id": source["source_id"],
        "type": CSL_TYPES[source["kind"]],
        "title": _title(source),
        "container-title": source["publisher"],
        "publisher": source["publisher"],
        "language": source["language"],
    }
    if not hides_a_name(source):
        item["URL"] = source["url"]
    if source["author"]:
        item["author"] = [{"literal": name.strip()} for name in re.split(r"[,;]", source["author"]) if name.strip()]
    if source["published"]:
        item["issued"] = {"date-parts": [[int(part) for part in source["published"].split("-")]]}
    return item


@dataclass(frozen=True)
class EventWords:
    """The words round an event's title in a language: what the record is called, and whose reports it goes back to."""

    code: str
    record: str
    note: str


def event_item(record: Record, event: EventRow, words: EventWords, link: str) -> Item:
    """An event as an entry of the record, with the record's date and version, and its lasting link.

    Its title and its words are in one language; without a translation the title stands in English.
    """
    item: Item = {
        "id": event["event_id"],
        "type": "entry",
        "title": text_in(event, "title", words.code),
        "container-title": words.record,
        "publisher": "Qantar",
        "version": record.version,
        "URL": link,
        "language": words.code,
        "note": words.note,
    }
    if record.as_of:
        item["issued"] = {"date-parts": [[record.as_of.year, record.as_of.month, record.as_of.day]]}
    return item


def csl_json(items: Iterable[Item]) -> str:
    """References as CSL-JSON, which Zotero and pandoc read."""
    return json.dumps(list(items), ensure_ascii=False, indent=1)


def ris(items: Iterable[Item]) -> str:
    """References as RIS."""
    return str(rispy.dumps([_ris(item) for item in items], implementation=_Unnumbered))


class _Unnumbered(rispy.RisWriter):  # type: ignore[misc]  # rispy has no types
    """Entries one after the other, as the format has them: each begins with its type."""

    def set_header(self, count: int) -> str:
        return ""


def _ris(item: Item) -> dict[str, Any]:
    date = _date(item)
    fields = {
        "type_of_reference": RIS_TYPES[item["type"]],
        "id": item["id"],
        "title": item["title"],
        "authors": [author["literal"] for author in item.get("author", ())],
        "secondary_title": item["container-title"],
        "publisher": item["publisher"],
        "year": date[:4],
        "date": date.replace("-", "/"),
        "edition": item.get("version", ""),
        "language": item["language"],
        "urls": [item["URL"]] if "URL" in item else [],
        "notes": [item["note"]] if "note" in item else [],
    }
    return {name: value for name, value in fields.items() if value}


def bibtex(items: Iterable[Item]) -> str:
    """References as BibTeX."""
    return write_string(Library([_bibtex(item) for item in items]))


def _bibtex(item: Item) -> Entry:
    date = _date(item)
    kind = BIBTEX_TYPES.get(item["type"], "misc")
    fields = {
        "title": f"{{{_plain(item['title'])}}}",
        "author": " and ".join(f"{{{_plain(author['literal'])}}}" for author in item.get("author", ())),
        PLACE_OF.get(kind, "howpublished"): f"{{{_plain(item['container-title'])}}}",
        "year": date[:4],
        "date": date,
        "version": item.get("version", ""),
        "language": item["language"],
        # An address stands as it is: packages for links read it verbatim.
        "url": re.sub(r"[{}\\]", lambda match: f"%{ord(match[0]):02X}", item.get("URL", "")),
        "note": _plain(item.get("note", "")),
    }
    return Entry(kind, item["id"], [Field(name, value) for name, value in fields.items() if value])


def _plain(text: str) -> str:
    """Text that TeX prints as it is."""
    special = {
        "\\": r"{\textbackslash}",
        "{": r"$\lbrace$",
        "}": r"$\rbrace$",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
    }
    return re.sub(r"[\\{}~^#$%&_]", lambda match: special.get(match[0], "\\" + match[0]), text)


def _date(item: Item) -> str:
    parts = item.get("issued", {}).get("date-parts", [[]])[0]
    return "-".join(f"{part:02d}" for part in parts)


@dataclass(frozen=True)
class Form:
    """A form of citations: what it is called, its media type, and what writes it."""

    name: str
    media_type: str
    write: Callable[[Iterable[Item]], str]


FORMS = {
    "bib": Form("BibTeX", "application/x-bibtex; charset=utf-8", bibtex),
    "ris": Form("RIS", "application/x-research-info-systems; charset=utf-8", ris),
    "json": Form("CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json),
}
"""The forms by the ending of a file's name."""
