"""The talks there are, as a list."""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from components.address import talk_address, talk_file_address
from components.language import Language, written_date
from components.markup import render
from components.talks.files import talk_files
from components.talks.upload_words import upload_words
from data.faults import shortened
from data.folders import named, talks_folder
from data.talks import LONGEST_HEADING, Talk

MOST_FAULTS = 50
"""So many faults of a talk are listed; the check of the record prints all."""


def talk_list(talks: Iterable[Talk], language: Language) -> Markup:
    """Every talk with its downloads and its faults."""
    rows = [_row(talk, language) for talk in talks]
    return render("talks/list", language, talks=rows, folder=named(talks_folder()), upload_words=upload_words(language))


def _row(original: Talk, language: Language) -> dict[str, Any]:
    talk, code = original.in_language(language.code), language.code
    return {
        "stage": talk_address(talk.name, language=code),
        "language": talk.language,
        "files": [
            (file.words, talk_file_address(talk.name, form, code)) for form, file in talk_files(language).items()
        ],
        "title": talk.title,
        "author": talk.author,
        "date": written_date(language, talk.date),
        "slides": language.plural("{n} slide", "{n} slides", len(talk.slides)),
        "headings": [
            (shortened(slide.heading, LONGEST_HEADING), talk_address(talk.name, slide.number, code))
            for slide in talk.slides
        ],
        "faults": [str(fault) for fault in original.all_faults[:MOST_FAULTS]],
        "more": max(len(original.all_faults) - MOST_FAULTS, 0),
    }
