"""The line under the figure of a slide that says what its marks mean."""

from markupsafe import Markup

from components.language import Language
from components.markup import render
from components.pictures.figures import FIGURES
from components.pictures.framed import key_of


def key_line(layer: str, language: Language) -> Markup:
    """The colours and fillings of events; of numbers and of a docket how their points are read."""
    said = {
        "numbers": language.text("Filled: the authorities. Open: others. Dashed: a part. ≠ contradicted. × withdrawn."),
        "dead": language.text(
            "Filled: told of here. Ring: the authorities’ number for the place. Areas in proportion."
        ),
        "docket": language.text("A disc is a step, by its number. Filled: verdicts and appeals."),
    }.get(layer, "")
    return render("talks/key", language, marks=key_of(language) if FIGURES[layer].key else [], said=said)
