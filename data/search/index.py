"""The index that is searched: SQLite's full text with trigrams, in memory, made once for each record.

A trigram index finds any part of a word that has three letters or more; shorter ones are looked for at the beginnings
of words. All that is typed is data: words only are asked for, and each is quoted.
"""

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary, finalize

from data.loading.record import Record
from data.queries.view import SEARCHED
from data.search.entries import Entry, entries
from data.search.letters import CYRILLIC, sounding, written

MOST_WORDS = 12
"""So many words of a search are looked for; a word more hardly tells apart what these do not."""
SHORTEST_STEM, LONGEST_ENDING = 5, 3
"""The letters that are left of a word without its ending, and those that an ending has."""
_GRAM = 3
_ALIKE, _NEAR = 0.84, 0.6
"""How much alike a word and a name are that is searched instead of it, and one that is only proposed."""
_ELSEWHERE = 7
"""The rank of what is found in another form than the one that was typed."""


@dataclass(frozen=True)
class Sought:
    """A word to be found: in its `forms`, as it is written and as it sounds, or where a word begins with a `stem`."""

    forms: tuple[str, ...]
    stems: tuple[str, ...] = ()

    def rank(self, names: str, text: str) -> int:
        """How well names and text have it, from 0: as a word, as a beginning, as a part; names come before texts."""
        for place, within in enumerate((names, text)):
            for rank, pattern in enumerate((" {} ", " {}", "{}")):
                if any(pattern.format(form) in within for form in self.forms):
                    return place * 3 + rank
        return _ELSEWHERE + all(f" {stem}" not in names for stem in self.stems)

    def is_in(self, searched: str) -> bool:
        """Whether a text in searched form has it."""
        whole = [form if len(form) >= _GRAM else f" {form}" for form in self.forms]
        return any(part in searched for part in (*whole, *(f" {stem}" for stem in self.stems)))


@dataclass(frozen=True)
class Found:
    """What a search found, the best first within each kind: `hits`; `also` are the names that were searched besides.

    `proposed` are spellings that are near what was typed, where nothing was found.
    """

    terms: tuple[Sought, ...] = ()
    hits: tuple[Entry, ...] = ()
    also: tuple[str, ...] = ()
    proposed: tuple[str, ...] = ()

    @property
    def by_kind(self) -> dict[str, list[Entry]]:
        """The hits of each kind that has some, in the order of SEARCHED."""
        return {kind: rows for kind in SEARCHED if (rows := [hit for hit in self.hits if hit.kind == kind])}

    def has(self, words: str) -> bool:
        """Whether one of the words searched for is among these."""
        searched = _searched((words,))
        return any(term.is_in(searched) for term in self.terms)


class Index:
    """The entries of a record, to be searched from any thread."""

    def __init__(self, rows: Iterable[Entry]) -> None:
        self._entries = list(rows)
        self._lock = Lock()
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        finalize(self, self._base.close)
        self._base.execute("CREATE VIRTUAL TABLE entry USING fts5(names, texts, tokenize = 'trigram')")
        self._base.execute("CREATE VIRTUAL TABLE spelling USING fts5(sounds, name UNINDEXED, tokenize = 'trigram')")
        self._base.executemany(
            "INSERT INTO entry (rowid, names, texts) VALUES (?, ?, ?)",
            ((n, _searched(row.names), _searched(row.passages)) for n, row in enumerate(self._entries)),
        )
        self._base.executemany("INSERT INTO spelling (sounds, name) VALUES (?, ?)", self._names().items())

    def find(self, typed: str) -> Found:
        """The entries that have all the words typed. Never raises, whatever was typed; nothing typed finds nothing."""
        words = list(dict.fromkeys(written(typed).split()))[:MOST_WORDS]
        also: dict[str, None] = {}
        terms = tuple(self._term(word, also) for word in words)
        hits = self._hits(terms) if terms else ()
        proposed = () if hits or not terms else tuple(self._proposed(words))
        return Found(terms, hits, tuple(also), proposed)

    def _names(self) -> dict[str, str]:
        """The words of the names of people and places as they sound, each with its first spelling."""
        words: dict[str, str] = {}
        for entry in self._entries:
            if entry.kind in ("person", "place"):
                for word in re.findall(r"\w+", " ".join(entry.names)):
                    if len(sounds := sounding(word)) >= _GRAM:
                        words.setdefault(sounds, word)
        return words

    def _term(self, word: str, also: dict[str, None]) -> Sought:
        """A word with the forms it is found in; the names that it is taken for go into `also`."""
        sounds = sounding(word)
        # Of a longer word the sound may be too short to tell anything apart.
        forms = tuple(dict.fromkeys((word, sounds))) if len(sounds) >= min(_GRAM, len(word)) else (word,)
        stems = self._stem(sounds, forms) if CYRILLIC.search(word) else ()
        if len(sounds) < SHORTEST_STEM or stems or self._is_name(sounds):
            return Sought(forms, stems)
        near = self._near(sounds, _ALIKE)
        also.update(dict.fromkeys(near.values()))
        return Sought(forms, tuple(near))

    def _stem(self, sounds: str, forms: tuple[str, ...]) -> tuple[str, ...]:
        """The longest beginning of an inflected word that finds more than the word does; none where none does."""
        shortest = max(SHORTEST_STEM, len(sounds) - LONGEST_ENDING)
        without = " OR ".join(map(_quoted, forms))
        for length in range(len(sounds) - 1, shortest - 1, -1):
            match = f"{_quoted(' ' + sounds[:length])} NOT ({without})"
            if self._ask("SELECT 1 FROM entry WHERE entry MATCH ? LIMIT 1", match):
                return (sounds[:length],)
        return ()

    def _is_name(self, sounds: str) -> bool:
        return bool(self._ask("SELECT 1 FROM spelling WHERE spelling MATCH ? LIMIT 1", _quoted(sounds)))

    def _near(self, sounds: str, cutoff: float, most: int = 3) -> dict[str, str]:
        """Words of names that are spelt much like one, the nearest first: as they sound, and as they are written."""
        grams = {sounds[at : at + _GRAM] for at in range(len(sounds) - _GRAM + 1)}
        if not grams:
            return {}
        match = " OR ".join(map(_quoted, sorted(grams)))
        near = dict(self._ask("SELECT sounds, name FROM spelling WHERE spelling MATCH ? ORDER BY rank LIMIT 50", match))
        return {one: near[one] for one in get_close_matches(sounds, near, most, cutoff)}

    def _proposed(self, words: list[str]) -> Iterable[str]:
        """Spellings near a word that nothing has."""
        lost = [word for word in words if not self._hits((self._term(word, {}),))]
        near = (name for word in lost for name in self._near(sounding(word), _NEAR).values())
        return list(dict.fromkeys(near))[:MOST_WORDS]

    def _hits(self, terms: tuple[Sought, ...]) -> tuple[Entry, ...]:
        long = [term for term in terms if min(map(len, term.forms)) >= _GRAM]
        short = [form for term in terms if term not in long for form in term.forms]
        conditions = ["entry MATCH ?"] if long else []
        conditions += [_begins(len(term.forms)) for term in terms if term not in long]
        rows = self._ask(
            f"SELECT rowid, names, texts, {'rank' if long else '0'} FROM entry WHERE {' AND '.join(conditions)}",
            *([" AND ".join(map(_any_of, long))] if long else []),
            *(f" {form}" for form in short for _ in range(2)),
        )
        first = " " + " ".join(term.forms[0] for term in terms) + " "
        placed = sorted(
            (not names.startswith(first), sum(term.rank(names, texts) for term in terms), rank, n)
            for n, names, texts, rank in rows
        )
        return tuple(self._entries[n] for *_, n in placed)

    def _ask(self, question: str, *values: str) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._base.execute(question, values).fetchall()


def _searched(texts: Iterable[str]) -> str:
    """Texts as they are searched: as they are written, and as they sound where that is not the same."""
    forms = [form for text in texts for form in dict.fromkeys((written(text), sounding(text)))]
    return f" {' | '.join(forms)} "


def _quoted(part: str) -> str:
    return '"' + part.replace('"', '""') + '"'


def _any_of(term: Sought) -> str:
    return f"({' OR '.join([*map(_quoted, term.forms), *(_quoted(f' {stem}') for stem in term.stems)])})"


def _begins(forms: int) -> str:
    """A word that is too short for the trigrams, at the beginning of a word."""
    return f"({' OR '.join(['instr(names, ?) OR instr(texts, ?)'] * forms)})"


_indexes: WeakKeyDictionary[Record, Index] = WeakKeyDictionary()
_making = Lock()


def index_of(record: Record) -> Index:
    """The index of a record, made when it is first asked for and kept as long as the record is."""
    with _making:
        found = _indexes.get(record)
        if found is None:
            found = _indexes[record] = Index(entries(record))
        return found
