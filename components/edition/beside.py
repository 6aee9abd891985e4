"""What lies beside the pages of a language: tables, citations, talks, and what scripts read; each written by itself."""

from collections.abc import Callable
from functools import partial

from components.address import HOME
from components.edition.sheets import sheets
from components.language import Language
from components.record.files import citations, tables, told
from components.scripts.explore_data import explore_script
from components.scripts.search_data import search_script
from components.scripts.words_data import words_script
from components.talks.files import talk_files
from data.queries.query import query
from data.queries.view import View
from data.store import record, talks

Write = Callable[[], str | bytes]


def others(code: str) -> dict[str, Write]:
    """What writes each file, by its path below the folder of the language."""
    language = Language(code)
    files = {f"files/{name}": partial(_table, name, code) for name in tables(language) if name != "qantar.zip"}
    cited = {f"files/{name}": partial(_table, name, code) for name in citations(language)}
    presented = {
        f"talks/{talk}.{form}": partial(_talk, talk, form, code) for talk in talks() for form in talk_files(language)
    }
    scripts: dict[str, Write] = {
        "explore.js": partial(_explore, code),
        "words.js": partial(words_script, record()),
        "search.js": partial(_search, code),
    }
    return {**files, **cited, **presented, **scripts}


def _search(code: str) -> str:
    return search_script(record(), Language(code))


def _explore(code: str) -> str:
    shown = [sheet.view for sheet in sheets(record()).all if sheet.page == HOME and not sheet.view.event]
    periods = [view.period for view in shown if view.period]
    places = [place for view in shown for place in view.places]
    return explore_script(record(), Language(code), periods, places)


def _table(name: str, code: str) -> str | bytes:
    language = Language(code)
    file = (tables(language) | citations(language))[name]
    shown = query(record(), View(language=code))
    return file.write(shown, told(shown, language, ""))


def _talk(name: str, form: str, code: str) -> bytes:
    return talk_files(Language(code))[form].write(record(), talks()[name].in_language(code), Language(code))
