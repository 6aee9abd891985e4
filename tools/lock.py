"""Lock every package that is installed, for each system and Python: `python -m tools.lock`. `--upgrade` raises all.

The requirements say what is used and why, the locks beside them what that brings along, with digests."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
APP, DEV = "requirements.txt", "requirements-dev.txt"
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
"""A package and its exact version, in requirements and in locks."""
OLDEST = "3.11"
COMPILE = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", OLDEST]
# One version for every Python rather than the newest for each: what was tested is what is installed.
COMPILE += ["--fork-strategy", "fewest", "--custom-compile-command", "make lock"]


def pins(text: str) -> dict[str, str]:
    """Version by name, of every package that requirements or a lock pin."""
    return {normal(name): version for name, version in PIN.findall(text)}


def normal(name: str) -> str:
    """The one spelling of a package's name: Typing_Extensions is typing-extensions."""
    return re.sub(r"[-_.]+", "-", name).lower()


def lock_of(requirements: str) -> str:
    """The lock of a file of requirements: requirements.lock of requirements.txt."""
    return requirements.replace(".txt", ".lock")


def lock() -> None:
    """Write both locks; what is locked stays at its version as long as the requirements allow it."""
    _compile(APP)
    _compile(DEV, "--constraints", lock_of(APP))


def upgrade() -> None:
    """Raise every pin in both requirements to the newest release that goes with all the others, and lock anew."""
    texts = {name: (ROOT / name).read_text("utf-8") for name in (APP, DEV)}
    wanted = "\n".join(name for text in texts.values() for name in pins(text))
    newest = pins(
        subprocess.run([*COMPILE, "-"], cwd=ROOT, input=wanted, capture_output=True, text=True, check=True).stdout
    )
    for name, text in texts.items():
        raised = PIN.sub(lambda pin: f"{pin[1]}=={newest[normal(pin[1])]}", text)
        (ROOT / name).write_text(raised, "utf-8")
        _compile(name, "--upgrade", *(("--constraints", lock_of(APP)) if name == DEV else ()))


def _compile(requirements: str, *options: str) -> None:
    command = [*COMPILE, "--generate-hashes", *options, requirements, "--output-file", lock_of(requirements)]
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)


if __name__ == "__main__":
    if sys.argv[1:] == ["--upgrade"]:
        upgrade()
    else:
        lock()
