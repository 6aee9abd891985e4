"""Where the record and the talks are: the folders that the environment names, else the published ones."""

import os
import shlex
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RECORD_FOLDER = ROOT / "data" / "record"
TALKS_FOLDER = ROOT / "talks"
"""The published record, and the talks about it."""
RECORD_SETTING = "QANTAR_RECORD"
TALKS_SETTING = "QANTAR_TALKS"
"""The environment variables that name other folders; a relative path counts from the working folder."""


def record_folder() -> Path:
    """The folder of the tables."""
    return _chosen(RECORD_SETTING, RECORD_FOLDER)


def talks_folder() -> Path:
    """The folder of the talks."""
    return _chosen(TALKS_SETTING, TALKS_FOLDER)


def _chosen(setting: str, published: Path) -> Path:
    return Path(os.environ.get(setting) or published).resolve()


def named(folder: Path) -> str:
    """A folder as messages name it: from here on, if it lies within the project."""
    return (folder.relative_to(ROOT) if folder.is_relative_to(ROOT) else folder).as_posix()


def check_of(folder: Path) -> str:
    """The command that checks the record in a folder."""
    return "make check" if folder == RECORD_FOLDER else f"{RECORD_SETTING}={shlex.quote(str(folder))} make check"
