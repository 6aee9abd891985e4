"""deploy/static.conf serves the static edition as the app would, headers and all; tried with nginx where it is."""

import gzip
import http.client
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from components.edition.document import POLICY as POLICY_OF_PAGES
from server.headers import headers_of_all
from tools.serving import ROOT

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin:/opt/homebrew/bin")
SITE = (ROOT / "deploy" / "static.conf").read_text("utf-8")
POLICY = "content-security-policy"
FILES = {
    "index.html": "<!doctype html><p>choose",
    "en/index.html": "<!doctype html><p>whole",
    "ru/index.html": "<!doctype html><p>всё",
    "en/days/2022-01-05.html": "<!doctype html><p>day",
    "en/cases.html": "<!doctype html>" + "<p>case" * 400,
    "en/talks/ten-days.html": "<!doctype html><script>1</script>",
    "en/files/map.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "assets/edition.css": "p { color: black }",
    "assets/edition.js": "'use strict'",
    "assets/sans.woff2": "face",
    "record/qantar.zip": "zip",
    "verify.py": "print()\n" * 400,
    "SHA256SUMS": "0",
    "SHA256SUMS.minisig": "0",
    ".git/config": "secret",
    "en/.hidden": "secret",
}


def test_all_headers_are_those_of_the_app_but_for_the_policy() -> None:
    said = {name.lower(): value.strip('"') for name, value in re.findall(r"add_header (\S+) (.+) always;", SITE)}
    for name, value in headers_of_all().items():
        if name != POLICY:
            assert said[name] == value, name


def test_each_policy_allows_nothing_foreign_and_no_frame() -> None:
    block = re.search(r"map \$uri \$qantar_policy \{(.*?)\n\}", SITE, re.DOTALL)
    assert block
    policies = re.findall(r'"(default-src [^"]+)"', block[1])
    assert len(policies) == 3
    for policy in policies:
        assert policy.startswith("default-src 'none';")
        assert policy.endswith("frame-ancestors 'none'")
        assert not re.search(r"https?:|\*|unsafe-eval", policy)
    assert policies[0] == f"{POLICY_OF_PAGES}; frame-ancestors 'none'"


def test_no_place_has_headers_of_its_own_which_would_put_away_those_of_all() -> None:
    for place in re.findall(r"location [^{]*\{(.*?)\n    \}", SITE, re.DOTALL):
        assert "add_header" not in place


def test_it_keeps_no_log_and_listens_where_the_trial_puts_a_port_of_its_own() -> None:
    assert "access_log off;" in SITE
    assert re.findall(r"^ *listen (.*);", SITE, re.MULTILINE) == ["127.0.0.1:8480"]
    trial = (ROOT / "deploy" / "try-static-and-app.sh").read_text("utf-8")
    assert r"127\.0\.0\.1:8480" in trial
    assert "/srv/qantar;" in trial


def test_the_page_for_those_who_run_it_names_what_is_there() -> None:
    page = (ROOT / "docs" / "static-edition.md").read_text("utf-8")
    named = re.findall(r"\]\(\.\./([^)]+)\)", page) + re.findall(r"deploy/[\w.-]+\w", page)
    assert len(named) >= 4
    for path in named:
        assert (ROOT / path).exists(), path
    for told in ("listen 127.0.0.1:8480;", "no-cache, no-transform", "no-store"):
        assert told in page
        assert told in SITE
    assert "docs/static-edition.md" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash here")
@pytest.mark.parametrize("name", ["trial.sh", "try-static-and-app.sh", "press.sh"])
def test_the_scripts_are_such_as_bash_reads(name: str) -> None:
    subprocess.run(["bash", "-n", ROOT / "deploy" / name], check=True, timeout=20)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Site"]:
    """A small edition, pressed, behind nginx."""
    if not NGINX:
        pytest.skip("no nginx here (Debian: apt-get install nginx-light)")
    folder = tmp_path_factory.mktemp("static")
    for name, text in FILES.items():
        path = folder / "written" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    subprocess.run([ROOT / "deploy" / "press.sh", folder / "written", folder / "site"], check=True, timeout=20)
    yield from _served(folder, SITE.replace("/srv/qantar;", f"{folder / 'site'};"))


class Site:
    def __init__(self, port: int) -> None:
        self.port = port

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        line.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = line.getresponse()
        body = answer.read()
        line.close()
        return answer, body


def _served(folder: Path, configuration: str) -> Iterator[Site]:
    assert NGINX
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "static.conf").write_text(configuration.replace("127.0.0.1:8480", f"127.0.0.1:{port}"), "utf-8")
    own = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    block = f"events {{}} http {{ {own} include {folder}/static.conf; }}"
    # Where root runs the tests, their folders are for root alone.
    user = "user root; " if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(f"{user}daemon off; pid {folder}/pid; error_log stderr; {block}", "utf-8")
    command = [NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf")]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, timeout=20)
    assert checked.returncode == 0, checked.stderr
    assert "warn" not in checked.stderr
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if not probe.connect_ex(("127.0.0.1", port)):
                    break
            time.sleep(0.05)
        yield Site(port)
    finally:
        server.terminate()
        server.wait(timeout=10)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/index.html", "text/html; charset=utf-8"),
        ("/en/", "text/html; charset=utf-8"),
        ("/en/days/2022-01-05.html", "text/html; charset=utf-8"),
        ("/assets/edition.css", "text/css; charset=utf-8"),
        ("/assets/edition.js", "text/javascript; charset=utf-8"),
        ("/assets/sans.woff2", "font/woff2"),
        ("/en/files/map.svg", "image/svg+xml"),
        ("/record/qantar.zip", "application/zip"),
        ("/verify.py", "text/plain; charset=utf-8"),
        ("/SHA256SUMS", "text/plain; charset=utf-8"),
        ("/SHA256SUMS.minisig", "text/plain; charset=utf-8"),
    ],
)
def test_each_file_has_its_type_and_all_headers(site: Site, path: str, kind: str) -> None:
    answer, _ = site.ask(path)
    assert answer.status == 200
    assert answer.headers["content-type"] == kind
    for name, value in headers_of_all().items():
        assert name == POLICY or answer.headers[name] == value
    assert "frame-ancestors 'none'" in answer.headers[POLICY]
    assert answer.headers["etag"]
    assert answer.headers["server"] == "nginx"


@pytest.mark.parametrize(
    ("path", "script"), [("/en/", "script-src 'self'"), ("/en/talks/ten-days.html", "script-src 'unsafe-inline'")]
)
def test_only_a_talk_in_one_file_may_run_a_script_that_is_inside(site: Site, path: str, script: str) -> None:
    assert re.findall(r"script-src [^;]*", site.ask(path)[0].headers[POLICY]) == [script]


@pytest.mark.parametrize(
    ("accepted", "place"),
    [
        ("ru-RU,ru;q=0.9,en;q=0.8", "/ru/"),
        ("be, ru;q=0.8, en;q=0.5", "/ru/"),
        ("EN-gb", "/en/"),
        ("rue,eng,en", "/en/"),
        ("kk", None),
        ("de-DE,de;q=0.9", None),
        ("*", None),
        ("", None),
    ],
)
def test_the_root_leads_to_the_language_of_the_browser_where_it_is_written(
    site: Site, accepted: str, place: str | None
) -> None:
    answer, body = site.ask("/", Accept_Language=accepted)
    assert (answer.status, answer.headers["location"]) == ((302, place) if place else (200, None))
    assert place or b"choose" in body
    assert not place or answer.headers["cache-control"] == "no-store"
    assert "Accept-Language" in answer.headers.get_all("vary", [])


def test_the_choice_of_language_can_be_reached_in_any_language(site: Site) -> None:
    answer, body = site.ask("/index.html", Accept_Language="ru")
    assert answer.status == 200
    assert b"choose" in body


@pytest.mark.parametrize(
    "path", ["/.git/config", "/en/.hidden", "/nothing", "/en/days/", "/record/", "/en/days/x.html"]
)
def test_what_is_not_there_and_what_is_hidden_are_one_page(site: Site, path: str) -> None:
    answer, body = site.ask(path)
    assert answer.status == 404
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "Мұндай бет жоқ" in body.decode()
    assert b"secret" not in body
    assert b"../" not in body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"])
@pytest.mark.parametrize("path", ["/", "/en/", "/nothing"])
def test_there_is_nothing_but_reading(site: Site, method: str, path: str) -> None:
    answer, _ = site.ask(path, method)
    assert answer.status == 405
    assert answer.headers["allow"] == "GET, HEAD"


def test_texts_go_out_as_they_were_pressed_or_are_pressed_then(site: Site) -> None:
    for path, length in (("/en/cases.html", True), ("/verify.py", False)):
        plain = site.ask(path)[1]
        answer, pressed = site.ask(path, Accept_Encoding="gzip")
        assert answer.headers["content-encoding"] == "gzip"
        assert ("content-length" in answer.headers) == length
        assert gzip.decompress(pressed) == plain
        assert answer.headers.get_all("vary") == ["Accept-Encoding"]


def test_a_page_is_asked_for_anew_and_a_typeface_is_kept(site: Site) -> None:
    page, _ = site.ask("/en/")
    assert page.headers["cache-control"] == "no-cache, no-transform"
    again, body = site.ask("/en/", If_None_Match=page.headers["etag"])
    assert (again.status, body) == (304, b"")
    assert again.headers[POLICY] == page.headers[POLICY]
    assert "max-age=604800" in site.ask("/assets/sans.woff2")[0].headers["cache-control"]
    assert site.ask("/assets/edition.js")[0].headers["cache-control"] == "no-cache, no-transform"


def test_without_an_app_named_an_address_of_the_app_is_the_first_page(site: Site) -> None:
    answer, _ = site.ask("/?day=2022-01-05", Accept_Language="ru")
    assert answer.headers["location"] == "/ru/"


def test_where_the_app_is_named_its_addresses_lead_on_to_it(tmp_path: Path) -> None:
    if not NGINX:
        pytest.skip("no nginx here")
    (tmp_path / "site" / "en").mkdir(parents=True)
    (tmp_path / "site" / "en" / "index.html").write_text("whole")
    named = SITE.replace('$qantar_app {\n    default "";', '$qantar_app {\n    default "https://app.example.org";')
    assert named != SITE
    for site in _served(tmp_path, named.replace("/srv/qantar;", f"{tmp_path / 'site'};")):
        for path in ("/?day=2022-01-05&cat=protest", "/day?day=2022-01-05&lang=ru", "/cases"):
            answer, _ = site.ask(path, Accept_Language="en")
            assert (answer.status, answer.headers["location"]) == (302, f"https://app.example.org{path}")
        assert site.ask("/", Accept_Language="en")[0].headers["location"] == "/en/"


def test_edition_and_app_are_behind_one_nginx_each_under_its_name(tmp_path: Path) -> None:
    if not NGINX:
        pytest.skip("no nginx here")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("choose")
    edition = SITE.replace("127.0.0.1:8480;", "127.0.0.1:8480; server_name qantar.example.org;")
    app = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    # Nobody listens at this port, which the proxy says.
    app = re.sub(r"127\.0\.0\.1:850[12]", "127.0.0.1:1", app)
    app = app.replace("127.0.0.1:8500;", "127.0.0.1:8480; server_name app.qantar.example.org;")
    for site in _served(tmp_path, (edition + app).replace("/srv/qantar;", f"{tmp_path / 'site'};")):
        assert site.ask("/index.html", Host="qantar.example.org")[1] == b"choose"
        assert site.ask("/index.html", Host="app.qantar.example.org")[0].status == 502
        assert site.ask("/index.html", Host="other.example.org")[1] == b"choose"


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash here")
def test_an_edition_is_not_pressed_over_an_older_one(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("new")
    (tmp_path / "old").mkdir()
    for given in ((tmp_path / "site", tmp_path / "old"), (tmp_path / "old", tmp_path / "new")):
        done = subprocess.run([ROOT / "deploy" / "press.sh", *given], capture_output=True, text=True, timeout=20)
        assert done.returncode == 1
        assert str(tmp_path) in done.stderr
    assert not (tmp_path / "new").exists()
