"""Hold a folder of tables to the rules of the record, and the talks to theirs: `python -m data.check [FOLDER]`.

Prints every fault, one a line, then how many sound rows each table has; the exit code is 1 if there is a fault. The
talks are checked with the record itself, not with another folder.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from data.query import addressable
from data.record import RECORD_FOLDER, load_record
from data.talks import load_talks


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the folder named on the command line, or the record itself, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m data.check", description="Print every fault of the record.")
    parser.add_argument(
        "folder", nargs="?", type=Path, default=RECORD_FOLDER, help="folder of the tables (default: the record)"
    )
    folder = parser.parse_args(arguments).folder
    record = load_record(folder)
    talks = load_talks(addressable(record)) if folder.resolve() == RECORD_FOLDER and not record.unreadable else {}
    faults = [*record.faults, *(fault for talk in talks.values() for fault in talk.all_faults)]
    for fault in faults:
        print(fault)
    counts = [f"{name} {len(frame)}" for name, frame in record.tables.items()]
    if talks:
        counts.append(f"talks {len(talks)}")
    print(f"Sound rows: {', '.join(counts)}. Faults: {len(faults)}.")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
