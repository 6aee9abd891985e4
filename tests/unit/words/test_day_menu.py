"""Days in words as the options of a menu."""

from datetime import date

from components.words.day_menu import day_menu
from tests.unit.samples import EN

DAYS = [date(2022, 2, 1), date(2022, 1, 9), date(2022, 1, 5), date(2022, 1, 9)]


def test_days_stand_in_words_under_their_months_each_once_and_in_order() -> None:
    assert day_menu(DAYS, date(2022, 1, 9), EN) == [
        ("January 2022", [("2022-01-05", "5 January 2022", False), ("2022-01-09", "9 January 2022", True)]),
        ("February 2022", [("2022-02-01", "1 February 2022", False)]),
    ]


def test_what_is_chosen_is_in_the_menu_though_nothing_else_fell_on_it() -> None:
    menu = day_menu(DAYS, date(2021, 12, 3), EN)
    assert menu[0] == ("December 2021", [("2021-12-03", "3 December 2021", True)])
    assert day_menu([], None, EN) == []
