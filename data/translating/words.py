"""Words that a translation must not lose, and what says the same in each language.

English words are patterns, others the stems or phrases of which one is found in a translation that keeps the meaning.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Sense:
    """Something that a text may say: its English words, and those of other languages."""

    english: re.Pattern[str]
    others: Mapping[str, tuple[str, ...]]


def _words(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


_A_NUMBER = r"(?=\s+(?:\d|half\b|two|three|four|five|six|seven|eight|nine|ten\b|a dozen|a hundred|a thousand|hundred))"

SENSES: Mapping[str, Sense] = {
    "at least": Sense(
        _words("at least", "no fewer than", "no less than", "not less than"),
        {
            "ru": ("не менее", "не меньше", "по меньшей мере", "по крайней мере", "минимум", "хотя бы"),
            "kk": ("кемінде", "кем дегенде", "аз дегенде", "кем емес", "тым болмаса", "кем болмайтын"),
        },
    ),
    "about": Sense(
        _words(f"(?:about|around|roughly|some){_A_NUMBER}", "approximately"),
        {
            "ru": ("около", "примерно", "порядка", "приблизительно", "где-то", "почти", "полтор", "ориентировочно"),
            "kk": ("шамамен", "жуық", "шамас", "шамалас", "дай ", "дей ", "тай ", "тей ",
                   "шақты", "таяу", "қарай", "маңында", "тарта"),
        },
    ),
    "nearly": Sense(
        _words(f"(?:nearly|almost){_A_NUMBER}"),
        {"ru": ("почти", "около", "без малого", "чуть менее"), "kk": ("дерлік", "жуық", "таяу", "шамамен", "тарта")},
    ),
    "more than": Sense(
        _words("more than", r"over(?=\s+(?:\d|half\b|a dozen|a hundred|a thousand))"),
        {
            "ru": ("более", "больше", "свыше", "превы", "с лишним", "старше", "выше"),
            "kk": ("астам", "көп", "артық", "асқан", "асып", "аса ", "асты", "асатын", "қашық", "жоғары", "үлкен"),
        },
    ),
    "up to": Sense(_words(f"up to{_A_NUMBER}"), {"ru": ("до ", "вплоть", "в пределах"), "kk": ("дейін", "дейінгі")}),
    "allegedly": Sense(
        _words("allegedly", "alleged", "purported", "purportedly", "reportedly"),
        {
            "ru": ("якобы", "предполага", "предположительно", "по утвержд", "утвержда", "вменя", "сообщ", "по данным",
                   "обвин", "инкримин", "заявл", "по версии"),
            "kk": ("-мыс", "мыс ", "болжам", "делінген", "деп айып", "айыптал", "деген", "дейді", "күдік", "хабарла",
                   "айтылған", "дерек", "деп ", "тағыл"),
        },
    ),
    "denied": Sense(
        _words("denied", "denies", "deny", "denying"),
        {
            "ru": ("отриц", "опроверг", "опроверж", "не призна", "отказ", "отвер", "не подтвер"),
            "kk": ("жоққа шығар", "теріске", "мойындама", "бас тарт", "терістеді", "бермеді", "берілмеді", "рұқсат"),
        },
    ),
    "said by somebody": Sense(
        _words("said", "says", "saying", "according to", "reported", "claimed", "claims", "stated", "announced"),
        {
            "ru": ("сообщ", "заяв", "сказа", "говор", "по словам", "со слов", "по данным", "по сведениям", "утвержд",
                   "по информации", "согласно", "объяв", "рассказ", "пиш", "писа", "по версии", "назва", "отмет",
                   "указа", "доложи", "по подсч", "по оценк", "пояс", "объясн", "показан", "слова ",
                   "уверя", "подтвер", "по его", "по её",
                   "по их", "переда", "отчит", "высказ", "обвин", "требу", "добави"),
            "kk": ("деді", "деген", "дейді", "деп ", "деп,", "айт", "мәлімде", "хабарла", "дерег", "дерек", "мәлімет",
                   "сөзінше", "сөзіне", "жарияла", "жазды", "ақпарат", "бойынша", "баянда", "көрсет", "білдір",
                   "есебі", "атады", "делін", "пікірінше", "растады", "айғақ", "демей", "сәйкес", "түсіндір"),
        },
    ),
}  # fmt: skip
"""What a translation may lose unseen: how sure a number is, and who says so."""
