"""What may be measured: an app on this machine, and no other."""

from ipaddress import ip_address
from urllib.parse import urlsplit


def loopback(address: str) -> str:
    """The address of an app as `http://127.0.0.1:8501`; raises ValueError for one that is not on the loopback.

    A name is refused, `localhost` too: what it leads to is another's to say.
    """
    if not _leads_inside(address):
        raise ValueError(f"{address!r} is no app on this machine; write as http://127.0.0.1:8501")
    return address.rstrip("/")


def _leads_inside(address: str) -> bool:
    try:
        parts = urlsplit(address)
        inside = ip_address(parts.hostname or "").is_loopback and parts.port is not None
    except ValueError:
        return False
    return inside and parts.scheme == "http" and not (parts.username or parts.path.strip("/") or parts.query)
