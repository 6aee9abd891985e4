"""Our own scripts as pages load them: every module once, before what takes from it."""

import re

import pytest

from components.address import SCRIPT, STATIC, WRITTEN_SCRIPT
from components.frame.scripts import linked_address, linked_script, whether_script, written_address, written_script
from tests.unit.asking import ask

SHARED = re.compile(r"^const (\$\w+) = \(\(\) => \{$", re.MULTILINE)


def test_each_module_is_in_one_of_the_two_and_stands_before_what_takes_from_it() -> None:
    written, linked = SHARED.findall(written_script()), SHARED.findall(linked_script())
    apart = {"linked", "written", "whether", "stage", "front"}
    assert sorted(written + linked) == sorted(f"${path.stem}" for path in STATIC.glob("*.js") if path.stem not in apart)
    there: set[str] = set()
    for line in [*written_script().splitlines(), *linked_script().splitlines()]:
        if taken := re.fullmatch(r"const \{.*\} = (\$\w+);", line):
            assert taken[1] in there
        if given := SHARED.fullmatch(line):
            there.add(given[1])


def test_what_is_taken_is_what_is_given() -> None:
    text = written_script() + linked_script()
    given = dict(
        re.findall(r"^const (\$\w+) = \(\(\) => .*?^return \{ ([^}]*) \};\n\}\)\(\);$", text, re.MULTILINE | re.DOTALL)
    )
    for taken, module in re.findall(r"const \{(.*)\} = (\$\w+);", text):
        assert set(re.findall(r"\w+", taken)) <= set(given[module].split(", ")), module
    assert not re.search(r"^(import|export) (?!\{)(?!default )", text, re.MULTILINE)


def test_what_both_need_comes_once() -> None:
    (first, *_) = linked_script().splitlines()
    assert first == f'import {{ {", ".join(SHARED.findall(written_script()))} }} from "{written_address()}";'


@pytest.mark.parametrize(("path", "address"), [(WRITTEN_SCRIPT, written_address()), (SCRIPT, linked_address())])
def test_a_script_is_kept_for_ever_at_the_address_that_changes_with_it(path: str, address: str) -> None:
    assert address.partition("?")[0] == path
    assert "immutable" in ask(address).headers["cache-control"]
    for other in (path, f"{path}?", f"{path}?0", f"{path}?{'0' * 12}"):
        assert ask(other).headers["cache-control"] == "no-cache"


def test_what_stands_in_the_document_is_small() -> None:
    assert len(whether_script()) < 1500
    assert "</script" not in whether_script()
