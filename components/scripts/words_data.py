"""What the words of a search are looked up in, as data for a script: the words of the texts, with their events.

A word is found in parts of words, as `data/queries/query.py` finds it in the whole text: none has a space in it.
"""

from itertools import pairwise
from typing import Any

from components.scripts.explore_data import called
from data.folding import letters
from data.loading.record import Record


def words_script(record: Record) -> str:
    """The file that is loaded once words are searched."""
    return called("words", words_data(record))


def words_data(record: Record) -> dict[str, Any]:
    """All words, in order, and for each the numbers of its events: the first, then the steps from one to the next.

    `letters` are what the script folds one by one, as `data/folding.py` does.
    """
    events_of: dict[str, list[int]] = {}
    for number, event in enumerate(record.event_rows.values()):
        for word in set(event["search"].split()):
            events_of.setdefault(word, []).append(number)
    words = sorted(events_of)
    return {"words": " ".join(words), "events": [_steps(events_of[word]) for word in words], "letters": letters()}


def _steps(numbers: list[int]) -> list[int]:
    return [number - before for before, number in pairwise([0, *numbers])]
