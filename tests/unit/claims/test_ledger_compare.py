"""The ledger: its lists of choices, the chain of an open claim, and two claims side by side."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.address import split
from components.claims.ledger import ledger_page
from data.loading.rows import ClaimRow
from data.period import Period
from data.queries.as_known import as_known
from data.queries.claims import claimant_name, ledger
from data.queries.view import View
from data.vocabulary import CLAIM_STATES, CLAIMANT_ROLES
from tests.unit.samples import EN, Page, assert_same_markup, foreign, forms, hostile_record, record

CLAIMS = record().claim_rows
TOLL, FOLLOWING = "2022-01-09-government-164-dead", "2022-01-15-pgo-225-dead"
LATEST = "2022-08-16-pgo-238-dead-list"
KEY = {"claimant": "claimant", "role": "role", "places": "place", "stands": "stands", "only_by": "only"}
CHOICES: list[dict[str, Any]] = [
    {"claimant": "Interior Ministry"},
    {"role": "prosecutor"},
    {"places": ("almaty",)},
    {"stands": "withdrawn"},
    {"only_by": "authorities"},
]


def page(**choices: Any) -> Page:
    day = choices.get("as_known_on")
    return Page(ledger_page(as_known(record(), day) if day else record(), View(**choices), EN))


def rows(of: Page) -> list[str]:
    """The ids of the claims in the table."""
    return [found["data-id"] for _, found in of.tags if found.get("data-id", "") in CLAIMS]


def apart(one: str, other: str) -> str:
    """What stands above two claims that are side by side."""
    _, _, after = str(page(claim=one, against=other, shown=1).markup).partition('<p class="apart">')
    return Page(after.partition("</p>")[0]).text


def chosen(of: Page) -> dict[str, str]:
    """What lists and ticks show, by their keys in the address; without those that show everything."""
    (form,) = forms(of)
    return {key: form.fields[key] for key in (*form.options, "only") if form.fields[key]}


def claim_where(holds: Callable[[ClaimRow], bool]) -> str:
    return next(claim_id for claim_id, claim in CLAIMS.items() if holds(claim))


def test_without_a_choice_every_list_stands_at_all() -> None:
    of = page()
    assert chosen(of) == {}
    assert "Reset" not in of.text


@pytest.mark.parametrize("choices", CHOICES, ids=str)
def test_a_list_carries_what_is_chosen_and_the_table_follows(choices: dict[str, Any]) -> None:
    of = page(shown=9999, **choices)
    ((name, value),) = choices.items()
    assert chosen(of) == {KEY[name]: value if isinstance(value, str) else value[0]}
    assert rows(of) == [claim["claim_id"] for claim in ledger(record(), View(**choices))]
    assert 0 < len(rows(of)) < len(CLAIMS)
    assert "Reset" in of.text


def test_every_choice_at_once_is_carried() -> None:
    choices = {"claimant": "Interior Ministry", "role": "official", "places": ("almaty",), "stands": "current"}
    assert chosen(page(**choices)) == {
        "claimant": "Interior Ministry", "role": "official", "place": "almaty", "stands": "current",
    }  # fmt: skip


def test_a_place_of_the_other_pages_that_no_claim_is_about_is_carried_too() -> None:
    """A reader who comes from the map with a place chosen must see what narrows the ledger."""
    place = next(place for place in record().place_rows if place not in set(record().claims["place_id"]))
    assert chosen(page(places=(place,))) == {"place": place}
    assert chosen(page(places=(place, "almaty"))) == {"place": f"{place}.almaty"}


def test_a_claimant_who_had_said_nothing_by_then_is_carried_too() -> None:
    name = claimant_name(CLAIMS[LATEST]["claimant"])
    assert chosen(page(claimant=name, as_known_on=date(2022, 1, 4))) == {"claimant": name}


@pytest.mark.parametrize("name", ["claimant", "role", "places", "stands"])
def test_every_value_of_a_list_leads_to_claims_and_keeps_the_other_choices(name: str) -> None:
    view = View(topic="death_toll", text="dead", as_known_on=date(2022, 6, 30), claim=TOLL, against=FOLLOWING)
    (form,) = forms(Page(ledger_page(as_known(record(), date(2022, 6, 30)), view, EN)))
    all_of_them, *values = form.options[KEY[name]]
    assert (form.action, all_of_them) == ("/claims", "")
    assert len(values) > 1
    for value in values:
        parsed, rejected = form.sends(**{KEY[name]: value})
        assert not rejected
        assert parsed == view.but(claim="", against="", **{name: (value,) if name == "places" else value})
    everything = as_known(record(), date(2022, 6, 30)).claim_rows.values()
    offered = {
        "claimant": {claimant_name(claim["claimant"]) for claim in everything},
        "role": {claim["claimant_role"] for claim in everything},
        "places": {claim["place_id"] for claim in everything},
        "stands": set(CLAIM_STATES),
    }
    assert set(values) == offered[name]


def test_roles_are_offered_in_the_order_of_the_vocabulary() -> None:
    roles = [attributes["value"] for tag, attributes in page().tags if attributes.get("value") in CLAIMANT_ROLES]
    assert roles == [role for role in CLAIMANT_ROLES if role in roles]


def test_what_narrows_the_ledger_is_said_in_words() -> None:
    of = page(topic="death_toll", role="prosecutor", places=("almaty",), text="dead", stands="current")
    for words in ("Deaths", "prosecutor", "Almaty", "with “dead”", "Stands"):
        assert words in of.text.partition("Search")[2].partition("Reset")[0], words


def test_words_are_searched_in_the_ledger_they_stand_over() -> None:
    (form,) = forms(page(topic="death_toll", text="dead", shown=75))
    assert form.fields["q"] == "dead"
    assert form.sends(q="list") == (View(topic="death_toll", text="list"), ())


def test_the_day_on_which_claims_were_said_can_be_chosen() -> None:
    said = {claim["said_on"] for claim in CLAIMS.values() if len(claim["said_on"]) == 10}
    for choices, value in (
        ({}, ""),
        ({"period": Period.of(date(2022, 1, 9))}, "2022-01-09"),
        ({"period": Period.parse("2022-01-05..2022-01-06")}, "2022-01-05..2022-01-06"),
    ):
        (form,) = forms(page(**choices))
        assert form.fields["day"] == value
        assert set(form.options["day"]) == {"", value, *said}
        assert form.sends(day="2022-01-09") == (View(period=Period.of(date(2022, 1, 9))), ())
    assert "9 January 2022" in page().text
    assert {CLAIMS[claim_id]["said_on"] for claim_id in rows(page(period=Period.of(date(2022, 1, 9))))} == {
        "2022-01-09"
    }


def test_topics_count_their_claims_and_lead_to_them() -> None:
    of = page(topic="injured", claim=TOLL, as_known_on=date(2022, 1, 16))
    topics = {found["data-id"]: found for _, found in of.tags if found.get("data-id", "").startswith("topic-")}
    assert topics["topic-injured"]["aria-current"] == "true"
    assert topics["topic-death_toll"]["href"] == "/claims?known=2022-01-16&topic=death_toll"
    assert topics["topic-all"]["href"] == "/claims?known=2022-01-16"
    known = as_known(record(), date(2022, 1, 16))
    assert f"All {len(known.claims)}" in of.text
    assert f"Deaths {(known.claims['topic'] == 'death_toll').sum()}" in of.text


def test_one_open_claim_offers_a_second_beside_it() -> None:
    of = page(claim=TOLL, topic="death_toll", shown=5)
    beside = [found["href"] for found in of.classed("beside")]
    shown = [claim_id for claim_id in rows(of) if claim_id != TOLL]
    assert beside == [f"/claims?claim={TOLL}&with={other}&topic=death_toll&show=5" for other in shown]
    assert not page(topic="death_toll").classed("beside")


def test_the_chain_of_an_open_claim_says_what_became_of_it() -> None:
    of = page(claim=TOLL, shown=1)
    for words in (
        "Replaced by",
        "Contradicted by",
        "side by side",
        "withdrawn, 9 January 2022: The Information Ministry",
    ):
        assert words in of.text
    assert "It replaced" not in of.text
    assert f"/claims?claim={FOLLOWING}&show=1" in of.links
    assert f"/claims?claim={FOLLOWING}&with={TOLL}&show=1" not in of.links
    assert f"/claims?claim={TOLL}&with={FOLLOWING}&show=1" in of.links
    assert "It replaced" in page(claim=FOLLOWING, shown=1).text


def test_an_open_claim_that_was_withdrawn_is_struck_and_no_other() -> None:
    fallen = [claim_id for claim_id, claim in CLAIMS.items() if claim["stands"] in ("withdrawn", "revised")]
    for claim_id in [*fallen, LATEST, "2022-07-29-ngos-241-dead"]:
        struck = any("statement" in found["class"].split() for found in page(claim=claim_id, shown=1).classed("fell"))
        assert struck == (CLAIMS[claim_id]["stands"] == "withdrawn"), claim_id


def test_two_claims_stand_side_by_side_each_with_its_own_way_out() -> None:
    of = page(claim=TOLL, against=FOLLOWING, topic="death_toll", shown=1)
    assert len(of.classed("card")) == 2
    assert "side by side:" in of.text.lower()
    assert [found["href"] for found in of.classed("close")] == [
        f"/claims?claim={FOLLOWING}&topic=death_toll&show=1",
        f"/claims?claim={TOLL}&topic=death_toll&show=1",
    ]
    for claim_id in (TOLL, FOLLOWING):
        assert CLAIMS[claim_id]["statement"] in of.text
    assert not foreign(of.links)


def test_days_between_two_claims_are_counted() -> None:
    assert apart(TOLL, FOLLOWING).startswith("Side by side: 6 days apart")
    assert apart("2022-01-15-pgo-225-dead", "2022-01-18-authorities-227-dead").startswith("Side by side: 3 days apart")
    assert "said on the same day" in apart(TOLL, "2022-01-09-government-103-dead-almaty")
    month = claim_where(lambda claim: len(claim["said_on"]) == 7)
    assert "day" not in apart(month, TOLL)


def test_one_day_is_not_days() -> None:
    next_day = claim_where(lambda claim: claim["said_on"] == "2022-01-10")
    assert "1 day apart" in apart(TOLL, next_day)


def test_contradiction_is_said_of_both() -> None:
    one, other = "2022-03-14-ombudswoman-238-dead", "2022-03-14-pgo-230-dead"
    assert "each contradicts the other" in apart(one, other)
    assert "contradicts" not in apart(TOLL, FOLLOWING)


def test_replacement_is_said_through_others_too_and_whichever_is_first() -> None:
    for one, other in ((TOLL, FOLLOWING), (FOLLOWING, TOLL), (TOLL, LATEST), (LATEST, TOLL)):
        assert "one was replaced by the other" in apart(one, other)
    assert "replaced" not in apart(TOLL, "2022-07-29-ngos-241-dead")


def test_different_things_and_places_are_not_compared_without_a_word() -> None:
    injured, almaty = "2022-01-09-government-2265-injured", "2022-01-09-government-103-dead-almaty"
    assert "they count different things" in apart(TOLL, injured)
    assert "they count different things" not in apart(TOLL, almaty)
    assert "they speak of different places" in apart(TOLL, almaty)
    assert "they speak of different places" not in apart(TOLL, FOLLOWING)


@given(st.sampled_from(sorted(CLAIMS)), st.sampled_from(sorted(CLAIMS)))
def test_what_lies_between_two_claims_does_not_depend_on_their_order(one: str, other: str) -> None:
    if one != other:
        assert apart(one, other) == apart(other, one)


def test_links_stay_on_the_day_of_which_the_record_tells() -> None:
    day = date(2022, 1, 16)
    of = page(claim=TOLL, against=FOLLOWING, as_known_on=day)
    links = [link for link in of.links if link.startswith("/")]
    assert links
    assert {split(link)[1].get("known") for link in links} == {"2022-01-16"}
    assert forms(of)[0].fields["known"] == "2022-01-16"


def test_hostile_text_stays_text() -> None:
    for choices in (
        {"claim": TOLL, "against": FOLLOWING},
        {"claim": LATEST},
        {"places": ("almaty",), "topic": "injured"},
    ):
        hostile, clean = (ledger_page(of, View(**choices), EN) for of in (hostile_record(), record()))
        assert_same_markup(hostile, clean)
