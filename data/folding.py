"""Text as it is searched: whatever is typed, copied or written in another manner finds what it means.

Folded are case, the forms of one letter in Unicode, marks over and under letters (ё as е, é as e), the Kazakh letters
that a Russian keyboard lacks (ә as а, қ as к), Latin letters that are no letter with a mark (ø as o), and the many
apostrophes, quotation marks, hyphens and spaces. Soft hyphens and other marks without a shape are left out.
"""

import re
from functools import lru_cache
from unicodedata import category, normalize

_LETTERS = {
    "ә": "а", "ғ": "г", "қ": "к", "ң": "н", "ө": "о", "ұ": "у", "ү": "у", "һ": "х", "і": "и",
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŋ": "n", "ŧ": "t", "ə": "a", "æ": "ae", "œ": "oe",
    "þ": "th",
}  # fmt: skip
_SIGNS = dict.fromkeys("‘’‚‛ʻʼʽʹˈ′‵´`＇", "'") | dict.fromkeys("“”„‟«»″＂", '"') | dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_FOLDED = str.maketrans(_LETTERS | _SIGNS)
_PLAIN = re.compile(r"[^\x00-\x7f]|`")


def letters() -> dict[str, str]:
    """What stands in the place of single letters and signs."""
    return _LETTERS | _SIGNS


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The text in the one form in which all its spellings are the same; what is folded stays so when folded again."""
    if not _PLAIN.search(text):
        return text.lower()
    # Signs come first, as some would fall apart into a space and a mark.
    parts = normalize("NFKD", normalize("NFKD", text.translate(_FOLDED)).casefold())
    # й is a letter of its own, and no и with a mark.
    parts = parts.replace("и\u0306", "й").translate(_FOLDED)
    return "".join(sign for sign in parts if category(sign) not in ("Mn", "Me", "Cf"))


def words_of(text: str) -> list[str]:
    """The words of a search, folded."""
    return folded(text).split()
