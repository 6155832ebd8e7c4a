"""The pages for whoever opens the address in a browser."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from graphmodel.api import create_app
from graphmodel.api.problems import ALL_KINDS
from graphmodel.settings import Settings
from graphmodel.texts import LANGUAGES, Language
from tests.api.service import near

ADDRESSES = ["/v1", *(kind.type for kind in ALL_KINDS)]


class Links(HTMLParser):
    """The tags of a page, and where its links lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.targets: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.targets += [value or "" for name, value in attrs if name in ("href", "src", "action")]


@pytest.fixture(scope="module")
def browser() -> TestClient:
    return near(create_app(Settings(neo4j_uri=None, graphmodel_lang="ru")))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_speaks_the_language_of_the_reader(browser: TestClient, address: str, lang: Language) -> None:
    answer = browser.get(address, headers={"Accept-Language": lang})

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-language"] == lang
    assert f'<html lang="{lang}">' in answer.text
    title = re.findall("<h1>(.*)</h1>", answer.text)[0]
    assert bool(re.search("[А-Яа-я]", title)) == (lang == "ru")


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_allows_itself_nothing(browser: TestClient, address: str) -> None:
    answer = browser.get(address)
    [style] = re.findall("<style>(.*?)</style>", answer.text, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()

    policy = answer.headers["content-security-policy"]

    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'; ")
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert not {"script", "img", "link", "iframe", "form"} & Links(answer.text).tags
    assert "style=" not in answer.text


@pytest.mark.parametrize("address", ADDRESSES)
def test_links_stay_here(browser: TestClient, address: str) -> None:
    page = browser.get(address).text

    assert "//" not in page
    assert all(target.startswith("/") for target in Links(page).targets)


def test_every_operation_is_listed(browser: TestClient) -> None:
    page = browser.get("/v1").text

    assert all(path in page for path in browser.get("/openapi.json").json()["paths"])


def test_links_of_the_start_page_answer(client: TestClient) -> None:
    targets = Links(client.get("/v1").text).targets

    assert len(targets) > 4
    assert {client.get(target).status_code for target in targets} == {200}
