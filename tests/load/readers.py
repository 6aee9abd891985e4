"""Readers who come one after the other, open a page and step a day every few seconds, and what they wait."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from websockets.exceptions import WebSocketException

from tests.load.process import Watched
from tests.load.session import FailedError, Session
from tests.load.visit import RefusedError, first_page

PAUSE = (2.0, 5.0)
"""Seconds that a reader looks at a day, from and to."""
VISITS = 1.0
"""Seconds between the first pages that are asked for all the while."""
SAMPLES = 1.0
"""Seconds between looks at the server's memory."""
COMING = 0.2
"""The share of the time over which the readers come."""


@dataclass
class Waited:
    """Seconds of each kind, and what went wrong."""

    first_pages: list[float] = field(default_factory=list)
    openings: list[float] = field(default_factory=list)
    steps: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)

    async def note(self, times: list[float], doing: Awaitable[float]) -> bool:
        """Add how long something took, or why it did not come to its end; whether it did."""
        try:
            times.append(await doing)
        except (OSError, TimeoutError, WebSocketException, FailedError, RefusedError) as error:
            self.errors[f"{type(error).__name__}: {error}"[:200]] += 1
            return False
        return True


async def read(app: str, readers: int, seconds: float, server: Watched, seed: int = 1) -> Waited:
    """Let so many readers read for so long; whoever loses the line comes again."""
    waited, begun = Waited(), time.monotonic()
    chance = random.Random(seed)

    def left() -> float:
        return begun + seconds - time.monotonic()

    async def visit() -> None:
        await waited.note(waited.first_pages, first_page(app, _path(chance)))

    async def sample() -> None:
        server.sample(time.monotonic() - begun)

    async with asyncio.TaskGroup() as together:
        for number in range(readers):
            late = seconds * COMING * number / readers
            together.create_task(_reader(app, late, random.Random(chance.random()), left, waited))
        together.create_task(
            _every(VISITS, left, lambda: waited.note(waited.first_pages, first_page(app, _path(chance))))
        )
        together.create_task(_every(SAMPLES, left, sample))
    return waited


def _query(chance: random.Random) -> str:
    return f"day=2022-01-{chance.randint(2, 11):02d}"


def _path(chance: random.Random) -> str:
    """A page of a day, seldom twice the same, so that it has to be drawn."""
    return f"/?{_query(chance)}&q={chance.choice('abcdefghiklmnoprstuvyz')}{chance.choice('aeiou')}"


async def _every(pause: float, left: Callable[[], float], do: Callable[[], Awaitable[object]]) -> None:
    while left() > 0:
        await asyncio.gather(do(), asyncio.sleep(min(pause, max(0.0, left()))))


async def _reader(app: str, late: float, chance: random.Random, left: Callable[[], float], waited: Waited) -> None:
    await asyncio.sleep(late)
    while left() > 0:
        query = _query(chance)
        await waited.note(waited.first_pages, first_page(app, f"/?{query}"))
        try:
            async with Session(app) as session:
                if await waited.note(waited.openings, session.open(query)):
                    await _steps(session, chance, left, waited)
        except (OSError, TimeoutError, WebSocketException) as error:
            waited.errors[f"{type(error).__name__}: {error}"[:200]] += 1
            await asyncio.sleep(1)


async def _steps(session: Session, chance: random.Random, left: Callable[[], float], waited: Waited) -> None:
    """Step day by day until the time is over or the line is lost, and turn round where the days end."""
    days = 1
    while True:
        pause = chance.uniform(*PAUSE)
        if left() < pause:
            await asyncio.sleep(max(0.0, left()))
            return
        await asyncio.sleep(pause)
        if not session.can_step(days):
            days = -days
        if not await waited.note(waited.steps, session.step(days)):
            return
