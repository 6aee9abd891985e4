"""Markdown of talks: text only, with no HTML and no pictures in it."""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

DEEPEST = 2
"""Emphasis within emphasis says nothing, and what sets the handout can't go down without end."""
_OPENS, _CLOSES = ("em_open", "strong_open"), ("em_close", "strong_close")


def _flatten(state: StateCore) -> None:
    """Leave out emphasis that lies deeper than DEEPEST; its words stay."""
    for block in state.tokens:
        kept, depth = [], 0
        for token in block.children or ():
            depth += token.type in _OPENS
            if depth <= DEEPEST or token.type not in (*_OPENS, *_CLOSES):
                kept.append(token)
            depth -= token.type in _CLOSES
        block.children = kept if block.children is not None else None


MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable(["image", "html_inline", "html_block"])
MARKDOWN.core.ruler.push("flatten", _flatten)
