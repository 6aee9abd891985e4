"""What is drawn once for a wide window and once for a narrow one, where it can't be known which will show it."""

from markupsafe import Markup, escape

from components.figure import Figure


def window_classes(until: str, number: int) -> tuple[str, ...]:
    """The classes of what is drawn so many times: none for one; of two each window shows its own by them.

    The first is for windows from the width `until` on (`components/drawing/widths.py`), the other for narrower ones.
    """
    return ("",) if number == 1 else (f"not-{until}", f"if-{until}")


def fitting(until: str, *figures: Figure) -> Markup:
    """One figure as it is, or two of which each window shows the one that fits."""
    if len(figures) == 1:
        return escape(figures[0])
    return Markup().join(
        Markup('<div class="{}">{}</div>').format(shown, figure)
        for shown, figure in zip(window_classes(until, len(figures)), figures, strict=True)
    )
