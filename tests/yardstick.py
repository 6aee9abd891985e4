"""How fast this machine is just now, so that two measurements can be compared."""

import time


def yardstick() -> float:
    """Milliseconds that a fixed computation takes."""
    begun = time.perf_counter()
    sum(number * number for number in range(1_000_000))
    return (time.perf_counter() - begun) * 1000
