"""What stands round every page: navigation, notices about the record and the address, and the page for a fault."""

import logging
from collections.abc import Iterable

import streamlit as st

from components.address import PAGES, address
from components.language import Language
from components.linked import linked
from components.markup import render
from components.state import record
from data.view import Rejected, View

log = logging.getLogger("qantar")


def page_titles(language: Language) -> dict[str, str]:
    """The pages and what they are called."""
    _ = language.text
    return dict(
        zip(PAGES, (_("Explore"), _("Day by day"), _("Cases"), _("Claims"), _("Sources and data")), strict=True)
    )


def show_navigation(page: str, view: View, language: Language) -> None:
    """The name of the whole and the links to the pages, which take the filters along."""
    kept = view.but(event="", case="", claim="", topic="", hours=None, shown=View().shown, camera=View().camera)
    items = [(title, address(kept, name), name == page) for name, title in page_titles(language).items()]
    home = address(View(language=view.language))
    linked(render("navigation", language, items=items, home=home), key="navigation", page=page, language=language.code)


def show_notices(rejected: tuple[Rejected, ...], view: View, language: Language) -> None:
    """What was left out: rows of the record with faults, and parts of the address that make no sense."""
    left_out = [fault for fault in record().faults if fault.drops_row]
    if left_out:
        rows = {(fault.file, fault.line) for fault in left_out}
        with st.expander(
            language.plural(
                "{n} row of the record has a fault and is left out",
                "{n} rows of the record have faults and are left out",
                len(rows),
            ),
            icon=":material/report:",
        ):  # fmt: skip
            _lines(map(str, left_out))
    if rejected:
        st.info(
            language.text("Parts of this address were not understood and left out; the rest holds."),
            icon=":material/link_off:",
        )
        _lines(_rejected_words(part, language) for part in rejected)
    if view.as_known_on:
        st.info(
            language.text("“As known on” a day is not offered yet: the whole record is shown."),
            icon=":material/history:",
        )


def require_readable_record(language: Language) -> None:
    """Stop with a page that says which file can't be read and what to do, if there is one."""
    broken = record().unreadable
    if not broken:
        return
    _ = language.text
    st.title(_("The record can't be read"))
    st.write(_("Qantar needs every table in data/record. These are missing or damaged:"))
    _lines(str(fault) for fault in record().faults if fault.file in broken)
    st.write(_("Put the files back as they were published, or run make check to see all faults, then start again."))
    st.stop()


def report_failure(error: Exception) -> bool:
    """Tell the reader that a page failed, without a trace; the trace goes to the server's own log."""
    log.error("A page failed", exc_info=error)
    _ = Language().text
    st.error(
        _(
            "This page failed. Nothing you chose is lost: it is all in the address. "
            "Load the page again, or start from the first page."
        ),
        icon=":material/error:",
    )
    return True


def theme() -> str:
    """The theme the reader sees, "light" or "dark"."""
    return "dark" if st.context.theme.type == "dark" else "light"


def _lines(lines: Iterable[str]) -> None:
    """Lines shown as plain text, whatever they hold."""
    together = "\n".join(lines)
    st.text(together)


def _rejected_words(part: Rejected, language: Language) -> str:
    _ = language.text
    if part.unknown_key:
        return _("{key}: there is no such choice").format(key=part.key[:40])
    return _("{key}={value}: not a value it can have").format(key=part.key, value=part.value[:60])
