"""Partners near and far, filtered, and as they were on a day."""

from collections import Counter
from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient

from graphmodel import analysis
from graphmodel.domain.graph import Graph
from graphmodel.settings import Settings
from graphmodel.store import Wanted
from tests.api.service import pages, store_of

FILTERS: list[tuple[dict[str, Any], Wanted]] = [
    ({}, Wanted()),
    ({"kind": "supplies"}, Wanted(kinds=("supplies",))),
    ({"kind": ["agreement", "owns"]}, Wanted(kinds=("agreement", "owns"))),
    ({"direction": "in"}, Wanted(direction="in")),
    ({"direction": "out", "kind": "supplies"}, Wanted(direction="out", kinds=("supplies",))),
    ({"country": "UZ"}, Wanted(country="UZ")),
    ({"region": "RU-KDA"}, Wanted(region="RU-KDA")),
    ({"status": ["active", "signed"]}, Wanted(statuses=("active", "signed"))),
    ({"min_confidence": 0.9}, Wanted(min_confidence=0.9)),
]


@pytest.fixture(scope="module")
def graph(served: Settings) -> Graph:
    with store_of(served) as store:
        return store.view().graph()


@pytest.fixture(scope="module")
def busiest(graph: Graph) -> str:
    """The enterprise with most links."""
    ends = (
        end
        for edge in graph.edges
        if edge.type in ("SUPPLIES", "MEMORANDUM")
        for end in (edge.source, edge.target)
    )
    return Counter(key for label, key in ends if label == "Enterprise").most_common(1)[0][0]


def _told(row: dict[str, Any]) -> tuple[Any, ...]:
    steps = [(step["relation"], step["partner"]["id"], step["edge"]["product"]) for step in row["path"]]
    return row["hops"], row["relation"], row["partner"], row["edge"], list(row["claims"]), steps


@pytest.mark.parametrize("hops", [1, 2, 3])
@pytest.mark.parametrize(("asked", "wanted"), FILTERS, ids=str)
def test_the_database_finds_what_the_graph_holds(
    client: TestClient, graph: Graph, busiest: str, asked: dict[str, Any], wanted: Wanted, hops: int
) -> None:
    """Two ways to one answer: the statements, and the analysis that goes through the whole graph."""
    [found] = pages(client, f"/v1/enterprises/{busiest}/partners", hops=hops, limit=500, **asked)

    expected = analysis.partners(graph, busiest, wanted, hops) or []

    assert [_told(row) for row in found] == [_told(row) for row in expected]


def test_filters_leave_something(client: TestClient, busiest: str) -> None:
    counts = [
        len(
            client.get(
                f"/v1/enterprises/{busiest}/partners", params=asked | {"hops": 2, "limit": 500}
            ).json()["items"]
        )
        for asked, _ in FILTERS
    ]

    assert sum(count > 0 for count in counts) > len(FILTERS) / 2
    assert all(count <= counts[0] for count in counts)


@pytest.mark.parametrize("hops", [1, 2, 3])
def test_pages_of_partners(client: TestClient, busiest: str, hops: int) -> None:
    address = f"/v1/enterprises/{busiest}/partners"
    [whole] = pages(client, address, hops=hops, limit=500)

    walked = pages(client, address, hops=hops, limit=7)

    assert [item for page in walked for item in page] == whole
    assert len(walked) > 1


@pytest.mark.parametrize("hops", [2, 3])
def test_paths_lead_there_with_evidence(client: TestClient, busiest: str, hops: int) -> None:
    rows = client.get(f"/v1/enterprises/{busiest}/partners", params={"hops": hops, "limit": 500}).json()[
        "items"
    ]

    assert {row["hops"] for row in rows} == set(range(1, hops + 1))
    for row in rows:
        at = busiest
        for step in row["path"]:
            assert at in (step["edge"]["start"], step["edge"]["end"])
            at = step["partner"]["id"]
        assert (at, len(row["path"])) == (row["partner"]["id"], row["hops"])
        assert {each["claim"] for each in row["evidence"]} == set(row["claims"]) != set()


@pytest.mark.parametrize("hops", [1, 2])
@pytest.mark.parametrize("day", ["2100-01-01", "2024"])
def test_as_of_a_day(client: TestClient, served: Settings, busiest: str, day: str, hops: int) -> None:
    with store_of(served) as store:
        then = store.view().graph(date(2100, 1, 1) if day.startswith("2100") else date(2024, 12, 31))
    expected = analysis.partners(then, busiest, Wanted(), hops)

    answer = client.get(
        f"/v1/enterprises/{busiest}/partners", params={"as_of": day, "hops": hops, "limit": 500}
    )

    if expected is None:
        assert answer.status_code == 404
    else:
        assert [_told(row) for row in answer.json()["items"]] == [_told(row) for row in expected]


def test_paths_between_two(client: TestClient, graph: Graph, busiest: str) -> None:
    far = [row for row in analysis.partners(graph, busiest, Wanted(), 3) or [] if row["hops"] == 3]
    other = next(row["partner"]["id"] for row in far if row["partner"]["kind"] == "enterprise")

    found = client.get("/v1/paths", params={"from": busiest, "to": other, "limit": 100}).json()["items"]

    assert {path["hops"] for path in found} == {3}
    for path in found:
        assert path["steps"][-1]["partner"]["id"] == other
        assert {each["claim"] for each in path["evidence"]} == {
            c for step in path["steps"] for c in step["claims"]
        }
    assert client.get("/v1/paths", params={"from": busiest, "to": other, "hops": 2}).json()["items"] == []
