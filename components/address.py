"""The addresses of the pages. The one place where links are made."""

from urllib.parse import parse_qsl, urlencode, urlsplit

from data.view import View

PAGES = ("explore", "day", "cases", "claims", "sources")
"""The pages by the last part of their address; the first is the home page, at the root."""


def address(view: View, page: str = "explore") -> str:
    """The address of a view on a page, from the root of the site."""
    query = urlencode(view.to_query())
    path = "/" if page == PAGES[0] else f"/{page}"
    return f"{path}?{query}" if query else path


def event_address(event_id: str, language: str) -> str:
    """The short, lasting address of one event."""
    return address(View(event=event_id, language=language))


def case_address(case_id: str, language: str) -> str:
    """The lasting address of one case."""
    return address(View(case=case_id, language=language), "cases")


def claim_address(claim_id: str, language: str) -> str:
    """The lasting address of one claim in the ledger."""
    return address(View(claim=claim_id, language=language), "claims")


def split(link: str) -> tuple[str, dict[str, str]]:
    """A link made here, taken apart again: the page and its parameters. An unknown page is the home page."""
    parts = urlsplit(link)
    page = parts.path.strip("/")
    return (page if page in PAGES else PAGES[0]), dict(parse_qsl(parts.query))
