"""The addresses of all that the site serves. The one place where links are made, a function for each kind of them.

A pattern is what a route of `server/` answers, and what a function here fills in.
"""

import hashlib
import re
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from data.period import Period
from data.queries.view import Kind, View

HOME = "explore"
"""The page at the root of the site; the others lie below it by their names in `components/frame/contents.py`."""

SEARCH = "search"
"""The page of what is found everywhere."""

TABLES = "/data/{file}"
PICTURE = "/pictures/{figure}.{form}"
CITATIONS = "/cite/{file}"
CITATION = "/cite/{table}/{row_id}.{form}"
FRAMES = "/frames/{of}/{size}.json"
MARK = "/marks/{theme}/{code}.svg"
STAGE = "/talk/{name}"
TALK_FILE = "/talk/{name}.{form}"
SLIDE_FRAMES = "/talk/{name}/{number}/frames.json"
FOLLOW = "/t/{name}/{number}"
ASSETS = "/assets"
STATIC = Path(__file__).resolve().parents[1] / "static"
"""The folder whose files are served there."""
SCRIPT, WRITTEN_SCRIPT = "/linked.js", "/written.js"
FIRST_STYLE, STAGE_STYLE = "/first.css", "/stage.css"
ON_A_STICK = "/edition/qantar-site-{code}.zip"
PAGE_FILE = "/file/{page}"
HEALTH = "/healthz"


def address(view: View, page: str = HOME) -> str:
    """The address of a view on a page, from the root of the site."""
    return _with_query("/" if page == HOME else f"/{page}", view.to_query())


@lru_cache(maxsize=1024)
def carried(view: View) -> View:
    """What goes along wherever a link leads: the language, "as known on", and the talk to go back to."""
    return view.only(Kind.EDITION | Kind.TALK)


def event_address(event_id: str, view: View) -> str:
    """The address of one event alone, as seen from a view."""
    return address(carried(view).but(event=event_id))


def case_address(case_id: str, view: View) -> str:
    """The address of one case, as seen from a view."""
    return address(carried(view).but(case=case_id), "cases")


def death_address(death_id: str, view: View) -> str:
    """The address of one of the dead on their page, as seen from a view."""
    return f"{address(carried(view), 'dead')}#{death_anchor(death_id)}"


def death_anchor(death_id: str) -> str:
    """The name of one of the dead within their page."""
    return f"death-{death_id}"


def person_address(person_id: str, view: View) -> str:
    """The address of all that the record has on a person, as seen from a view."""
    return address(carried(view).but(person=person_id), "people")


def source_address(source_id: str, view: View) -> str:
    """The address of one source in the list of all, as seen from a view."""
    return address(carried(view).but(source=source_id), "sources") + "#sources"


def place_address(place_id: str, view: View) -> str:
    """The address of the events of a place, as seen from a view."""
    return address(carried(view).but(places=(place_id,)))


def claim_address(claim_id: str, view: View) -> str:
    """The address of one claim in the ledger, as seen from a view."""
    return address(carried(view).but(claim=claim_id), "claims")


def form(view: View, page: str, **own: Any) -> tuple[str, dict[str, str]]:
    """Where a form leads, and what it takes along: a view with its `own` fields undone, from the top of its list."""
    return address(View(), page), view.but(shown=View().shown, **own).to_query()


def template(view: View, page: str, field: str) -> str:
    """The address of a view with `{value}` for one of its choices, to be filled in by the browser."""
    marks: dict[str, Any] = {
        "period": Period.of(_MARK_DAY),
        "as_known_on": _MARK_DAY,
        "beside": Period.of(_MARK_DAY) if view.period else _MARK,
        "places": (_MARK,),
    }
    link = address(view.but(**{field: marks.get(field, _MARK), "shown": View().shown}), page)
    return link.replace(str(_MARK_DAY), "{value}").replace(_MARK, "{value}")


_MARK, _MARK_DAY = "value-to-come", date(1901, 2, 3)


def split(link: str) -> tuple[str, dict[str, str]]:
    """A link made here, taken apart again: the page and its parameters."""
    parts = urlsplit(link)
    return parts.path.strip("/") or HOME, dict(parse_qsl(parts.query))


def table_address(file: str, view: View) -> str:
    """Where a table of a view is served, as `events.csv`."""
    return _with_query(_filled(TABLES, file=file), view.to_query())


def picture_address(figure: str, form: str, view: View, theme: str = "") -> str:
    """Where a figure of a view is served as a picture; without a theme it is light."""
    parameters = view.to_query() | ({"theme": theme} if theme else {})
    return _with_query(_filled(PICTURE, figure=figure, form=form), parameters)


def citations_address(file: str, view: View) -> str:
    """Where the citations of the sources of a view are served, as `events.bib`."""
    return _with_query(_filled(CITATIONS, file=file), view.to_query())


def citation_address(table: str, row_id: str, form: str, language: str = "") -> str:
    """Where the citation of an event or a source is served in one of the forms of `data/exports/citations.py`.

    That of an event depends on the language.
    """
    return in_language(_filled(CITATION, table=table, row_id=row_id, form=form), language)


def mark_address(code: str, theme: str) -> str:
    """Where the picture of a mark is served; `code` says what it is made of."""
    return _filled(MARK, theme=theme, code=code)


def frames_address(of: str, view: View, size: str = "wide") -> str:
    """Where what is played of a view is served: "days" or "hours", for a "wide" window or a "narrow" one."""
    return _with_query(_filled(FRAMES, of=of, size=size), view.to_query())


def talk_address(name: str, slide: int | str = "", language: str = "") -> str:
    """The stage of a talk in a language, at one of its slides."""
    return in_language(_filled(STAGE, name=name), language) + (f"#{slide}" if slide else "")


def talk_file_address(name: str, form: str, language: str) -> str:
    """Where a talk is served as a file."""
    return in_language(_filled(TALK_FILE, name=name, form=form), language)


def slide_frames_address(name: str, number: int, language: str) -> str:
    """Where what the stage plays of a slide is served."""
    return in_language(_filled(SLIDE_FRAMES, name=name, number=number), language)


def follow_address(name: str, number: int, language: str) -> str:
    """The view of a slide, under an address that is short enough to be typed."""
    return in_language(_filled(FOLLOW, name=name, number=number), language)


def on_a_stick_address(code: str) -> str:
    """Where the static edition in a language is served as one zip."""
    return in_language(_filled(ON_A_STICK, code=code), code)


def page_file_address(view: View, page: str) -> str:
    """Where a page is served as one file."""
    return _with_query(_filled(PAGE_FILE, page=page), view.to_query())


def back_to_talk(view: View) -> tuple[str, str] | None:
    """The way back to the slide that a view was opened from, with its number."""
    name, _, number = view.talk.rpartition(".")
    return (talk_address(name, number, view.language), number) if name else None


def asset(path: str) -> str:
    """Where a file of `static/` is served."""
    return f"{ASSETS}/{path}"


@cache
def lasting_asset(path: str) -> str:
    """The same, at an address that changes with what the file holds."""
    return lasting_address(asset(path), (STATIC / path).read_bytes())


def lasting_address(path: str, content: bytes) -> str:
    """A path with a digest of what is served there, so that a browser may keep it for ever."""
    return f"{path}?{hashlib.sha256(content).hexdigest()[:12]}"


def _with_query(path: str, parameters: dict[str, str]) -> str:
    query = urlencode(parameters)
    return f"{path}?{query}" if query else path


def in_language(path: str, language: str) -> str:
    """A path of this site in a language."""
    return _with_query(path, View(language=language).to_query())


def _filled(pattern: str, **parts: object) -> str:
    return re.sub(r"{(\w+)[^}]*}", lambda part: quote(str(parts[part[1]]), safe=""), pattern)
