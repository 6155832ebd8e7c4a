"""The views of a part of the graph: chain, gaps, flows, agreements, changes, answers."""

from collections.abc import Callable
from dataclasses import replace

import pytest

import viz
from graphmodel import analysis
from graphmodel.domain.graph import Graph
from tests.browser import Page
from tests.viz.factory import evidence_of, graph_of, sample_claims
from viz import subgraphs
from viz.layers import ranks
from viz.page import Shown
from viz.renderers import FORMS
from viz.scene import Scene

CLUSTER = "agromash-ru-uz"


@pytest.fixture(scope="module")
def graph() -> Graph:
    return graph_of(sample_claims())


def scene(graph: Graph, **more: object) -> Scene:
    return viz.build_scene(graph, evidence_of(sample_claims()), title="x", lang="ru", **more)  # type: ignore[arg-type]


def titles(shown: Scene, kind: str = "Enterprise") -> set[str]:
    return {node.title.en for node in shown.nodes if node.kind == kind}


def harvester(graph: Graph) -> str:
    return next(n.key for n in graph.nodes if n.properties.get("name_en") == "forage harvester")


def test_a_chain_runs_from_supplier_to_buyer_in_layers(graph: Graph) -> None:
    shown = scene(subgraphs.chain(graph, harvester(graph)), form="layers")
    layers = dict(zip((n.title.en for n in shown.nodes), ranks(len(shown.nodes), shown.edges), strict=True))
    assert (
        layers["GPZ-10 bearing plant"]
        < layers["Rostselmash"]
        < layers["Chirchiq Agricultural Machinery Plant"]
    )
    assert {edge.kind for edge in shown.edges} == {"SUPPLIES"}
    assert "OS-NOVA" not in layers


def test_a_circle_of_supplies_has_layers_too(graph: Graph) -> None:
    shown = scene(graph)
    back = [replace(edge, source=edge.target, target=edge.source) for edge in shown.edges]
    found = set(ranks(len(shown.nodes), [*shown.edges, *back]))
    assert found == set(range(len(found)))


def test_gaps_stand_beside_the_graph_with_their_claims(graph: Graph) -> None:
    found = analysis.gaps(graph, CLUSTER)
    lacking = [gap for gap in found.rows if gap.kind != "ok"]
    shown = scene(graph, gaps=found)
    assert titles(shown, "Gap") == {gap.input.name_en for gap in lacking}
    for edge in shown.edges:
        if edge.kind == "LACKS":
            assert shown.nodes[edge.target].kind == "Gap" and edge.claims


def test_flows_stand_for_the_edges_between_places(graph: Graph) -> None:
    whole = scene(graph)
    shown = viz.flows(whole)
    flowing = [edge for edge in whole.edges if edge.kind in ("SUPPLIES", "MEMORANDUM")]
    assert sum(edge.weight for edge in shown.edges) == len(flowing)
    assert {claim for edge in shown.edges for claim in edge.claims} == {c for e in flowing for c in e.claims}
    layouts = FORMS["columns"](shown.nodes, shown.edges, shown.places)
    for number, edge in enumerate(shown.edges):
        path = layouts.wide.paths[number]
        assert path[0][0] < path[-1][0]
        (_, y), card = layouts.wide.positions[edge.source], layouts.cards[edge.source]
        assert abs(path[0][1] - y) < card.height / 2
    starts = [path[0] for path in layouts.wide.paths]
    assert len(set(starts)) == len(starts)


def test_agreements_alone(graph: Graph) -> None:
    shown = scene(subgraphs.agreements(graph))
    assert {edge.kind for edge in shown.edges} == {"MEMORANDUM"} and "OS-NOVA" not in titles(shown)


def test_changes_are_new_gone_changed_or_kept() -> None:
    claims = sample_claims()
    supply = next(claim for claim in claims if claim.kind == "supplies" and claim.status == "announced")
    later = [claim for claim in claims if claim is not supply and claim.kind != "membership"]
    later.append(supply.model_copy(update={"status": "active"}))
    forward = subgraphs.changed(graph_of(claims), graph_of(later))
    marks = {(edge.type, edge.properties["status"]) for edge in forward.edges if "status" in edge.properties}
    assert {
        ("SUPPLIES", "changed"),
        ("SUPPLIES", "kept"),
        ("MEMBER_OF", "gone"),
        ("MEMORANDUM", "kept"),
    } <= marks
    back = subgraphs.changed(graph_of(later), graph_of(claims))
    assert {edge.properties["status"] for edge in back.edges if edge.type == "MEMBER_OF"} == {"new"}


def test_an_answer_is_what_its_rows_name(graph: Graph) -> None:
    supply = next(edge for edge in graph.edges if edge.type == "SUPPLIES")
    row = {
        "supplier_id": supply.source[1],
        "buyer_id": supply.target[1],
        "claims": list(supply.claims),
        "step": 1,
    }
    answer = subgraphs.answered(graph, [row])
    assert [edge for edge in answer.edges if edge.type == "SUPPLIES"] == [supply]
    assert {node.key for node in answer.nodes if node.label == "Enterprise"} == {
        supply.source[1],
        supply.target[1],
    }
    assert subgraphs.answered(graph, [{"n": 3, "name": None}]).nodes == ()


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
@pytest.mark.parametrize("name", ["chain", "gaps", "flows", "agreements"])
def test_each_is_drawn(opened: Callable[..., Page], graph: Graph, name: str, size: tuple[int, int]) -> None:
    shown = {
        "chain": lambda: scene(subgraphs.chain(graph, harvester(graph)), form="layers"),
        "gaps": lambda: scene(graph, gaps=analysis.gaps(graph, CLUSTER)),
        "flows": lambda: viz.flows(scene(graph)),
        "agreements": lambda: scene(subgraphs.agreements(graph)),
    }[name]()
    page = opened(shown, *size)
    assert page.run("return document.querySelectorAll('.card').length") == len(shown.nodes)
    assert page.run("return document.querySelectorAll('.line').length") == len(shown.edges)
    page.run("graphPage.pick({ edge: 0 })")
    assert page.run("return document.querySelectorAll('#panel .claim').length") == len(shown.edges[0].claims)
    assert page.violations() == []
    assert page.complaints() == []


def test_a_notebook_shows_a_scene_in_a_frame(
    graph: Graph, opened: Callable[..., Page], sample: Shown
) -> None:
    page = opened(sample)
    frame = sample._repr_html_()
    assert frame.count("<") == 2 and "sandbox=" in frame
    page.driver.get("data:text/html;charset=utf-8,<meta charset=utf-8>")
    page.run("document.body.append(document.createRange().createContextualFragment(arguments[0]))", frame)
    page.driver.switch_to.frame(0)
    waited = """const done = arguments[0];
        const look = () => (window.graphPage ? done(true) : setTimeout(look, 50));
        look();"""
    assert page.driver.execute_async_script(waited)
    page.run("graphPage.pick({ node: 0 })")
    assert page.text("#panel h2")
    page.driver.switch_to.default_content()
