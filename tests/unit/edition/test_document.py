"""A page of the edition stands by itself."""

import pytest
from markupsafe import Markup

from components.edition.document import headed


@pytest.mark.parametrize(
    ("part", "page"),
    [
        ('<p>a</p><h2 id="b">B <i>c</i></h2><h3>d</h3>', '<p>a</p><h1 id="b">B <i>c</i></h1><h3>d</h3>'),
        ('<h3 class="x">a</h3><h2>b</h2>', '<h1 class="x">a</h1><h2>b</h2>'),
        ("<h2>a</h2><h1>b</h1>", "<h2>a</h2><h1>b</h1>"),
        ("<p>none</p>", "<p>none</p>"),
    ],
)
def test_a_part_that_is_a_page_has_the_heading_of_one(part: str, page: str) -> None:
    assert headed(Markup(part)) == page
