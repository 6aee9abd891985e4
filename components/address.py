"""The addresses of the pages. The one place where links are made."""

from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from data.period import Period
from data.view import View

PAGES = ("explore", "day", "cases", "claims", "talks", "sources", "corrections")
"""The pages by the last part of their address; the first is the home page, at the root."""


def address(view: View, page: str = "explore") -> str:
    """The address of a view on a page, from the root of the site."""
    query = urlencode(view.to_query())
    path = "/" if page == PAGES[0] else f"/{page}"
    return f"{path}?{query}" if query else path


def carried(view: View) -> View:
    """What goes along wherever a link leads: the language, "as known on", and the talk to go back to."""
    return View(language=view.language, as_known_on=view.as_known_on, undated=view.undated, talk=view.talk)


def event_address(event_id: str, view: View) -> str:
    """The address of one event alone, as seen from a view."""
    return address(carried(view).but(event=event_id))


def case_address(case_id: str, view: View) -> str:
    """The address of one case, as seen from a view."""
    return address(carried(view).but(case=case_id), "cases")


def claim_address(claim_id: str, view: View) -> str:
    """The address of one claim in the ledger, as seen from a view."""
    return address(carried(view).but(claim=claim_id), "claims")


def template(view: View, page: str, field: str) -> str:
    """The address of a view with `{value}` for one of its choices, to be filled in by the browser."""
    marks: dict[str, Any] = {
        "period": Period.of(_MARK_DAY),
        "as_known_on": _MARK_DAY,
        "places": (_MARK,),
    }
    link = address(view.but(**{field: marks.get(field, _MARK), "shown": View().shown}), page)
    return link.replace(str(_MARK_DAY), "{value}").replace(_MARK, "{value}")


_MARK, _MARK_DAY = "value-to-come", date(1901, 2, 3)

CITATION_FORMS = ("bib", "ris", "json")
"""BibTeX, RIS and CSL-JSON, by the last part of the address."""


def cite_addresses(table: str, row_id: str) -> dict[str, str]:
    """Where the citation of an event or a source is served, by its form."""
    return {form: f"/cite/{table}/{row_id}.{form}" for form in CITATION_FORMS}


def split(link: str) -> tuple[str, dict[str, str]]:
    """A link made here, taken apart again: the page and its parameters. An unknown page is the home page."""
    parts = urlsplit(link)
    page = parts.path.strip("/")
    return (page if page in PAGES else PAGES[0]), dict(parse_qsl(parts.query))
