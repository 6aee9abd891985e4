"""The switch between the languages: each in its own name, and the same page in it."""

from collections.abc import Callable

from components.language import Language
from data.vocabulary import LANGUAGES

NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
"""What each language calls itself, in the order of the switch."""
assert set(NAMES) == set(LANGUAGES)


def languages(address_in: Callable[[str], str], language: Language) -> list[tuple[str, str, str, bool]]:
    """The code of each language, its name, the address in it, and whether it is the one that is read."""
    return [(code, name, address_in(code), code == language.code) for code, name in NAMES.items()]
