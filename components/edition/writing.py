"""Writing the edition into a folder: all of it, or nothing."""

import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from components.edition.assets import assets
from components.edition.beside import others
from components.edition.document import COPY, copy_page, document, front
from components.edition.links import Way
from components.edition.sheets import Sheets, sheets
from components.edition.sums import UnfitError, seal, strangers, zip_edition
from components.frame.contents import PAGES
from components.frame.context import Context
from components.language import Language
from data.exports.package import whole_package
from data.store import record, talks

Tell = Callable[[str], None]
ZIP = ".zip"
AT_ONCE = 60
"""So many pages are a piece of work."""


class EditionError(Exception):
    """The edition can't be written; the message says why, and what to do."""


def write_edition(out: Path, languages: Sequence[str], tell: Tell, processes: int) -> None:
    """Write the edition in some languages to the folder `out`, in the place of an older one, or as a zip of that name.

    `tell` hears how far it is; so many `processes` write. Raises EditionError, and then leaves what lies at `out` as it
    was.
    """
    if record().complaint:
        raise EditionError(record().complaint)
    out = Path(os.path.abspath(out))
    _may_replace(out)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=f".{out.stem}-", dir=out.parent))
    except OSError as error:
        raise EditionError(f"Can't write to {out.parent}: {error.strerror}. Choose another folder.") from error
    try:
        folder = scratch / out.stem
        _write(folder, languages, tell, processes)
        _put_in_place(folder, out)
    except OSError as error:
        raise EditionError(f"Can't write {error.filename or out}: {error.strerror or error}.") from error
    except UnfitError as error:
        raise EditionError(
            f"Not every system could keep these files. Give what they are of another id.\n{error}"
        ) from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _may_replace(out: Path) -> None:
    """An edition of ours is replaced, unless somebody put files into its folder; an empty folder; or a zip by a zip."""
    if out.is_dir() and (others := [out.name] if out.suffix == ZIP else strangers(out)):
        named = ", ".join(others[:3]) + (", …" if others[3:] else "")
        raise EditionError(
            f"{out} would be replaced, and has what is of no edition: {named}. Take that away, or name a new folder."
        )
    if out.exists() and not out.is_dir() and out.suffix != ZIP:
        raise EditionError(f"{out} is a file. Name a folder, or a file that ends in {ZIP}.")


def _put_in_place(folder: Path, out: Path) -> None:
    """Put a folder where `out` says, as it is or as a zip, and only then take away what was there."""
    if out.suffix == ZIP:
        zipped = folder.with_name(out.name)
        zip_edition(folder, zipped)
        zipped.replace(out)
    else:
        before = folder.with_name(f"{out.name} before")
        if out.exists():
            out.rename(before)
        try:
            folder.rename(out)
        except OSError:
            if before.exists():
                before.rename(out)
            raise


def _write(folder: Path, languages: Sequence[str], tell: Tell, processes: int) -> None:
    package = whole_package(record())
    _put(folder / "record" / "qantar.zip", package)
    _put(folder / "verify.py", Path(__file__).with_name("verify.py").read_bytes())
    _put(folder / "index.html", front(languages))
    for name, content in assets().items():
        _put(folder / "assets" / name, content)
    for code in languages:
        page = copy_page(Language(code), record(), sha256(package).hexdigest(), _way(code, tuple(languages)))
        _put(folder / code / COPY, page)
    _written_by_processes(folder, tuple(languages), tell, processes)
    seal(folder, record(), languages)


def _written_by_processes(folder: Path, languages: tuple[str, ...], tell: Tell, processes: int) -> None:
    """What takes long: talks and pages, by several processes; the longest first."""
    total, done = len(languages) * (len(_sheets().all) + len(others(languages[0]))), 0
    with ProcessPoolExecutor(max_workers=processes) as pool:
        work = [pool.submit(_write_other, folder, code, name) for code in languages for name in others(code)]
        work += [
            pool.submit(_write_pages, folder, code, languages, first)
            for code in languages
            for first in range(0, len(_sheets().all), AT_ONCE)
        ]
        try:
            for piece in as_completed(work):
                done += piece.result()
                tell(f"{done:,} of {total:,} files")
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


@cache
def _sheets() -> Sheets:
    return sheets(record())


@cache
def _way(code: str, languages: tuple[str, ...]) -> Way:
    return Way(COPY, code, languages, frozenset(others(code)), _sheets())


def _write_other(folder: Path, code: str, name: str) -> int:
    _put(folder / code / name, others(code)[name]())
    return 1


def _write_pages(folder: Path, code: str, languages: tuple[str, ...], first: int) -> int:
    language, way = Language(code), _way(code, languages)
    written = _sheets().all[first : first + AT_ONCE]
    for sheet in written:
        view = PAGES[sheet.page].reads(replace(sheet.view, language=code))
        context = Context(sheet.page, record(), view, language, talks())
        _put(folder / code / sheet.file, document(sheet, context, replace(way, file=sheet.file)))
    return len(written)


def _put(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
