"""The server's own work, in this process and without a browser beside it."""

import tempfile
import time
from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.bench.report import report
from tests.unit.large import large_folder
from tools.serving import ROOT


def step(runs: int) -> None:
    """A step of a day: how long the page takes to be made."""
    app = AppTest.from_file(str(ROOT / "pages" / "router.py"), default_timeout=60)
    times = []
    for day in range(2, 3 + runs):
        app.query_params["day"] = f"2022-01-{day:02d}"
        begun = time.perf_counter()
        app.run()
        times.append((time.perf_counter() - begun) * 1000)
    report("step of a day: the server's own work", times[1:], "ms")


def reading() -> None:
    """Reading large tables: seconds of the processor, as the machine's other work must not count."""
    for size in (2_000, 10_000):
        with tempfile.TemporaryDirectory() as folder:
            large = large_folder(Path(folder), size, size)
            begun = time.process_time()
            large.load()
            print(f"{f'reading {size:,} events and claims':48} {time.process_time() - begun:9.1f} s")
