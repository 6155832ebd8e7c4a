"""Enterprises, their partners, and on whose word both are known."""

from collections import Counter

import pytest
from fastapi.testclient import TestClient

from graphmodel.api import models
from graphmodel.settings import Settings
from tests.api.service import pages, store_of

RELEASE = "https://tashkent.bigindustrialweek.com/news/predpriyatiya-kubani-i-uzbekistana-namereny-sozdat"


@pytest.fixture(scope="module")
def ids(served: Settings) -> list[str]:
    """The ids of all enterprises, as the store has them."""
    with store_of(served) as store:
        return [node.key for node in store.view().graph().nodes if node.label == "Enterprise"]


def _id(client: TestClient, name: str) -> str:
    return str(client.get("/v1/enterprises", params={"q": name}).json()["items"][0]["id"])


def test_partners_of_atiss(client: TestClient) -> None:
    [row] = client.get(f"/v1/enterprises/{_id(client, 'АТИСС')}/partners").json()["items"]

    assert (row["relation"], row["edge"]["type"]) == ("agreement", "MEMORANDUM")
    assert row["partner"]["name_en"] == "Industrial Group Energy East"
    assert row["edge"]["signed"] == "2025-04-28/2025-04-30"
    assert [(each["address"], each["published"]) for each in row["evidence"]] == [(RELEASE, "2025-04-30")]
    assert [each["claim"] for each in row["evidence"]] == row["claims"]


def test_partners_from_the_other_side(client: TestClient) -> None:
    [row] = client.get(f"/v1/enterprises/{_id(client, 'Energy East')}/partners").json()["items"]

    assert row["partner"]["name_ru"] == "АТИСС"


@pytest.mark.parametrize("name", ["АТИСС", "«АТИСС»", " ООО Атисс ", "ATISS", "атис", "Аттис"])
def test_search_by_name(client: TestClient, name: str) -> None:
    found = client.get("/v1/enterprises", params={"q": name}).json()["items"][0]

    assert found["name_ru"] == "АТИСС"


@pytest.mark.parametrize("q", ["", "  "])
def test_search_without_words_lists_all(client: TestClient, ids: list[str], q: str) -> None:
    assert len(client.get("/v1/enterprises", params={"q": q, "limit": 500}).json()["items"]) == len(ids)


def test_search_that_finds_nothing(client: TestClient) -> None:
    assert client.get("/v1/enterprises?q=zzzzzz").json() == {"items": [], "next": None}


@pytest.mark.parametrize("limit", [1, 7, 100, 500])
def test_paging_shows_every_enterprise_once(client: TestClient, ids: list[str], limit: int) -> None:
    walked = pages(client, "/v1/enterprises", limit=limit)

    assert [item["id"] for page in walked for item in page] == sorted(ids)
    assert {len(page) for page in walked[:-1]} <= {limit}


def test_paging_of_a_search(client: TestClient) -> None:
    whole = client.get("/v1/enterprises", params={"q": "завод", "limit": 500}).json()["items"]

    walked = pages(client, "/v1/enterprises", q="завод", limit=1)

    assert len(whole) > 1
    assert [item for page in walked for item in page] == whole


def test_every_enterprise_answers_as_declared(client: TestClient, ids: list[str]) -> None:
    for key in ids:
        address = f"/v1/enterprises/{key}"
        card, partners, evidence = (
            client.get(address + part).json() for part in ("", "/partners", "/evidence")
        )

        assert models.EnterpriseCard.model_validate(card).model_dump(mode="json") == card
        assert models.Partners.model_validate(partners).model_dump(mode="json") == partners
        assert models.EvidenceList.model_validate(evidence).model_dump(mode="json") == evidence
        assert [each["claim"] for each in evidence["items"]] == card["claims"] != []
        assert all([e["claim"] for e in row["evidence"]] == row["claims"] != [] for row in partners["items"])


def test_partners_see_each_other(client: TestClient, ids: list[str]) -> None:
    """Every relation is told from both ends, and from the other end it is the opposite one."""
    opposite = {"supplier": "buyer", "owner": "owned", "agreement": "agreement"}
    opposite |= {there: here for here, there in opposite.items()}
    told = Counter(
        (key, row["relation"], row["partner"]["id"], row["edge"]["product"])
        for key in ids
        for row in client.get(f"/v1/enterprises/{key}/partners").json()["items"]
        if row["partner"]["kind"] == "enterprise"
    )

    assert {relation for _, relation, _, _ in told} >= {"supplier", "buyer", "agreement"}
    assert told == Counter(
        {(there, opposite[kind], here, what): n for (here, kind, there, what), n in told.items()}
    )


def test_place_of_an_enterprise(client: TestClient) -> None:
    [place] = client.get(f"/v1/enterprises/{_id(client, 'АТИСС')}").json()["places"]

    assert (place["kind"], place["code"], place["country"]) == ("region", "RU-KDA", "RU")


def test_the_country_of_the_code_stands_beside_that_of_the_source(client: TestClient, ids: list[str]) -> None:
    places = [p for key in ids for p in client.get(f"/v1/enterprises/{key}").json()["places"]]

    assert any(p["country_as_stated"] not in (None, p["country"]) for p in places)
    assert all(p["code"].startswith(p["country"]) for p in places)


def test_unnamed_enterprises_are_marked(client: TestClient) -> None:
    [everything] = pages(client, "/v1/enterprises", limit=500)
    unnamed = [item for item in everything if item["placeholder"]]

    assert len(unnamed) >= 2
    assert all(item["id"].startswith("unnamed-") == item["placeholder"] for item in everything)


@pytest.mark.parametrize("part", ["", "/partners", "/evidence"])
@pytest.mark.parametrize("name", ["АТИСС", "ATISS", " ", "ent-0"])
def test_a_name_is_no_address(client: TestClient, name: str, part: str) -> None:
    answer = client.get(f"/v1/enterprises/{name}{part}")

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/not-found")
    assert "/v1/enterprises?q=" in answer.json()["detail"]
