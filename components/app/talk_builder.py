"""The page of the talks: those there are, and the widgets to put one together."""

import streamlit as st

from components.app import draft
from components.language import Language
from components.talks.files import drawn_elsewhere
from components.talks.list import MOST_FAULTS
from data.store import known
from data.talks import parse_talk

PAGE = 20
"""So many slides have their fields on the page at once."""


def builder(language: Language) -> None:
    """The draft with its slides, each to be titled, moved and removed, and its files."""
    _ = language.text
    st.subheader(_("Your own talk"))
    st.write(
        _(
            "“Add this view to my talk” stands on top of the pages. What you collect is kept in this tab until you "
            "close it, and nowhere else: download the file to keep it."
        )
    )
    opened = st.file_uploader(_("Go on with a talk’s file"), type=["md"], key="draft-file", max_upload_size=1)
    if opened is not None and st.session_state.get("draft-opened") != opened.file_id:
        st.session_state["draft-opened"] = opened.file_id
        _open(opened.getvalue(), language)
    if st.session_state.get("draft-faults"):
        st.warning(_("This file has faults; what could be read is below."))
        st.text(_listed(st.session_state["draft-faults"], language))
    for column, field, label, hint in zip(
        st.columns(2), ("title", "author"), (_("Title"), _("Author")), (_("My talk"), ""), strict=True
    ):
        key = f"draft-{field}"
        st.session_state[key] = draft.front()[field]
        column.text_input(label, key=key, max_chars=120, placeholder=hint, on_change=_entitled, args=(field,))
    if not draft.slides():
        st.write(_("There is no slide yet."))
        return
    places = list(enumerate(draft.slides(), start=1))
    first = _first_of_page(len(places), language)
    for place, number in places[first : first + PAGE]:
        _slide_editor(place, number, language)
    _files(language)


def _first_of_page(slides: int, language: Language) -> int:
    """Where the page of slides begins that is chosen, from 0; nothing is chosen where one page has them all."""
    starts = list(range(0, slides, PAGE))
    if len(starts) == 1:
        return 0
    key = "draft-page"
    if st.session_state.get(key) not in starts:
        st.session_state[key] = starts[0]
    chosen = st.segmented_control(
        language.text("Slides"),
        starts,
        key=key,
        required=True,
        format_func=lambda start: f"{start + 1}–{min(start + PAGE, slides)}",
    )
    return chosen or 0


def _listed(faults: list[str], language: Language) -> str:
    """Faults, a line each, as many as are read."""
    more = len(faults) - MOST_FAULTS
    rest = [language.text("and {n} more").format(n=language.number(more))] if more > 0 else []
    return "\n".join([*faults[:MOST_FAULTS], *rest])


def _entitled(field: str) -> None:
    draft.front()[field] = st.session_state[f"draft-{field}"].strip()


def _open(content: bytes, language: Language) -> None:
    try:
        talk = parse_talk("my-talk", content.decode("utf-8-sig"), known())
    except UnicodeDecodeError:
        st.session_state["draft-faults"] = [language.text("The file is not UTF-8 text: save it as UTF-8.")]
        return
    st.session_state["draft-faults"] = [str(fault) for fault in talk.all_faults]
    draft.take(talk)


def _slide_editor(place: int, number: int, language: Language) -> None:
    _ = language.text
    slide = draft.slides()[number]
    with st.container(border=True):
        for field, label, value in (
            ("heading", _("Heading of slide {n}").format(n=place), slide.heading),
            ("words", _("Words"), slide.words),
            ("notes", _("Notes"), slide.notes),
        ):
            key = f"draft-{number}-{field}"
            st.session_state[key] = value
            widget = st.text_input if field == "heading" else st.text_area
            widget(label, key=key, on_change=_changed, args=(number, field))
        with st.container(horizontal=True, gap="small"):
            up, down = _("Move up"), _("Move down")
            st.button(up, key=f"up-{number}", on_click=draft.move, args=(number, -1), disabled=place == 1)
            last = place == len(draft.slides())
            st.button(down, key=f"down-{number}", on_click=draft.move, args=(number, 1), disabled=last)
            st.button(_("Remove"), key=f"remove-{number}", on_click=draft.remove, args=(number,))


def _changed(number: int, field: str) -> None:
    draft.change(number, **{field: st.session_state[f"draft-{number}-{field}"].strip()})


def _files(language: Language) -> None:
    """The downloads of the draft; the single file is drawn when it is asked for."""
    _ = language.text
    talk = draft.parsed(language)
    if talk.all_faults:
        st.warning(_("The talk works, but these slides have faults:"))
        st.text(_listed([str(fault) for fault in talk.all_faults], language))
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            _("Download the talk’s file"),
            draft.written(language),
            file_name="my-talk.md",
            mime="text/markdown",
            on_click="ignore",
        )
        st.download_button(
            _("Download as one HTML file to present"),
            lambda: drawn_elsewhere(talk, language),
            file_name="my-talk.html",
            mime="text/html",
            on_click="ignore",
        )
