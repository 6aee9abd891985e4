"""Places in words."""

from components.language import Language
from data.loading.record import Record
from data.loading.rows import PlaceRow


def place_words(row: PlaceRow, language: Language) -> str:
    """A place's name; the whole country is said as such."""
    return language.text("nationwide") if row["place_id"] == "kazakhstan" else language.of(row, "name")


def place_chain(record: Record, place_id: str, language: Language) -> str:
    """A place with what it lies in, without the country: "Republic Square, Almaty"."""
    chain = [place for place in record.within[place_id] if place not in ("kazakhstan", "abroad")]
    names = [language.of(record.place_rows[place], "name") for place in chain or [place_id]]
    return ", ".join(names)
