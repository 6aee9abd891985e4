"""Many readers at once, measured: `make load READERS=100`."""
