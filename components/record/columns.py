"""What the tables that leave the app as a package, and their columns, are called in words."""

from components.language import Language


def table_words(language: Language) -> dict[str, str]:
    """The names of the tables."""
    return {"events": language.text("Events"), "sources": language.text("Sources")}


def column_words(language: Language) -> dict[str, dict[str, str]]:
    """What each column of each table is called, those that are computed included; the columns have their own keys."""
    return {"events": _of_events(language), "sources": _of_sources(language)}


def _of_events(language: Language) -> dict[str, str]:
    _ = language.text
    return {
        "event_id": _("Id of the event"),
        "start": _("Start, local time"),
        "end": _("End, local time"),
        "time_precision": _("How exactly the time is known"),
        "part_of_day": _("Part of the day"),
        "follows": _("Id of the event before it"),
        "place_id": _("Id of the place"),
        "place_precision": _("How exactly the place is known"),
        "also_places": _("Ids of the other places"),
        "category": _("Kind of event"),
        "about_deaths": _("About deaths"),
        "standing": _("Disputed or discounted, as an editor says"),
        "title": _("Title"),
        "summary": _("Summary"),
        "disputed_points": _("What is disputed"),
        "actors": _("Who acted"),
        "people": _("Ids of the people"),
        "significance": _("Significance for telling, 1 to 3"),
        "case_ids": _("Ids of the cases"),
        "sources": _("Ids of the sources"),
        "status": _("How well it is confirmed"),
        "voices": _("Independent voices"),
        "voice_kinds": _("Kinds of the voices"),
        "place_name": _("Names of the places"),
        "lat": _("Latitude"),
        "lon": _("Longitude"),
        "position_of": _("Id of the place whose point that is"),
    }


def _of_sources(language: Language) -> dict[str, str]:
    _ = language.text
    return {
        "source_id": _("Id of the source"),
        "publisher": _("Publisher"),
        "title": _("Title, as published"),
        "author": _("Author"),
        "published": _("Day of publication"),
        "published_basis": _("Where that day is from"),
        "url": _("Address of the page"),
        "language": _("Language of the page, by its code"),
        "kind": _("Kind of source"),
        "origin": _("Id of the voice that it relays"),
    }
