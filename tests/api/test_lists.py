"""The lists, their filters and pages, on the reference data set."""

import pytest
from fastapi.testclient import TestClient

from graphmodel.api.parameters import CLUSTER, EXAMPLE, OTHER
from graphmodel.settings import Settings
from queries import catalogue
from tests.api.service import pages, store_of

LISTS = [
    "/v1/enterprises",
    "/v1/clusters",
    f"/v1/clusters/{CLUSTER}/members",
    f"/v1/clusters/{CLUSTER}/hubs",
    f"/v1/clusters/{CLUSTER}/gaps",
    f"/v1/clusters/{CLUSTER}/rules",
    "/v1/agreements",
    "/v1/events",
    "/v1/products",
    "/v1/regions",
    "/v1/countries",
    "/v1/sources",
    "/v1/conflicts",
    "/v1/questions",
    f"/v1/enterprises/{EXAMPLE}/evidence",
]


@pytest.mark.parametrize("address", LISTS)
def test_pages_make_up_the_list(client: TestClient, address: str) -> None:
    [whole] = pages(client, address, limit=500)

    walked = pages(client, address, limit=max(1, len(whole) // 3))

    assert [item for page in walked for item in page] == whole != []


@pytest.mark.parametrize("address", LISTS)
def test_a_cursor_of_another_list_is_none(client: TestClient, address: str) -> None:
    cursor = client.get("/v1/sources?limit=1").json()["next"]

    answer = client.get(address, params={"cursor": cursor})

    assert (answer.status_code == 200) == (address == "/v1/sources")


@pytest.mark.parametrize("label", ["Agreement", "Event", "Product", "Region", "Country", "Cluster"])
def test_lists_show_all_that_the_graph_has(client: TestClient, served: Settings, label: str) -> None:
    plural = {"Country": "countries"}.get(label, f"{label.lower()}s")
    [items] = pages(client, f"/v1/{plural}", limit=500)
    with store_of(served) as store:
        known = [node.key for node in store.view().graph().nodes if node.label == label]

    assert [item.get("id") or item["code"] for item in items] == sorted(known)


def test_enterprises_of_a_place(client: TestClient) -> None:
    found = client.get("/v1/enterprises?region=RU-KDA&limit=500").json()["items"]

    assert EXAMPLE in {item["id"] for item in found}
    for item in found:
        [place] = client.get(f"/v1/enterprises/{item['id']}").json()["places"]
        assert place["code"] == "RU-KDA"


def test_a_search_within_a_country(client: TestClient) -> None:
    here = client.get("/v1/enterprises?q=АТИСС&country=RU").json()["items"]

    assert here[0]["id"] == EXAMPLE
    assert EXAMPLE not in str(client.get("/v1/enterprises?q=АТИСС&country=UZ").json())


def test_enterprises_of_a_cluster_are_its_members(client: TestClient) -> None:
    [found] = pages(client, "/v1/enterprises", cluster=CLUSTER, limit=500)
    [members] = pages(client, f"/v1/clusters/{CLUSTER}/members", limit=500)

    assert [item["id"] for item in found] == [member["enterprise"]["id"] for member in members]


def test_agreements_of_a_party(client: TestClient) -> None:
    found = client.get("/v1/agreements", params={"party": EXAMPLE}).json()["items"]

    assert found != []
    assert all(EXAMPLE in {each["party"]["id"] for each in item["parties"]} for item in found)


def test_fields_are_all_that_is_sent(client: TestClient) -> None:
    listed = client.get("/v1/enterprises?fields=id,name_en&limit=3").json()
    one = client.get(f"/v1/enterprises/{EXAMPLE}?fields=places").json()

    assert [set(item) for item in listed["items"]] == [{"id", "name_en"}] * 3
    assert listed["next"]
    assert set(one) == {"places"}


def test_a_field_that_there_is_not(client: TestClient) -> None:
    answer = client.get("/v1/enterprises?fields=id,secret")

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["parameter"] == "fields"


@pytest.mark.parametrize("name", catalogue())
def test_every_question_is_answered(client: TestClient, name: str) -> None:
    asked = catalogue()[name]
    given = {key: parameter.example for key, parameter in asked.parameters.items()}

    answer = client.get(f"/v1/questions/{name}", params=given)

    assert answer.status_code == 200, answer.text
    assert answer.json()["columns"] == list(asked.columns)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/v1/questions/nobody", 404),
        ("/v1/questions/members?nonsense=1", 400),
        ("/v1/questions/buyers", 400),
        ("/v1/clusters/nowhere", 404),
        ("/v1/clusters/nowhere/members", 404),
        ("/v1/clusters/nowhere/hubs", 404),
        ("/v1/clusters/nowhere/gaps", 404),
        ("/v1/clusters/nowhere/rules", 404),
        ("/v1/agreements/nothing", 404),
        ("/v1/views/clusters/nowhere", 404),
        ("/v1/exports/docx", 422),
        (f"/v1/paths?from={EXAMPLE}&to={EXAMPLE}", 400),
        (f"/v1/paths?from={EXAMPLE}", 422),
        (f"/v1/enterprises/{EXAMPLE}/partners?hops=4", 422),
        (f"/v1/enterprises/{EXAMPLE}/partners?as_of=soon", 422),
        (f"/v1/enterprises/{EXAMPLE}/partners?as_of=1900", 404),
    ],
)
def test_wrong_calls(client: TestClient, address: str, status: int) -> None:
    assert client.get(address).status_code == status


def test_linked_data(client: TestClient) -> None:
    answer = client.get(f"/v1/enterprises/{EXAMPLE}", headers={"Accept": "application/ld+json"})

    told = answer.json()
    assert answer.headers["content-type"] == "application/ld+json"
    assert told["@id"].endswith(EXAMPLE)
    assert {"@language": "en", "@value": "ATISS"} in told["name"]
    assert client.get(f"/v1/enterprises/{EXAMPLE}").headers["content-type"] == "application/json"


def test_a_batch_by_example(client: TestClient) -> None:
    queries = [
        {"name": "Атис"},
        {"links": [{"relation": "agreement", "id": OTHER}]},
        {"number": "0"},
        {"cluster": CLUSTER, "country": "RU"},
    ]
    answers = client.post("/v1/match", json={"queries": queries, "limit": 3}).json()["items"]

    assert [len(answers), answers[0]["items"][0]["id"]] == [4, EXAMPLE]
    assert [item["id"] for item in answers[1]["items"]] == [EXAMPLE]
    assert answers[2] == {"items": [], "truncated": False}
    assert answers[3]["items"]
