"""The ASGI application: the pages, and beside them our own routes and headers on every response.

The main script lies inside `pages/`, so that Streamlit does not take the folder for its old automatic pages and deep
links work on a fresh server.
"""

import gc
import sys
from threading import Thread

import streamlit as st

import components.app.page  # noqa: F401  # with all that the pages draw with, before the first reader asks for it
from components.address import HOME
from components.app.shell import report_failure
from components.workers import workers
from data.store import complaints
from server.compression import app_size, compressed_scripts
from server.guard import guard
from server.headers import headers_of_all, security_headers
from server.heavy import InWorkers
from server.routes import routes
from server.streamlit_insides import ask_nobody_outside, keep_theme, require_insides, server_settings

require_insides()
ask_nobody_outside()
keep_theme()
for complaint in complaints():
    print(complaint, file=sys.stderr)
# Record and modules stay to the end: no garbage collection need look through them again.
gc.collect()
gc.freeze()
# How large the app is stands on its pages: what that takes is done before the first reader asks.
Thread(target=app_size, args=(HOME,), daemon=True).start()
app = st.App(
    "pages/router.py",
    routes=routes(InWorkers(workers())),
    middleware=[security_headers(), guard(), compressed_scripts()],
    lifespan=server_settings(headers_of_all()),
    on_script_error=report_failure,
)
