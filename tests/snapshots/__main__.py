"""`python -m tests.snapshots` writes the snapshots anew."""

from tests.snapshots import renew

renew()
