"""The reader's choices and the address: what is wrong is left out, what holds comes back the same."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.period import Period
from data.queries.query import addressable
from data.queries.view import BESIDES, KEYS, LONGEST_VALUE, Kind, Rejected, View, parse_view
from data.queries.view_codecs import Known
from tests.unit.helpers import ODD_CELLS, views
from tests.unit.samples import record

KNOWN = Known(
    places=frozenset({"almaty", "aktau"}),
    events=frozenset({"2022-01-05-x"}),
    cases=frozenset({"airport"}),
    claims=frozenset({"toll", "toll-again"}),
    people=frozenset({"a-person"}),
    sources=frozenset({"vlast"}),
    measures=frozenset({"killed_total"}),
    claimants=frozenset({"A ministry"}),
    days=(date(2022, 1, 2), date(2022, 3, 1)),
)
PUBLISHED = addressable(record())
FULL = {
    "day": "2022-01-05", "hours": "1530-1800", "place": "almaty.aktau", "cat": "clash", "status": "disputed",
    "sig": "1", "q": "fire", "voice": "press.people", "alone": "1", "of": "airport", "deaths": "1",
    "known": "2022-02-01", "undated": "1",
    "event": "2022-01-05-x", "case": "airport", "claim": "toll", "with": "toll-again",
    "person": "a-person", "source": "vlast", "in": "event", "topic": "torture",
    "role": "official", "claimant": "A ministry", "stands": "withdrawn", "only": "authorities",
    "measure": "killed_total", "outcome": "convicted", "sort": "newest", "part": "bystander", "told": "family",
    "at": "almaty",
    "lanes": "place", "layer": "numbers", "show": "50", "seen": "2022-02-20", "talk": "ten-days.5",
    "tour": "3",
}  # fmt: skip
words = st.sampled_from(
    (*ODD_CELLS, "almaty", "almaty.nowhere", "2022-01-05", "2022-01-05..", "..", "before", "2022-01-09..x")
)


def test_a_bare_address_is_the_whole_record() -> None:
    assert parse_view({}, KNOWN) == (View(), ())
    assert View().to_query() == {}


def test_every_key_is_read_and_written_back() -> None:
    view, rejected = parse_view(FULL, KNOWN)
    assert not rejected
    assert view.hours == (930, 1080)
    assert view.places == ("almaty", "aktau")
    assert view.voices == ("press", "people")
    assert (view.alone, view.undated) == (True, True)
    assert (view.as_known_on, view.seen) == (date(2022, 2, 1), date(2022, 2, 20))
    assert view.to_query() == FULL
    assert set(FULL) | {"all", "beside", "lang"} == set(KEYS)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("day", "yesterday"), ("day", "2022-02-30"), ("day", "2022-01-09..2022-01-05"), ("day", ".."),
        ("day", "2022-1-5"), ("place", "atlantis"), ("cat", "riot"), ("status", "true"), ("sig", "4"), ("sig", "0"),
        ("sig", "1.0"),
        ("beside", "2022-01-06"), ("beside", "aktau"), ("beside", "atlantis"),
        ("voice", "everybody"), ("alone", "0"), ("alone", "1"), ("known", "soon"), ("undated", "yes"),
        ("event", "nothing"), ("all", "1"), ("of", "nothing"), ("case", "nothing"), ("claim", "nothing"),
        ("with", "nothing"),
        ("deaths", "yes"), ("only", "press"),
        ("with", "toll"), ("topic", "nothing"), ("role", "king"), ("claimant", "a ministry"), ("stands", "firm"),
        ("measure", "nothing"), ("at", "moon"), ("lanes", "x"), ("layer", "x"), ("show", "0"), ("show", "-1"),
        ("show", "99999"), ("lang", "xx"), ("seen", "soon"), ("seen", "2022-01-05T12:00"), ("talk", "ten-days"),
        ("outcome", "x"), ("sort", "x"),
        ("talk", "ten-days.0"), ("talk", "../ten.1"), ("talk", "a" * 100 + ".1"), ("talk", "ten-days.٣"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_left_out_with_a_notice(key: str, value: str) -> None:
    view, rejected = parse_view({"q": "fire", key: value}, KNOWN)
    assert view == View(text="fire")
    assert rejected == (Rejected(key, value),)


def test_a_field_that_was_left_empty_says_nothing() -> None:
    assert parse_view(dict.fromkeys(KEYS, "") | {"q": "fire"}, KNOWN) == (View(text="fire"), ())


@pytest.mark.parametrize("choice", ["yes", "no"])
def test_whether_the_app_is_wanted_is_no_part_of_the_view(choice: str) -> None:
    view, rejected = parse_view({"day": "2022-01-05", "app": choice}, KNOWN)
    assert (view.to_query(), rejected) == ({"day": "2022-01-05"}, ())
    assert parse_view({"app": "perhaps"}, KNOWN) == (View(), (Rejected("app", "perhaps"),))


def test_an_unknown_key_is_left_out_with_a_notice() -> None:
    assert parse_view({"colour": "x"}, KNOWN) == (View(), (Rejected("colour", "x", unknown_key=True),))


@pytest.mark.parametrize(
    "name",
    ["utm_source", "UTM_Campaign", "fbclid", "gclid", "yclid", "msclkid", "mc_cid", "igshid", "ref", "embed_options",
     "amp;utm_term"],
)  # fmt: skip
def test_what_others_add_to_links_is_passed_over(name: str) -> None:
    assert parse_view({name: "x", "q": "fire"}, KNOWN) == (View(text="fire"), ())


def test_an_address_copied_out_of_a_pages_source_is_understood() -> None:
    copied = {f"amp;{key}" if at else key: value for at, (key, value) in enumerate(FULL.items())}
    assert parse_view(copied, KNOWN) == parse_view(FULL, KNOWN)
    assert parse_view({"amp;hours": "1530-1800"}, KNOWN) == (View(), (Rejected("hours", "1530-1800"),))


@pytest.mark.parametrize("key", KEYS)
def test_every_value_has_a_length(key: str) -> None:
    view, rejected = parse_view({key: "a" * (LONGEST_VALUE + 1)}, KNOWN)
    assert view == View()
    assert [part.key for part in rejected] == [key]


@given(st.dictionaries(st.sampled_from(sorted(KEYS)), st.text(min_size=1).map(lambda text: text * 100)))
def test_what_a_view_says_is_never_longer_than_what_was_asked(query: dict[str, str]) -> None:
    written = parse_view(query, KNOWN)[0].to_query()
    assert all(len(value) <= max(len(query[key]), 1) for key, value in written.items())


def test_the_sound_items_of_a_list_hold() -> None:
    view, rejected = parse_view({"place": "atlantis.almaty..almaty"}, KNOWN)
    assert view.places == ("almaty",)
    assert rejected == (Rejected("place", "atlantis"),)


def test_a_category_that_was_divided_stands_for_its_parts() -> None:
    view, rejected = parse_view({"cat": "clash.detention_or_torture.torture"}, KNOWN)
    assert (view.categories, rejected) == (("clash", "detention", "torture"), ())
    assert view.to_query() == {"cat": "clash.detention.torture"}


@pytest.mark.parametrize("hours", ["1800-1530", "1500-1500", "1515-1800", "0000-2430", "15-18", "1560-1800", "x"])
def test_wrong_hours_are_left_out_with_a_notice(hours: str) -> None:
    view, rejected = parse_view({"day": "2022-01-05", "hours": hours}, KNOWN)
    assert view == View(period=Period.of(date(2022, 1, 5)))
    assert rejected == (Rejected("hours", hours),)


@pytest.mark.parametrize("day", [None, "before", "2022-01-05..2022-01-06", "nonsense"])
def test_hours_go_with_one_day_only(day: str | None) -> None:
    view, rejected = parse_view({"hours": "1500-1600"} | ({"day": day} if day else {}), KNOWN)
    assert view.hours is None
    assert Rejected("hours", "1500-1600") in rejected


@pytest.mark.parametrize(
    ("chosen", "beside"),
    [
        ({"day": "2022-01-05"}, "2022-01-05"), ({"day": "2022-01-05"}, "aktau"), ({"place": "almaty"}, "almaty"),
        ({"place": "almaty"}, "2022-01-06"), ({"place": "almaty.aktau"}, "aktau"), ({"place": "almaty"}, "atlantis"),
        ({"day": "2022-01-05"}, "2022-01-32"),
    ],
)  # fmt: skip
def test_another_day_stands_beside_days_and_another_place_beside_a_place(chosen: dict[str, str], beside: str) -> None:
    view, rejected = parse_view(chosen | {"beside": beside}, KNOWN)
    assert view == parse_view(chosen, KNOWN)[0]
    assert rejected == (Rejected("beside", beside),)


@pytest.mark.parametrize(
    ("chosen", "beside"),
    [
        ({"day": "2022-01-05"}, "2022-01-06"), ({"day": "2022-01-05"}, "2022-01-06..2022-01-08"),
        ({"day": "before"}, "after"), ({"place": "almaty"}, "aktau"),
        ({"day": "2022-01-05", "place": "almaty"}, "aktau"), ({"day": "2022-01-05", "place": "almaty"}, "2022-01-06"),
    ],
)  # fmt: skip
def test_what_stands_beside_is_read_and_written_back(chosen: dict[str, str], beside: str) -> None:
    view, rejected = parse_view(chosen | {"beside": beside}, KNOWN)
    assert not rejected
    assert view.to_query() == chosen | {"beside": beside}


def test_what_goes_with_a_choice_no_longer_there_is_not_written() -> None:
    view = View(period=Period.of(date(2022, 1, 5)), beside=Period.of(date(2022, 1, 6)), hours=(600, 720))
    assert view.but(period=None).to_query() == {}
    assert View(places=("almaty",), beside="aktau").but(places=("aktau",)).to_query() == {"place": "aktau"}


def test_a_step_of_a_day_takes_the_day_beside_along_and_leaves_a_place() -> None:
    fifth, sixth, seventh = (Period.of(date(2022, 1, day)) for day in (5, 6, 7))
    assert View(period=fifth, beside=sixth).stepped(1) == View(period=sixth, beside=seventh)
    one = View(period=fifth, places=("almaty",), beside="aktau")
    assert one.stepped(1) == one.but(period=sixth)


def test_the_lanes_are_places_where_several_are_chosen_and_nothing_else_was_asked_for() -> None:
    assert View(places=("almaty",)).laned_by == "category"
    assert View(places=("almaty", "aktau")).laned_by == "place"
    assert View(places=("almaty", "aktau"), lanes="category").laned_by == "category"
    assert View(lanes="place").laned_by == "place"


@pytest.mark.parametrize("day", ["2022-01-01", "2022-03-02", "1900-01-01"])
def test_what_was_known_is_asked_of_the_days_of_the_record_only(day: str) -> None:
    view, rejected = parse_view({"known": day}, KNOWN)
    assert view == View()
    assert rejected == (Rejected("known", day, record_days=KNOWN.days),)


@pytest.mark.parametrize("day", KNOWN.days)
def test_what_was_known_is_asked_of_the_first_and_the_last_day(day: date) -> None:
    assert parse_view({"known": str(day)}, KNOWN) == (View(as_known_on=day), ())


def test_a_claim_is_set_beside_another_one_only() -> None:
    view, rejected = parse_view({"claim": "toll", "with": "toll"}, KNOWN)
    assert view == View(claim="toll")
    assert rejected == (Rejected("with", "toll"),)


@given(st.dictionaries(st.sampled_from(sorted(KEYS)) | st.text(max_size=5), words | st.text()))
def test_any_address_is_read_and_what_was_read_comes_back(address: dict[str, str]) -> None:
    view, rejected = parse_view(address, KNOWN)
    assert parse_view(view.to_query(), KNOWN) == (view, ())
    assert {part.key for part in rejected} <= set(address)
    assert all(part.unknown_key == (part.key not in KEYS and part.key not in BESIDES) for part in rejected)


def test_a_long_text_cut_at_a_space_comes_back_the_same() -> None:
    view, _ = parse_view({"q": "a" * 199 + " b"}, KNOWN)
    assert parse_view(view.to_query(), KNOWN)[0] == view


@given(views(PUBLISHED))
def test_every_view_comes_back_from_its_address(view: View) -> None:
    assert parse_view(view.to_query(), PUBLISHED) == (view, ())


@given(views(PUBLISHED))
def test_an_address_holds_text_only_and_no_default(view: View) -> None:
    address = view.to_query()
    assert all(type(value) is str and len(value) for value in address.values())
    assert list(address) == [key for key in KEYS if key in address]


def test_reset_undoes_filters_and_keeps_the_way_of_looking() -> None:
    view, _ = parse_view(FULL, KNOWN)
    kept = View(camera="almaty", lanes="place", as_known_on=date(2022, 2, 1), undated=True, talk="ten-days.5", tour=3)
    assert view.reset() == kept


def test_only_some_kinds_of_choice_are_kept_or_undone() -> None:
    view, _ = parse_view(FULL, KNOWN)
    assert list(view.only(Kind.EDITION | Kind.TALK).to_query()) == ["known", "undated", "talk", "tour"]
    left = view.without(Kind.OPENED | Kind.LEDGER | Kind.LIST | Kind.OF_A_PAGE).to_query()
    kept = "day place cat status sig q voice alone of deaths known undated lanes layer talk"
    assert left == {key: FULL[key] for key in kept.split()}


def test_a_changed_filter_closes_the_event_and_goes_to_the_top_of_the_list() -> None:
    view = View(event="2022-01-05-x", shown=75, camera="almaty", seen=date(2022, 2, 20))
    assert view.filtered(text="fire") == View(text="fire", camera="almaty")


def test_an_event_is_opened_and_closed_over_the_days_that_are_chosen() -> None:
    whole, day = View(shown=75), View(period=Period.of(date(2022, 1, 5)))
    assert whole.opening("2022-01-05-x").to_query() == {"event": "2022-01-05-x", "all": "1", "show": "75"}
    assert day.opening("2022-01-05-x").to_query() == {"day": "2022-01-05", "event": "2022-01-05-x"}
    for view in (whole, day):
        assert view.opening("2022-01-05-x").opening("") == view
    assert whole.opening("2022-01-05-x").filtered(period=day.period) == day


def test_filters_in_use_are_counted_without_the_days_and_what_only_sharpens_another() -> None:
    assert View().used_filters() == 0
    used = ("place", "cat", "status", "sig", "q", "voice", "of", "deaths")
    assert parse_view(FULL, KNOWN)[0].used_filters() == len(used)


def test_the_day_of_a_link_is_that_of_no_other_link() -> None:
    view = View(text="fire", seen=date(2022, 2, 20))
    assert view.but(places=("almaty",)) == View(text="fire", places=("almaty",))
    assert view.but(seen=date(2022, 3, 1)).seen == date(2022, 3, 1)
