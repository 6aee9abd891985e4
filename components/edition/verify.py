#!/usr/bin/env python3
"""Is this copy of Qantar whole, and which version is it?

    python verify.py             checks the folder that verify.py lies in
    python verify.py FOLDER      checks another folder
    python verify.py FILE.zip    checks an edition in a zip, without unpacking it

Needs Python 3.8 or newer and nothing else, and changes nothing. It compares every file with SHA256SUMS, which
`sha256sum -c SHA256SUMS` reads too. It finds what was damaged or lost on the way. Whoever can change a page can change
SHA256SUMS as well, so it prints one number that stands for the whole edition: where that is the number which somebody
you trust has told you, all is as it was published.

It ends with 0: the copy is whole. 1: files are missing, changed or unreadable, or SHA256SUMS is spoiled. 2: nothing
could be checked. 3: the copy is whole, but has files that are not of the edition; no page leads to them, but whoever
looks into the folder may take them for a part of it. What systems leave in folders by themselves is named, and is no
fault.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

SUMS = "SHA256SUMS"
ABOUT = "VERSION.json"
"""What lists all files but itself, and what says which version they are."""
CHUNK = 1 << 20
"""Bytes that are read at a time."""
MOST = 1 << 24
"""Bytes that SHA256SUMS or VERSION.json may have; those of an edition have less than a tenth of it."""
LONGEST = 180
"""Letters that a path may have, so that there is room for the name of a folder in Windows' 260."""
WHOLE, FAULTY, UNCHECKED, MORE = range(4)
"""How it ends."""

_LINE = re.compile(r"([0-9a-fA-F]{64}) [ *](.+)")
_NAME = re.compile(r"[A-Za-z0-9._ ~+,=@()-]+")
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_LITTER = re.compile(
    r"(.*/)?(\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini|\.directory)"
    r"|(System Volume Information|\$RECYCLE\.BIN|\.Trash[^/]*|\.Spotlight-V100|\.fseventsd|\.TemporaryItems)/.*",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(rf"{SUMS}\.(minisig|sig|asc)")
_UNREADABLE = (OSError, EOFError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError)
"""What reading a file of a folder or of a zip may raise; a RuntimeError is an entry with a password."""


class Flaw(NamedTuple):
    """What is wrong with a file, or with a line of SHA256SUMS, and how it ends for it."""

    path: str
    what: str
    code: int = FAULTY

    def __str__(self) -> str:
        return f"{shown(self.path)}: {self.what}"


class Listed(NamedTuple):
    """What SHA256SUMS says: digests by path, and what is wrong with its lines."""

    digests: dict[str, str]
    flaws: list[Flaw]


class Held(NamedTuple):
    """What a copy holds: what opens its files, by path, and what is there and no file."""

    files: dict[str, Callable[[], IO[bytes]]]
    flaws: list[Flaw]


class Verdict(NamedTuple):
    """What came of checking a copy: how it ends, what was found, what the edition says of itself, and the number that
    stands for all of it."""

    code: int
    flaws: list[Flaw]
    about: dict[str, Any]
    number: str
    files: int


class UncheckableError(Exception):
    """Nothing can be checked; says why, and what to do."""


def unfit(path: str) -> str:
    """Why no file of an edition has such a path, relative and with slashes; empty if one may."""
    parts = path.split("/")
    if ".." in parts or path.startswith("/"):
        return "leads out of the folder"
    if path.upper() == SUMS:
        return "is the list itself, whose digest can't stand in it"
    if len(path) > LONGEST:
        return f"has more than {LONGEST} letters, which is too long for some systems"
    for part in parts:
        if not _NAME.fullmatch(part) or part[-1] in ". " or part[0] == " ":
            return "is no name that every system takes"
        if _DEVICES.fullmatch(part):
            return "is the name of a device on Windows"
    return ""


def is_litter(path: str) -> bool:
    """Whether a file is one that systems leave in folders by themselves, or that a publisher puts beside the list."""
    return bool(_LITTER.fullmatch(path) or _SIGNATURE.fullmatch(path))


def alike(paths: Iterable[str]) -> list[list[str]]:
    """Paths that differ only by case, of which a stick or Windows keeps one."""
    found: dict[str, list[str]] = {}
    for path in paths:
        found.setdefault(path.casefold(), []).append(path)
    return [sorted(same) for same in found.values() if len(same) > 1]


def read_sums(text: bytes) -> Listed:
    """The lines of SHA256SUMS; a line that can't be taken is found faulty, by its number."""
    digests: dict[str, str] = {}
    flaws: list[Flaw] = []
    lines: dict[str, int] = {}
    *whole, rest = text.split(b"\n")
    for number, line in enumerate([*whole, rest] if rest else whole, 1):
        where = f"{SUMS}, line {number}"
        found = _LINE.fullmatch(line.decode("utf-8", "replace").rstrip("\r"))
        if not found:
            flaws.append(Flaw(where, "is no digest with two spaces and a path. Take SHA256SUMS anew"))
            continue
        digest, path = found.groups()
        if reason := unfit(path):
            flaws.append(Flaw(where, f"{shown(path)} {reason}. It is not looked at. Take SHA256SUMS anew"))
        elif path in lines:
            flaws.append(Flaw(where, f"{path} stands on line {lines[path]} already. Take SHA256SUMS anew"))
        else:
            digests[path], lines[path] = digest.lower(), number
    if rest:
        flaws.append(Flaw(SUMS, "ends in the middle of a line: it was cut short. Take it anew"))
    for same in alike(digests):
        what = f"differs only by case from {', '.join(same[1:])}: a stick or Windows keeps one of them"
        flaws.append(Flaw(same[0], what))
    return Listed(digests, flaws)


def folder(place: Path) -> Held:
    """What a folder holds. Links are named and not followed."""
    held = Held({}, [])
    for path, entry in _entries(place, ""):
        if isinstance(entry, OSError):
            held.flaws.append(Flaw(path, f"can't be looked into ({_reason(entry)})"))
        elif entry.is_symlink():
            what = "is a link, which may lead anywhere. Copy what it leads to in its place"
            held.flaws.append(Flaw(path, what))
        elif entry.is_file(follow_symlinks=False):
            held.files[path] = _opener(Path(entry.path))
        else:
            held.flaws.append(Flaw(path, "is no plain file"))
    return held


def _entries(place: Path, under: str) -> Iterator[tuple[str, os.DirEntry[str] | OSError]]:
    """All in a folder but folders, with their paths; an OSError in the place of what can't be looked into."""
    try:
        with os.scandir(str(place)) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield under.rstrip("/") or ".", error
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False) and not entry.is_symlink():
            yield from _entries(Path(entry.path), f"{under}{entry.name}/")
        else:
            yield under + entry.name, entry


def _opener(path: Path) -> Callable[[], IO[bytes]]:
    return lambda: path.open("rb")


def zipped(archive: zipfile.ZipFile) -> Held:
    """What a zip holds, without the one folder that all of it may lie in."""
    held = Held({}, [])
    entries = [entry for entry in archive.infolist() if not entry.filename.endswith("/")]
    tops = {entry.filename.partition("/")[0] for entry in entries}
    top = f"{tops.pop()}/" if len(tops) == 1 and all("/" in entry.filename for entry in entries) else ""
    for entry in entries:
        path = entry.filename[len(top) :]
        if path in held.files:
            held.flaws.append(Flaw(path, "is in the zip twice"))
        elif stat.S_ISLNK(entry.external_attr >> 16):
            held.flaws.append(Flaw(path, "is a link, which may lead anywhere"))
        else:
            held.files[path] = _entry_opener(archive, entry)
    return held


def _entry_opener(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Callable[[], IO[bytes]]:
    return lambda: archive.open(entry)


def verify(place: Path) -> Verdict:
    """Check a copy, a folder or a zip. Raises UncheckableError where there is nothing that could be checked."""
    if place.is_dir():
        return _verdict(folder(place))
    if not place.is_file():
        raise UncheckableError(f"There is no {shown(str(place))}. Name the folder or the zip of an edition.")
    try:
        with zipfile.ZipFile(str(place)) as archive:
            return _verdict(zipped(archive))
    except (zipfile.BadZipFile, OSError) as error:
        what = f"{shown(str(place))} is no zip that can be read ({_reason(error)}). Copy or load it again."
        raise UncheckableError(what) from error


def _verdict(held: Held) -> Verdict:
    if SUMS not in held.files:
        raise UncheckableError(f"There is no file {SUMS} here: this is no edition of Qantar, or its list is lost.")
    try:
        text = _small(held.files[SUMS])
    except _UNREADABLE as error:
        raise UncheckableError(f"{SUMS} can't be read ({_reason(error)}). Copy it again.") from error
    listed = read_sums(text)
    flaws = [*listed.flaws, *held.flaws]
    sound: set[str] = set()
    for path, digest in sorted(listed.digests.items()):
        if path not in held.files:
            flaws.append(_missing(path, held))
            continue
        try:
            same = digest_of(held.files[path]) == digest
        except _UNREADABLE as error:
            flaws.append(Flaw(path, f"can't be read ({_reason(error)}). Copy it again"))
            continue
        if same:
            sound.add(path)
        else:
            flaws.append(Flaw(path, "is not as it was written. Copy it again"))
    about = _about(held, sound)
    flaws += _of_about(about, listed)
    for path in sorted(held.files.keys() - listed.digests.keys() - {SUMS}):
        if _SIGNATURE.fullmatch(path):
            flaws.append(Flaw(path, "is a signature of the list, which is not checked here", WHOLE))
        elif is_litter(path):
            flaws.append(Flaw(path, "was left here by a system. It does no harm", WHOLE))
        else:
            flaws.append(Flaw(path, "is not of the edition. Take it away, unless you put it there", MORE))
    codes = {flaw.code for flaw in flaws}
    code = FAULTY if FAULTY in codes else MORE if MORE in codes else WHOLE
    return Verdict(code, flaws, about, hashlib.sha256(text).hexdigest(), len(listed.digests))


def _missing(path: str, held: Held) -> Flaw:
    there = [other for other in held.files if other.casefold() == path.casefold()]
    if there:
        return Flaw(path, f"is there as {shown(there[0])}: give it its own name back")
    return Flaw(path, "is missing. Copy it again")


def _small(opened: Callable[[], IO[bytes]]) -> bytes:
    with opened() as file:
        text = file.read(MOST + 1)
    if len(text) > MOST:
        raise OSError(0, f"it has more than {MOST} bytes, which none of ours has")
    return text


def digest_of(opened: Callable[[], IO[bytes]]) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    found = hashlib.sha256()
    with opened() as file:
        while chunk := file.read(CHUNK):
            found.update(chunk)
    return found.hexdigest()


def _about(held: Held, sound: set[str]) -> dict[str, Any]:
    """What the edition says of itself; empty where that is not as it was written."""
    if ABOUT not in sound:
        return {}
    try:
        about = json.loads(_small(held.files[ABOUT]).decode("utf-8"))
    except (*_UNREADABLE, ValueError):
        return {}
    return about if isinstance(about, dict) else {}


def _of_about(about: dict[str, Any], listed: Listed) -> Iterator[Flaw]:
    """Whether the list has as many files as the edition was written with: one that was cut short has fewer."""
    if ABOUT not in listed.digests:
        yield Flaw(SUMS, f"does not list {ABOUT}: it was cut short. Take it anew")
    elif about and about.get("files") != len(listed.digests):
        what = f"lists {len(listed.digests)} files, and the edition was written with {about.get('files')}. Take it anew"
        yield Flaw(SUMS, what)


def shown(path: str) -> str:
    """A path as it can be printed anywhere."""
    return path if path.isascii() and path.isprintable() else ascii(path)


def _reason(error: BaseException) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__


def version(about: dict[str, Any]) -> str:
    """Which edition it is, in one line."""
    if not about:
        return f"Which version this is can't be told: {ABOUT} is missing or not as it was written."
    languages = about.get("languages")
    told = ", ".join(map(str, languages)) if isinstance(languages, list) else "?"
    parts = (f"the record of {about.get('as_of') or '?'}", f"version {about.get('version') or '?'}", f"in {told}")
    return ascii(f"{about.get('program') or 'Qantar'}: {', '.join(parts)}")[1:-1]


def main(arguments: list[str]) -> int:
    """Say whether a copy is whole; see above for how it ends."""
    if len(arguments) > 1 or arguments[:1] in (["-h"], ["--help"]):
        print((__doc__ or "").strip())
        return UNCHECKED if len(arguments) > 1 else WHOLE
    place = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    try:
        verdict = verify(place)
    except UncheckableError as error:
        print(error, file=sys.stderr)
        return UNCHECKED
    for flaw in verdict.flaws:
        print(flaw)
    print(version(verdict.about))
    print(f"The number of this edition: {verdict.number}")
    faults, more = (sum(one.code == code for one in verdict.flaws) for code in (FAULTY, MORE))
    if verdict.code == FAULTY:
        print(f"NOT WHOLE: {_many(faults, 'fault')}, of {_many(verdict.files, 'file')}.", end=" ")
        print("Copy what is named above again from where you had it, and check once more.")
    elif verdict.code == MORE:
        print(f"Whole: {_many(verdict.files, 'file')}. Not of the edition, but here: {_many(more, 'file')}.")
    else:
        print(f"Whole: {_many(verdict.files, 'file')}, each as it was written.")
    return verdict.code


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
