"""Write the static edition: `python -m components.edition OUT [LANGUAGE…]`, a folder or a file that ends in `.zip`."""

import os
import sys
from pathlib import Path

from components.edition.writing import EditionError, write_edition
from data.vocabulary import LANGUAGES


def main(arguments: list[str]) -> int:
    """Write it; 1 when it can't be written, 2 for wrong arguments. `--gently` gives way to all that runs beside it."""
    gently = arguments[:1] == ["--gently"]
    if gently:
        arguments = arguments[1:]
        os.nice(10)
    languages = arguments[1:] or list(LANGUAGES)
    if not arguments or set(languages) - set(LANGUAGES):
        print(f"usage: python -m components.edition OUT [{'|'.join(LANGUAGES)} …]", file=sys.stderr)
        return 2
    try:
        write_edition(Path(arguments[0]), languages, _tell, processes=1 if gently else os.cpu_count() or 1)
    except EditionError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    print(f"\n{arguments[0]}: done")
    return 0


def _tell(words: str) -> None:
    print(f"\r{words}", end="", flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
