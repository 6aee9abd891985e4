"""What seals an edition: which version it is, the digest of each of its files; and an edition as one zip."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from components.edition.verify import ABOUT, SUMS, Held, alike, digest_of, folder, is_litter, read_sums, shown, unfit
from data.exports.zipping import write_zip
from data.loading.record import Record
from data.version import PROGRAM


class UnfitError(ValueError):
    """Files that no edition may have, a line each."""


def seal(place: Path, record: Record, languages: Sequence[str]) -> str:
    """Write VERSION.json and SHA256SUMS into a folder whose other files are all there; nothing may change after that.

    Gives the number that stands for the edition: the digest of SHA256SUMS. Raises UnfitError, and OSError.
    """
    held = _checked(place)
    count = len(held.files.keys() - {ABOUT, SUMS}) + 1
    about = {
        "program": PROGRAM,
        "as_of": record.as_of.isoformat() if record.as_of else None,
        "version": record.version,
        "languages": list(languages),
        "files": count,
    }
    (place / ABOUT).write_bytes(json.dumps(about, indent=1).encode() + b"\n")
    files = folder(place).files
    digests = {path: digest_of(files[path]) for path in sorted(files) if path != SUMS}
    (place / SUMS).write_bytes("".join(f"{digest}  {path}\n" for path, digest in digests.items()).encode())
    return digest_of(lambda: (place / SUMS).open("rb"))


def zip_edition(place: Path, out: Path) -> None:
    """Write an edition as a zip of one folder that has the zip's name, byte for byte the same whenever and wherever.

    Raises UnfitError, and OSError.
    """
    held = _checked(place)
    with out.open("wb") as file:
        write_zip(file, _contents(held, out.stem))


def strangers(place: Path) -> list[str]:
    """What lies in a folder and is of no edition there: all of it, where there is none. Raises OSError."""
    held = folder(place)
    listed = read_sums((place / SUMS).read_bytes()).digests if SUMS in held.files else {}
    ours = {SUMS, *listed} if ABOUT in listed else set()
    return sorted(
        {flaw.path for flaw in held.flaws} | {path for path in held.files.keys() - ours if not is_litter(path)}
    )


def _contents(held: Held, top: str) -> Iterator[tuple[str, bytes]]:
    for path in sorted(held.files):
        with held.files[path]() as file:
            yield f"{top}/{path}", file.read()


def _checked(place: Path) -> Held:
    """What a folder holds. Raises UnfitError for what some system, or some stick, could not keep."""
    held = folder(place)
    wrong = [str(flaw) for flaw in held.flaws]
    wrong += [f"{shown(path)}: {reason}" for path in sorted(held.files) if path != SUMS and (reason := unfit(path))]
    wrong += [f"{', '.join(same)}: differ only by case" for same in alike(held.files)]
    if wrong:
        raise UnfitError("\n".join(wrong))
    return held
