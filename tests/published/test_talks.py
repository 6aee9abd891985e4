"""The talks that come with the project have no fault, and notes to speak from."""

import re

import pytest

from components.talks.figures import drawn_or_faults
from data.folders import TALKS_FOLDER
from data.loading.record import Record
from data.queries.query import addressable
from data.queries.view import KEYS
from data.talks import LONGEST_HEADING, ROOM_ALONE, ROOM_BESIDE, Talk, parse_talk
from data.vocabulary import LANGUAGES
from tests.unit.samples import EN
from tests.unit.sampletalks import written


@pytest.mark.parametrize(("name", "least", "most"), [("ten-days", 12, 17), ("airport-case", 8, 12)])
def test_a_talk_has_its_slides_and_notes(
    name: str, least: int, most: int, published: Record, published_talks: dict[str, Talk]
) -> None:
    talk = published_talks[name]
    assert not talk.all_faults
    assert least <= len(talk.slides) <= most
    for slide in talk.slides:
        assert len(slide.notes.split()) >= 60, slide.heading
        assert drawn_or_faults(published, talk, slide, EN)[1] == []
    assert len({slide.heading for slide in talk.slides}) == len(talk.slides)
    assert sum(slide.view is not None for slide in talk.slides) >= len(talk.slides) - 1


@pytest.mark.parametrize("name", ["ten-days", "airport-case"])
@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_a_talk_is_there_in_each_language(name: str, code: str, published_talks: dict[str, Talk]) -> None:
    talk = published_talks[name]
    other = talk.translations[code]
    assert (other.name, other.language, other.date) == (talk.name, code, talk.date)
    assert [slide.view for slide in other.slides] == [slide.view for slide in talk.slides]
    assert all(slide.heading != own.heading for slide, own in zip(other.slides, talk.slides, strict=True))
    assert all(slide.notes and slide.notes != own.notes for slide, own in zip(other.slides, talk.slides, strict=True))


def test_what_the_readme_shows_and_says_is_so(published: Record) -> None:
    readme = (TALKS_FOLDER / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    known = addressable(published)
    talk = parse_talk("a-talk", example, known)
    assert not talk.all_faults
    assert len(talk.slides) == 2
    rows = re.findall(r"^\| (`.*`) \| .* \| (`.*`) \|$", readme, re.MULTILINE)
    assert len(rows) > 8
    for keys, examples in rows:
        assert set(re.findall(r"`(\w+)`", keys)) <= KEYS.keys()
        for example in re.findall(r"`(.*?)`", examples):
            key = keys.strip("`").partition("`")[0]
            view = example if "=" in example else f"{key}={example}"
            view += {"hours": "&day=2022-01-05"}.get(key, "")
            if ", " not in keys or "=" in example:
                assert not parse_talk("a-talk", written(f"# One\n\nview: {view}"), known).all_faults, view
    for limit in (LONGEST_HEADING, ROOM_BESIDE, ROOM_ALONE):
        assert f" {limit} " in readme
