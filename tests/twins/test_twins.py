"""Three answers, one truth: what a question says in Cypher, analysis, store or networkx says of the same graph too."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import httpx
import networkx as nx
from hypothesis import HealthCheck, Phase, example, given, settings

from graphmodel.analysis import gaps
from graphmodel.analysis.clusters import members, memberships
from graphmodel.analysis.index import Index
from graphmodel.analysis.results import Gap
from graphmodel.domain.graph import Edge, Graph
from graphmodel.store import View
from queries import ask, catalogue
from tests.twins.conftest import Written
from tests.twins.drawn import ENTERPRISES, PLACES, graphs, to_itself
from tests.twins.look_ups import TWINS, compared

few = settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
"""Each example is a graph written and some thirty questions; what fails is not made smaller."""
Rows = list[dict[str, Any]]


def rows(view: View, asked: ask.Asked) -> Rows:
    table = view.ask(*asked)
    assert table.columns == tuple(asked.question.columns)
    return [dict(row) for row in table.rows]


def clusters(graph: Graph) -> list[str]:
    return [node.key for node in graph.nodes if node.label == "Cluster"]


def supply_ends(edges: Iterable[Edge]) -> Counter[tuple[str, str, str | None]]:
    return Counter((edge.source[1], edge.target[1], edge.properties.get("product")) for edge in edges)


def of_type(graph: Graph, kind: str) -> list[Edge]:
    return [edge for edge in graph.edges if edge.type == kind]


def going(edges: Iterable[Edge]) -> list[Edge]:
    return [edge for edge in edges if edge.properties.get("status") != "ended"]


def check_members(view: View, graph: Graph, cluster: str) -> None:
    ended = {node.key for node in graph.nodes if node.properties.get("status") == "ended"}
    said = {row["id"] for row in rows(view, ask.members(cluster=cluster)) if row["status"] != "ended"}
    present = {node.key for node in members(graph, cluster)}
    assert said - ended == present
    counted = rows(view, ask.members_by_region(cluster=cluster))
    assert sum(row["members"] for row in counted) == len(present)
    unnamed = {node.key for node in graph.nodes if node.placeholder}
    assert sum(row["unnamed_members"] for row in counted) == len(present & unnamed)


def check_what_members_make(view: View, graph: Graph, cluster: str) -> None:
    index = Index(graph)
    belong = memberships(index, cluster)
    made = {product for product, makers in index.makers.items() if makers.keys() & belong.keys()}
    assert {row["product_code"] for row in rows(view, ask.what_members_make(cluster=cluster))} == made


def check_inside(view: View, graph: Graph, cluster: str) -> None:
    belong = {
        edge.source[1] for edge in going(of_type(graph, "MEMBER_OF")) if edge.target == ("Cluster", cluster)
    }
    inner = [
        edge
        for edge in of_type(graph, "SUPPLIES")
        if {edge.source[1], edge.target[1]} <= belong and edge.source != edge.target
    ]
    said = rows(view, ask.inside_cluster(cluster=cluster))
    assert Counter((r["supplier_id"], r["buyer_id"], r["product_code"]) for r in said) == supply_ends(inner)


def _line(gap: Gap) -> tuple[str, str, str | None]:
    return gap.product.id, gap.input.id, gap.condition


def _lines(found: Rows) -> dict[tuple[str, str, str | None], dict[str, Any]]:
    lines = {(row["product_code"], row["input_code"], row["condition"]): row for row in found}
    assert len(lines) == len(found)
    return lines


def _same(found: Rows, twins: list[Gap], exact: bool = True) -> None:
    """The same lines of recipes; of alternatives more, for `gaps` leaves out those that another makes needless."""
    lines = _lines(found)
    assert {_line(gap) for gap in twins} <= lines.keys()
    more = lines.keys() - {_line(gap) for gap in twins}
    assert {lines[line]["necessity"] for line in more} <= {"alternative"}
    for gap in twins:
        assert (set(lines[_line(gap)]["claims"]) == set(gap.claims)) or not exact
        assert lines[_line(gap)]["points"] == gap.weight


def check_gaps(view: View, graph: Graph, cluster: str) -> None:
    found = gaps(graph, cluster).rows
    outside = [gap for gap in found if gap.kind in ("outside_cluster", "cross_border_only")]
    single = [gap for gap in found if gap.kind != "ok" and len(gap.suppliers) == 1]
    _same(rows(view, ask.no_producer(cluster=cluster)), [gap for gap in found if gap.kind == "no_producer"])
    _same(rows(view, ask.outside_cluster(cluster=cluster)), outside, exact=False)
    _same(
        rows(view, ask.unlinked_inputs(cluster=cluster)),
        [gap for gap in found if gap.kind == "unlinked"],
        exact=False,
    )
    said = rows(view, ask.single_source(cluster=cluster))
    _same(said, single, exact=False)
    suppliers = {_line(gap): gap.suppliers[0].id for gap in single}
    lines = _lines(said)
    assert {line: lines[line]["supplier_id"] for line in suppliers} == suppliers
    inside = {_line(gap) for gap in single if gap.kind == "single_source"}
    assert {line for line in suppliers if lines[line]["inside"]} == inside


def check_candidates(view: View, graph: Graph, cluster: str) -> None:
    for gap in gaps(graph, cluster).rows:
        said = {row["id"] for row in rows(view, ask.candidates(product=gap.input.id))}
        assert {candidate.enterprise.id for candidate in gap.candidates} <= said


def check_sole_makers(view: View, graph: Graph, cluster: str) -> None:
    index = Index(graph)
    belong = memberships(index, cluster)
    made = [product for product, makers in index.makers.items() if makers.keys() & belong.keys()]
    needed = {edge.target[1] for product in made for edge in index.recipes.get(product, ())}
    sole = {code: next(iter(index.makers[code])) for code in needed if len(index.makers.get(code, ())) == 1}
    said = rows(view, ask.sole_makers(cluster=cluster))
    assert {row["input_code"]: row["id"] for row in said} == sole


def check_borders(view: View, graph: Graph) -> None:
    index = Index(graph)
    crossing = [
        edge
        for edge in of_type(graph, "SUPPLIES")
        if None not in (ends := [index.country(edge.source[1]), index.country(edge.target[1])])
        and ends[0] != ends[1]
    ]
    said = rows(view, ask.cross_border())
    assert Counter((r["supplier_id"], r["buyer_id"], r["product_code"]) for r in said) == supply_ends(
        crossing
    )


def check_places(view: View, graph: Graph, region: str) -> None:
    places = Index(graph).places
    there = {key for key, place in places.items() if region in (place.region, place.country)}
    assert {row["id"] for row in rows(view, ask.by_region(region=region))} == there


def check_lists(view: View, graph: Graph) -> None:
    enterprises = {node.key for node in graph.nodes if node.label == "Enterprise"}
    ties = [edge for edge in graph.edges if edge.type in ("SUPPLIES", "SIGNED", "MEMBER_OF", "OWNS")]
    ends = {end for edge in ties for end in (edge.source, edge.target)}
    linked = {key for label, key in ends if label == "Enterprise"}
    assert {row["id"] for row in rows(view, ask.orphans())} == enterprises - linked
    assert {row["id"] for row in rows(view, ask.without_place())} == enterprises - Index(graph).places.keys()
    unnamed = {node.key for node in graph.nodes if node.placeholder}
    assert {row["id"] for row in rows(view, ask.unnamed())} == unnamed


def check_partners(view: View, enterprise: str) -> None:
    said = rows(view, ask.partners(enterprise=enterprise))
    assert Counter((r["relation"], r["partner_id"], tuple(r["claims"])) for r in said) == Counter(
        (one.relation, one.partner.key, one.edge.claims) for one in view.partners(enterprise)
    )


def network(graph: Graph) -> "nx.MultiDiGraph[str]":
    """The supplies that go on."""
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    made.add_nodes_from(node.key for node in graph.nodes if node.label == "Enterprise")
    made.add_edges_from((edge.source[1], edge.target[1]) for edge in going(of_type(graph, "SUPPLIES")))
    return made


def check_chains(view: View, graph: Graph, enterprise: str) -> None:
    """Tier by tier: whom networkx reaches in so many links, and every link at its end."""
    edges = of_type(graph, "SUPPLIES")
    reached = nx.single_source_shortest_path_length(network(graph), enterprise, cutoff=2)
    down = Counter(
        (reached[edge.source[1]] + 1, edge.source[1], edge.target[1])
        for edge in edges
        if edge.source[1] in reached
    )
    said = rows(view, ask.buyers(enterprise=enterprise, tiers=3))
    assert Counter((row["tier"], row["supplier_id"], row["id"]) for row in said) == down
    back = nx.single_source_shortest_path_length(network(graph).reverse(), enterprise, cutoff=2)
    up = Counter(
        (back[edge.target[1]] + 1, edge.source[1], edge.target[1]) for edge in edges if edge.target[1] in back
    )
    said = rows(view, ask.suppliers(enterprise=enterprise, tiers=3))
    assert Counter((row["tier"], row["id"], row["buyer_id"]) for row in said) == up


def check_cycles(view: View, graph: Graph, enterprise: str) -> None:
    plain = nx.DiGraph(network(graph))
    rings = [ring for ring in nx.simple_cycles(plain, length_bound=4) if enterprise in ring and len(ring) > 1]
    turned = {tuple(ring[ring.index(enterprise) :] + ring[: ring.index(enterprise)]) for ring in rings}
    said = rows(view, ask.cycles(enterprise=enterprise))
    assert {(row["codes"][-1], *row["codes"][:-1]) for row in said} == turned
    assert len(said) == len(turned)


def check_shortest(view: View, graph: Graph, one: str, other: str) -> None:
    said = rows(view, ask.shortest_chain(enterprise=one, other=other))
    plain = nx.Graph(network(graph))
    if one == other or not nx.has_path(plain, one, other):
        assert said == []
        return
    length = nx.shortest_path_length(plain, one, other)
    assert len(said) == (length if length <= 6 else 0)
    reached = {one}
    for row in said:
        ends = {row["supplier_id"], row["buyer_id"]}
        assert plain.has_edge(*ends) and reached & ends
        reached = ends - reached
    assert not said or reached == {other}


def check_everything(view: View, graph: Graph, enterprises: Iterable[str], regions: Iterable[str]) -> None:
    for cluster in clusters(graph):
        check_members(view, graph, cluster)
        check_what_members_make(view, graph, cluster)
        check_inside(view, graph, cluster)
        check_gaps(view, graph, cluster)
        check_candidates(view, graph, cluster)
        check_sole_makers(view, graph, cluster)
    check_borders(view, graph)
    check_lists(view, graph)
    for region in regions:
        check_places(view, graph, region)
    several = list(enterprises)
    for one, other in zip(several, several[1:] + several[:1], strict=True):
        check_partners(view, one)
        check_chains(view, graph, one)
        check_cycles(view, graph, one)
        check_shortest(view, graph, one, other)


@few
@example(graph=to_itself())
@given(graph=graphs())
def test_on_generated_graphs(written: Written, api: httpx.Client, graph: Graph) -> None:
    view = written(graph)
    check_everything(view, graph, ENTERPRISES[:2], PLACES[:2])
    for twin in TWINS.values():
        for enterprise in ENTERPRISES[:2]:
            compared(view, api, twin, enterprise)


def test_on_the_reference_data_set(reference_view: View) -> None:
    graph = reference_view.graph()
    suppliers = Counter(edge.source[1] for edge in of_type(graph, "SUPPLIES"))
    busiest = [key for key, _ in suppliers.most_common(5)]
    check_everything(reference_view, graph, busiest, ("RU", "RU-KDA", "UZ"))


def test_contradictions_are_those_of_the_store(reference_view: View) -> None:
    conflicts = [found for found in reference_view.conflicts() if found.attribute == "status"]
    nodes = [found for found in conflicts if found.subject[0] in ("Enterprise", "Agreement")]
    said = rows(reference_view, ask.status_differs())
    assert {row["subject_code"] for row in said} == {found.subject[1] for found in nodes}
    assert {claim for row in said for claim in row["claims"]} == {
        side.claim for found in nodes for side in found.sides
    }
    numbers = [found for found in reference_view.conflicts() if found.attribute not in ("status", "place")]
    differ = {claim for row in rows(reference_view, ask.figures_differ()) for claim in row["claims"]}
    assert numbers
    assert {side.claim for found in numbers for side in found.sides} <= differ


def test_every_question_has_a_typed_function() -> None:
    for name, asked in catalogue().items():
        made = getattr(ask, name.replace("-", "_"))
        needed = {n: one.example for n, one in asked.parameters.items() if one.default is None}
        defaults = {n: one.default for n, one in asked.parameters.items() if one.default is not None}
        assert made(**needed) == (asked, needed | defaults)
