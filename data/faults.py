"""A fault of the record: what is wrong, where, and what would be right."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong with a table.

    `line` is the line of the file on which the row begins (1 is the header, 0 the file as a whole);
    `drops_row` says that the row can't be shown and is left out.
    """

    file: str
    line: int
    column: str
    value: str
    reason: str
    drops_row: bool = True

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        column = shortened(self.column)
        column = column if column.isprintable() else repr(column)
        cell = " ".join(filter(None, [column, repr(shortened(self.value)) if self.value else ""]))
        return ": ".join(filter(None, [where, cell, self.reason]))


def shortened(value: str, limit: int = 60) -> str:
    """A text with its end left out where it is longer than `limit`."""
    return value if len(value) <= limit else value[: limit - 1] + "…"
