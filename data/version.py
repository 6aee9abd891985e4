"""The version of the program, which is not that of the record: CHANGELOG.md has an entry for each."""

VERSION = "1.5.0"
PROGRAM = f"Qantar {VERSION}"
"""As files say what they were made with."""
