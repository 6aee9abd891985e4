"""The name of the whole and the links to the pages on top, and what stands at the foot of paper."""

from dataclasses import replace
from urllib.parse import quote

from markupsafe import Markup

from components.address import HOME, SEARCH, address, back_to_talk, carried, form, in_language, page_file_address, split
from components.frame.contents import PAGES
from components.language import Language, languages
from components.markup import render
from components.words.version import record_version
from data.loading.record import Record
from data.queries.view import Kind, View

LONGEST_PATH = 200
"""So many letters of an address that is none are repeated."""
_OF_A_PAGE = Kind.OPENED | Kind.LEDGER | Kind.LIST | Kind.OF_A_PAGE
"""What is left behind with a page; the other choices go along."""


def page_title(page: str, language: Language) -> str:
    """What the browser calls a page."""
    return f"{PAGES[page].title(language)} · Qantar"


def target_of(link: str) -> tuple[str, dict[str, str]]:
    """The page that a link of this site leads to, and its parameters. An unknown page is the home page."""
    page, parameters = split(link)
    return (page if page in PAGES else HOME), parameters


def navigation(page: str, view: View, language: Language, path: str = "", unreviewed: bool = False) -> Markup:
    """The name of the whole, the search, and the links to the pages, which take the filters along.

    What was searched everywhere is no filter of theirs. Where there is no page, `path` is the address that was asked.
    `unreviewed` is whether the translations still wait for a reader of the language.
    """

    def read_in(code: str) -> str:
        return in_language(quote(path[:LONGEST_PATH]), code) if path else address(replace(view, language=code), page)

    kept = view.without(_OF_A_PAGE)
    if page in PAGES and not PAGES[page].listed:
        kept = kept.but(text="")
    items = [(one.title(language), address(kept, name), name == page) for name, one in PAGES.items() if one.listed]
    home = address(View(language=view.language))
    skips = _skips(page, view, language)
    return render(
        "frame/navigation",
        language,
        skips=skips,
        items=items,
        home=home,
        search=form(carried(view), SEARCH),
        words=view.text if page == SEARCH else "",
        back=back_to_talk(view),
        languages=languages(read_in, language),
        unreviewed=unreviewed,
        mend=_mend(view),
    )


def foot(page: str, record: Record, view: View, language: Language, site: str = "") -> Markup:
    """The record with its version, and the address of the page; without a `site` the browser puts its own before it."""
    version, path = record_version(record, language), address(view, page)
    return render(
        "frame/foot",
        language,
        version=version,
        path=path,
        file=page_file_address(view, page),
        one_screen=PAGES[page].has_graphics,
        site=site,
        unreviewed=language.code in record.unreviewed,
        mend=_mend(view),
    )


def _mend(view: View) -> str:
    """Where it is said how a mistake is reported."""
    return address(carried(view), "about") + "#correcting"


def _skips(page: str, view: View, language: Language) -> list[tuple[str, str]]:
    """The parts of a page that are led to before all else, by their ids; of what is no page of ours, none."""
    _ = language.text
    if page not in PAGES:
        return []
    if not PAGES[page].has_graphics:
        return [("text", _("To the text"))]
    listed = ("card-title", _("To the event")) if view.event else ("events", _("To the events"))
    return [listed, ("map", _("To the map")), ("timeline", _("To the timeline"))]
