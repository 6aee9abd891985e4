"""Files for translators as a catalogue of gettext: what names a text is its context, who translated it a comment."""

import io
from collections.abc import Iterable, Sequence

from babel import UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, PoFileParser, write_po

from data.translating.reading import text_of
from data.translating.work import COLUMNS, NAMES_A_TEXT, Given, Pair, Refused
from data.version import VERSION

_PARTS = "/"
_NOTED = ("by", "reviewed")
"""The columns that are comments of the translator."""


def write_catalogue(pairs: Iterable[Pair], code: str) -> bytes:
    """The catalogue; a translation of an older text is marked as fuzzy."""
    catalogue = Catalog(
        code, project="Qantar", version=VERSION, fuzzy=False, header_comment=f"# The texts of the record: {code}"
    )
    for pair in pairs:
        text = pair.text
        message = Message(
            text.english,
            pair.translation,
            flags=("fuzzy",) if pair.state == "older" else (),
            auto_comments=(f"state: {pair.state}",),
            user_comments=(f"by: {pair.by}".strip(), f"reviewed: {pair.reviewed}".strip()),
            context=_PARTS.join((text.table, text.id, text.column, text.digest)),
        )
        # A per cent sign is one: no tool needs to look for a place to be filled.
        message.flags -= {"python-format", "python-brace-format"}
        catalogue[text.english] = message
    out = io.BytesIO()
    write_po(out, catalogue, width=0)
    return out.getvalue()


def read_catalogue(content: bytes, file: str) -> list[Given]:
    """The messages of a catalogue that came back, each on the line of its English. Raises `Refused` for what is no
    catalogue."""
    catalogue = _EveryMessage()
    try:
        PoFileParser(catalogue, ignore_obsolete=True, abort_invalid=True).parse(io.StringIO(text_of(content, file)))
    except PoFileError as error:
        raise Refused(f"{file}:{(error.lineno or 0) + 1}: is no sound catalogue ({error}): mend this line") from None
    except (ValueError, LookupError, TypeError, AttributeError, UnknownLocaleError) as error:
        raise Refused(f"{file}: is no sound catalogue ({error}): write it out anew") from None
    return list(map(_given, catalogue.found))


class _EveryMessage(Catalog):
    """A catalogue that keeps every message, also a second one of the same text."""

    def __init__(self) -> None:
        super().__init__(fuzzy=False)
        self.found: list[Message] = []

    def __setitem__(self, id: object, message: Message) -> None:
        if message.id:
            self.found.append(message)


def _given(message: Message) -> Given:
    table, _, rest = (message.context or "").partition(_PARTS)
    rest, _, digest = rest.rpartition(_PARTS)
    row, _, column = rest.rpartition(_PARTS)
    cells = dict.fromkeys(COLUMNS, "") | dict(zip(NAMES_A_TEXT, (table, row, column, digest), strict=True))
    cells |= {"English": _first(message.id), "translation": _first(message.string)}
    for comment in message.user_comments:
        name, mark, said = comment.partition(":")
        if mark and name.strip() in _NOTED:
            cells[name.strip()] = said.strip()
    cells["state"] = "older" if message.fuzzy else "there"
    return Given(message.lineno or 0, cells, unsure=message.fuzzy)


def _first(text: str | Sequence[str] | None) -> str:
    """A text, or the first of its plural forms, of which a text of the record has none."""
    return (text if isinstance(text, str) else next(iter(text or ()), "")).strip()
