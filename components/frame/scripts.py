"""Our own scripts as pages load them: a few lines, and two files, each a script of `static/` with all its modules.

The app's takes what both need from that of the written page, which the browser has already.
"""

import json
import re
from functools import cache

from components.address import ASSETS, SCRIPT, STATIC, WRITTEN_SCRIPT, lasting_address
from components.drawing.glyphs import sprite
from components.drawing.widths import WIDTHS

_IMPORT = re.compile(rf'^import (?:\{{([^}}]*)\}} from )?"{ASSETS}/(\w+)\.js";\n', re.MULTILINE)
_ASIDE = re.compile(r"^ *//.*\n|^[ \n]+", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|async function|function|class) (\w+))", re.MULTILINE)


@cache
def written_script() -> str:
    """The script of the written page."""
    modules = _modules("written")
    return f"{_together('written', modules)}export {{ {', '.join(map(_name, modules))} }};\n"


@cache
def linked_script() -> str:
    """The script of the app's linked markup, with the sprite that its pictures use and the widths that it asks for."""
    there = _modules("written")
    modules = [module for module in _modules("linked") if module not in there]
    return (
        f'import {{ {", ".join(map(_name, there))} }} from "{written_address()}";\n'
        f"const SPRITE = {json.dumps(str(sprite()))}, WIDTHS = {json.dumps(WIDTHS)};\n{_together('linked', modules)}"
    )


@cache
def whether_script() -> str:
    """What stands in the document itself: whether the app is wanted is known before anything is drawn."""
    return f"{{ const PHONE = {WIDTHS['phone']};\n{_read('whether')}}}"


def written_address() -> str:
    """The address of the script of the written page, which changes with what it holds."""
    return lasting_address(WRITTEN_SCRIPT, written_script().encode())


def linked_address() -> str:
    """The address of the app's script, which changes with what it holds."""
    return lasting_address(SCRIPT, linked_script().encode())


def _modules(entry: str) -> list[str]:
    """The modules that a script takes from, each after those that it takes from itself."""
    found: list[str] = []
    for _, module in _IMPORT.findall(_read(entry)):
        found += [one for one in (*_modules(module), module) if one not in found]
    return found


def _together(entry: str, modules: list[str]) -> str:
    """Modules, each with its names for itself, and the script that takes from them."""
    return "".join(map(_wrapped, modules)) + _taken(_read(entry))


def _wrapped(module: str) -> str:
    text = _read(module)
    given = ", ".join(_EXPORT.findall(text))
    return f"const {_name(module)} = (() => {{\n{_EXPORT.sub('', _taken(text))}return {{ {given} }};\n}})();\n"


def _taken(text: str) -> str:
    """A script with its imports taken from the modules before it."""
    return _IMPORT.sub(lambda found: f"const {{{found[1]}}} = {_name(found[2])};\n" if found[1] else "", text)


def _name(module: str) -> str:
    return f"${module}"


def _read(module: str) -> str:
    """A script without its comments and indents, for which no reader need wait."""
    return _ASIDE.sub("", (STATIC / f"{module}.js").read_text(encoding="utf-8"))
