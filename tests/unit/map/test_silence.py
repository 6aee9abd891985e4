"""Silence: where the internet was cut or a curfew ran, a page says so before anybody counts the reports."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from components.address import split
from components.map.scene import scene
from components.map.silence import cut_line, silence_note
from components.map.veil import silent_regions as veiled
from data.period import Period
from data.queries.as_known import as_known
from data.queries.bands import silences
from data.queries.query import query
from data.queries.view import View
from tests.unit.drawn import silence, silence_words, silent_regions
from tests.unit.samples import EN, HOSTILE, Page, assert_same_markup, foreign, hostile_record, record, rewritten, shown

CUT = "Internet shutdown (nationwide): from 5 January 2022, about 16:30 to 10 January 2022, about 08:00."
CURFEW = "Night curfew, Almaty and Mangystau region (Almaty and Mangystau region): from 5 January 2022"
HATCHED = "The map is hatched where the internet was cut."


def note(**choices: Any) -> Page:
    return Page(silence(shown(**choices), EN))


@pytest.mark.parametrize("day", ["2022-01-05", "2022-01-06", "2022-01-09", "2022-01-10", "2022-01-03..2022-01-06"])
def test_while_the_internet_was_cut_it_says_so_with_times_and_places(day: str) -> None:
    page = note(day=day)
    assert "Few reports may mean no network, not that nothing happened." in page.text
    assert CUT in page.text
    assert CURFEW in page.text
    assert HATCHED not in page.text


def test_with_a_curfew_alone_it_says_what_that_means() -> None:
    page = note(day="2022-01-12")
    assert "Few reports may mean that nobody could be outside to see." in page.text
    assert CURFEW in page.text
    assert "network" not in page.text
    assert HATCHED not in page.text


@pytest.mark.parametrize("day", ["2022-01-02", "2022-01-25", "before", "after"])
def test_where_nothing_was_cut_there_is_no_note(day: str) -> None:
    assert silence(shown(day=day), EN) == ""
    assert silence_words(shown(day=day), EN) == ""
    assert silent_regions(shown(day=day)) == []


def test_without_chosen_days_it_is_said_of_january_but_nothing_is_hatched() -> None:
    assert CUT in note().text
    assert HATCHED not in note().text
    assert silent_regions(shown()) == []


def test_it_follows_the_hours_of_a_day() -> None:
    assert CUT not in note(day="2022-01-05", hours=(0, 960)).text
    assert CUT in note(day="2022-01-05", hours=(960, 1440)).text
    assert CUT not in note(day="2022-01-10", hours=(600, 1440)).text


@pytest.mark.parametrize(
    ("places", "curfew"),
    [(("oral",), False), (("almaty",), True), (("almaty-republic-square",), True), (("zhanaozen",), True),
     (("mangystau-region", "oral"), True), (("abroad",), False)],
)  # fmt: skip
def test_it_follows_the_places(places: tuple[str, ...], curfew: bool) -> None:
    page = note(day="2022-01-06", places=places)
    assert (CURFEW in page.text) == curfew
    assert (CUT in page.text) == (places != ("abroad",))


def partly_cut(*places: str, **choices: Any) -> list[str]:
    """The veiled regions, had the internet been cut in some places alone."""
    of = shown(**choices)
    cut = [replace(band, places=places) for band in silences(of) if band.cuts_network]
    assert cut
    return veiled(of, cut)


def test_where_all_of_the_country_was_cut_words_say_so_and_nothing_is_hatched() -> None:
    assert silent_regions(shown(day="2022-01-06")) == []
    assert partly_cut("kazakhstan", day="2022-01-06") == []


def test_the_regions_that_were_cut_are_hatched_where_others_were_not() -> None:
    """Almaty and Nur-Sultan are outlines of their own on the map, and no part of a region."""
    assert set(partly_cut("almaty", "mangystau-region", day="2022-01-06")) == {"almaty", "mangystau-region"}
    assert partly_cut("almaty", day="2022-01-06") == ["almaty"]
    assert partly_cut("almaty") == []
    assert silent_regions(shown(day="2022-01-12")) == []


@pytest.mark.parametrize(
    ("day", "words"),
    [("2022-01-05", "Internet cut nationwide from about 16:30"), ("2022-01-06", "Internet cut nationwide all day"),
     ("2022-01-10", "Internet cut nationwide until about 08:00"), ("", "Internet cut nationwide, 5–10 January 2022"),
     ("2022-01-04..2022-01-06", "Internet cut nationwide, 5–10 January 2022"),
     ("2022-01-12", "Night curfew, Almaty and Mangystau region")],
)  # fmt: skip
def test_one_line_of_the_map_says_it_with_the_note_behind_it(day: str, words: str) -> None:
    found = scene(shown(day=day), EN)
    page = Page(cut_line(found))
    assert words == page.text.partition("\n")[0].strip() or f" {words} " in f" {page.text} "
    assert set(page.links) == set(Page(silence_note(found)).links)


def test_where_nothing_was_cut_there_is_no_line() -> None:
    assert cut_line(scene(shown(day="2022-01-02"), EN)) == ""


def test_the_words_of_a_picture_say_the_same() -> None:
    for choices in ({"day": "2022-01-06"}, {"day": "2022-01-12"}, {"day": "2022-01-06", "places": ("oral",)}):
        of = shown(**choices)
        plain = silence_words(of, EN).removesuffix(".")
        times = plain.partition(": ")[2].split("; ")
        assert times
        for words in times:
            title, _, span = words.rpartition(", from ")
            assert f"{title}: from {span}." in Page(silence(of, EN)).text


@pytest.mark.parametrize("day", ["2022-01-12", "2022-01-18"])
def test_the_words_of_a_picture_blame_no_network_for_a_curfew(day: str) -> None:
    assert "network" not in silence_words(shown(day=day), EN)


def test_an_end_that_was_not_known_yet_is_not_told() -> None:
    day = date(2022, 1, 6)
    of = query(as_known(record(), day), View(as_known_on=day, period=Period.of(day)))
    page = Page(silence(of, EN))
    assert "Internet shutdown (nationwide): from 5 January 2022, about 16:30." in page.text
    assert " to " not in page.text.partition("Internet shutdown")[2].partition(".")[0]
    assert "10 January" not in page.text + silence_words(of, EN)
    assert "19 January" not in page.text + silence_words(of, EN)
    assert {split(link)[1]["known"] for link in page.links} == {"2022-01-06"}


def test_its_links_lead_to_the_events_that_began_it() -> None:
    begun = {f"/?event={event}" for event in record().tables["bands"]["begins_with"]}
    assert set(note(day="2022-01-06").links) <= begun
    assert not foreign(note(day="2022-01-06").links)


def test_hostile_text_stays_text() -> None:
    hostile, clean = (silence(shown(of, day="2022-01-06"), EN) for of in (hostile_record(), record()))
    assert_same_markup(hostile, clean)
    plain = silence_words(shown(rewritten(record(), lambda text: HOSTILE + text), day="2022-01-06"), EN)
    assert HOSTILE in plain
