"""Routes whose work is heavy: made once by the workers, kept, refused where much waits, left where nobody waits."""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Message, Scope

from components.workers import BusyError, FailedError, Workers
from data.store import record
from server import heavy
from server.heavy import Answer, InWorkers, answer, canonical
from server.routes import routes
from tests.alone import run_alone
from tests.unit import asking
from tests.unit.asking import ask

SOME = ("/pictures/map.png?day=2022-01-05", "/pictures/map.svg?theme=dark", "/talk/ten-days", "/talk/ten-days.pdf",
        "/talk/ten-days.html", "/data/events.csv?place=almaty", "/data/events.zip", "/cite/events.bib",
        "/data/nothing.csv", "/pictures/docket.png", "/talk/nothing")  # fmt: skip


class Stub:
    """Workers that do what they are asked in this thread, or raise."""

    def __init__(self, raising: type[Exception] | None = None, never: bool = False) -> None:
        self.raising, self.never = raising, never
        self.asked: list[Any] = []
        self.left: list[Any] = []

    def ask(self, key: Any, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
        self.asked.append(key)
        future: Future[Any] = Future()
        if self.raising is BusyError:
            raise BusyError
        if self.raising:
            future.set_exception(self.raising())
        elif not self.never:
            future.set_result(function(*arguments))
        return future

    def leave(self, key: Any) -> None:
        self.left.append(key)


def served_by(stub: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have `ask` ask for routes whose work is done by a stub."""
    made = routes(InWorkers(stub))
    monkeypatch.setattr(asking, "routes", lambda: made)


@pytest.mark.parametrize("address", SOME)
def test_the_answer_is_the_same_as_without_workers(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected, stub = ask(address), Stub()
    served_by(stub, monkeypatch)
    first, second = ask(address), ask(address)
    assert (first.status, first.headers) == (expected.status, expected.headers)
    if not address.endswith(("pdf", "zip")):  # which hold the time they were made at
        assert first.content == expected.content
    assert second == first
    assert len(stub.asked) == 1


def test_what_does_not_matter_for_the_answer_is_not_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    stub = Stub()
    served_by(stub, monkeypatch)
    for query in ("", "?x=1", "?fbclid=2", "?theme=blue", "?theme=light&day=nonsense"):
        ask(f"/pictures/days.svg{query}")
    assert len(set(stub.asked)) == 2
    ask("/pictures/days.svg?theme=dark")
    ask("/pictures/days.svg", host="other.example")
    assert len(set(stub.asked)) == 4


def test_where_much_waits_it_says_when_to_ask_again(monkeypatch: pytest.MonkeyPatch) -> None:
    stub = Stub(BusyError)
    served_by(stub, monkeypatch)
    answered = ask("/pictures/map.png")
    assert (answered.status, answered.headers["retry-after"]) == (503, "5")
    assert "Ask again" in answered.text
    stub.raising = None
    assert ask("/pictures/map.png").status == 200
    assert ask("/day").status == 200


def test_what_failed_is_not_tried_again_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    stub = Stub(FailedError)
    served_by(stub, monkeypatch)
    now = 1000.0
    monkeypatch.setattr(heavy, "monotonic", lambda: now)
    for _ in range(3):
        answered = ask("/pictures/map.png")
        assert (answered.status, answered.headers["retry-after"]) == (503, "60")
    assert len(stub.asked) == 1
    stub.raising = None
    assert ask("/pictures/days.png").status == 200
    now += 61
    assert ask("/pictures/map.png").status == 200


def test_who_hangs_up_waits_no_longer() -> None:
    stub = Stub(never=True)
    sent: list[Message] = []
    scope = {
        "type": "http", "method": "GET", "scheme": "http", "path": "/pictures/map.png", "query_string": b"",
        "headers": [(b"host", b"localhost")], "server": ("127.0.0.1", 8501),
    }  # fmt: skip

    async def receive() -> Message:
        await asyncio.sleep(0)
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    run_alone(Starlette(routes=routes(InWorkers(stub)))(scope, receive, send))  # type: ignore[arg-type]
    assert stub.left == stub.asked
    assert len(stub.left) == 1


def test_a_request_is_told_to_the_workers_as_far_as_it_matters() -> None:
    scope: Scope = {
        "type": "http", "method": "HEAD", "scheme": "https", "path": "/pictures/map.svg", "root_path": "",
        "query_string": b"place=almaty&day=2022-01-05&theme=dark&utm_source=x&colour=red",
        "path_params": {"form": "svg"},
        "headers": [(b"host", b"qantar.example"), (b"cookie", b"x=1"), (b"accept-language", b"kk")],
        "server": ("127.0.0.1", 8501),
    }  # fmt: skip
    told = Request(canonical(Request(scope)))
    assert dict(told.query_params) == {"day": "2022-01-05", "place": "almaty", "theme": "dark", "lang": "kk"}
    assert str(told.base_url) == "https://qantar.example/"
    assert (told.method, told.path_params, told.headers.keys()) == ("GET", {"form": "svg"}, ["host"])


def _aborts(request: Request) -> Response:
    os.abort()


def _is_there(request: Request) -> Response:
    return PlainTextResponse(f"{len(record().event_rows)}")


@pytest.mark.slow
def test_a_handler_that_ends_its_process_ends_no_other() -> None:
    workers, scope = Workers(1, record), {"type": "http", "method": "GET", "headers": []}
    with pytest.raises(FailedError):
        workers.do("ends", answer, _aborts, scope)
    made = workers.do("works", answer, _is_there, scope)
    assert isinstance(made, Answer)
    assert made.body == str(len(record().event_rows)).encode()
