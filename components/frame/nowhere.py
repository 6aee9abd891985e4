"""The page of an address that leads nowhere, or nowhere yet: it says so, and leads on. It needs no script."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from components.address import address, talk_address
from components.frame.contents import PAGES
from components.frame.navigation import navigation
from components.frame.prerender import first_style_address
from components.language import Language
from components.markup import render
from data.queries.view import View
from data.talks import Talk


def no_page(language: Language, path: str) -> Markup:
    """Where there is no page: the pages that there are."""
    pages = [(page.title(language), address(View(language=language.code), name)) for name, page in PAGES.items()]
    words = language.text("Nothing lies at this address. Perhaps a part of it was lost. These pages there are:")
    return _nowhere(language.text("There is no such page"), words, pages, language, path)


def no_talk(talks: Iterable[Talk], language: Language, path: str) -> Markup:
    """Where there is no talk: those that there are."""
    code = language.code
    links = [(talk.in_language(code).title, talk_address(talk.name, language=code)) for talk in talks]
    links.append((language.text("All talks"), address(View(language=code), "talks")))
    return _nowhere(language.text("There is no such talk"), language.text("These there are:"), links, language, path)


def still_made(language: Language, path: str, seconds: int) -> Markup:
    """Where a file is still being made; the page asks for it again after so many seconds."""
    words = language.text(
        "It takes a few minutes. This page asks again by itself, and then the download begins. It is made once, and "
        "kept for all who ask."
    )
    links = [(language.text("Back to sources and data"), address(View(language=language.code), "sources"))]
    return _nowhere(language.text("The record is being put together as files"), words, links, language, path, seconds)


def _nowhere(
    title: str, words: str, links: Sequence[tuple[str, str]], language: Language, path: str, again: int = 0
) -> Markup:
    return render(
        "frame/nowhere",
        language,
        title=title,
        words=words,
        links=links,
        navigation=navigation("", View(language=language.code), language, path),
        style=first_style_address(),
        again=again,
    )
