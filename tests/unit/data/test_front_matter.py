"""Front matter is read as people write it, and what is written is read back."""

from hypothesis import given
from hypothesis import strategies as st

from data.front_matter import LONGEST, read_front_matter, written_front_matter

_LETTERS = st.characters(exclude_categories=("C", "Zl", "Zp"))
_TEXTS = st.text(_LETTERS | st.sampled_from("\"'\\:#[]{}>|&*!%@-"), max_size=80).map(
    lambda text: " ".join(text.split())
)


@given(_TEXTS)
def test_what_is_written_is_read_back(text: str) -> None:
    found = read_front_matter(written_front_matter([("title", text), ("author", "A")]).splitlines())
    assert not found.wrong
    assert found.texts == {"title": text, "author": "A"}


@given(st.text() | st.binary().map(lambda found: found.decode("utf-16", "surrogatepass") if not len(found) % 2 else ""))
def test_any_text_is_read_and_what_is_read_can_be_written_to_a_file(text: str) -> None:
    lines = text.split("\n")
    found = read_front_matter(lines)
    assert all(0 <= line < len(lines) and reason for line, _, reason in found.wrong)
    for read in found.texts.values():
        read.encode()
        assert read_front_matter(written_front_matter([("title", read)]).split("\n")).texts["title"] == read


def test_more_than_two_kilobytes_are_not_read() -> None:
    found = read_front_matter([f"title: {'x' * LONGEST}"])
    assert not found.texts
    assert len(found.wrong) == 1
    assert read_front_matter([f"title: {'x' * (LONGEST - 7)}"]).texts
