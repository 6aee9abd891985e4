"""What stands round every page: navigation, notices about the record and the address, and the page for a fault."""

import logging
from collections.abc import Iterable

import streamlit as st

from components.app import draft
from components.app.linked import complete, linked
from components.app.state import reader
from components.frame.contents import PAGES
from components.frame.known_bar import known_bar, known_menu
from components.frame.navigation import foot, navigation, target_of
from components.frame.notices import notices
from components.frame.take_away import take_away
from components.language import Language
from data.folders import RECORD_SETTING, check_of, named
from data.queries.view import Rejected, View
from data.store import record, record_of

log = logging.getLogger("qantar")


def show_head(page: str, view: View, language: Language) -> None:
    """The name of the whole, the links to the pages, and the menus that every page has."""
    chosen = record_of(view)
    with st.container(key="head"):
        unreviewed = language.code in chosen.unreviewed
        linked(
            navigation(page, view, language, unreviewed=unreviewed), key="navigation", page=page, language=language.code
        )
        linked(known_menu(chosen, view, language, page), key="known-menu", page=page)
        linked(
            take_away(view, language, page, theme(), len(draft.slides())),
            key="take-away",
            page=page,
            on_keep=lambda link: draft.add(*target_of(link), language),
        )
    if bar := known_bar(chosen, view, language, page):
        linked(bar, key="known", page=page)


def show_notices(rejected: tuple[Rejected, ...], view: View, language: Language) -> None:
    """What was left out: rows of the record with faults, and parts of the address that make no sense."""
    for notice in notices(record(), rejected, view, language):
        if notice.folded:
            with st.expander(notice.words, icon=notice.icon):
                _lines(notice.lines)
        else:
            st.info(notice.words, icon=notice.icon)
            _lines(notice.lines)


def require_readable_record(language: Language) -> None:
    """Stop with a page that says which file can't be read and what to do, if there is one."""
    whole = record()
    if not whole.unreadable:
        return
    _ = language.text
    folder, check = (f"`{words}`" for words in (named(whole.folder), check_of(whole.folder)))
    st.title(_("The record can't be read"))
    if whole.folder.is_dir():
        st.write(_("Qantar needs every table in {folder}. These are missing or damaged:").format(folder=folder))
        _lines(str(fault) for fault in whole.faults if fault.file in whole.unreadable)
        mend = _("Put the files back as they were published, or run {check} to see all faults, then start again.")
        st.write(mend.format(check=check))
    else:
        st.write(_("There is no folder {folder}.").format(folder=folder))
        st.write(_("Make it, or correct {setting}, then start again.").format(setting=f"`{RECORD_SETTING}`"))
    st.stop()


def show_end(page: str, view: View, language: Language) -> None:
    """The end of every page, with the reader's own talk for the browser to keep."""
    below = foot(page, record_of(view), PAGES[page].reads(view), language)
    complete(language, below, draft.kept(language), draft.take_back)


def report_failure(error: Exception) -> bool:
    """Tell the reader that a page failed, without a trace; the trace goes to the server's own log."""
    log.error("A page failed", exc_info=error)
    language = reader()
    _ = language.text
    st.error(
        _(
            "This page failed. Nothing you chose is lost: it is all in the address. "
            "Load the page again, or start from the first page."
        ),
        icon=":material/error:",
    )
    complete(language)
    return True


def theme() -> str:
    """The theme the reader sees, "light" or "dark"."""
    return "dark" if st.context.theme.type == "dark" else "light"


def _lines(lines: Iterable[str]) -> None:
    """Lines shown as plain text, whatever they hold."""
    together = "\n".join(lines)
    st.text(together)
