"""The page of an address that leads nowhere: it says so, and leads on. It needs no script."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from components.address import FIRST_STYLE, address, talk_address
from components.frame.contents import PAGES
from components.frame.navigation import navigation
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


def _nowhere(title: str, words: str, links: Sequence[tuple[str, str]], language: Language, path: str) -> Markup:
    return render(
        "frame/nowhere",
        language,
        title=title,
        words=words,
        links=links,
        navigation=navigation("", View(language=language.code), language, path),
        style=FIRST_STYLE,
    )
