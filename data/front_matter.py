"""The front matter of a talk: a key, a colon and a text on each line, in the manner of YAML and as simple as it gets.

Whatever stands behind the colon is the text: with colons, brackets or signs in it, on further lines that are indented,
or within quotes, where a backslash may stand for a letter that is hard to type.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

LONGEST = 2000
"""So many bytes of front matter are read."""
_LINE = re.compile(r"([^\s:#-][^:]*):(?:\s+(.*))?")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))")
_BLANKS = "nrtbfv0e _NLP"
"""After a backslash, in YAML: what ends a line or is blank."""
_PLAIN = re.compile(r"[^\W_](?:[^\n:#]|:(?=\S)|(?<! )#)*")


@dataclass
class FrontMatter:
    """The texts and the lines of the keys, and what is wrong as (line, key or "", reason); lines count from 0."""

    texts: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    wrong: list[tuple[int, str, str]] = field(default_factory=list)


def read_front_matter(lines: list[str]) -> FrontMatter:
    """Read the lines between the two dividers, in one pass. Never raises."""
    found = FrontMatter()
    size = len("\n".join(lines).encode("utf-8", "replace"))
    if size > LONGEST:
        found.wrong.append((0, "", f"the front matter has {size} bytes; {LONGEST} are read"))
        return found
    parts: dict[str, list[str]] = {}
    open_key = ""
    for number, line in enumerate(lines):
        match = _LINE.fullmatch(line.rstrip())
        if not line.strip() or line.startswith("#"):
            continue
        if line[0].isspace() and open_key:
            parts[open_key].append(line.strip())
        elif match is None:
            open_key = ""
            found.wrong.append((number, "", "write a key, a colon and a value on each line"))
        elif (open_key := match[1].strip()) in parts:
            found.wrong.append((number, open_key, "stands twice: keep one"))
        else:
            parts[open_key], found.lines[open_key] = [match[2] or ""], number
    for key, of_key in parts.items():
        try:
            found.texts[key] = _text(of_key)
        except ValueError as error:
            found.wrong.append((found.lines[key], key, str(error)))
    return found


def _text(parts: list[str]) -> str:
    """The text of a key from its lines; raises ValueError where it holds what is no letter."""
    if len(parts) > 1 and re.fullmatch(r"[>|][+-]?", parts[0]):
        parts = parts[1:]
    text = " ".join(part.strip() for part in parts).strip()
    if len(text) > 1 and text[0] == text[-1] == "'":
        text = text[1:-1].replace("''", "'")
    elif len(text) > 1 and text[0] == text[-1] == '"':
        text = _ESCAPE.sub(_unescaped, text[1:-1])
    try:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        raise ValueError("holds half of a letter: write the whole letter") from None
    text = " ".join(text.split())
    if re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text):
        raise ValueError("holds a control character: remove it")
    return text


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code:
        return chr(int(code, 16)) if int(code, 16) <= 0x10FFFF else match[0]
    if match[4] in _BLANKS:
        return " "
    return match[4] if match[4] in "\"\\/'" else match[0]


def written_front_matter(texts: Iterable[tuple[str, str]]) -> str:
    """The lines of some keys; a text that other programs would take for something else stands within quotes."""
    return "".join(f"{key}: {_written(text)}".rstrip() + "\n" for key, text in texts)


def _written(text: str) -> str:
    sound = " ".join(text.encode("utf-8", "replace").decode().split())
    return sound if _PLAIN.fullmatch(sound) or not sound else json.dumps(sound, ensure_ascii=False)
