"""Hold a folder of tables to the rules of the record, and the talks to theirs: `python -m data.check [FOLDER]`.

Prints every fault, one a line, then how many sound rows each table has; the exit code is 1 if there is a fault. The
talks are checked with the record that the app shows, not with another folder.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from data.folders import record_folder
from data.loading.record import load_record
from data.store import complaints, record, talks


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the folder named on the command line, or the record that the app shows, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m data.check", description="Print every fault of the record.")
    parser.add_argument(
        "folder", nargs="?", type=Path, default=record_folder(), help="folder of the tables (default: the record)"
    )
    folder = parser.parse_args(arguments).folder.resolve()
    of_app = folder == record_folder()
    checked = record() if of_app else load_record(folder)
    if not folder.is_dir():
        print(checked.complaint)
        return 1
    found = talks() if of_app else {}
    faults = [*checked.faults, *(fault for talk in found.values() for fault in talk.all_faults)]
    wrong = [*map(str, faults), *(complaints() if of_app and not checked.unreadable else ())]
    for words in wrong:
        print(words)
    counts = [f"{name} {len(frame)}" for name, frame in checked.tables.items()]
    if found:
        counts.append(f"talks {len(found)}")
    for code, missing in checked.gaps.items():
        told = ", ".join(f"{table} {gap.missing} (of these {gap.older} older)" for table, gap in missing.items())
        print(f"Texts without a translation that is up to date, {code}: {told or 'none'}.")
    print(f"Sound rows: {', '.join(counts)}. Faults: {len(wrong)}.")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
