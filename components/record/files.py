"""The files that can be downloaded of a view, a row each: a new format is a writer and a row.

Figures have a registry of their own in `components/pictures/figures.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from components.address import HOME
from components.language import Language
from components.record.columns import column_words, table_words
from components.words.sentence import NO_BREAK, disputed_words, sentence
from components.words.version import version_words
from data.exports.citations import FORMS, Form, source_item
from data.exports.formats import claims_csv, deaths_csv, deaths_json, events_csv, events_geojson
from data.exports.package import whole_package
from data.exports.view_package import PackageWords, view_package
from data.queries.query import Shown
from data.queries.view import Kind

CSV, GEOJSON, ZIP = "text/csv; charset=utf-8", "application/geo+json", "application/zip"
JSON = "application/json"
OF_THE_DEAD = Kind.TIME | Kind.FILTER | Kind.EDITION | Kind.OF_A_PAGE
"""The choices on which it depends which of the dead are listed."""
SHOWN = Kind.TIME | Kind.FILTER | Kind.LOOK | Kind.EDITION
"""The choices on which it depends which events are shown, and how."""


@dataclass(frozen=True)
class Told:
    """What a file says of itself: its title, what was filtered, how much is disputed, and where the same view is; and
    the language of these words."""

    title: str
    filters: str
    disputed: str
    link: str
    language: Language


@dataclass(frozen=True)
class File:
    """What a file has, its name among others of the same, its words alone, its media type, and what writes it.

    `follows` are the choices of a view that a link to it keeps: none where it is the same for every view. `page` shows
    the same.
    """

    of: str
    name: str
    words: str
    media_type: str
    write: Callable[[Shown, Told], str | bytes]
    follows: Kind = SHOWN
    page: str = HOME


@cache
def tables(language: Language) -> dict[str, File]:
    """The tables by the last part of their address, which is served under `/data`."""
    _ = language.text
    return {
        "events.zip": File("events", _("zip"), _("Events with their sources (zip)"), ZIP, _package),
        "events.csv": File("events", "CSV", _("Events as CSV"), CSV, _events),
        "events.geojson": File("events", "GeoJSON", _("Events as GeoJSON"), GEOJSON, _geojson),
        "qantar.zip": File("record", "zip", _("The whole record (Data Package, zip)"), ZIP, _whole, follows=Kind(0)),
        "deaths.csv": File("deaths", "CSV", _("The dead as CSV"), CSV, _deaths, OF_THE_DEAD, "dead"),
        "deaths.json": File("deaths", "JSON", _("The dead as JSON"), JSON, _deaths_json, OF_THE_DEAD, "dead"),
        "claims.csv": File("claims", "CSV", _("All claims as CSV"), CSV, _claims, Kind.EDITION | Kind.TALK, "claims"),
    }


@cache
def citations(language: Language) -> dict[str, File]:
    """The citations of the sources of a view by the last part of their address, which is served under `/cite`."""
    return {
        f"events.{ending}": File("sources", form.name, form.name, form.media_type, _citing(form))
        for ending, form in FORMS.items()
    }


def told(shown: Shown, language: Language, link: str) -> Told:
    """What a file of a view says of itself; `link` leads to the view on its site."""
    return Told(
        language.text("Qantar: events of January 2022 in Kazakhstan"),
        sentence(shown, language).replace(NO_BREAK, " "),
        disputed_words(shown, language),
        link,
        language,
    )


def _geojson(shown: Shown, told: Told) -> str:
    return events_geojson(shown, f"{told.title}. {told.filters}", told.link, told.disputed)


def _package(shown: Shown, told: Told) -> bytes:
    return view_package(shown, package_words(shown, told), told.link)


def package_words(shown: Shown, told: Told) -> PackageWords:
    """What the package of a view says of itself and of its columns."""
    language = told.language
    _ = language.text
    english = _("Texts without a translation stand in English; titles of sources stand as they were published.")
    return PackageWords(
        title=told.title,
        description=f"{told.filters}. {told.disputed}.",
        about=(
            told.title,
            _("Shown: {filters}").format(filters=told.filters),
            told.disputed,
            _("Sources: {n}, in {file}").format(n=language.number(len(shown.sources)), file="data/sources.csv"),
            *(() if language.code == "en" else (english,)),
            version_words(shown.record, language),
            _("The same view: {link}").format(link=told.link),
        ),
        tables=table_words(language),
        columns=column_words(language),
        a_list=_("A list; its items are separated by semicolons."),
    )


def _events(shown: Shown, _: Told) -> bytes:
    return _of_letters(events_csv(shown))


def _claims(shown: Shown, _: Told) -> bytes:
    return _of_letters(claims_csv(shown.record, shown.view))


def _deaths(shown: Shown, _: Told) -> bytes:
    return _of_letters(deaths_csv(shown.record, shown.view))


def _deaths_json(shown: Shown, told: Told) -> str:
    return deaths_json(shown.record, shown.view, told.link)


def _of_letters(csv: str) -> bytes:
    """CSV whose Kazakh and Russian letters a spreadsheet reads: without a mark at its start it guesses at them."""
    return csv.encode("utf-8-sig")


def _whole(shown: Shown, _: Told) -> bytes:
    return whole_package(shown.record.whole)


def _citing(form: Form) -> Callable[[Shown, Told], str]:
    def write(shown: Shown, _: Told) -> str:
        return form.write(source_item(shown.record.source_rows[source]) for source in shown.sources)

    return write
