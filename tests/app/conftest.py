"""Running the pages without a browser, and looking into what they show."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data import store
from data.folders import record_folder
from data.loading.record import Record, load_record

ROOT = Path(__file__).resolve().parents[2]


def open_page(page: str, **address: str) -> AppTest:
    """Run a page as a reader opens it, with the parameters of its address."""
    at = AppTest.from_file(ROOT / "pages" / "router.py", default_timeout=30)
    at.query_params.update(address)
    return at.switch_page(f"{page}.py").run()


def markups(at: AppTest) -> dict[str, str]:
    """The markup on the page by the key of its mount."""
    return {str(element.key): json.loads(element.proto.json)["markup"] for element in at.get("bidi_component")}


def markup(at: AppTest, key: str) -> str:
    """The markup of one mount; raises KeyError where there is none."""
    return markups(at)[key]


def chart(at: AppTest, kind: str) -> Any:
    """The protobuf message of the one `plotly_chart` or `deck_gl_json_chart`."""
    (element,) = at.get(kind)
    return element.proto


def notices(at: AppTest) -> list[str]:
    """Every notice and every plain text beside the markup."""
    return [element.value for kind in (at.info, at.error, at.warning, at.text) for element in kind]


@pytest.fixture
def use_record(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Record], None]]:
    """Call it with a record to have the pages show that one."""

    def use(record: Record) -> None:
        monkeypatch.setattr(store, "load_record", lambda _: record)
        store.forget()

    yield use
    store.forget()


@pytest.fixture
def damaged(tmp_path: Path, use_record: Callable[[Record], None]) -> Callable[[Callable[[Path], object]], None]:
    """Call it with what to do to a copy of the record's folder; the pages then show that copy."""

    def damage(change: Callable[[Path], object]) -> None:
        folder = tmp_path / "record"
        shutil.copytree(record_folder(), folder)
        change(folder)
        use_record(load_record(folder))

    return damage
