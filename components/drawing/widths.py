"""The widths of the window at which the layout changes, in CSS pixels.

The script is given them. The queries of style sheets can't read a variable, so they repeat the numbers, and a test
holds them to these: a width begins at its number (`min-width: 700px`), what is narrower ends a pixel before it.
"""

WIDTHS = {"phone": 700, "list": 900, "small": 1000, "reading": 1100, "middling": 1200}
"""A name is that of windows narrower than its width: a phone has one column, in a small window a figure in a column has
a phone's type. From `list` on the list of events scrolls by itself, from `reading` on a day has two columns."""
OF_STREAMLIT = 864
"""From here on Streamlit puts wide margins beside its pages."""
