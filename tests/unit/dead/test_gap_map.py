"""The map of the gap: a ring for what the authorities count, a disc for what is told of here, in proportion."""

from components.dead.gap_map import gap_map, off_the_map
from data.queries.view import View
from tests.unit.data.queries.test_deaths import counted, toll
from tests.unit.helpers import Folder
from tests.unit.samples import EN, Page


def test_each_place_has_both_numbers_and_leads_to_its_dead(tiny: Folder) -> None:
    record = counted(tiny, toll("city", 8, place_id="almaty"))
    drawn = gap_map(record, View(text="gone"), EN)
    (gap,) = drawn.values["layers"][0]["gaps"]
    assert gap.text == "Almaty 2 of 8"
    assert abs(gap.ring / gap.disc - 2) < 0.05
    assert gap.label
    assert Page(drawn.element()).links == ["/dead?place=almaty"]


def test_a_place_without_a_number_says_so_and_one_with_nothing_is_left_out(tiny: Folder) -> None:
    record = counted(tiny, toll("none", 0, place_id="mangystau-region"))
    (gap,) = gap_map(record, View(), EN).values["layers"][0]["gaps"]
    assert (gap.text, gap.ring) == ("Almaty 2, no count", 0)


def test_what_is_no_point_on_the_map_is_told_beside_it(tiny: Folder) -> None:
    record = tiny.change("deaths", 0, place_id="kazakhstan").load()
    assert [(one.place_id, one.persons) for one in off_the_map(record)] == [("kazakhstan", 1)]
