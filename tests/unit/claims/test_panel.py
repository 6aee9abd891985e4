"""The panel of numbers: a range with names, never a total of our own, and as it was known on a day."""

from datetime import date
from typing import Any

import pytest

from components.address import split
from components.claims.layout import CANVASES
from components.claims.panel import numbers_panel
from components.words.claims import value_words
from data.loading.record import Record
from data.queries.as_known import as_known
from data.queries.numbers import offered
from data.queries.query import addressable
from data.queries.view import View, parse_view
from data.vocabulary import FIRST_MEASURES
from tests.unit.samples import EN, HOSTILE, Page, foreign, forms, hostile_record, record


def panel(of: Record | None = None, **choices: Any) -> Page:
    view = View(**choices)
    of = of or (as_known(record(), view.as_known_on) if view.as_known_on else record())
    return Page(numbers_panel(of, view, EN, CANVASES["page"]))


def headline(page: Page) -> str:
    """What stands above the chart."""
    _, _, after = str(page.markup).partition('<div class="headline"')
    inner, _, _ = after.partition("</div>")
    return Page("<div" + inner).text


def struck(page: Page) -> list[str]:
    _, *parts = str(page.markup).split("<s>")
    return [part.partition("</s>")[0] for part in parts]


def measure(page: Page) -> str:
    """The number that is chosen among those that stand in front."""
    (only,) = [found["data-id"] for found in page.classed("open") if found.get("data-id", "").startswith("measure-")]
    return only.removeprefix("measure-")


def place(page: Page) -> str:
    """The place that is chosen where there are several."""
    return forms(page)[0].fields["place"]


def test_the_deaths_of_the_whole_country_come_first() -> None:
    page = panel()
    assert headline(page).startswith("Deaths, nationwide")
    assert (measure(page), place(page)) == ("killed_total", "kazakhstan")


def test_today_either_side_has_its_range_with_names() -> None:
    said = headline(panel())
    assert "the authorities say 238 Prosecutor General's Office, 5 January 2026" in said
    assert "others say from at least 188 to at least 263 RFE/RL's Kazakh Service, 29 July 2022; Volunteers" in said


def test_on_5_january_there_is_no_total_but_the_parts_that_had_been_given() -> None:
    page = panel(as_known_on=date(2022, 1, 5))
    assert "as known on 5 January 2022" in headline(page)
    assert "No number for this had been given by 5 January 2022" in headline(page)
    assert "Deaths among the security forces: 8 (Interior Ministry, 5 January 2022)" in headline(page)
    assert not page.classed("ranges")
    assert page.classed("parts") == [{"class": "parts", "open": ""}]


def test_on_9_january_164_stands_as_it_was_posted() -> None:
    page = panel(as_known_on=date(2022, 1, 9))
    assert "the authorities say 164 Government Telegram channel" in headline(page)
    assert not struck(page)
    assert "withdrawn" not in headline(page)


@pytest.mark.parametrize("day", [date(2022, 1, 15), date(2022, 1, 16)])
def test_then_225_stands_and_164_is_struck_with_the_reason(day: date) -> None:
    page = panel(as_known_on=day)
    assert "the authorities say 225 Prosecutor General's Office, 15 January 2022" in headline(page)
    assert "164 Government Telegram channel" in headline(page)
    reason = "withdrawn, 9 January 2022: The Information Ministry called the publication a technical error"
    assert reason in headline(page)
    assert struck(page) == ["164"]
    assert "238" not in page.text


def test_a_number_that_was_withdrawn_had_been_given() -> None:
    page = panel(as_known_on=date(2022, 1, 10))
    assert struck(page) == ["164"]
    assert not page.classed("ranges")
    assert "No number for this had been given" not in headline(page)


def test_parts_are_told_apart_and_never_added_up() -> None:
    page = panel()
    assert "9 numbers counted apart, and not added up" in headline(page)
    assert "Deaths in hospitals: 175 (Health Ministry, 15 January 2022)" in headline(page)


def test_a_place_without_such_a_number_says_so_and_lists_the_places_there_are() -> None:
    page = panel(places=("oral",))
    assert "There is no number of this kind for Oral. There are for: nationwide, Almaty," in page.text
    assert place(page) == "oral"
    named = {split(link)[1].get("place") for link in page.links if "measure=killed_total" in link} - {None}
    assert named <= set(offered(record())["killed_total"])
    assert len(named) == 6
    assert not page.classed("numbers")


def test_of_a_topic_it_shows_the_main_number() -> None:
    assert headline(panel(topic="injured")).startswith("Injured, nationwide")
    assert headline(panel(topic="prices")).startswith("Price of a litre of LPG, tenge, ")
    assert headline(panel(topic="injured", measure="troops")).startswith("Foreign troops, ")


def test_of_several_places_it_shows_the_country() -> None:
    assert place(panel(places=("oral", "almaty"))) == "kazakhstan"
    assert place(panel(places=("almaty",))) == "almaty"


def test_every_chart_can_be_chosen_and_has_a_word_for_each_side() -> None:
    for counted, places in offered(record()).items():
        for where in places:
            page = panel(measure=counted, places=(where,))
            assert measure(page) == counted
            assert [form.fields["place"] for form in forms(page)] == [where] * (len(places) > 1)
            assert not foreign(page.links)
            assert " nan" not in page.text
            assert "None" not in page.text


def test_the_lists_keep_every_other_choice() -> None:
    view = View(measure="injured", places=("almaty",), topic="injured", text="police", as_known_on=date(2022, 2, 28))
    page = Page(numbers_panel(as_known(record(), date(2022, 2, 28)), view, EN, CANVASES["phone"]))
    (form,) = forms(page)
    assert form.sends(place="kazakhstan") == (view.but(places=("kazakhstan",)), ())
    links = {
        found["data-id"]: found["href"] for _, found in page.tags if found.get("data-id", "").startswith("measure")
    }
    for counted, wanted in (
        ("killed_total", view.but(measure="killed_total")),
        ("troops", view.but(measure="troops", places=())),
    ):
        target, query = split(links[f"measure-{counted}"])
        assert target == "claims"
        assert parse_view(query, addressable(record())) == (wanted, ())


def test_every_number_there_is_can_be_asked_for_in_front_or_under_its_topic() -> None:
    page = panel(measure="crowd")
    asked = [split(link)[1]["measure"] for link in page.links if "measure=" in link and link.startswith("/claims")]
    assert set(asked) == offered(record()).keys()
    front = [found["data-id"] for _, found in page.tags if found.get("data-id", "").startswith("measure-")]
    assert front == [f"measure-{one}" for one in (*FIRST_MEASURES, "crowd") if one in offered(record())]
    _, _, more = str(page.markup).partition("<summary>")
    topics = [more.find(f"<h3>{topic}</h3>") for topic in ("Deaths", "Injured", "Detained", "Damage")]
    assert -1 not in topics
    assert topics == sorted(topics)


def test_the_key_stands_over_the_chart_and_says_what_it_rests_on_under_it() -> None:
    key, chart, source = (panel().text.find(words) for words in ("another claim contradicts it", "300", "Source: "))
    assert -1 < key < chart < source
    assert "Deaths, nationwide: what each said, from 5 January 2022 to " in panel().text


def test_a_number_of_which_no_day_is_known_is_said_beside_the_chart() -> None:
    undated = [row for row in record().claim_rows.values() if row["measure"] and not row["said_by"]]
    assert undated
    for row in undated:
        page = panel(measure=row["measure"], places=(row["place_id"],))
        _, found, numbers = page.text.partition("Without a known day, so not on the chart:")
        assert found
        assert f"{value_words(row, EN)} ({row['claimant']})" in numbers


def test_the_chart_can_be_downloaded_as_it_is() -> None:
    page = panel(as_known_on=date(2022, 1, 16))
    pictures = [link for link in page.links if link.startswith("/pictures/")]
    assert [link.partition("?")[0] for link in pictures] == ["/pictures/numbers.svg", "/pictures/numbers.png"]
    for link in pictures:
        assert split(link)[1] == {"place": "kazakhstan", "known": "2022-01-16", "measure": "killed_total"}


def test_hostile_text_stays_text() -> None:
    plain = {name for of in ({}, {"places": ("oral",)}, {"measure": "crowd"}) for name in panel(**of).names}
    of = hostile_record()
    row = of.claim_rows["2022-01-09-government-164-dead"]
    page = panel(of, measure=row["measure"])
    assert page.names <= plain
    assert not foreign(page.links)
    assert "<script" not in page.markup
    assert " ".join(HOSTILE.split()) in headline(page)
