"""Keeping Streamlit from asking anybody outside for this machine's address."""

from streamlit import net_util


def ask_nobody_outside() -> None:
    """Leave the public address unknown.

    To judge a websocket's origin, and at a start on every interface, Streamlit asks a service at Amazon for it; no
    setting turns that off. Without it, origins are judged by the host's own name, the local address and
    `server.allowedHosts` or `browser.serverAddress`.
    """
    net_util.get_external_ip = lambda: None
