"""The words of Streamlit's upload and fields, which it has in English alone, for `static/reword.js` to replace."""

from components.language import Language


def upload_words(language: Language) -> list[tuple[str, str]]:
    """Patterns of Streamlit's texts, each with what stands in its place, `$1` for a part that is kept.

    In English there are none.
    """
    if language.code == "en":
        return []
    _ = language.text
    return [
        ("Upload", _("Choose a file")),
        (r"([\d.]+)\s?MB per file • (.+)", _("at most {size} MB, {form}").format(size="$1", form="$2")),
        ("Error: ?", _("Error: {what}").format(what="")),
        (r"([\d.]+)MB", _("{size} MB").format(size="$1")),
        (r"([\d.]+)KB", _("{size} kB").format(size="$1")),
        (r"([\d.]+)B", _("{size} bytes").format(size="$1")),
        ("file upload|add icon|Add files", _("Choose a file")),
        ("Remove (.+)", _("Take {name} out").format(name="$1")),
        (
            r"(?:Error: )?File must be ([\d.]+)MB or smaller\.",
            _("The file must not be larger than {size} MB.").format(size="$1"),
        ),
        (r"(?:Error: )?(.+) files are not allowed\.", _("This is no talk’s file: choose one whose name ends in .md.")),
        ("Error: (.+)", _("This file could not be sent: {error}").format(error="$1")),
        (r"Press (?:⌘|Ctrl)\+Enter to apply", _("Ctrl+Enter applies it")),
        ("Press Enter to apply", _("Enter applies it")),
    ]
