"""Addresses that are none: they lead where they plainly mean, or to a page that says so and leads on."""

from urllib.parse import quote

import pytest

from components.address import address as address_of
from components.frame.contents import PAGES
from data.queries.view import View
from server.elsewhere import PAGE_OF, meant_by
from tests.unit.asking import ask


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("/explore", "/"),
        ("/explore?day=2022-01-05&place=almaty", "/?day=2022-01-05&place=almaty"),
        ("/Explore/2022-01-05", "/?day=2022-01-05"),
        (
            "/explore/2022-01-02-zhanaozen-rally-road-blocked",
            "/?day=2022-01-02&event=2022-01-02-zhanaozen-rally-road-blocked",
        ),
        (
            "/event/2022-01-02-zhanaozen-rally-road-blocked",
            "/?day=2022-01-02&event=2022-01-02-zhanaozen-rally-road-blocked",
        ),
        ("/day/", "/day"),
        ("/DAY?place=almaty", "/day?place=almaty"),
        ("/day/2022-01-05", "/day?day=2022-01-05"),
        ("/day/2022-01-05/?day=2022-01-09&place=almaty", "/day?day=2022-01-05&place=almaty"),
        ("/2022-01-05", "/day?day=2022-01-05"),
        ("/cases/airport", "/cases?case=airport"),
        ("/case/Airport", "/cases?case=airport"),
        ("/claims/pgo-no-beheading-case-found", "/claims?claim=pgo-no-beheading-case-found"),
        ("/sources/", "/sources"),
        ("/talk", "/talks"),
        ("/t/ten-days", "/talk/ten-days"),
        ("/talks/ten-days", "/talk/ten-days"),
        ("/talks/ten-days/4", "/talk/ten-days#4"),
        ("/Talk/Ten-Days/", "/talk/ten-days"),
        ("/index.html", "/"),
        ("/favicon.ico", "/assets/icon.svg"),
        ("/day/2022-01-05?fbclid=x&utm_source=y&colour=red", "/day?colour=red&day=2022-01-05"),
    ],
)
def test_where_the_meaning_is_plain_an_address_leads_there(written: str, meant: str) -> None:
    answer = ask(written)
    assert (answer.status, answer.headers.get("location")) == (308, meant)
    assert ask(meant.partition("#")[0]).status == 200


NOWHERE = (
    "/nothing", "/day/yesterday", "/claims/x", "/cases/x", "/talks/none", "/t/none", "/sources/vlast", "/explore/a/b",
    "/day/2022-01-05/x", "/9999-99-99", "/robots.txt", "/день", "/" + "a" * 5000,
    "/<script>alert(1)</script>",
)  # fmt: skip


@pytest.mark.parametrize("address", NOWHERE, ids=lambda address: address[:20])
def test_where_it_is_not_a_page_says_so_and_leads_on_without_scripts(address: str) -> None:
    answer = ask(quote(address))
    assert answer.status == 404
    assert "There is no such page" in answer.page.text
    assert not {"script", "img"} & {tag for tag, _ in answer.page.tags}
    assert "alert(1)" not in answer.text
    pages = {address_of(View(language="en"), name) for name in PAGES}
    assert pages <= set(answer.page.links)
    assert len(answer.content) < 8000


def test_the_links_of_that_page_lead_somewhere() -> None:
    for link in ask("/nothing").page.links:
        assert ask(link).status == (404 if link.startswith("/nothing?lang=") else 200), link


def test_no_page_leads_to_itself() -> None:
    for name in PAGE_OF:
        assert meant_by(f"/{name}", {}) in ("/", *(f"/{page}" for page in PAGES))
    for name in PAGES:
        assert ask(f"/{name}").status in (200, 308)


@pytest.mark.parametrize(
    "address", ["/_stcore/metrics", "/_stcore/agent/mcp", "/_stcore/script-health-check", "/_stcore/bidi-components/x",
                "/_stcore/upload_file/x/y", "/auth/login", "/oauth2callback", "/component/x/y", "/app/static/x",
                "/static/js", "/static/" + "a" * 300 + ".js"]
)  # fmt: skip
def test_what_the_app_does_not_need_of_streamlit_is_closed(address: str) -> None:
    assert "There is no such page" in ask(address).page.text
