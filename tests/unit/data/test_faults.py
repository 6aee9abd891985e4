"""A fault in words: one line that says where, what and what would be right, whatever the file holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.faults import Fault
from data.loading.schema import TABLES, columns
from data.loading.tables import parse_table


def test_a_fault_says_where_what_and_what_would_be_right() -> None:
    assert str(Fault("events.csv", 3, "title", "x", "mend it")) == "events.csv:3: title 'x': mend it"


def test_a_fault_of_a_whole_file_has_no_line() -> None:
    assert str(Fault("events.csv", 0, "", "", "is missing: put the file back")).startswith("events.csv: ")


def test_a_long_value_is_shortened_and_stays_whole_in_the_fault() -> None:
    fault = Fault("events.csv", 3, "title", "a" * 500, "too long")
    assert len(str(fault)) < 120
    assert "…" in str(fault)
    assert fault.value == "a" * 500


def test_faults_sort_by_file_and_line() -> None:
    one, two, three = Fault("a.csv", 2, "z", "", ""), Fault("a.csv", 10, "a", "", ""), Fault("b.csv", 1, "a", "", "")
    assert sorted((three, two, one)) == [one, two, three]


@pytest.mark.parametrize("mark", ["\n", "\r", "\x1b", "\x00", "\u2028", "\u202e"])
@pytest.mark.parametrize("where", ["header", "cell"])
def test_a_fault_is_one_printable_line_though_the_file_holds_control_characters(where: str, mark: str) -> None:
    header = ",".join(columns("origins"))
    texts = {"header": f'{header},"a{mark}b"\nafp,Agency,,1\n', "cell": f'{header}\n"A{mark}b",Agency,\n'}
    faults = parse_table("origins", texts[where]).faults
    assert faults
    for fault in faults:
        assert len(str(fault).splitlines()) == 1
        assert str(fault).isprintable()


@given(st.sampled_from(sorted(TABLES)), st.text())
def test_every_fault_names_its_file(name: str, text: str) -> None:
    for whole in (text, ",".join(columns(name)) + "\n" + text):
        for fault in parse_table(name, whole).faults:
            assert fault.file == f"{name}.csv"
            assert str(fault).startswith(f"{name}.csv:")
            assert fault.reason
