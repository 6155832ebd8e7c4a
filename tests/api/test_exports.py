"""The graph for other programs, and as pictures, over HTTP."""

import csv
import io
import json
from pathlib import Path

import networkx as nx
import polars as pl
import pytest
from fastapi.testclient import TestClient

from graphmodel.api.parameters import CLUSTER, EXAMPLE
from graphmodel.domain.graph import Graph
from graphmodel.engine import Connection
from graphmodel.settings import Settings
from loaders import EXCHANGE_FORMS
from tests.api.service import store_of
from tests.command import runner
from tests.command import settings_for as environment_for


@pytest.fixture(scope="module")
def graph(served: Settings) -> Graph:
    with store_of(served) as store:
        return store.view().graph()


def _sizes(network: "nx.Graph[str]") -> tuple[int, int]:
    return network.number_of_nodes(), network.number_of_edges()


def test_graphml(client: TestClient, graph: Graph) -> None:
    read = nx.parse_graphml(client.get("/v1/exports/graphml").text, force_multigraph=True)

    assert _sizes(read) == (len(graph.nodes), len(graph.edges))
    assert read.nodes[f"Enterprise:{EXAMPLE}"]["name_ru"] == "АТИСС"


def test_gexf(client: TestClient, graph: Graph) -> None:
    read = nx.read_gexf(io.BytesIO(client.get("/v1/exports/gexf").content))

    assert read.number_of_nodes() == len(graph.nodes)
    assert read.nodes[f"Enterprise:{EXAMPLE}"]["name_ru"] == "АТИСС"


def test_cytoscape(client: TestClient, graph: Graph) -> None:
    read = nx.cytoscape_graph(client.get("/v1/exports/cytoscape").json())

    assert _sizes(read) == (len(graph.nodes), len(graph.edges))


def test_tables(client: TestClient, graph: Graph) -> None:
    text = client.get("/v1/exports/csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    frame = pl.read_parquet(io.BytesIO(client.get("/v1/exports/parquet").content))

    assert len(rows) == len(frame) == len(graph.edges)
    assert [row["source"] for row in rows] == frame["source"].to_list()
    assert set(rows[0]) == set(frame.columns)
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@"))]


def test_ftm(client: TestClient) -> None:
    entities = [json.loads(line) for line in client.get("/v1/exports/ftm").text.splitlines()]

    assert EXAMPLE in {entity["id"] for entity in entities}


@pytest.mark.parametrize("format_", EXCHANGE_FORMS)
def test_the_command_line_writes_the_same_bytes(
    client: TestClient, neo4j_server: Connection, tmp_path: Path, format_: str
) -> None:
    run = runner(environment_for(neo4j_server), tmp_path)
    told = run("export", "--format", format_, "--json")

    assert told.returncode == 0, told.stderr
    written = tmp_path / json.loads(told.stdout)["file"]
    answer = client.get(f"/v1/exports/{format_}")
    assert written.read_bytes() == answer.content
    assert written.name in answer.headers["content-disposition"]


def test_a_cluster_alone(client: TestClient, graph: Graph) -> None:
    read = nx.cytoscape_graph(client.get(f"/v1/exports/cytoscape?cluster={CLUSTER}").json())

    assert f"Cluster:{CLUSTER}" in read
    assert 0 < read.number_of_nodes() < len(graph.nodes)


@pytest.mark.parametrize("address", [f"/v1/views/clusters/{CLUSTER}", f"/v1/views/enterprises/{EXAMPLE}"])
def test_pictures_let_nothing_foreign_run(client: TestClient, address: str) -> None:
    answer = client.get(address, headers={"Accept-Language": "en"})

    policy = answer.headers["content-security-policy"]
    assert answer.headers["content-type"].startswith("text/html")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "frame-ancestors 'self'" in policy
    assert answer.headers["content-language"] == "en"
