"""The requirements name all that is imported, and the locks all that is installed."""

import ast
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tools.lock import APP, DEV, ROOT, lock_of, normal, pins

INSTALLED = packages_distributions()
OWN = {"app", "components", "data", "pages", "server", "tests", "tools"}
FOR_THE_APP = [
    path
    for name in sorted(OWN - {"app", "tests", "tools"})
    for path in (ROOT / name).rglob("*.py")
    if path.parent.name != "basemap"  # It is built by `make basemap` alone, which sets up what the tests need.
] + [ROOT / "app.py"]
FOR_WORK = [path for name in ("tests", "tools", "data/basemap") for path in (ROOT / name).rglob("*.py")]


def read(name: str) -> dict[str, str]:
    return pins((ROOT / name).read_text("utf-8"))


def third_party(path: Path) -> set[str]:
    """The packages of others that a module imports, by the name they are installed under."""
    tops = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            tops |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            tops.add(node.module.partition(".")[0])
    return {normal(INSTALLED[top][0]) for top in tops - OWN - sys.stdlib_module_names}


@pytest.mark.parametrize("name", [APP, DEV])
def test_every_requirement_is_locked_at_its_version(name: str) -> None:
    assert read(name).items() <= read(lock_of(name)).items()


def test_app_and_tests_are_locked_at_the_same_versions() -> None:
    assert read(lock_of(APP)).items() <= read(lock_of(DEV)).items()


@pytest.mark.parametrize("name", [APP, DEV])
def test_a_lock_holds_digests_and_tells_of_no_index(name: str) -> None:
    lock = (ROOT / lock_of(name)).read_text("utf-8")
    packages = lock.split("    # via")[:-1]
    assert len(packages) == len(read(lock_of(name)))
    assert all("--hash=sha256:" in package for package in packages)
    assert "://" not in lock
    assert "--index" not in lock


def test_the_app_requires_what_it_imports() -> None:
    imported = set().union(*map(third_party, FOR_THE_APP))
    assert "anyio" in imported
    assert imported <= set(read(APP))


def test_the_tests_require_what_they_import() -> None:
    imported = set().union(*map(third_party, FOR_WORK))
    assert "pillow" in imported
    assert imported <= {*read(APP), *read(DEV)}
