"""Searching finds what is meant, however it is written."""

from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.folding import folded, words_of

SPELLINGS = [
    ("prosecutor's", "prosecutor’s"), ("Prosecutor's", "PROSECUTORʼS"), ("prosecutor's", "prosecutor`s"),
    ("Семей", normalize("NFD", "Семей")), ("Семей", "СЕМЕЙ"),
    ("Nur-Sultan", "Nur‑Sultan"), ("Nur-Sultan", "nur–sultan"), ("Nur-Sultan", "Nur−Sultan"),
    ("Nursultan", "Nur\u00adsultan"), ("Nursultan", "Nur\u200bsultan"),
    ("Артём", "артем"), ("Артём", normalize("NFD", "АРТЁМ")),
    ("Қаңтар", "кантар"), ("Жаңаөзен", "жанаозен"), ("Өскемен", "оскемен"), ("Үкімет", "укимет"), ("Ұлт", "улт"),
    ("Әуежай", "ауежай"), ("Ғалым", "галым"), ("қаһарман", "кахарман"),
    ("Qańtar", "qantar"), ("Şımkent", "simkent"), ("café", "CAFE"), ("Łódź", "lodz"),
    ("“Bloody”", '"bloody"'), ("«Кровавый»", '"кровавый"'), ("ﬁre", "fire"), ("Straße", "STRASSE"),
]  # fmt: skip
MARKS = {"'": "'’‘ʼ`´", "-": "-‐‑‒–—―−", "е": "еёЕЁ", "а": "аәӘ", "к": "кқҚ", "н": "нңҢ", "о": "оөӨ", "у": "уұүҮ",
         "г": "гғҒ", "х": "хһҺ", "и": "иіІ", "e": "eéÈ", "o": "oøÖ", "s": "sşŚ"}  # fmt: skip


@st.composite
def respelt(draw: st.DrawFn, text: str) -> str:
    """The text in another of its spellings."""
    signs = [draw(st.sampled_from(MARKS.get(sign, sign))) for sign in text]
    hidden = [sign + draw(st.sampled_from(["", "", "", "\u00ad"])) for sign in signs]
    changed = draw(st.sampled_from(["".join(hidden), "".join(hidden).upper(), "".join(hidden).lower()]))
    return normalize(draw(st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"])), changed)


words = st.text(alphabet="".join(MARKS) + "бвзлмпртABcdйЙ7", min_size=1, max_size=12)


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_spellings_of_one_word_are_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("и", "й"), ("a", "а"), ("Aktau", "Aktobe"), ("-", "'"), ("3", "8")])
def test_what_differs_stays_different(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(st.text())
@example("ͅι")
@example("\u0130\u0307")
@example("ſ\u0323\u0307")
def test_what_is_folded_stays_so(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(words.flatmap(lambda word: st.tuples(st.just(word), respelt(word))))
def test_every_spelling_is_the_same(pair: tuple[str, str]) -> None:
    assert folded(pair[0]) == folded(pair[1])


@given(st.lists(words, min_size=1, max_size=6).flatmap(lambda w: st.tuples(st.just(w), st.sampled_from(w))), st.data())
def test_a_text_is_found_by_each_of_its_words_in_any_spelling(
    found: tuple[list[str], str], data: st.DataObject
) -> None:
    text = data.draw(respelt(" ".join(found[0])))
    assert all(word in folded(text) for word in words_of(data.draw(respelt(found[1]))))
