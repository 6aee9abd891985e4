"""Places in words."""

from components.language import Language
from data.loading.record import Record
from data.loading.rows import EventRow, PlaceRow
from data.queries.query import places_of

MOST = 3
"""So many places of an event are named where there is little room."""


def place_words(row: PlaceRow, language: Language) -> str:
    """A place's name; the whole country is said as such."""
    return language.text("nationwide") if row["place_id"] == "kazakhstan" else language.of(row, "name")


def place_chain(record: Record, place_id: str, language: Language) -> str:
    """A place with what it lies in, without the country: "Republic Square, Almaty"."""
    chain = [place for place in record.within[place_id] if place not in ("kazakhstan", "abroad")]
    names = [language.of(record.place_rows[place], "name") for place in chain or [place_id]]
    return ", ".join(names)


def event_places(record: Record, event: EventRow, language: Language, most: int = MOST) -> str:
    """The places of an event by name; of more than `most` the first two."""
    names = [place_words(record.place_rows[place], language) for place in places_of(event)]
    if len(names) > most:
        return language.text("{names} and {n} other places").format(names=", ".join(names[:2]), n=len(names) - 2)
    return language.listing(names)


def event_chain(record: Record, event: EventRow, language: Language) -> str:
    """The places of an event, all by name; a single one with what it lies in."""
    if event["also_places"]:
        return event_places(record, event, language, len(record.place_rows))
    return place_chain(record, event["place_id"], language)
