"""Names, quotes and addresses that would run something in a page that trusts its data; and the search by numbers."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from graphmodel.domain.claims import CLAIM, Claim, Source
from graphmodel.settings import Settings
from tests.api.service import store_of
from tests.browser import Page

NAME = "</title><script>window.hacked=1</script>\"'><img src=x onerror=window.hacked=1>{{ 7*7 }}"
OTHER = "<b onmouseover=window.hacked=1>Синтетический</b> партнёр"
SOURCE = Source(id="test-hostile", title=NAME, address="javascript:window.hacked=1")
KEY = "synthetic-hostile"
INN = "0000000009"


def _claim(**fields: Any) -> Claim:
    common = {"source": SOURCE.id, "status": "active", "confidence": 1, "synthetic": True, "quote": NAME}
    return CLAIM.validate_python(common | fields)


CLAIMS = [
    _claim(kind="enterprise", locator=NAME, enterprise=KEY, name=NAME, identifiers={"inn": INN}),
    _claim(kind="enterprise", locator="2", enterprise="synthetic-other", name=OTHER),
    _claim(
        kind="supplies",
        locator="3",
        supplier={"name": NAME, "id": KEY, "type": "enterprise"},
        buyer={"name": OTHER, "id": "synthetic-other", "type": "enterprise"},
        volume=NAME,
    ),
]


@pytest.fixture(scope="module", autouse=True)
def hostile(served: Settings) -> Iterator[None]:
    with store_of(served) as store:
        store.writer().load([SOURCE], CLAIMS)
        yield
        store.writer().retract(SOURCE.id)


def _key(client: TestClient) -> str:
    return str(client.get("/v1/enterprises", params={"number": INN}).json()["items"][0]["id"])


def test_the_search_takes_numbers(client: TestClient) -> None:
    assert f"/enterprises/{_key(client)}" in client.get("/", params={"q": INN}).text


@pytest.mark.parametrize("path", ["/enterprises/{key}", "/?q={inn}", "/questions/partners?enterprise={key}"])
def test_hostile_names_are_text(client: TestClient, open_page: Callable[..., Page], path: str) -> None:
    page = open_page(path.format(key=_key(client), inn=INN))

    assert NAME in page.text("main")
    assert page.run("return window.hacked") is None
    assert page.run("return document.querySelectorAll('main img, main b, [href^=javascript]').length") == 0
    assert page.complaints() == []


def test_generated_data_says_so(client: TestClient) -> None:
    page = client.get(f"/enterprises/{_key(client)}", headers={"Accept-Language": "ru"}).text

    assert page.count("синтетические данные") >= 2
