"""What a translation keeps of its English: numbers, items of a list, what must stay as it is, quotations, names, words.

Pure functions of two texts. Numbers are compared by their value: "12,000" is "12 000", and "93.7" is "93,7".
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from data.loading.schema import list_columns
from data.translating.words import SENSES
from data.translating.work import Pair


@dataclass(frozen=True)
class Finding:
    """Something that is suspicious in a translation, and whether it is surely wrong or only worth a look."""

    reason: str
    surely: bool = True


_SPACES = " \u00a0\u2009\u202f"
_ENGLISH_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?!,?\d)(?:\.\d+)?|\d+(?:\.\d+)?", re.ASCII)
_GROUPS = re.compile(rf"\d{{1,3}}(?:[{_SPACES}.,]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+[.,]\d+", re.ASCII)
_DIGITS = re.compile(r"\d+", re.ASCII)
_NAME = re.compile(r"[A-Z][\w’'-]{3,}")
_STEM = 3
"""A name is known by so many letters at least, and by half of them: cases change its end (Актобе, Актюбинская)."""
_TOKEN = re.compile(r"`[^`]+`|\{\w*\}|https?://[^\s<>\"«»]*[^\s<>\"«».,;:!?)]|[\w.+-]+@[\w-]+\.[\w.]*\w")
_SINGLE = re.compile(r"(?<!\w)['‘][^'’]+['’](?!\w)")
_ENGLISH_QUOTATION = re.compile(rf"\"[^\"]+\"|“[^”]+”|«[^»]+»|{_SINGLE.pattern}")
_QUOTATION_MARK = re.compile(r"[\"“”„«»‹›]")


def findings(english: str, translation: str, code: str, is_list: bool) -> list[Finding]:
    """All that is suspicious in the translation of a text into a language; `is_list`: semicolons part its items."""
    return [
        *(Finding(reason) for check in (numbers, tokens, quotations) for reason in check(english, translation)),
        *(Finding(reason) for reason in (items(english, translation) if is_list else ())),
        *(Finding(reason, surely=False) for reason in words(english, translation, code)),
    ]


def suspicious(pairs: Iterable[Pair], code: str, known: Mapping[str, str]) -> Iterator[tuple[Pair, Finding]]:
    """What is suspicious in the translations of texts that are there."""
    for pair in pairs:
        if pair.state == "there":
            is_list = pair.text.column in list_columns(pair.text.table)
            for finding in findings(pair.text.english, pair.translation, code, is_list):
                yield pair, finding
            for reason in names(pair.text.english, pair.translation, known):
                yield pair, Finding(reason, surely=False)


def numbers(english: str, translation: str) -> Iterator[str]:
    """The numbers of the English that the translation has not, whatever parts their thousands and their fractions."""
    there = _values(translation)
    wanted = {found[0]: _value(found[0].replace(",", "")) for found in _ENGLISH_NUMBER.finditer(english)}
    if missing := [written for written, value in wanted.items() if value not in there]:
        yield f"lacks {_listed(missing)} of the English: write the number in digits"


def _values(text: str) -> set[Decimal]:
    """Every number that a text may be read to hold: "12 000" is one number, or two."""
    found = {_value(digits) for digits in _DIGITS.findall(text)}
    for group in _GROUPS.findall(text):
        found.add(_value(re.sub(r"\D", "", group)))
        whole, mark, fraction = re.sub(rf"[{_SPACES}]", "", group).replace(",", ".").rpartition(".")
        if mark:
            found.add(_value(f"{whole.replace('.', '')}.{fraction}"))
    return found


def _value(written: str) -> Decimal:
    return Decimal(written).normalize()


def items(english: str, translation: str) -> Iterator[str]:
    """A list with another number of items."""
    wanted, there = (len([item for item in text.split(";") if item.strip()]) for text in (english, translation))
    if wanted != there:
        yield f"has {there} items where the English has {wanted}: part them with semicolons, as the English does"


def tokens(english: str, translation: str) -> Iterator[str]:
    """What is no word of a language, and must stay as it is: what stands in backticks or braces, and addresses."""
    if missing := [token for token in dict.fromkeys(_TOKEN.findall(english)) if token not in translation]:
        yield f"lacks {_listed(missing)} of the English: leave it as it is"


def quotations(english: str, translation: str) -> Iterator[str]:
    """Quotations that are told in nobody's words."""
    wanted = len(_ENGLISH_QUOTATION.findall(english))
    there = len(_QUOTATION_MARK.findall(translation)) // 2 + len(_SINGLE.findall(translation))
    if there < wanted:
        yield f"has {there} quotations where the English has {wanted}: put what is quoted between « and »"


def names(english: str, translation: str, known: Mapping[str, str]) -> Iterator[str]:
    """Names of the English, as `known` has them, of which the translation has not even the stem."""
    told = translation.casefold()
    for name in dict.fromkeys(_NAME.findall(english)):
        own = known.get(name, "").casefold()
        if own[: max(_STEM, len(own) // 2)] not in told and name.casefold() not in told:
            yield f"may not name {name!r}, {known[name]} in this language"


def words(english: str, translation: str, code: str) -> Iterator[str]:
    """Senses of the English of which the translation has no word that is known for it."""
    told = translation.casefold()
    for sense in SENSES.values():
        if (found := sense.english.search(english)) and not any(word in told for word in sense.others[code]):
            yield f"may lack what {found[0]!r} says"


def _listed(parts: list[str]) -> str:
    return ", ".join(map(repr, parts))
