"""The widths of the window at which the layout changes, in ems: of 16 pixels, unless the reader has set larger letters.

The script is given them. The queries of style sheets can't read a variable, so they repeat the numbers, and a test
holds them to these: a width begins at its number (`min-width: 43.75em`), what is narrower ends a hundredth before it.
"""

WIDTHS = {
    "phone": 43.75,
    "small": 62.5,
    "reading": 68.75,
    "middling": 75.0,
    "head": 80.0,
    "longer": 90.0,
    "wide": 112.5,
}
"""A name is that of windows narrower than its width: a phone has one column, in a small window a figure in a column has
a phone's type, and Explore is one column. From `reading` on a day has two columns, from `head` on the search
is a field and not a button, from `longer` on there is room for the menus in languages of longer words than the English,
from `wide` on a card stands beside the list."""
HEIGHT = 40.0
"""From this height of the window on, where it is not small, Explore stands on one screen."""
