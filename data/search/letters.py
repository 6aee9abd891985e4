"""Words as they are searched whatever script they are in: in one form as they are written, and in one as they sound.

Russian letters are written in Latin ones after BGN/PCGN 1947, which English reports mostly follow; those of Kazakh have
become Russian ones by `data/folding.py`. Then what English spelling leaves open is made the same: `Tokayev`, `Tokaev`,
`Toqaev` and `Токаев` are one word.
"""

import re
from functools import lru_cache

from data.folding import folded

LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "i", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
    "y": "i", "j": "zh", "q": "k", "w": "v",
}  # fmt: skip
_LATIN = str.maketrans(LATIN)
_SAME = [
    (re.compile("([kg])h"), lambda found: {"k": "h", "g": "g"}[found[1]]),
    (re.compile("i(?=[aeou])"), lambda found: ""),
    (re.compile(r"([^\W\d])\1+"), lambda found: found[1]),
]  # fmt: skip
"""`kh` and `gh`, the `y` before a vowel, and double letters."""
_WORD = re.compile(r"\w+")
CYRILLIC = re.compile("[\u0400-\u04ff]")


def written(text: str) -> str:
    """The words of a text, folded, with a space between them."""
    return " ".join(_WORD.findall(folded(text)))


@lru_cache(maxsize=16384)
def _word_sounding(word: str) -> str:
    sounds = word.translate(_LATIN)
    for pattern, same in _SAME:
        sounds = pattern.sub(same, sounds)
    return sounds


def sounding(text: str) -> str:
    """The words of a text as they sound, in Latin letters, with a space between them; a word of signs alone is left."""
    return " ".join(_word_sounding(word) or word for word in written(text).split())
