"""Odd pieces of text, and sound text with something odd done to it."""

from random import Random

PIECES = (
    "", " ", "\t", "\r\n", "\n\n", "\x00", "\x1b[31m", "\u202e", "\ufeff", "\ufffd", "\ud800", "e\u0301",
    "ﷺ", "🇰🇿", "Әә", "٣", "İ", "../", "..\\", "/", "//", "%", "%00", "%2e%2e%2f", "%ff", "&", "&amp;", "?", "#",
    ";", ",", "|", "=", "'", '"', "`", "\\", "---", "***", "*" * 200, "[" * 200, "a" * 300,
    "<script>alert(1)</script>", "{{7*7}}", "${x}", "@@=1+1", "=1+1", "-2+3+cmd|' /C calc'!A0", "__import__('os')",
    "0", "-1", "1e999", "nan", "inf", "0x10", "9" * 25, "9" * 4400, "true", "null", "none", "25:99",
    "0001-01-01", "9999-12-31", "9999-12", "2022-02-30", "2022-01-05", "2022-01-05.2022-01-01",
)  # fmt: skip
"""Each has broken some program."""
MOST = 20_000
"""So many characters the longest piece has."""


def piece(chance: Random) -> str:
    """An odd piece, seldom a very long one, or some characters drawn from all there are."""
    drawn = chance.random()
    if drawn < 0.05:
        return chance.choice(("x", "%", "*", "ә", "1", "a-", "> ")) * chance.randint(1_000, MOST // 2)
    if drawn < 0.3:
        return "".join(chr(chance.choice((chance.randrange(128), chance.randrange(0x3000)))) for _ in range(8))
    return chance.choice(PIECES)


def changed(chance: Random, text: str) -> str:
    """The text with a part of it cut, doubled, replaced or joined by something odd."""
    first, last = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
    last = min(last, first + chance.choice((1, 10, len(text))))
    return chance.choice(
        (
            text[:first] + text[last:],
            text[:last] + text[first:last] * chance.randint(1, 3) + text[last:],
            text[:first] + piece(chance) + text[last:],
            text[:first] + piece(chance) + text[first:],
            text.swapcase(),
            text[::-1],
        )
    )
