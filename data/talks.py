"""Talks: Markdown files with front matter, slides divided by a line `---`, and a view of the record on each.

A file named `ten-days.ru.md` is the talk `ten-days` in Russian: the same slides with the same views in other words.

---
title: Ten days in January
language: en
author: Who speaks
date: 2026-11-25
---

# A heading

A few words, in Markdown.

view: day=2022-01-05&place=almaty&layer=map

notes:
What the speaker says.

---

# The next heading
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import accumulate
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from data.faults import Fault
from data.folders import TALKS_FOLDER, file_bytes, named
from data.front_matter import read_front_matter, written_front_matter
from data.queries.view import Rejected, View, parse_view
from data.queries.view_codecs import Known
from data.vocabulary import LANGUAGES

DIVIDER = "---"
LONGEST_HEADING = 70
ROOM_BESIDE, ROOM_ALONE = 430, 900
"""So many characters of words fit on a slide beside a figure, and on one without."""
LONGEST_FILE = 1_000_000
"""So many bytes of a talk's file are read."""
MOST_SLIDES = 200
"""So many slides of a talk are read."""
LONGEST_SLIDE, LONGEST_VIEW = 20_000, 2_000
"""So many characters of a slide are read, with its notes, and so many of its view."""
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LINE_END = re.compile(r"\r\n|\r|\n")
"""What ends a line in an editor; other marks that end one for Python come with texts copied from slides."""
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_KEYED = re.compile(r"view:|notes:\s*$", re.IGNORECASE)
_HEADING = re.compile(r"#{1,2}\s+(.+)")


@dataclass(frozen=True)
class Slide:
    """A slide: its place in the talk from 1, the line it begins on, and what is on it.

    `words` and `notes` are Markdown. A slide with faults still has whatever could be read.
    """

    number: int
    line: int
    heading: str
    words: str
    view: View | None
    notes: str
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Talk:
    """A talk with its slides; `faults` are those of its front matter, the slides have their own.

    `file` is its path as faults name it, `translations` are the same talk in other languages, by their codes.
    """

    name: str
    title: str
    language: str
    author: str
    date: str
    slides: tuple[Slide, ...]
    faults: tuple[Fault, ...] = ()
    file: str = ""
    translations: Mapping[str, "Talk"] = field(default_factory=dict, hash=False)

    @property
    def all_faults(self) -> tuple[Fault, ...]:
        own = (*self.faults, *(fault for slide in self.slides for fault in slide.faults))
        return (*own, *(fault for other in self.translations.values() for fault in other.all_faults))

    def in_language(self, code: str) -> "Talk":
        """The talk in a language; as it was written where it has not been translated into that one."""
        return self.translations.get(code, self)


def load_talks(known: Known, folder: Path) -> dict[str, Talk]:
    """Every talk of a folder by its name, the longest first. Never raises for what the files hold."""
    paths = sorted(path for path in folder.glob("*.md") if path.name != "README.md") if folder.is_dir() else []
    found = {path.stem: _load(path, known) for path in paths}
    others: dict[str, dict[str, Talk]] = {}
    for stem in list(found):
        name, _, code = stem.rpartition(".")
        if code in LANGUAGES and name in found:
            others.setdefault(name, {})[code] = _translated(found[name], found.pop(stem), code)
    talks = [replace(talk, translations=others.get(stem, {})) for stem, talk in found.items()]
    return {talk.name: talk for talk in sorted(talks, key=lambda talk: (-len(talk.slides), talk.name))}


def talk_named(talks: Mapping[str, Talk], name: str) -> Talk | None:
    """A talk by the name of its file, without .md: `ten-days`, or in another language `ten-days.kk`."""
    stem, _, code = name.rpartition(".")
    return talks[name] if name in talks else talks[stem].translations.get(code) if stem in talks else None


def _translated(talk: Talk, other: Talk, code: str) -> Talk:
    """A talk in another language, held against the one that it translates: the same slides with the same views."""
    faults = [fault for fault in other.faults if fault.line or fault.value != f"{talk.name}.{code}"]
    if other.language != code:
        faults.append(_fault(other.file, 1, "language", other.language, f"write {code}, as in the name of the file"))
    if len(other.slides) != len(talk.slides):
        reason = f"has {len(other.slides)} slides where {talk.file} has {len(talk.slides)}: give it the same"
        faults.append(_fault(other.file, 0, "", "", reason))
    for slide, own in zip(other.slides, talk.slides, strict=False):
        if slide.view != own.view:
            faults.append(
                _fault(other.file, slide.line, "view", "", f"is another than that of slide {own.number} of {talk.file}")
            )
    return replace(other, name=talk.name, language=code, faults=tuple(faults))


def _load(path: Path, known: Known) -> Talk:
    name = path.stem.encode("utf-8", "replace").decode()
    try:
        return parse_talk(name, file_bytes(path, LONGEST_FILE).decode("utf-8-sig"), known, path.parent)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return _unreadable(path, name, line, "is not UTF-8 text: save it as UTF-8")
    except OSError as error:
        return _unreadable(
            path, name, 0, f"can't be opened ({error.strerror}): put a file that may be read in its place"
        )


def _unreadable(path: Path, name: str, line: int, reason: str) -> Talk:
    file = named(path)
    return Talk(name, name, "en", "", "", (), (_fault(file, line, "", "", reason),), file)


def parse_talk(name: str, text: str, known: Known, folder: Path = TALKS_FOLDER) -> Talk:
    """Read a talk of a folder. Never raises: what is wrong becomes a fault with its line, the rest holds."""
    lines = _LINE_END.split(text.removesuffix("\n"))
    file = f"{named(folder)}/{name}.md"
    faults: list[Fault] = []
    if not _NAME.fullmatch(name):
        faults.append(_fault(file, 0, "", name, "a talk's file name has small letters a-z, digits and single hyphens"))
    front, begins = _front_matter(file, lines, faults)
    slides: list[Slide] = []
    for line, block in _blocks(lines, begins):
        if len(slides) == MOST_SLIDES:
            faults.append(
                _fault(file, line, "", "", f"a talk has at most {MOST_SLIDES} slides: divide it from here on")
            )
            break
        slides.append(_slide(file, len(slides) + 1, line, block, known))
    if not slides:
        faults.append(_fault(file, len(lines), "", "", "has no slide: write a heading under the front matter"))
    return Talk(name, front["title"] or name, front["language"] or "en", front["author"], front["date"],
                tuple(slides), tuple(faults), file)  # fmt: skip


def _front_matter(file: str, lines: list[str], faults: list[Fault]) -> tuple[dict[str, str], int]:
    """What stands between the first two dividers, and the number of the line after it."""
    found = dict.fromkeys(("title", "language", "author", "date"), "")
    ends = next((n for n, line in enumerate(lines[1:], 1) if line.strip() == DIVIDER), 0)
    if not lines or lines[0].strip() != DIVIDER or not ends:
        faults.append(_fault(file, 1, "", "", "must begin with front matter: title, language, author and date "
                                              "between two lines ---"))  # fmt: skip
        return found, 0
    front = read_front_matter(lines[1:ends])
    at = {key: line + 2 for key, line in front.lines.items()}
    faults += [_fault(file, line + 2, key, "", reason) for line, key, reason in front.wrong]
    unknown = front.texts.keys() - found.keys()
    faults += [
        _fault(file, at[key], key, "", f"is no key of a talk; there are {', '.join(found)}") for key in sorted(unknown)
    ]
    found |= {key: text for key, text in front.texts.items() if key in found}
    told = {key for _, key, _ in front.wrong}
    if at or not told:  # else nothing of it could be read
        faults += [fault for fault in _wrong_front(file, found, at) if fault.column not in told]
    return found, ends + 1


def _wrong_front(file: str, found: dict[str, str], at: dict[str, int]) -> Iterable[Fault]:
    """What the front matter lacks or says wrongly; `at` has the lines of its keys."""
    if not found["title"]:
        yield _fault(file, at.get("title", 1), "title", "", "must not be empty")
    if found["language"] not in LANGUAGES:
        reason = f"write one of: {', '.join(LANGUAGES)}"
        yield _fault(file, at.get("language", 1), "language", found["language"], reason)
        found["language"] = ""
    try:
        if not _DATE.fullmatch(found["date"]):
            raise ValueError
        date.fromisoformat(found["date"])
    except ValueError:
        yield _fault(file, at.get("date", 1), "date", found["date"], "write a date YYYY-MM-DD that exists")
        found["date"] = ""


def _blocks(lines: list[str], begins: int) -> Iterable[tuple[int, list[str]]]:
    """The slides' lines, each with the number of its first; empty slides are left out."""
    start = begins
    for number in range(begins, len(lines) + 1):
        if number == len(lines) or lines[number].strip() == DIVIDER:
            block = lines[start:number]
            if any(line.strip() for line in block):
                skipped = next(n for n, line in enumerate(block) if line.strip())
                yield start + skipped + 1, block[skipped:]
            start = number + 1


def _slide(file: str, number: int, line: int, block: list[str], known: Known) -> Slide:
    faults: list[Fault] = []
    words: list[str] = []
    notes: list[str] | None = None
    heading, view = "", None
    read = sum(accumulated <= LONGEST_SLIDE for accumulated in accumulate(len(text) + 1 for text in block))
    if read < len(block):
        reason = f"this slide has more than {LONGEST_SLIDE} characters; what comes from here on is left out"
        faults.append(_fault(file, line + read, "", "", reason))
    for at, text in enumerate(block[:read], line):
        if notes is not None:
            notes.append(text)
        elif text.rstrip().casefold() == "notes:":
            notes = []
        elif text.startswith("view:"):
            if view is not None:
                faults.append(_fault(file, at, "view", text[5:].strip(), "a slide has one view: keep one"))
                continue
            if len(text) > LONGEST_VIEW:
                faults.append(_fault(file, at, "view", text[5:].strip(), f"has more than {LONGEST_VIEW} characters"))
                continue
            view, wrong = _view(text[5:].strip(), known)
            faults += [_fault(file, at, f"view, {part.key}", part.value, _why(part)) for part in wrong]
        elif not heading and (match := _HEADING.fullmatch(text.strip())):
            heading = match[1].strip()
        else:
            words.append(text)
    said = "\n".join(words).strip()
    if not heading:
        faults.append(_fault(file, line, "", "", "this slide has no heading: begin it with # and a few words"))
    elif len(heading) > LONGEST_HEADING:
        faults.append(_fault(file, line, "", "", f"this heading has {len(heading)} characters; {LONGEST_HEADING} fit"))
    room = ROOM_ALONE if view is None else ROOM_BESIDE
    if len(said) > room:
        beside = " beside a figure" if view else ""
        reason = f"this slide has {len(said)} characters of words; {room} fit{beside}"
        faults.append(_fault(file, line, "", "", reason))
    return Slide(number, line, heading, said, view, "\n".join(notes or ()).strip(), tuple(faults))


def _view(text: str, known: Known) -> tuple[View, tuple[Rejected, ...]]:
    """The view of a slide: the parameters of an address of the app, or such an address itself."""
    query = text.partition("?")[2] if "?" in text else text
    return parse_view(dict(parse_qsl(query)), known)


def _why(part: Rejected) -> str:
    if part.unknown_key:
        return "there is no such choice"
    if part.record_days:
        return f"the record goes from {part.record_days[0]} to {part.record_days[1]}"
    return "not a value it can have, or not in the record"


def _fault(file: str, line: int, column: str, value: str, reason: str) -> Fault:
    return Fault(file, line, column, value, reason, drops_row=False)


def write_talk(title: str, language: str, author: str, day: str, slides: Iterable[Slide]) -> str:
    """A talk as the text of its file; `parse_talk` reads the same back."""
    head = written_front_matter((("title", title), ("language", language), ("author", author), ("date", day)))
    return f"{DIVIDER}\n{head}{DIVIDER}\n\n" + f"\n{DIVIDER}\n\n".join(map(_written, slides))


def _written(slide: Slide) -> str:
    parts = [f"# {slide.heading}", _guarded(slide.words)]
    if slide.view is not None:
        parts.append(f"view: {urlencode(slide.view.to_query())}")
    if slide.notes:
        parts.append(f"notes:\n{_undivided(slide.notes)}")
    return "\n\n".join(filter(None, parts)) + "\n"


def _guarded(text: str) -> str:
    """Words whose lines can't be taken for a divider, a view or the beginning of the notes; they read the same."""
    lines = [f" {line}" if _KEYED.match(line) else line for line in _LINE_END.split(text)]
    return _undivided("\n".join(lines))


def _undivided(text: str) -> str:
    return "\n".join("\\---" if line.strip() == DIVIDER else line for line in _LINE_END.split(text))
