"""What the edition's search page finds, as data for its script: an index of the record, and the line of each entry.

The index becomes one of MiniSearch as that library writes it out, so that a browser need not make it of all texts anew.
"""

from collections import Counter
from itertools import pairwise
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
    """The words of all entries, and for each in a line where it is; `static/edition/search.js` spreads them out.

    A line has the entries by names and, after a "/", by texts: each as its step from the one before, and behind
    a ":" how often, where that is more than once. `lengths` are how many words each entry has in both.
    """
    words: dict[str, tuple[dict[int, int], dict[int, int]]] = {}
    lengths = []
    for number, entry in enumerate(found):
        counts = [Counter(sounding(" ".join(texts)).split()) for texts in (entry.names, entry.passages)]
        lengths.append([len(of) for of in counts])
        for field, of in enumerate(counts):
            for word, often in of.items():
                words.setdefault(word, ({}, {}))[field][number] = often
    return {
        "fields": FIELDS,
        "lengths": lengths,
        "words": " ".join(sorted(words)),
        "lines": ["/".join(map(_line, words[word])) for word in sorted(words)],
        "version": _VERSION,
    }


def _line(found: dict[int, int]) -> str:
    steps = zip(pairwise((0, *found)), found.values(), strict=True)
    return " ".join(f"{now - before}:{often}" if often > 1 else str(now - before) for (before, now), often in steps)


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
