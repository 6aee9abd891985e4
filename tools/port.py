"""Whether the app can be opened at a port, before it is started: `python -m tools.port ADDRESS PORT`."""

import socket
import sys


def main(arguments: list[str]) -> int:
    """1 with a sentence that says why not."""
    address, port = arguments
    try:
        number = int(port)
        with socket.socket() as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((address, number))
            tried.listen()
    except PermissionError:
        reason = f"Port {port} is not open to you. Choose one above 1023: make run PORT=8501"
    except (ValueError, OverflowError):
        reason = f"{port!r} is no port: make run PORT=8501"
    except OSError:
        reason = f"Port {port} is taken, perhaps by Qantar itself. Choose another: make run PORT={number + 1}"
    else:
        return 0
    print(reason, file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
