"""Markdown of talks: text only, with no HTML and no pictures in it."""

from markdown_it import MarkdownIt

MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable(["image", "html_inline", "html_block"])
