"""From a view to what is shown: filters narrow, days are half-open, counts add up."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings

from data.folding import words_of
from data.loading.rows import ClaimRow
from data.period import AFTER, BEFORE, Period
from data.queries.claims import claims_of, claims_said, ledger
from data.queries.query import Citing, Shown, addressable, citing, places_of, query, sources_with
from data.queries.view import View
from data.times import Span
from tests.unit.helpers import Folder, periods, views
from tests.unit.samples import record

RECORD = record()
VIEWS = views(addressable(RECORD))
DAY = timedelta(days=1)


def interval(view: View) -> tuple[datetime, datetime]:
    if view.period is None:
        return datetime.min, datetime.max
    first, last = view.period.first, view.period.last
    begins = datetime(first.year, first.month, first.day) if first else datetime.min
    ends = datetime(last.year, last.month, last.day) + DAY if last else datetime.max
    if view.hours:
        return begins + timedelta(minutes=view.hours[0]), begins + timedelta(minutes=view.hours[1])
    return begins, ends


def ids(shown: Shown) -> set[str]:
    return set(shown.events.index)


def on(day: int) -> Period:
    return Period.of(date(2022, 1, day))


@given(VIEWS)
def test_exactly_the_events_that_touch_the_period_are_shown(view: View) -> None:
    shown, bounds = query(RECORD, view), interval(view)
    touching = {
        event_id
        for event_id in shown.other_days.index
        if Span(RECORD.event_rows[event_id]["begins"], RECORD.event_rows[event_id]["ends"]).touches(*bounds)
    }
    assert ids(shown) == touching


@given(VIEWS)
def test_every_shown_event_matches_every_filter(view: View) -> None:
    for row in query(RECORD, view).rows:
        assert not view.categories or row["category"] in view.categories
        assert not view.statuses or row["status"] in view.statuses
        assert row["significance"] <= view.significance
        assert all(word in row["search"] for word in words_of(view.text))
        lies = {place for at in places_of(row) for place in RECORD.within[at]}
        assert not view.places or set(view.places) & lies
        assert not view.deaths or row["about_deaths"]
        kinds = set(RECORD.voices.kinds_of(row["voices"]))
        assert not view.voices or kinds & set(view.voices)
        assert not view.alone or kinds <= set(view.voices)
        assert view.of_case in ("", *row["case_ids"])


def test_the_events_of_a_case_are_all_shown() -> None:
    wanted = {event for event, row in RECORD.event_rows.items() if "airport" in row["case_ids"]}
    assert ids(query(RECORD, View(of_case="airport"))) == wanted
    assert 1 < len(wanted) < len(RECORD.events)


@given(VIEWS)
def test_the_statuses_add_up_to_the_events(view: View) -> None:
    shown = query(RECORD, view)
    assert sum(shown.by_status.values()) == len(shown.events) == len(shown.rows) <= shown.total
    assert all(shown.by_status.values())


@pytest.mark.slow
@settings(max_examples=8)
@given(VIEWS)
def test_each_bar_counts_what_its_day_would_show(view: View) -> None:
    bars = query(RECORD, view).by_day
    assert len(bars) == 33
    assert (bars[0].period, bars[-1].period) == (BEFORE, AFTER)
    for bar in bars:
        day = query(RECORD, view.but(period=bar.period, hours=None))
        assert bar.by_status == day.by_status
        assert bar.total == len(day.events)


@given(VIEWS, periods(date(2021, 11, 1), date(2022, 3, 31)))
def test_a_filter_never_adds_an_event(view: View, period: Period) -> None:
    assert (
        ids(query(RECORD, view)) <= ids(query(RECORD, view.but(period=None, hours=None))) <= ids(query(RECORD, View()))
    )
    assert ids(query(RECORD, View(period=period))) <= set(RECORD.events.index)


def test_no_filter_shows_all_and_in_order() -> None:
    shown = query(RECORD, View())
    assert list(shown.events.index) == list(RECORD.events.index)


def test_days_are_half_open_in_local_time(tiny: Folder) -> None:
    record = tiny.change("events", "2022-01-05-almaty-fight", end="2022-01-06T00:00").load()
    assert "2022-01-05-almaty-fight" in ids(query(record, View(period=on(5))))
    assert "2022-01-05-almaty-fight" not in ids(query(record, View(period=on(6))))
    record = tiny.change("events", "2022-01-07-moscow-speech", start="2022-01-07T00:00").load()
    assert "2022-01-07-moscow-speech" in ids(query(record, View(period=on(7))))
    assert "2022-01-07-moscow-speech" not in ids(query(record, View(period=on(6))))


def test_hours_show_what_touches_them(tiny: Folder) -> None:
    record = tiny.load()
    shown = {
        h: ids(query(record, View(period=on(5), hours=h))) for h in ((960, 990), (930, 960), (1320, 1440), (0, 360))
    }
    assert shown[960, 990] == {"2022-01-05-airport-entered"}
    assert shown[930, 960] == set()
    assert shown[1320, 1440] == {"2022-01-05-almaty-fight", "2022-01-05-street-shots"}
    assert shown[0, 360] == set()


def test_a_long_event_counts_on_each_of_its_days(tiny: Folder) -> None:
    totals = {bar.period: bar.total for bar in query(tiny.load(), View(places=("camp", "almaty"))).by_day}
    assert [totals[on(day)] for day in (4, 5, 6, 7, 8, 9, 10)] == [0, 3, 1, 0, 1, 1, 0]


@pytest.mark.parametrize(
    ("places", "number"),
    [(("almaty",), 3), (("almaty-airport",), 1), (("mangystau-region",), 3), (("kazakhstan",), 3), (("abroad",), 1),
     (("russia",), 1), (("almaty", "russia"), 4)],
)  # fmt: skip
def test_a_place_stands_for_all_in_it_but_kazakhstan_for_the_whole_only(
    tiny: Folder, places: tuple[str, ...], number: int
) -> None:
    assert len(query(tiny.load(), View(places=places)).events) == number


def test_an_event_of_several_places_is_found_in_each(tiny: Folder) -> None:
    record = tiny.change("events", "2022-01-02-zhanaozen-gathering", also_places="almaty").load()
    for place, there in (("zhanaozen", True), ("almaty", True), ("mangystau-region", True), ("almaty-airport", False)):
        assert ("2022-01-02-zhanaozen-gathering" in query(record, View(places=(place,))).events.index) == there
    assert "2022-01-02-zhanaozen-gathering" in query(record, View(text="Almaty (ru)")).events.index


def test_what_is_told_about_deaths_can_be_asked_for(tiny: Folder) -> None:
    record = tiny.change("events", "2022-01-05-street-shots", about_deaths="yes").load()
    assert list(query(record, View(deaths=True)).events.index) == ["2022-01-05-street-shots"]


def test_words_are_sought_in_any_case_and_language_and_all_of_them(tiny: Folder) -> None:
    record = tiny.change("events", 0, title="Забастовка в Жаңаөзен", actors="Oil workers").load()
    for text in ("забастовка", "ЖАҢАӨЗЕН", "workers забастовка", "kazakhstan (kk)", "(ru)"):
        assert "2021-12-20-kazakhstan-order" in ids(query(record, View(text=text)))
    assert not ids(query(record, View(text="workers nonsense")))
    assert not ids(query(record, View(text=".*")))


def test_the_open_event_is_found_though_it_matches_no_filter(tiny: Folder) -> None:
    shown = query(tiny.load(), View(event="2022-01-05-almaty-fight", period=on(20)))
    assert not len(shown.events)
    assert shown.selected
    assert shown.selected["event_id"] == "2022-01-05-almaty-fight"


@pytest.mark.parametrize(
    "view", [View(), View(text="a b"), View(significance=1), View(categories=("clash",)), View(statuses=("disputed",)),
             View(period=on(5), hours=(0, 30)), View(places=("almaty",))],
)  # fmt: skip
def test_a_record_without_events_is_queried_without_raising(tiny: Folder, view: View) -> None:
    shown = query(tiny.write("events", []).load(), view)
    assert (shown.by_status, shown.rows, shown.by_day[0].total) == ({}, [], 0)


@pytest.mark.parametrize("day", [date.min, date(1, 1, 2), date(9999, 12, 30), date.max])
def test_a_day_far_from_the_record_shows_nothing_and_does_not_raise(day: date) -> None:
    assert not len(query(RECORD, View(period=Period.of(day))).events)


def claim_ids(claims: list[ClaimRow]) -> list[str]:
    return [claim["claim_id"] for claim in claims]


def test_claims_of_an_event_and_of_a_case_by_the_day_said(tiny: Folder) -> None:
    record = tiny.load()
    event_claims = claim_ids(claims_of(record, event_id="2022-01-05-almaty-fight"))
    assert event_claims == ["2022-01-16-toll-three", "month-known-only"], "a month counts by its last day"
    assert claim_ids(claims_of(record, case_id="airport")) == ["2022-01-16-toll-three"]
    assert claims_of(record) == []
    record = tiny.change("claims", "month-known-only", said_on="").load()
    assert claim_ids(claims_of(record, event_id="2022-01-05-almaty-fight"))[0] == "month-known-only", "by its source"
    record = tiny.change("sources", "vlast", published="", published_basis="").load()
    assert claim_ids(claims_of(record, event_id="2022-01-05-almaty-fight"))[-1] == "month-known-only"


def test_claims_said_between_two_days_include_both(tiny: Folder) -> None:
    said = claims_said(tiny.load(), date(2022, 1, 9), date(2022, 1, 15))
    assert claim_ids(said) == ["2022-01-09-toll-one", "2022-01-15-toll-two"]


def test_the_ledger_keeps_to_topic_places_and_words(tiny: Folder) -> None:
    tiny.change("claims", 1, topic="injured", statement="Fire in the square").change("claims", 2, place_id="zhanaozen")
    record = tiny.load()
    assert len(ledger(record, View())) == 4
    assert claim_ids(ledger(record, View(topic="injured"))) == ["2022-01-15-toll-two"]
    assert claim_ids(ledger(record, View(places=("mangystau-region",)))) == ["2022-01-16-toll-three"]
    assert claim_ids(ledger(record, View(text="MINISTRY fire"))) == ["2022-01-15-toll-two"]


def test_what_cites_a_source_is_found_through_every_table(tiny: Folder) -> None:
    record = tiny.change("case_steps", 0, sources="orda").load()
    found = citing(record)
    assert set(found) == set(record.sources.index)
    assert found["orda"].cases == ("airport",)
    assert found["azattyq"].events == ("2022-01-05-airport-entered", "2022-01-06-kazakhstan-speech")
    assert len(found["vlast"].claims) == 4
    assert found["orda"].deaths == ("almaty-a-victim",)
    assert found["orda-quotes-rfe-rl"] == Citing((), (), (), ())


@pytest.mark.parametrize(
    "words", ["prosecutor’s", "PROSECUTOR'S", "Сем\u0435\u0438\u0306", "семей", "Nur‑Sultan", "кантар", "қаңтар"]
)
def test_every_list_is_searched_by_any_spelling(tiny: Folder, words: str) -> None:
    text = "Prosecutor's office in Семей and Nur-Sultan: Қаңтар"
    tiny.change("events", 0, summary=text).change("claims", 0, statement=text).change("sources", 0, title=text)
    of = tiny.load()
    assert list(query(of, View(text=words)).events.index) == [tiny.rows("events")[0]["event_id"]]
    assert [row["claim_id"] for row in ledger(of, View(text=words))] == [tiny.rows("claims")[0]["claim_id"]]
    assert [row["source_id"] for row in sources_with(of, words)] == [tiny.rows("sources")[0]["source_id"]]
