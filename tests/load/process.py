"""Memory and processor time of the server and of the processes it has started, from /proc."""

import os
from dataclasses import dataclass, field
from pathlib import Path

PROC = Path("/proc")
_TICK = os.sysconf("SC_CLK_TCK")


def family(pid: int) -> list[int]:
    """A process and all it has started, as far as they are still there."""
    found = [pid]
    for task in (PROC / str(pid) / "task").glob("*/children"):
        try:
            found += [one for child in task.read_text().split() for one in family(int(child))]
        except OSError:
            continue
    return found


def memory(pid: int) -> float:
    """Resident megabytes of one process; 0 when it is gone."""
    try:
        pages = int((PROC / str(pid) / "statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def processor_time(pid: int) -> float:
    """Seconds of processor that one process has used; 0 when it is gone."""
    try:
        stat = (PROC / str(pid) / "stat").read_text()
    except OSError:
        return 0.0
    user, system = stat.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / _TICK


@dataclass
class Watched:
    """The server while it is measured; without /proc nothing is known of it."""

    pid: int | None
    memory: list[tuple[float, float]] = field(default_factory=list)
    """Seconds since the beginning, and megabytes."""

    @property
    def can_be(self) -> bool:
        return self.pid is not None and (PROC / str(self.pid) / "statm").exists()

    def sample(self, at: float) -> None:
        """Note the memory of the server and its family at this second."""
        if self.pid is not None and self.can_be:
            self.memory.append((at, sum(memory(one) for one in family(self.pid))))

    def used(self) -> float:
        """Seconds of processor so far."""
        return sum(processor_time(one) for one in family(self.pid)) if self.pid is not None else 0.0
