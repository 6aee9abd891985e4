"""Which hosts are served: a page elsewhere that has its name lead to this machine must not read what is on it."""

import os
import re
import socket
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from streamlit import config

SETTING = "QANTAR_HOSTS"
"""The environment variable that lists, with spaces, the names that readers know a published site by."""
LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
_NAME = r"\[[0-9a-f:.]{2,45}\]|[a-z0-9_-]+(?:\.[a-z0-9_-]+)*"
_HOST = re.compile(rf"({_NAME})\.?(?::\d{{1,5}})?")


def host_name(header: str) -> str:
    """The name in a Host header, without its port; "" where it has none."""
    match = _HOST.fullmatch(header.lower()) if len(header) <= 260 else None
    return match[1] if match else ""


def served_names() -> frozenset[str]:
    """The names that are served; raises ValueError for a setting that is no list of names."""
    given = os.environ.get(SETTING, "").lower().split()
    for name in given:
        if host_name(name) != name:
            raise ValueError(f"{SETTING}: {name!r} is no name of a host; write as qantar.example.org")
    return LOOPBACK.union(given, _own_names())


def is_published(host: str) -> bool:
    """Whether a Host header has a name that readers know the site by."""
    return host_name(host) in os.environ.get(SETTING, "").lower().split()


def _own_names() -> set[str]:
    """The names of this machine, where other machines may ask."""
    address = str(config.get_option("server.address") or "")
    if address in ("127.0.0.1", "localhost", "::1"):
        return set()
    name = socket.gethostname().lower()
    return {name, f"{name}.local"}


def is_served(host: str, names: frozenset[str], scope: Mapping[str, Any]) -> bool:
    """Whether a Host header has one of the names, or the very address that the request came in at."""
    name = host_name(host)
    came_in_at, _ = scope.get("server") or ("", None)
    return bool(name) and (name in names or name.strip("[]") == came_in_at)


def is_own_origin(origin: str, host: str) -> bool:
    """Whether an Origin header is that of the host that was asked."""
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    usual = {"http": ":80", "https": ":443"}.get(parts.scheme)
    return usual is not None and parts.netloc.lower().removesuffix(usual) == host.lower().removesuffix(usual)
