"""Jinja templates for what is read: every value from the record is escaped, so text stays text."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from components.address import asset, lasting_asset
from components.language import Language
from data.vocabulary import FILLING_OF

TEMPLATES = Path(__file__).parent


def render(template: str, language: Language, **values: Any) -> Markup:
    """Fill `<template>.html`, named by its room, as "map/shelf"; `language` gives its words."""
    return Markup(_environment(language).get_template(f"{template}.html").render(language=language, **values))


@cache
def _environment(language: Language) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.globals.update(asset=asset, lasting_asset=lasting_asset)
    environment.globals["FILLING_OF"] = FILLING_OF
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=language.text,
        ngettext=lambda one, many, n: language.plural(one, many, n),
        newstyle=False,
    )
    return environment
