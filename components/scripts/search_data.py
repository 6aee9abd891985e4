"""What the edition's search page finds, as data for its script: an index of the record, and the line of each entry.

The index is one of MiniSearch as that library writes it out, so that a browser need not make it of all texts anew.
"""

from collections import Counter
from typing import Any

from components.drawing.glyphs import sprite
from components.language import Language
from components.scripts.explore_data import called
from components.scripts.phrases import plural_forms, writing
from components.search.page import AROUND, FIRST, line_of, written_in
from components.words import labels
from data.folding import letters
from data.loading.record import Record
from data.queries.view import SEARCHED, View
from data.queries.view_codecs import LONGEST_TEXT
from data.search.entries import Entry, entries
from data.search.index import LONGEST_ENDING, MOST_WORDS, SHORTEST_STEM
from data.search.letters import LATIN, sounding

FIELDS = ("names", "texts")
"""What is indexed of an entry, its words as they sound."""
_NAMED = ("person", "place", "death")
_VERSION = 2
"""Of the form in which MiniSearch writes out an index."""


def search_script(record: Record, language: Language) -> str:
    """The file of a language."""
    return called("search", search_data(record, language))


def search_data(record: Record, language: Language) -> dict[str, Any]:
    """Entries in the order of the record: of each its kind, its id, and what is said of it; and the index of them."""
    found = list(entries(record))
    view = View(language=language.code)
    marks: dict[str, int] = {}
    rows = []
    for entry in found:
        mark, title, _, meta = line_of(record, entry, view, language)
        row = [SEARCHED.index(entry.kind), entry.id, title, meta]
        rows.append([*row, marks.setdefault(str(mark), len(marks))] if mark else row)
    return {
        "index": _index(found),
        "rows": rows,
        "passages": [_passages(entry, language) for entry in found],
        "around": AROUND,
        "marks": list(marks),
        "sprite": str(sprite()),
        "kinds": {kind: labels.searched(language, kind) for kind in SEARCHED},
        "first": FIRST,
        "most": {"words": MOST_WORDS, "letters": LONGEST_TEXT},
        "stem": {"shortest": SHORTEST_STEM, "ending": LONGEST_ENDING},
        "letters": letters(),
        "latin": LATIN,
        "writing": writing(language),
        "words": _words(language),
        "plurals": {"hits": plural_forms(language, "{n} hit", "{n} hits")},
    }


def _passages(entry: Entry, language: Language) -> list[str]:
    """What is told of an entry in the reader's language, else in any, and the names that it goes by."""
    named = [", ".join(entry.names)] if entry.kind in _NAMED else []
    read = [text for text in entry.passages if written_in(text) == language.code]
    return [*named, *(read or entry.passages)]


def _index(found: list[Entry]) -> dict[str, Any]:
    """The words of all entries: of each the entries that have it in a field, and how often."""
    words: dict[str, dict[int, dict[int, int]]] = {}
    lengths: dict[int, list[int]] = {}
    for number, entry in enumerate(found):
        lengths[number] = []
        for field, texts in enumerate((entry.names, entry.passages)):
            counts = Counter(sounding(" ".join(texts)).split())
            lengths[number].append(len(counts))
            for word, often in counts.items():
                words.setdefault(word, {}).setdefault(field, {})[number] = often
    return {
        "documentCount": len(found),
        "nextId": len(found),
        "documentIds": {number: number for number in range(len(found))},
        "fieldIds": {field: number for number, field in enumerate(FIELDS)},
        "fieldLength": lengths,
        "averageFieldLength": [sum(of[field] for of in lengths.values()) / (len(found) or 1) for field in (0, 1)],
        "storedFields": {},
        "dirtCount": 0,
        "index": [[word, words[word]] for word in sorted(words)],
        "serializationVersion": _VERSION,
    }


def _words(language: Language) -> dict[str, str]:
    """The words of the page, as the app has them."""
    _ = language.text
    return {
        "nothing": _("Nothing in the record has “{words}”."),
        "noWord": _("There is no word in “{words}”: type letters or digits."),
        "lookedFor": _("Looked for in {kinds}, as: {forms}."),
        "fewer": _("All words must be there; with fewer words more is found."),
        "alike": _("Names that are spelt much like it:"),
        "showAll": _("Show all {n}"),
        "allKinds": _("Show all kinds"),
        "onThisPage": _("On this page"),
        "tooLong": _(
            "At most {letters} letters and the first {words} words are looked for; what was typed beyond them was left "
            "out."
        ),
    }
