"""The zips of the static edition that have been made: where they are kept, and how large they are."""

import atexit
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from data.version import VERSION

EDITION_SETTING = "QANTAR_EDITION"
"""The environment variable that names the folder that they are kept in; without it they go with the process."""


@cache
def edition_folder() -> Path:
    """The folder of the zips."""
    if chosen := os.environ.get(EDITION_SETTING):
        return Path(chosen).resolve()
    folder = tempfile.mkdtemp(prefix="qantar-edition-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def kept_zip(version: str, code: str) -> Path:
    """Where the edition of a version of the record in a language is, or will be."""
    return edition_folder() / f"qantar-site-{code}-{version}-{VERSION}.zip"


def kept_bytes(version: str, code: str) -> int | None:
    """How large it is; None while it has not been made."""
    try:
        return kept_zip(version, code).stat().st_size
    except OSError:
        return None
