"""Zips whose bytes depend on nothing but the names of their files, what they hold, and the zlib at hand."""

import io
from collections.abc import Iterable, Mapping
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

UNIX = 3
READABLE = 0o100644 << 16
"""A plain file that its owner may change and everybody may read."""


def write_zip(out: IO[bytes], files: Iterable[tuple[str, bytes]]) -> None:
    """Write files, by name, as they come; one after another is in memory."""
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, UNIX, READABLE
            archive.writestr(entry, content)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Files as a zip, in the order that they are given in."""
    out = io.BytesIO()
    write_zip(out, files.items())
    return out.getvalue()
