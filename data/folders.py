"""Where the record and the talks are: the folders that the environment names, else the published ones."""

import os
import shlex
from errno import EFBIG, EINVAL
from pathlib import Path
from stat import S_ISREG

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


def named(path: Path) -> str:
    """A folder or file as messages name it: from here on, if it lies within the project; what is no letter as "?"."""
    inside = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    return inside.as_posix().encode("utf-8", "replace").decode()


def file_bytes(path: Path, most: int | None = None) -> bytes:
    """What a file holds. Raises OSError, also where it has more than `most` bytes, and where a folder or a pipe, which
    may never end, is in its place."""
    about = path.stat()
    if not S_ISREG(about.st_mode):
        raise OSError(EINVAL, "not a plain file", path)
    if most is not None and about.st_size > most:
        raise OSError(EFBIG, f"it has {about.st_size} bytes, and {most} are read", path)
    return path.read_bytes()


def check_of(folder: Path) -> str:
    """The command that checks the record in a folder."""
    return "make check" if folder == RECORD_FOLDER else f"{RECORD_SETTING}={shlex.quote(str(folder))} make check"
