"""Take the script libraries that we serve from npm, unchanged: `python -m tools.vendor`, or `make vendor`."""

import tempfile
from pathlib import Path

from data.basemap.build import Package, fetch, reader

VENDOR = Path(__file__).resolve().parents[1] / "static" / "vendor"
MINISEARCH = Package(
    "npm",
    "minisearch",
    "7.2.0",
    "cb3b8126a3ea65d6b387787294f0792b0ea4a40b70f8f37688066a5638e0218a",
    {"minisearch-LICENSE.txt": "package/LICENSE.txt"},
    "MIT",
)
SCRIPTS = {"minisearch.js": "package/dist/umd/index.js"}
"""Our name of each script, and where it is in the package. This form can be loaded from a disk too."""


def main() -> None:
    """Write the scripts with a line on top that says what they are, and their licence beside them."""
    VENDOR.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        read = reader(fetch(MINISEARCH, Path(folder)), Path(folder))
        for name, path in SCRIPTS.items():
            script = read(path).decode().partition("//# sourceMappingURL=")[0].rstrip()
            (VENDOR / name).write_text(f"{heading()}\n{script}\n", encoding="utf-8")
        for name, path in MINISEARCH.licences.items():
            (VENDOR / name).write_bytes(read(path))


def heading() -> str:
    """What the first line of a script says."""
    return f"// {MINISEARCH.name} {MINISEARCH.version}, {MINISEARCH.terms}; from {MINISEARCH.registry}, unchanged."


if __name__ == "__main__":
    main()
