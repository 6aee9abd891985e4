"""Write the static edition: `python -m components.edition OUT [LANGUAGE…]`."""

import sys
from pathlib import Path

from components.edition.writing import EditionError, write_edition
from data.vocabulary import LANGUAGES


def main(arguments: list[str]) -> int:
    """Write it; 1 when it can't be written, 2 for wrong arguments."""
    languages = arguments[1:] or list(LANGUAGES)
    if not arguments or set(languages) - set(LANGUAGES):
        print(f"usage: python -m components.edition OUT [{'|'.join(LANGUAGES)} …]", file=sys.stderr)
        return 2
    try:
        write_edition(Path(arguments[0]), languages, lambda words: print(f"\r{words}", end="", flush=True))
    except EditionError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    print(f"\n{arguments[0]}: open index.html")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
