"""Write a talk to a file: `python -m components.talks.write html|pdf TALK OUT`.

`html` is the talk as one file that needs no server, `pdf` its handout.
"""

import sys
from pathlib import Path

from components.language import Language
from components.talks.files import talk_files
from data.folders import named, talks_folder
from data.store import record, talks
from data.talks import talk_named


def main(arguments: list[str]) -> int:
    """Write the file; 1 when the talk or the record is not there or has faults, 2 for wrong arguments."""
    forms = talk_files(Language())
    if len(arguments) != 3 or arguments[0] not in forms:
        print(f"usage: python -m components.talks.write {'|'.join(forms)} TALK OUT", file=sys.stderr)
        return 2
    form, name, out = arguments
    whole = record()
    if whole.complaint:
        print(whole.complaint, file=sys.stderr)
        return 1
    talk = talk_named(talks(), name)
    if talk is None:
        there = ", ".join(talks()) or "none"
        print(f"There is no talk {name!r} in {named(talks_folder())}/; there are: {there}", file=sys.stderr)
        return 1
    for fault in talk.all_faults:
        print(fault, file=sys.stderr)
    language = Language(talk.language)
    content = talk_files(language)[form].write(whole, talk, language)
    try:
        Path(out).write_bytes(content)
    except OSError as error:
        print(f"Can't write {out}: {error.strerror}", file=sys.stderr)
        return 1
    print(f"{out}: {talk.title}, {len(talk.slides)} slides, {len(content) / 1e6:.1f} MB")
    return 1 if talk.all_faults else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
