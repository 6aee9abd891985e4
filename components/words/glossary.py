"""Words that a newcomer may not know, each with its meaning in a sentence, and their marks in running text."""

import re
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from components.address import address, carried
from components.language import Language
from data.folding import folded
from data.queries.view import View

PAGE = "about"
"""The page that has the glossary; a term stands there under its key."""


@dataclass(frozen=True)
class Term:
    """A word with its key and its meaning, in the forms in which texts have it; the first is its name."""

    key: str
    forms: tuple[str, ...]
    meaning: str

    @property
    def name(self) -> str:
        return self.forms[0]


def terms_of_kazakhstan(language: Language) -> list[Term]:
    """Names and words that the reports use."""
    _ = language.text
    return [
        _term(
            "akim",
            _("akim, akims"),
            _("The head of a region, a city or a district. The president appoints those of regions and major cities."),
        ),
        _term(
            "akimat",
            _("akimat, akimats"),
            _("The government of a region, a city or a district, and the building it sits in."),
        ),
        _term(
            "azattyq",
            _("Azattyq, RFE/RL"),
            _("The Kazakh service of Radio Free Europe/Radio Liberty (RFE/RL), which the United States fund."),
        ),
        _term(
            "csto",
            _("CSTO"),
            _(
                "The Collective Security Treaty Organization, a military alliance of Armenia, Belarus, Kazakhstan, "
                "Kyrgyzstan, Russia and Tajikistan with its seat in Moscow."
            ),
        ),
        _term(
            "kibhr",
            _("KIBHR"),
            _("The Kazakhstan International Bureau for Human Rights and Rule of Law, a rights group."),
        ),
        _term(
            "knb",
            _("KNB"),
            _("The National Security Committee, the state security service of Kazakhstan, under the president."),
        ),
        _term("lpg", _("LPG"), _("Liquefied petroleum gas, which many cars in Kazakhstan run on.")),
        _term("majilis", _("Majilis"), _("The lower house of the parliament of Kazakhstan.")),
        _term("maslikhat", _("maslikhat, maslikhats"), _("The elected council of a region, a city or a district.")),
        _term(
            "odihr",
            _("ODIHR"),
            _(
                "The Office for Democratic Institutions and Human Rights of the Organization for Security and "
                "Co-operation in Europe (OSCE)."
            ),
        ),
        _term(
            "qandy-qantar",
            _("Qandy Qantar, Bloody January, Қанды қаңтар"),
            _(
                "Kazakh for “Bloody January” (Қанды қаңтар), as the events of January 2022 are widely called. Others "
                "speak of the January events, or of the January tragedy."
            ),
        ),
        _term("qantar", _("Qantar, қаңтар"), _("The Kazakh word for January (қаңтар), and the name of this record.")),
        _term("tenge", _("tenge"), _("The currency of Kazakhstan.")),
    ]


def terms_of_the_record(language: Language) -> list[Term]:
    """The words that this record uses in a sense of its own; texts have them in others too, so they stay unmarked."""
    _ = language.text
    return [
        _term(
            "event",
            _("event"),
            _("Something that happened at a place and a time, such as a rally, a shooting or a decree."),
        ),
        _term(
            "claim",
            _("claim"),
            _("Something that somebody said on a day, mostly with a number. It belongs to whoever said it."),
        ),
        _term(
            "voice",
            _("voice"),
            _("Whoever an account goes back to. Ten reports that repeat one press release are one voice."),
        ),
        _term("relay", _("relay"), _("A report that only repeats what somebody else said. It adds no voice.")),
        _term(
            "standing",
            _("standing"),
            _(
                "How well an event is confirmed: corroborated, single source, by the authorities alone, disputed or "
                "discounted."
            ),
        ),
        _term(
            "corroborated",
            _("corroborated"),
            _(
                "Told by two or more voices that do not go back to one another, not all of them authorities. It does "
                "not mean that everything said of it is true."
            ),
        ),
        _term("single-source", _("single source"), _("Told by one voice only, however many reports repeat it.")),
        _term(
            "authorities-only",
            _("authorities alone"),
            _(
                "Told by authorities, courts or state media only, be it by several: offices of a state are not "
                "independent witnesses of what it did."
            ),
        ),
        _term(
            "disputed",
            _("disputed"),
            _("Whether it happened, why, or by whom is contested, and the record says by whom."),
        ),
        _term(
            "discounted",
            _("discounted"),
            _("Reported at first, and later shown not to hold. It is kept, so that it can be recognised."),
        ),
        _term(
            "docket",
            _("docket"),
            _("The dated steps of a case, from the incident to the last decision found."),
        ),
        _term(
            "as-known",
            _("as known on"),
            _("The record as it could have been known at the end of a day, without what was published later."),
        ),
    ]


def _term(key: str, forms: str, meaning: str) -> Term:
    return Term(key, tuple(form.strip() for form in forms.split(",")), meaning)


def asked_for(words: str, language: Language) -> list[Term]:
    """The terms that a search asks for by one of their forms, whole."""
    wanted = folded(words).strip(' "“”')
    every = (*terms_of_kazakhstan(language), *terms_of_the_record(language))
    return [term for term in every if wanted in {folded(form) for form in term.forms}]


def term_address(key: str, view: View) -> str:
    """Where a term is explained, as seen from a view."""
    return f"{address(carried(view), PAGE)}#{key}"


class Explained:
    """Texts of one page or card, with a link on the first occurrence of each term that says what it means."""

    def __init__(self, view: View, language: Language) -> None:
        self._view = view
        self._left = {form: term for term in terms_of_kazakhstan(language) for form in term.forms}
        forms = sorted(self._left, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, forms))})(?![\w-])")

    def __call__(self, text: str) -> Markup:
        """A text as markup; whatever it holds stays text."""
        parts: list[Any] = []
        end = 0
        for found in self._pattern.finditer(text):
            term = self._left.get(found[0])
            if term is None:
                continue
            self._left = {form: other for form, other in self._left.items() if other is not term}
            parts += [escape(text[end : found.start()]), self._link(term, found[0])]
            end = found.end()
        return Markup().join([*parts, escape(text[end:])])

    def _link(self, term: Term, word: str) -> Markup:
        link = '<a class="term" href="{}" title="{}">{}</a>'
        return Markup(link).format(term_address(term.key, self._view), term.meaning, word)
