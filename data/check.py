"""Hold a folder of tables to the rules of the record: `python -m data.check [FOLDER]`.

Prints every fault, one a line, then how many sound rows each table has; the exit code is 1 if there is a fault.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from data.record import RECORD_FOLDER, load_record


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the folder named on the command line, or the record itself, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m data.check", description="Print every fault of the record.")
    parser.add_argument(
        "folder", nargs="?", type=Path, default=RECORD_FOLDER, help="folder of the tables (default: the record)"
    )
    record = load_record(parser.parse_args(arguments).folder)
    for fault in record.faults:
        print(fault)
    counts = ", ".join(f"{name} {len(frame)}" for name, frame in record.tables.items())
    print(f"Sound rows: {counts}. Faults: {len(record.faults)}.")
    return 1 if record.faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
