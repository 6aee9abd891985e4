"""The forms of files for translators, by the ending of their names."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from data.translating.as_csv import read_csv, write_csv
from data.translating.as_po import read_catalogue, write_catalogue
from data.translating.as_xlsx import read_xlsx, write_xlsx
from data.translating.work import Given, Pair


@dataclass(frozen=True)
class FileForm:
    """How a file is written, of pairs and the code of their language, and read, from what it holds and its name."""

    write: Callable[[Iterable[Pair], str], bytes]
    read: Callable[[bytes, str], list[Given]]


FORMS: Mapping[str, FileForm] = {
    ".xlsx": FileForm(write_xlsx, read_xlsx),
    ".csv": FileForm(write_csv, read_csv),
    ".po": FileForm(write_catalogue, read_catalogue),
}
