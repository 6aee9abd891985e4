"""Files for translators: `python -m data.translating write kk OUT.xlsx`, `take kk IN.xlsx`, `check kk`.

`write` and `take` know workbooks, CSV and catalogues of gettext by the ending of the name: .xlsx, .csv, .po. `check`
prints what is suspicious in the translations there are, which is a fault where a text surely lost something. The exit
code is 1 where a file is refused or there is a fault, 2 for wrong arguments.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from data.folders import file_bytes, named, record_folder
from data.loading.translations import OTHERS, book_of
from data.translating.checks import suspicious
from data.translating.forms import FORMS, FileForm
from data.translating.taking_in import as_table, taken_in
from data.translating.work import Pair, Refused, Work, read_translations, read_work, translations_of, work_of

MOST_BYTES = 50_000_000
"""A file for translators is far smaller."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m data.translating", description="Files for translators.")
    tasks = parser.add_subparsers(dest="task", required=True, metavar="write|take|check")
    for task, what in (
        ("write", "write all texts with their translations"),
        ("take", "take back a file that was filled in"),
        ("check", "print what is suspicious"),
    ):
        one = tasks.add_parser(task, help=what, description=f"{what.capitalize()}.")
        one.add_argument("language", choices=OTHERS)
        if task != "check":
            one.add_argument("file", type=_file, help=f"a file with one of the endings {', '.join(FORMS)}")
    asked = parser.parse_args(arguments)
    try:
        work = read_work(record_folder(), asked.language)
        if asked.task == "write":
            return write(work, asked.file)
        return take(work, asked.file) if asked.task == "take" else check(work)
    except Refused as refused:
        print(*refused.reasons, sep="\n", file=sys.stderr)
        return 1


def _file(name: str) -> Path:
    path = Path(name)
    if path.suffix.lower() not in FORMS:
        raise argparse.ArgumentTypeError(f"{name!r} ends in none of {', '.join(FORMS)}")
    return path


def _form(path: Path) -> FileForm:
    return FORMS[path.suffix.lower()]


def write(work: Work, out: Path) -> int:
    """Write a file for translators."""
    try:
        out.write_bytes(_form(out).write(work.pairs(), work.code))
    except OSError as error:
        raise Refused(f"Can't write {out}: {error.strerror}") from None
    print(f"{out}: {_counted(work)}")
    return 0


def take(work: Work, given: Path) -> int:
    """Take a file in, or nothing of it; say what it has brought, and of that what is worth a look."""
    try:
        content = file_bytes(given, MOST_BYTES)
    except OSError as error:
        raise Refused(f"Can't read {given}: {error.strerror}") from None
    others = {
        code: book_of(translations_of(read_translations(work.file.parents[1], code)))
        for code in OTHERS
        if code != work.code
    }
    try:
        taken = taken_in(work, _form(given).read(content, given.name), given.name, others)
    except Refused as refused:
        refused.reasons.append(f"Nothing of {given} was taken in.")
        raise
    if not taken.brought:
        print(f"{given} brings nothing new; {named(work.file)} stays as it is: {_counted(work)}")
        return 0
    try:
        _put(work.file, as_table(taken.rows))
    except OSError as error:
        raise Refused(f"Can't write {named(work.file)}: {error.strerror}") from None
    after = work_of(work.texts.values(), taken.rows, work.code, work.file)
    new = sum(key not in work.rows for key in taken.brought)
    print(f"{named(work.file)}: {new} new, {len(taken.brought) - new} changed; {_counted(after)}")
    _print_suspicious([after.pair(key) for key in after.texts if key in taken.brought], work)
    return 0


def _put(path: Path, content: bytes) -> None:
    """Write a file whole, or leave the one that is there."""
    path.parent.mkdir(exist_ok=True)
    part = path.with_suffix(".part")
    part.write_bytes(content)
    os.replace(part, path)


def check(work: Work) -> int:
    """Print what is suspicious in all translations."""
    found = _print_suspicious(work.pairs(), work)
    print(f"{_counted(work)}. Faults: {found[True]}, hints: {found[False]}.")
    return 1 if found[True] else 0


def _print_suspicious(pairs: Iterable[Pair], work: Work) -> Counter[bool]:
    """Print it, each with both texts, the faults first; return how many are sure and how many are not."""
    found = sorted(suspicious(pairs, work.code, work.names), key=lambda each: not each[1].surely)
    for pair, finding in found:
        text = pair.text
        print(f"{'fault' if finding.surely else 'hint'}: {text.table} {text.id} {text.column}: {finding.reason}")
        print(f"  {text.english}\n  {pair.translation}")
    return Counter(finding.surely for _, finding in found)


def _counted(work: Work) -> str:
    counts = Counter(pair.state for pair in work.pairs())
    return f"{counts['there']} texts are translated, {counts['older']} from an older English, {counts['missing']} not"


if __name__ == "__main__":
    raise SystemExit(main())
