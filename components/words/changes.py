"""What changed in a row of the record, in words."""

from components.language import Language, written_date
from components.words.rest import FEW, bounded
from data.loading.record import Record
from data.queries.query import changes_of


def change_rows(record: Record, table: str, row_id: str, language: Language) -> list[tuple[str, str, str]]:
    """What changed in one row, and when and why, for the page that shows it."""
    found = bounded(changes_of(record, table, row_id), "change", "reason", most=FEW)
    return [
        (written_date(language, row["date"]), language.of(row, "change"), language.of(row, "reason")) for row in found
    ]
