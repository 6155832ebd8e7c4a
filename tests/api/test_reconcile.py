"""Reconciliation, as OpenRefine asks for it."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from graphmodel.api.parameters import EXAMPLE


def _asked(client: TestClient, **queries: Any) -> dict[str, Any]:
    answer = client.post("/reconcile", data={"queries": json.dumps(queries)})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_the_manifest_leads_to_the_other_addresses(client: TestClient) -> None:
    manifest = client.get("/reconcile").json()

    assert manifest["versions"] == ["0.2"]
    services = [*manifest["suggest"].values(), manifest["extend"]["propose_properties"]]
    for service in services:
        assert client.get(service["service_url"] + service["service_path"]).status_code == 200
    assert client.get(manifest["view"]["url"].replace("{{id}}", EXAMPLE)).json()["id"] == EXAMPLE


def test_names_are_matched(client: TestClient) -> None:
    found = _asked(
        client, a={"query": "ООО «АТИСС»"}, b={"query": "Атис", "limit": 1}, c={"query": "zzzzzzzz"}
    )

    best = found["a"]["result"][0]
    assert (best["id"], best["match"], best["type"][0]["id"]) == (EXAMPLE, True, "Enterprise")
    assert [each["id"] for each in found["b"]["result"]] == [EXAMPLE]
    assert found["c"]["result"] == []


def test_properties_tell_candidates_apart(client: TestClient) -> None:
    country = {"pid": "country", "v": "UZ"}
    found = _asked(client, a={"query": "АТИСС", "properties": [country]})

    assert EXAMPLE not in [each["id"] for each in found["a"]["result"]]


def test_a_get_answers_too(client: TestClient) -> None:
    answer = client.get("/reconcile", params={"queries": json.dumps({"a": {"query": "АТИСС"}})})

    assert answer.json()["a"]["result"][0]["id"] == EXAMPLE


def test_tables_are_extended(client: TestClient) -> None:
    wish = {
        "ids": [EXAMPLE, "nobody"],
        "properties": [{"id": "name_en"}, {"id": "region"}, {"id": "lei"}, {"id": "x"}],
    }
    answer = client.post("/reconcile", data={"extend": json.dumps(wish)}).json()

    assert [each["id"] for each in answer["meta"]] == ["name_en", "lei", "region"]
    assert answer["rows"][EXAMPLE] == {
        "name_en": [{"str": "ATISS"}],
        "region": [{"str": "RU-KDA"}],
        "lei": [],
    }
    assert answer["rows"]["nobody"] == {"name_en": [], "region": [], "lei": []}


def test_suggestions(client: TestClient) -> None:
    entities = client.get("/reconcile/suggest/entity?prefix=атис").json()["result"]
    properties = client.get(
        "/reconcile/suggest/property?prefix=REG", headers={"Accept-Language": "en"}
    ).json()

    assert entities[0]["id"] == EXAMPLE
    assert [each["id"] for each in properties["result"]] == ["region"]


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"queries": "{"},
        {"queries": "[]"},
        {"queries": '{"a": {"query": 1}}'},
        {"extend": "{}"},
        {"queries": json.dumps({str(n): {"query": "x"} for n in range(51)})},
    ],
)
def test_what_is_no_query(client: TestClient, form: dict[str, str]) -> None:
    answer = client.post("/reconcile", data=form)

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/bad-input")
