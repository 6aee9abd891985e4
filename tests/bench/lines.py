"""The lines over which a reader comes."""

from dataclasses import dataclass

from playwright.sync_api import CDPSession


@dataclass(frozen=True)
class Line:
    """A line: milliseconds from a request to its answer, bytes a second, how often slower the reader's processor is
    than this one, and the seconds until what has not come is given up.

    A measure of 0 is not held back at all.
    """

    name: str
    latency: float = 0
    down: float = 0
    up: float = 0
    slowdown: float = 1
    patience: float = 60

    @property
    def quiet(self) -> float:
        """Seconds without traffic after which a page has come to rest: several answers may depend on one another."""
        return 1.5 + 3 * self.latency / 1000

    def hold(self, session: CDPSession) -> None:
        """Hold a page to it, its web sockets too."""
        if self.latency or self.down or self.up:
            session.send(
                "Network.emulateNetworkConditions",
                {
                    "offline": False,
                    "latency": self.latency,
                    "downloadThroughput": self.down or -1,
                    "uploadThroughput": self.up or -1,
                },
            )
        if self.slowdown != 1:
            session.send("Emulation.setCPUThrottlingRate", {"rate": self.slowdown})

    def __str__(self) -> str:
        if not self.latency:
            return f"{self.name}: nothing held back"
        down, up = (speed * 8 / 1e6 for speed in (self.down, self.up))
        return (
            f"{self.name}: {self.latency:g} ms to an answer, {down:.2f} Mbit/s down, {up:.2f} up, "
            f"a processor {self.slowdown:g} times slower"
        )


PLAIN = Line("plain")
SLOW = Line("slow", 150 * 3.75, 1.6e6 / 8 * 0.9, 0.75e6 / 8 * 0.9, slowdown=4, patience=150)
"""Chrome's own "Slow 4G": 1.6 Mbit/s down, 0.75 up and 150 ms, with the factors by which it holds a browser to them."""
LINES = {line.name: line for line in (PLAIN, SLOW)}
