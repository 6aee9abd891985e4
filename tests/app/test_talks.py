"""The page of the talks, and putting a talk of one's own together: nothing that was collected is lost or mixed up."""

from collections.abc import Callable
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components.frame.contents import PAGES
from data.folders import talks_folder
from data.period import Period
from data.queries.view import LAYERS, View
from data.talks import LONGEST_HEADING, Slide, Talk, parse_talk
from tests.app.conftest import markup, markups, notices, open_page
from tests.unit.samples import HOSTILE, Page
from tests.unit.sampletalks import FRONT, NAMES, known, shipped, written

DAY = "# A day\n\nWhat *happened*.\n\nview: day=2022-01-05&layer=timeline\n\nnotes:\nSaid."
TWO = written(DAY, "# Words alone", front=FRONT)


@pytest.fixture
def downloads(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the buttons for downloads would give, by the name of the file, as of the last run."""
    found: dict[str, Any] = {}

    def button(label: str, data: Any, file_name: str, **options: Any) -> bool:
        found[file_name] = data
        return False

    monkeypatch.setattr(st, "download_button", button)
    return found


@pytest.fixture
def use_talks(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Call it with talks to have the page list those."""

    def use(*of: Talk) -> None:
        monkeypatch.setattr("components.app.page.talks", lambda: {talk.name: talk for talk in of})

    return use


def opened(content: str | bytes) -> AppTest:
    """The page on which a file of a talk was opened."""
    at = open_page("talks")
    data = content.encode() if isinstance(content, str) else content
    return at.file_uploader[0].upload("talk.md", data, "text/markdown").run()


def headings(at: AppTest) -> list[str]:
    """The headings of the slides in the builder, in order."""
    assert not at.exception
    return [str(field.value) for field in at.text_input if field.key and field.key.endswith("-heading")]


def button(at: AppTest, does: str, place: int) -> Any:
    """The button of the slide at a place that does something with it."""
    return [found for found in at.button if found.key and found.key.startswith(f"{does}-")][place - 1]


def field(at: AppTest, place: int, name: str) -> Any:
    """A field of the slide at a place."""
    fields = [*at.text_input, *at.text_area]
    return [found for found in fields if found.key and found.key.endswith(f"-{name}")][place - 1]


def same(slides: tuple[Slide, ...]) -> list[tuple[str, str, View | None, str]]:
    """What is on slides, wherever they stand in a file."""
    return [(slide.heading, slide.words, slide.view, slide.notes) for slide in slides]


def read(downloads: dict[str, Any]) -> Talk:
    """The talk that the reader would get."""
    return parse_talk("my-talk", downloads["my-talk.md"], known())


# ---- the list


def test_every_talk_is_listed_with_its_downloads() -> None:
    at = open_page("talks")
    assert not at.exception
    found = Page(markup(at, "talks"))
    for name in NAMES:
        talk = shipped()[name]
        assert talk.title in found.text
        assert f"{len(talk.slides)} slides · {talk.author} · 25 November 2026" in found.text
        parts = [f"/talk/{name}?lang=en#{slide.number}" for slide in talk.slides]
        ways = [f"/talk/{name}{form}?lang=en" for form in ("", ".html", ".pdf")]
        assert [link for link in found.links if name in link] == [*ways, *parts]
    stages = [found for tag, found in found.tags if tag == "a" and "download" not in found]
    assert {link.get("target") for link in stages} == {"_top"}


def test_faults_of_talks_are_named(use_talks: Callable[..., None]) -> None:
    talk = parse_talk("a-talk", written("# One\n\nview: sig=9", "Two"), known())
    use_talks(talk)
    found = Page(markup(open_page("talks"), "talks"))
    assert len(talk.all_faults) == 2
    for fault in talk.all_faults:
        assert str(fault) in found.text


@pytest.mark.parametrize("date", ["25.11.2026", "yesterday!", "2026-02-30", "2026", "", "soon"])
def test_a_wrong_date_is_a_fault_and_no_more(date: str, use_talks: Callable[..., None]) -> None:
    use_talks(parse_talk("a-talk", written("# One", front=FRONT.replace("2026-11-25", f"'{date}'")), known()))
    at = open_page("talks")
    assert not at.exception
    assert "write a date YYYY-MM-DD" in Page(markup(at, "talks")).text


def test_without_talks_it_says_so(use_talks: Callable[..., None]) -> None:
    use_talks()
    assert "There is no talk in the folder tests/talks." in Page(markup(open_page("talks"), "talks")).text


def test_the_words_of_talks_stay_text(use_talks: Callable[..., None]) -> None:
    clean = Page(markup(open_page("talks"), "talks"))
    use_talks(Talk("a-talk", HOSTILE, "en", HOSTILE, HOSTILE, (Slide(1, 1, HOSTILE, HOSTILE, None, HOSTILE),)))
    found = Page(markup(open_page("talks"), "talks"))
    assert found.names <= clean.names
    assert "<script>alert(1)</script>" in found.text


# ---- a talk of one's own


def adding() -> None:
    """A page with the builder and what adds views to it."""
    import streamlit as st

    from components.app import draft
    from components.app.talk_builder import builder
    from components.language import Language

    language = Language()
    views: tuple[tuple[str, dict[str, str]], ...] = (
        ("explore", {"day": "2022-01-05", "place": "almaty", "talk": "ten-days.5"}),
        ("day", {"day": "2022-01-05"}),
        ("claims", {"measure": "detained", "place": "kazakhstan"}),
        ("cases", {"case": "airport"}),
        ("cases", {}),
        ("explore", {"q": "no such word anywhere", "sig": "9"}),
        ("explore", {"place": "almaty.aktobe.taraz", "cat": "clash.protest.lethal_force", "day": "..2022-01-06"}),
    )
    for number, (page, query) in enumerate(views):
        st.button(page, key=f"add-{number}", on_click=draft.add, args=(page, query, language))
    builder(language)


@pytest.fixture
def collecting() -> AppTest:
    return AppTest.from_function(adding, default_timeout=30).run()


def add(at: AppTest, *numbers: int) -> AppTest:
    for number in numbers:
        at.button(key=f"add-{number}").click().run()
    return at


def test_an_empty_talk_offers_nothing_to_download(downloads: dict[str, Any]) -> None:
    at = open_page("talks")
    assert "There is no slide yet." in [element.value for element in at.markdown]
    assert not notices(at)
    assert not downloads
    assert [field.key for field in at.text_input] == ["draft-title", "draft-author"]


def test_a_view_becomes_a_slide_that_says_what_it_shows(collecting: AppTest, downloads: dict[str, Any]) -> None:
    at = add(collecting, 0, 1, 2, 3, 4)
    day, numbers, docket, line = headings(at)[1:]
    assert headings(at)[0] == "5 January 2022, Almaty"
    assert day == "5 January 2022"
    assert numbers == "Detained, nationwide"
    assert docket.startswith("Almaty airport case: ")
    assert line
    assert [slide.view.layer for slide in read(downloads).slides if slide.view] == [
        "map", "timeline", "numbers", "docket", "timeline",
    ]  # fmt: skip
    first = read(downloads).slides[0].view
    assert first == View(period=Period.parse("2022-01-05"), places=("almaty",), layer="map")
    assert not read(downloads).all_faults


def test_a_view_without_anything_to_draw_is_added_all_the_same(collecting: AppTest) -> None:
    assert headings(add(collecting, 5)) == ["A view"]


def test_a_heading_that_would_be_too_long_is_cut(collecting: AppTest, downloads: dict[str, Any]) -> None:
    (heading,) = headings(add(collecting, 6))
    assert len(heading) == LONGEST_HEADING
    assert heading.endswith("…")
    assert not read(downloads).all_faults


def test_slides_are_moved(collecting: AppTest, downloads: dict[str, Any]) -> None:
    at = add(collecting, 1, 2, 3)
    day, numbers, docket = headings(at)
    button(at, "down", 1).click().run()
    assert headings(at) == [numbers, day, docket]
    button(at, "up", 3).click().run()
    assert headings(at) == [numbers, docket, day]
    assert [slide.heading for slide in read(downloads).slides] == headings(at)
    assert button(at, "up", 1).disabled
    assert button(at, "down", 3).disabled
    assert not button(at, "down", 1).disabled


def test_what_is_written_on_a_slide_moves_with_it(downloads: dict[str, Any]) -> None:
    at = opened(TWO)
    field(at, 1, "heading").set_value("  A better heading ").run()
    field(at, 1, "words").set_value("New words.\n\n- one\n- two").run()
    field(at, 1, "notes").set_value("To be said.").run()
    button(at, "down", 1).click().run()
    assert headings(at) == ["Words alone", "A better heading"]
    assert field(at, 2, "words").value == "New words.\n\n- one\n- two"
    assert field(at, 2, "notes").value == "To be said."
    assert field(at, 1, "words").value == ""
    view = View(period=Period.parse("2022-01-05"), layer="timeline")
    assert same(read(downloads).slides) == [
        ("Words alone", "", None, ""),
        ("A better heading", "New words.\n\n- one\n- two", view, "To be said."),
    ]


def test_slides_are_removed(collecting: AppTest, downloads: dict[str, Any]) -> None:
    at = add(collecting, 1, 2, 3)
    day, _, docket = headings(at)
    button(at, "remove", 2).click().run()
    assert headings(at) == [day, docket]
    assert [slide.heading for slide in read(downloads).slides] == [day, docket]
    button(at, "remove", 1).click().run()
    button(at, "remove", 1).click().run()
    assert headings(at) == []


def test_what_is_said_late_of_a_slide_that_is_gone_changes_no_other() -> None:
    at = AppTest.from_function(_said_late, default_timeout=60).run()
    assert not at.exception
    assert [slide.heading for slide in at.session_state["draft"].values()] == ["Second", "Third"]


def _said_late() -> None:
    from components.app import draft
    from data.store import known
    from data.talks import parse_talk

    front = "---\ntitle: T\nlanguage: en\nauthor: A\ndate: 2026-11-25\n---\n\n"
    text = front + "\n\n---\n\n".join(f"# {name}" for name in ("First", "Second", "Third"))
    draft.take(parse_talk("t", text, known()))
    gone = next(iter(draft.slides()))
    draft.remove(gone)
    draft.change(gone, heading="Late")
    draft.move(gone, 1)
    draft.remove(gone)


def test_the_same_view_can_be_added_again_after_a_slide_was_removed(collecting: AppTest) -> None:
    at = add(collecting, 1, 1)
    button(at, "remove", 1).click().run()
    add(at, 1)
    assert len(headings(at)) == 2
    field(at, 2, "heading").set_value("The second").run()
    button(at, "up", 2).click().run()
    assert headings(at)[0] == "The second"
    assert headings(at)[1] != "The second"


def test_a_slide_without_a_heading_gets_one_in_the_file(downloads: dict[str, Any]) -> None:
    at = opened(TWO)
    field(at, 2, "heading").set_value("").run()
    assert not at.exception
    assert [slide.heading for slide in read(downloads).slides] == ["A day", "Untitled"]


def test_title_and_author_are_in_the_file(downloads: dict[str, Any]) -> None:
    at = opened(TWO)
    assert (at.text_input(key="draft-title").value, at.text_input(key="draft-author").value) == ("A talk", "Somebody")
    at.text_input(key="draft-title").set_value('No: "1.10" # x').run()
    at.text_input(key="draft-author").set_value("Жанна & co").run()
    assert (read(downloads).title, read(downloads).author) == ('No: "1.10" # x', "Жанна & co")
    at.text_input(key="draft-title").set_value("").run()
    assert read(downloads).title == "My talk"
    assert not read(downloads).all_faults


def test_what_the_browser_has_kept_is_gone_on_with(downloads: dict[str, Any]) -> None:
    at = opened(TWO)
    kept = downloads["my-talk.md"]
    again = AppTest.from_function(_given_back, kwargs={"text": kept}, default_timeout=60).run()
    assert not again.exception
    assert [slide.heading for slide in again.session_state["draft"].values()] == headings(at)
    assert again.session_state["draft-front"] == {"title": "A talk", "author": "Somebody"}


def test_too_long_a_text_is_not_taken_back() -> None:
    at = AppTest.from_function(_given_back, kwargs={"text": TWO + " " * 2_000_000}, default_timeout=60).run()
    assert not at.exception
    assert "draft" not in at.session_state


def _given_back(text: str) -> None:
    from components.app import draft

    draft.take_back(text)


def test_the_file_to_present_is_drawn_when_it_is_asked_for(downloads: dict[str, Any]) -> None:
    opened(TWO)
    document = downloads["my-talk.html"]().decode()
    found = Page(document)
    assert [section["data-layer"] for section in found.classed("slide")] == ["timeline", ""]
    assert not found.attribute("src")
    assert "A talk" in found.text
    assert "Said." in found.text


def test_faults_of_the_draft_are_named_and_it_can_be_downloaded(downloads: dict[str, Any]) -> None:
    at = opened(TWO)
    field(at, 1, "words").set_value("x" * 500).run()
    assert not at.exception
    (faulty,) = [text for text in notices(at) if "500 characters" in text]
    assert faulty == "\n".join(map(str, read(downloads).all_faults))
    assert Page(downloads["my-talk.html"]().decode()).classed("fault")


# ---- going on with a file


@pytest.mark.parametrize(
    "content", [TWO, "\ufeff" + TWO, TWO.replace("\n", "\r\n")], ids=["plain", "with a mark", "of Windows"]
)
def test_a_file_is_gone_on_with(content: str, downloads: dict[str, Any]) -> None:
    at = opened(content)
    assert headings(at) == ["A day", "Words alone"]
    assert not notices(at)
    assert same(read(downloads).slides) == same(parse_talk("my-talk", TWO, known()).slides)


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_talk_is_gone_on_with(name: str, downloads: dict[str, Any]) -> None:
    opened((talks_folder() / f"{name}.md").read_bytes())
    assert same(read(downloads).slides) == same(shipped()[name].slides)
    assert not read(downloads).all_faults


def test_what_was_changed_is_not_undone_by_the_file_that_is_still_open() -> None:
    at = opened(TWO)
    button(at, "remove", 1).click().run()
    at.text_input(key="draft-title").set_value("Another title").run()
    assert headings(at) == ["Words alone"]
    assert at.text_input(key="draft-title").value == "Another title"


def test_another_file_takes_the_place_of_the_first() -> None:
    at = opened(TWO)
    at.file_uploader[0].set_value(("other.md", written("# Other").encode(), "text/markdown")).run()
    assert headings(at) == ["Other"]


def test_a_file_with_faults_is_read_as_far_as_it_goes() -> None:
    at = opened(
        written(
            "# One\n\nview: day=2022-01-05&sig=9", "Two", front=FRONT.replace("author: Somebody", "author Somebody")
        )
    )
    said = "\n".join(notices(at))
    assert headings(at) == ["One", ""]
    assert "This file has faults; what could be read is below." in said
    assert "talks/my-talk.md:4: write a key, a colon and a value" in said
    assert "view, sig '9': not a value it can have" in said
    assert "this slide has no heading" in said


def test_faults_of_a_file_are_gone_with_the_next_one() -> None:
    at = opened(written("No heading"))
    assert notices(at)
    at.file_uploader[0].set_value(("other.md", TWO.encode(), "text/markdown")).run()
    assert not notices(at)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "must begin with front matter"),
        (b"\xff\xfe\x00", "not UTF-8 text: save it as UTF-8"),
        (b"PK\x03\x04" + bytes(range(200)), "not UTF-8 text"),
        (b"x" * 1_000_500, "must begin with front matter"),
        ("---\n" + "[" * 5000 + "\n---\n# One", "has 5000 bytes; 2000 are read"),
        ("---\ndate: !!timestamp soon\n---\n# One", "talks/my-talk.md:2: "),
        (TWO.replace("language: en", "language: deutsch"), "language 'deutsch': write one of: en, ru, kk"),
        (TWO.replace("2026-11-25", "25.11.2026"), "date '25.11.2026': write a date"),
    ],
    ids=["empty", "UTF-16", "binary", "large", "nested", "a tag", "language", "date"],
)
def test_no_file_stops_the_page(content: str | bytes, words: str) -> None:
    at = opened(content)
    assert not at.exception
    assert words in "\n".join(notices(at))


def test_a_file_that_can_not_be_read_leaves_the_talk_as_it_is() -> None:
    at = opened(TWO)
    at.file_uploader[0].set_value(("other.md", b"\xff", "text/markdown")).run()
    assert headings(at) == ["A day", "Words alone"]
    assert at.text_input(key="draft-title").value == "A talk"


def test_hostile_words_of_a_file_stay_text(downloads: dict[str, Any]) -> None:
    at = opened(written(f"# {HOSTILE[:60]}\n\n{HOSTILE}\n\nview: q=<script>\n\nnotes:\n{HOSTILE}"))
    assert headings(at) == [HOSTILE[:60].strip()]
    assert "alert" not in "".join(element.value for element in at.markdown)
    found = Page(downloads["my-talk.html"]().decode())
    assert [tag for tag, _ in found.tags].count("script") == 1
    assert "img" not in {tag for tag, _ in found.tags}


# ---- on the other pages


@pytest.mark.parametrize("name", ["explore", "day", "cases", "claims"])
def test_a_view_can_be_kept_from_the_pages_that_show_one(name: str) -> None:
    at = open_page(name, place="almaty", known="2022-01-09")
    (button,) = [found for _, found in Page(markup(at, "take-away")).tags if "data-keep" in found]
    path = "/" if name == "explore" else f"/{name}"
    assert button["data-keep"] == f"{path}?place=almaty&known=2022-01-09&lang=en"


@pytest.mark.parametrize("name", ["talks", "sources", "corrections"])
def test_the_other_pages_show_none(name: str) -> None:
    assert "data-keep" not in markup(open_page(name), "take-away")


def test_the_button_counts_what_was_kept() -> None:
    at = opened(TWO)
    at.switch_page("explore.py").run()
    assert "Add this view to my talk (2)" in Page(markup(at, "take-away")).text
    at.switch_page("talks.py").run()
    assert headings(at) == ["A day", "Words alone"]


@pytest.mark.parametrize("name", ["explore", "day", "cases", "claims", "sources"])
def test_who_came_from_a_talk_finds_the_way_back_on_every_page(name: str) -> None:
    found = Page(markup(open_page(name, talk="ten-days.5", day="2022-01-05"), "navigation"))
    (back,) = [link for _, link in found.tags if link.get("data-id") == "back-to-talk"]
    assert back["href"] == "/talk/ten-days?lang=en#5"
    assert back["target"] == "_top"
    assert "Back to the talk, slide 5" in found.text
    pages = [link["href"] for tag, link in found.tags if tag == "a" and link.get("data-id", "").startswith("nav-")]
    assert len(pages) == sum(page.listed for page in PAGES.values())
    assert all("talk=ten-days.5" in link for link in pages)


@pytest.mark.parametrize("talk", ["", "ten-days", "ten-days.0", "../x.1", "javascript:x.1", "ten-days.1234", "T.1"])
def test_no_other_address_is_a_way_back(talk: str) -> None:
    at = open_page("explore", **({"talk": talk} if talk else {}))
    assert "back-to-talk" not in markup(at, "navigation")
    assert ("talk=" in "\n".join(notices(at))) == bool(talk)


@pytest.mark.parametrize("layer", LAYERS)
def test_what_fills_a_slide_does_not_matter_to_a_page(layer: str) -> None:
    at = open_page("explore", layer=layer)
    assert not at.exception
    assert "list" in markups(at)
    assert not notices(at)


def test_the_slides_of_a_long_talk_come_in_pages() -> None:
    at = opened(written(*(f"# Slide {n}" for n in range(45)), front=FRONT))
    assert headings(at) == [f"Slide {n}" for n in range(20)]
    at.session_state["draft-page"] = 40
    at.run()
    assert headings(at) == [f"Slide {n}" for n in range(40, 45)]
    assert field(at, 1, "heading").label == "Heading of slide 41"
    for _ in range(5):
        button(at, "remove", 1).click().run()
    assert headings(at) == [f"Slide {n}" for n in range(20)]


def test_of_many_faults_so_many_are_told_as_are_read() -> None:
    at = opened(written(*("Nothing" for _ in range(300)), front=FRONT))
    assert not at.exception
    [told] = [text.value for text in at.text if "and " in text.value][:1]
    assert len(told.splitlines()) == 51
