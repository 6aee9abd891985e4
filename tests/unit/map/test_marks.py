"""The map's marks: named by their content, and drawn as what they count."""

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from components.drawing.palette import FAMILY_COLOURS, HOLLOW, LAND, THEMES, rgb
from components.map.marks import SLICED, Counts, draw_mark, mark_code, parse_mark, simplified, wedges
from data.vocabulary import FAMILIES

numbers = st.integers(0, 9999)
COUNTED = st.tuples(numbers, numbers, numbers, numbers)
counts_of_marks = st.dictionaries(st.sampled_from(list(FAMILIES)), COUNTED, min_size=1)
SVG = "{http://www.w3.org/2000/svg}"


def in_order(counts: Counts) -> Counts:
    return {family: counts[family] for family in FAMILIES if family in counts}


@given(counts_of_marks)
def test_a_name_is_read_back_as_what_it_names(counts: Counts) -> None:
    assume(any(map(sum, counts.values())))
    assert parse_mark(mark_code(counts)) == counts
    assert re.fullmatch(r"[a-z0-9._]+", mark_code(counts))


@pytest.mark.parametrize(
    "code",
    ["", "protest", "protest0.0.0.0", "protest1.2", "protest1.2.3", "protest1.2.3.4.5", "joy1.0.0.0",
     "protest1.0.0.0_protest1.0.0.0", "protest-1.0.0.0", "protest99999999.0.0.0", "protest1.0.0.0/../x",
     "protest1.0.0.0\n", "Protest1.0.0.0", "<svg>", "_"],
)  # fmt: skip
def test_anything_else_is_no_mark(code: str) -> None:
    with pytest.raises(ValueError, match="no mark"):
        parse_mark(code)


@given(st.text(max_size=30))
def test_no_text_does_anything_but_raise_value_error(code: str) -> None:
    try:
        parse_mark(code)
    except ValueError:
        return
    assert mark_code(parse_mark(code))


@given(counts_of_marks, st.sampled_from(THEMES))
def test_a_mark_is_sound_svg_with_a_wedge_a_standing(counts: Counts, theme: str) -> None:
    assume(any(map(sum, counts.values())))
    picture = ET.fromstring(draw_mark(in_order(counts), theme))
    assert picture.tag == f"{SVG}svg"
    paths = picture.findall(f"{SVG}path")
    assert len(paths) == sum(number > 0 for row in counts.values() for number in row)
    patterns = {pattern.get("id") for pattern in picture.iter(f"{SVG}pattern")}
    used = {path.get("fill", "")[5:-1] for path in paths if path.get("fill", "").startswith("url(#")}
    assert used == patterns


@given(counts_of_marks)
def test_the_wedges_fill_the_disc(counts: Counts) -> None:
    assume(any(map(sum, counts.values())))
    found = wedges(in_order(counts), 64)
    assume(len(found) > 1)
    ends = [(re.search(r"L([\d.-]+ [\d.-]+)A", path), re.search(r"([\d.-]+ [\d.-]+)Z", path)) for *_, path in found]
    assume(all(begin and end for begin, end in ends))  # one that is all of the disc but a sliver is drawn as a circle
    for (_, end), (begin, _) in pairwise(ends):
        assert end
        assert begin
        assert end[1] == begin[1]
    assert ends[-1][1]
    assert ends[0][0]
    assert ends[-1][1][1].replace("-0.00", "0.00") == ends[0][0][1]


def test_filled_hollow_half_filled_and_hatched() -> None:
    picture = ET.fromstring(draw_mark({"protest": (1, 1, 1, 1)}, "light"))
    (filled, hollow, half, hatched) = picture.findall(f"{SVG}path")
    colour = FAMILY_COLOURS["light"]["protest"]
    assert filled.get("fill") == colour
    assert hollow.get("fill") not in (colour, "none")
    assert [path.get("fill") for path in (half, hatched)] == ["url(#half-protest)", "url(#hatched-protest)"]
    assert {path.get("stroke") for path in (filled, hollow, half, hatched)} == {colour}


def test_a_mark_of_one_kind_is_a_whole_disc() -> None:
    (wedge,) = wedges({"state": (7, 0, 0, 0)}, 20)
    assert "L" not in wedge[2]


@given(counts_of_marks)
def test_a_small_disc_has_one_colour_and_one_filling_for_all_it_counts(counts: Counts) -> None:
    assume(any(map(sum, counts.values())))
    assert simplified(counts, SLICED) == counts
    small = simplified(in_order(counts), SLICED - 0.1)
    ((family, numbers),) = small.items()
    assert sum(numbers) == sum(map(sum, counts.values()))
    assert sum(counts[family]) == max(map(sum, counts.values()))
    (leading,) = (place for place, number in enumerate(numbers) if number)
    assert counts[family][leading] == max(counts[family])


def test_what_is_hollow_is_lighter_than_the_land() -> None:
    for theme in THEMES:
        assert sum(rgb(HOLLOW[theme])) > sum(rgb(LAND[theme])) + 40


@given(counts_of_marks, st.floats(10, 80))
def test_outlines_stay_inside_of_the_disc(counts: Counts, size: float) -> None:
    assume(any(map(sum, counts.values())))
    for *_, path in wedges(in_order(counts), size, 2):
        numbers = [float(number) for number in re.findall(r"-?\d+\.\d+", path)]
        assert max(map(abs, numbers)) <= size - 2 + 0.01
