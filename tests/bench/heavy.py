"""What a reader of plain pages waits while others ask for pictures and talks: `python -m tests.bench.heavy`.

Forty such requests come at once, each for another picture; then forty more whose askers hang up. Nothing here passes or
fails.
"""

import http.client
import socket
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from statistics import quantiles
from urllib.parse import urlsplit

from tools.serving import running_app

MANY = 40
HEAVY = [f"/pictures/{figure}.png?day=2022-01-{day:02d}" for day in range(1, 21) for figure in ("map", "timeline")]


def main() -> None:
    """Measure and print a line each."""
    with running_app() as address:
        host = urlsplit(address).netloc
        asked = map("/day?day=2022-01-{:02d}&show={}".format, (n % 31 + 1 for n in count()), count(1))
        _ask(host, next(asked))
        _report("a plain page, alone", [_ask(host, next(asked))[1] for _ in range(MANY)])
        with ThreadPoolExecutor(MANY) as others:
            made = [others.submit(_ask, host, path) for path in HEAVY]
            times = []
            while not all(one.done() for one in made):
                times.append(_ask(host, next(asked))[1])
            statuses = Counter(one.result()[0] for one in made)
        _report(f"a plain page, while {MANY} pictures are asked for at once", times)
        _report("these pictures", [one.result()[1] for one in made])
        print(f"answers to them: {', '.join(f'{status} {times} times' for status, times in sorted(statuses.items()))}")
        for path in HEAVY:
            _ask_and_hang_up(host, path.replace("?", "?theme=dark&"))
        _report(f"a plain page, after {MANY} askers have hung up", [_ask(host, next(asked))[1] for _ in range(MANY)])
        print(f"a picture after that: {_ask(host, '/pictures/days.png')[1]:.2f} s")


def _ask(host: str, path: str) -> tuple[int, float]:
    """The status of an answer, and the seconds it took."""
    begun = time.perf_counter()
    connection = http.client.HTTPConnection(host, timeout=120)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, time.perf_counter() - begun


def _ask_and_hang_up(host: str, path: str) -> None:
    name, _, port = host.partition(":")
    with socket.create_connection((name, int(port))) as asker:
        asker.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())


def _report(name: str, seconds: list[float]) -> None:
    cuts = quantiles(seconds, n=20, method="inclusive")
    print(f"{name:58} p50 {cuts[9]:5.2f} s, p95 {cuts[18]:5.2f} s, longest {max(seconds):5.2f} s, {len(seconds)} times")


if __name__ == "__main__":
    main()
