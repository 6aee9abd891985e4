"""The arithmetic of a measurement: percentiles, and how much memory grew."""

import math
from collections.abc import Sequence
from statistics import mean


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` (0 to 1) of the values do not exceed; NaN of none."""
    if not values:
        return math.nan
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def summary(values: Sequence[float]) -> dict[str, float | None]:
    """How many seconds were measured, their percentiles and the longest; None where nothing was."""
    found: dict[str, float | None] = {"n": len(values)}
    for name, share in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99), ("max", 1.0)):
        found[name] = round(percentile(values, share), 4) if values else None
    return found


def growth(samples: Sequence[tuple[float, float]]) -> float | None:
    """By how much a quantity rises in an hour, from (seconds, quantity): the slope of the line that fits best.

    The first third is left out: caches fill then. None for fewer than three samples.
    """
    late = samples[len(samples) // 3 :]
    if len(late) < 3:
        return None
    middle, level = mean(at for at, _ in late), mean(value for _, value in late)
    spread = sum((at - middle) ** 2 for at, _ in late)
    return sum((at - middle) * (value - level) for at, value in late) / spread * 3600 if spread else None
