"""Hold the record to its rules: `python -m data.check [FOLDER]` prints every fault, one a line."""

import argparse
import sys
from pathlib import Path

from data.record import RECORD_FOLDER, load_record


def main(arguments: list[str] | None = None) -> int:
    """Print the faults and the counts; 1 if there is a fault, else 0."""
    parser = argparse.ArgumentParser(prog="python -m data.check", description="Check the tables of a record.")
    parser.add_argument("folder", nargs="?", type=Path, default=RECORD_FOLDER, help="where the tables are")
    record = load_record(parser.parse_args(arguments).folder)
    for fault in record.faults:
        print(fault)
    counts = ", ".join(f"{len(table)} {name}" for name, table in record.tables.items())
    print(f"{counts}: {len(record.faults)} faults")
    return 1 if record.faults else 0


if __name__ == "__main__":
    sys.exit(main())
