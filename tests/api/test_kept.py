"""Answers that are still true are not made anew, and none that is not is given."""

import gzip
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from graphmodel.api.parameters import EXAMPLE
from graphmodel.domain.claims import CLAIM, Claim, Source
from graphmodel.settings import Settings
from tests.api.service import figure, store_of

SOURCE = Source(id="test-kept", title="Synthetic enterprise of a test")
CARD = f"/v1/enterprises/{EXAMPLE}"


def _claim(enterprise: str) -> Claim:
    return CLAIM.validate_python(
        {
            "kind": "enterprise",
            "source": SOURCE.id,
            "locator": enterprise,
            "status": "active",
            "confidence": 1,
            "synthetic": True,
            "enterprise": enterprise,
            "name": "Синтетическое предприятие",
        }
    )


@pytest.fixture
def changed(served: Settings) -> Iterator[None]:
    """A graph that has one enterprise more than a moment ago."""
    with store_of(served) as store:
        store.writer().load([SOURCE], [_claim("synthetic-kept")])
        yield
        store.writer().retract(SOURCE.id)


@pytest.mark.parametrize(
    "address", [CARD, f"{CARD}/partners?hops=2", "/v1/sources", "/v1/questions", "/openapi.json"]
)
def test_every_get_has_a_tag_by_which_nothing_is_sent_again(client: TestClient, address: str) -> None:
    first = client.get(address)

    again = client.get(address, headers={"If-None-Match": first.headers["etag"]})

    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert first.headers["cache-control"] == "private, no-cache"


def test_a_tag_is_of_one_address_and_language(client: TestClient) -> None:
    tag = client.get("/v1/questions", headers={"Accept-Language": "en"}).headers["etag"]

    for address, lang in (("/v1/questions?limit=1", "en"), ("/v1/questions", "ru"), ("/v1/nowhere", "en")):
        answer = client.get(address, headers={"If-None-Match": tag, "Accept-Language": lang})
        assert answer.status_code != 304


def test_an_unchanged_page_keeps_its_policy(client: TestClient) -> None:
    address = "/v1/views/clusters/agromash-ru-uz"
    again = client.get(address, headers={"If-None-Match": client.get(address).headers["etag"]})

    assert again.status_code == 304
    assert "content-security-policy" not in again.headers


def test_cookies_tell_answers_apart(client: TestClient) -> None:
    tags = {
        client.get("/v1/sources", headers={"Cookie": cookie}).headers["etag"]
        for cookie in ("graphmodel_lang=en", "graphmodel_lang=ru")
    }

    assert len(tags) == 2


def test_what_was_asked_before_is_not_asked_of_the_graph_again(client: TestClient) -> None:
    address = f"{CARD}/partners?limit=17"
    first = client.get(address)
    before = figure(client, "graphmodel_answers_total", origin="kept")

    assert client.get(address).json() == first.json()
    assert figure(client, "graphmodel_answers_total", origin="kept") == before + 1


def test_nothing_is_kept_once_something_is_written(
    client: TestClient, served: Settings, changed: None
) -> None:
    before = client.get("/v1/enterprises?limit=500")
    with store_of(served) as store:
        store.writer().load([SOURCE], [_claim("synthetic-more")])

    after = client.get("/v1/enterprises?limit=500", headers={"If-None-Match": before.headers["etag"]})

    assert after.status_code == 200
    assert len(after.json()["items"]) == len(before.json()["items"]) + 1


def test_errors_are_not_kept(client: TestClient) -> None:
    answer = client.get("/v1/enterprises/nobody")

    assert answer.status_code == 404
    assert "etag" not in answer.headers


def test_large_answers_are_packed_for_who_can_unpack(client: TestClient) -> None:
    address = "/v1/enterprises?limit=500"
    plain = client.get(address, headers={"Accept-Encoding": "identity"})
    with client.stream("GET", address, headers={"Accept-Encoding": "gzip"}) as packed:
        raw = b"".join(packed.iter_raw())

    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(raw) == plain.content
    assert len(raw) < len(plain.content) / 2
    assert "accept-encoding" in packed.headers["vary"].lower()
