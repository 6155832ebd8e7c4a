"""Registry numbers as addresses, and synthetic data, on synthetic enterprises that are taken out again."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from graphmodel.domain.claims import CLAIM, Claim, Source
from graphmodel.settings import Settings
from graphmodel.texts import LANGUAGES, Language
from tests.api.service import store_of

SOURCE = Source(id="test-synthetic", title="Synthetic enterprises of a test")
NUMBERS = {
    "synthetic-1": {"inn": "0000000001", "ogrn": "0000000000001"},
    "synthetic-2": {"stir": "000000002"},
    "synthetic-3": {"inn": "0000000003"},
    "synthetic-4": {"inn": "0000000003"},
}
"""The last two have one number: a mistake that real registers hold too."""


def _claim(row: int, key: str, numbers: dict[str, str]) -> Claim:
    return CLAIM.validate_python(
        {
            "kind": "enterprise",
            "source": SOURCE.id,
            "locator": f"row={row}",
            "status": "active",
            "confidence": 1,
            "synthetic": True,
            "enterprise": key,
            "name": "Синтетический двойник",
            "identifiers": numbers,
        }
    )


@pytest.fixture(scope="module", autouse=True)
def synthetic(served: Settings) -> Iterator[None]:
    with store_of(served) as store:
        claims = [_claim(row, *each) for row, each in enumerate(NUMBERS.items())]
        store.writer().load([SOURCE], claims)
        yield
        store.writer().retract(SOURCE.id)


@pytest.mark.parametrize("part", ["", "/evidence"])
@pytest.mark.parametrize("number", ["0000000001", "0000000000001", "synthetic-1"])
def test_any_number_of_an_enterprise_is_its_address(client: TestClient, number: str, part: str) -> None:
    answer = client.get(f"/v1/enterprises/{number}{part}")

    assert answer.status_code == 200
    assert answer.json() == client.get(f"/v1/enterprises/synthetic-1{part}").json()


def test_an_uzbek_number(client: TestClient) -> None:
    assert client.get("/v1/enterprises/000000002").json()["id"] == "synthetic-2"


def test_synthetic_enterprises_are_marked(client: TestClient) -> None:
    everything = client.get("/v1/enterprises?limit=500").json()["items"]

    assert {each["id"] for each in everything if each["synthetic"]} == set(NUMBERS)


def test_an_enterprise_without_partners(client: TestClient) -> None:
    assert client.get("/v1/enterprises/synthetic-1/partners").json() == {"items": [], "next": None}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("part", ["", "/partners", "/evidence"])
def test_a_number_of_two_enterprises_is_ambiguous(client: TestClient, lang: Language, part: str) -> None:
    answer = client.get(f"/v1/enterprises/0000000003{part}", headers={"Accept-Language": lang})

    assert (answer.status_code, answer.headers["content-language"]) == (409, lang)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == "/problems/ambiguous-name"
    assert all(key in answer.json()["detail"] for key in ("synthetic-3", "synthetic-4"))
