"""Both engines give the same numbers; those of published graphs and closed forms; and those of igraph (1e-9)."""

import igraph
import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from numpy.testing import assert_allclose

from graphmodel.analysis.hubs.arrays import Arcs, Numbers, Ties, Values
from graphmodel.analysis.hubs.engines import Engine, communities, compiled, engine, reference
from graphmodel.analysis.hubs.engines.brokering import BROKERAGE
from tests.analysis.networks import (
    ENGINES,
    EXACT,
    PUBLISHED,
    Drawn,
    arcs,
    barabasi,
    both_ways,
    networks,
    ties,
    without_direction,
)

either = pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES)
KARATE = ties(nx.karate_club_graph())
GRAPHS = {
    "star": nx.star_graph(5),
    "kite": nx.krackhardt_kite_graph(),
    "florentine": nx.florentine_families_graph(),
    "karate": nx.karate_club_graph(),
    "two parts": nx.disjoint_union(nx.path_graph(4), nx.complete_graph(4)),
}
published = pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)


def same(one: Values, other: Values) -> None:
    assert_allclose(one, other, rtol=0, atol=EXACT)


def clubs() -> Numbers:
    """The two clubs into which the karate club parted."""
    return np.array([int(club == "Officer") for _, club in nx.karate_club_graph().nodes(data="club")])


def as_igraph(graph: Ties) -> "igraph.Graph":
    return igraph.Graph(graph.size, list(zip(graph.one.tolist(), graph.other.tolist(), strict=True)))


def directed(network: Arcs) -> "igraph.Graph":
    edges = list(zip(network.source.tolist(), network.target.tolist(), strict=True))
    graph = igraph.Graph(network.size, edges, directed=True)
    graph.es["weight"] = network.strength.tolist()
    return graph


@either
def test_star(engine: Engine) -> None:
    star = ties(nx.star_graph(5))
    constraint, effective = engine.structural_holes(star)
    same(engine.betweenness(star), np.array([1, 0, 0, 0, 0, 0]))
    same(constraint, np.array([0.2, 1, 1, 1, 1, 1]))
    same(effective, np.array([5, 1, 1, 1, 1, 1]))


@either
def test_krackhardt_kite(engine: Engine) -> None:
    kite = ties(nx.krackhardt_kite_graph())
    assert (int(kite.degree.argmax()), kite.degree.max()) == (3, 6)
    assert int(engine.betweenness(kite).argmax()) == 7
    assert engine.betweenness(kite)[7] == pytest.approx(7 / 18, abs=EXACT)


@either
def test_florentine_families(engine: Engine) -> None:
    graph = nx.florentine_families_graph()
    medici, families = list(graph).index("Medici"), ties(graph)
    assert families.degree[medici] == 6
    assert engine.betweenness(families)[medici] == pytest.approx(0.521978, abs=PUBLISHED)
    assert engine.structural_holes(families)[0][medici] == pytest.approx(0.209877, abs=PUBLISHED)


@either
def test_karate_club(engine: Engine) -> None:
    both, heads = both_ways(KARATE), [0, 33]
    assert engine.betweenness(KARATE)[heads] == pytest.approx([0.437635, 0.304075], abs=PUBLISHED)
    assert engine.structural_holes(KARATE)[0][heads] == pytest.approx([0.155423, 0.156419], abs=PUBLISHED)
    assert engine.pagerank(both)[heads] == pytest.approx([0.096997, 0.100919], abs=PUBLISHED)
    assert engine.core(KARATE).max() == 4
    assert engine.participation(KARATE, clubs())[[0, 33, 2]] == pytest.approx(
        [0.117188, 0.290657, 0.48], abs=PUBLISHED
    )
    assert engine.within_module(KARATE, clubs())[heads] == pytest.approx([3.346533, 3.136281], abs=PUBLISHED)


@either
@published
def test_ties_as_igraph_has_them(engine: Engine, graph: "nx.Graph[object]") -> None:
    own = ties(graph)
    theirs = as_igraph(own)
    constraint, _ = engine.structural_holes(own)
    scale = (own.size - 1) * (own.size - 2) / 2
    same(engine.betweenness(own) * scale, np.array(theirs.betweenness()))
    same(engine.core(own), np.array(theirs.coreness()))
    same(constraint, np.array(theirs.constraint()))


@either
@published
def test_flows_as_igraph_has_them(engine: Engine, graph: "nx.Graph[object]") -> None:
    _flows_as_igraph_has_them(engine, both_ways(ties(graph)))


@either
@settings(max_examples=25, deadline=None)
@given(networks())
def test_drawn_flows_as_igraph_has_them(engine: Engine, drawn: Drawn) -> None:
    theirs = directed(drawn.arcs).pagerank(weights="weight")
    same(engine.pagerank(drawn.arcs), np.array(theirs))


@either
@pytest.mark.filterwarnings("ignore:More than 30%:RuntimeWarning")
def test_a_larger_flow_as_igraph_has_it(engine: Engine) -> None:
    _flows_as_igraph_has_them(engine, barabasi(300, 3, seed=1))


def _flows_as_igraph_has_them(engine: Engine, network: Arcs) -> None:
    """igraph scales the scores of HITS so that the greatest is 1; ours sum to 1. Where two parts of the network are
    equally strong, its answer is arbitrary."""
    theirs = directed(network)
    hub, authority = engine.hits(network)
    same(engine.pagerank(network), np.array(theirs.pagerank(weights="weight")))
    matrix = network.matrix.toarray()
    second, first = np.linalg.eigvalsh(matrix @ matrix.T)[-2:]
    if second < first * (1 - EXACT):
        same(hub / hub.max(), np.array(theirs.hub_score(weights="weight")))
        same(authority / authority.max(), np.array(theirs.authority_score(weights="weight")))


@either
def test_hits_of_two_equal_parts_does_not_prefer_one(engine: Engine) -> None:
    hub, authority = engine.hits(arcs(6, [(0, 2, 1), (0, 3, 1), (1, 4, 1), (1, 5, 1)]))
    same(hub, np.array([0.5, 0.5, 0, 0, 0, 0]))
    same(authority, np.array([0, 0, 0.25, 0.25, 0.25, 0.25]))


@either
@pytest.mark.parametrize("parts", [3, 60])
def test_hits_of_many_equal_parts_prefers_none(engine: Engine, parts: int) -> None:
    supplies = [(3 * part, 3 * part + buyer, 1) for part in range(parts) for buyer in (1, 2)]
    hub, _ = engine.hits(arcs(3 * parts + 2, [*supplies, (3 * parts, 3 * parts + 1, 1)]))
    same(hub[: 3 * parts : 3], np.full(parts, 1 / parts))


@settings(max_examples=100, deadline=None)
@given(networks())
def test_the_engines_agree_on_drawn_networks(drawn: Drawn) -> None:
    _agree(drawn.arcs, drawn.ties, drawn.group)


def test_the_engines_agree_on_a_larger_network() -> None:
    network = barabasi(300, 3, seed=7)
    _agree(network, without_direction(network), np.arange(300) % 5 - 1)


def _agree(network: Arcs, cooperation: Ties, group: Numbers) -> None:
    module = group + 1
    some = np.arange(0, cooperation.size, 2)
    same(reference.pagerank(network), compiled.pagerank(network))
    same(np.array(reference.hits(network)), np.array(compiled.hits(network)))
    same(reference.betweenness(cooperation), compiled.betweenness(cooperation))
    same(reference.betweenness(cooperation, some), compiled.betweenness(cooperation, some))
    same(reference.core(cooperation), compiled.core(cooperation))
    holes = reference.structural_holes(cooperation), compiled.structural_holes(cooperation)
    same(np.array(holes[0]), np.array(holes[1]))
    same(reference.within_module(cooperation, module), compiled.within_module(cooperation, module))
    same(reference.participation(cooperation, group), compiled.participation(cooperation, group))
    same(reference.brokerage(network, group), compiled.brokerage(network, group))


@either
@settings(max_examples=25, deadline=None)
@given(networks())
def test_all_sources_estimate_betweenness_exactly(engine: Engine, drawn: Drawn) -> None:
    everyone = np.arange(drawn.ties.size)
    same(engine.betweenness(drawn.ties, everyone), engine.betweenness(drawn.ties))


@either
@settings(max_examples=50, deadline=None)
@given(networks(unknown=False))
def test_the_five_roles_sum_to_the_open_two_paths(engine: Engine, drawn: Drawn) -> None:
    graph = drawn.arcs.networkx()
    open_paths = [
        sum(
            first != last and not graph.has_edge(first, last)
            for first in graph.predecessors(middle)
            for last in graph.successors(middle)
        )
        for middle in range(drawn.arcs.size)
    ]
    same(engine.brokerage(drawn.arcs, drawn.group).sum(axis=0), np.array(open_paths))


@either
@settings(max_examples=25, deadline=None)
@given(networks(unknown=False))
def test_turned_around_a_gatekeeper_is_a_representative(engine: Engine, drawn: Drawn) -> None:
    order = [
        BROKERAGE.index(r) for r in ("coordinator", "representative", "gatekeeper", "consultant", "liaison")
    ]
    same(engine.brokerage(drawn.arcs.reversed, drawn.group), engine.brokerage(drawn.arcs, drawn.group)[order])


@either
@pytest.mark.parametrize(
    ("groups", "role"),
    [
        ("AAA", "coordinator"),
        ("ABB", "gatekeeper"),
        ("BBC", "representative"),
        ("ABA", "consultant"),
        ("ABC", "liaison"),
    ],
)
def test_one_path_of_each_role(engine: Engine, groups: str, role: str) -> None:
    path = arcs(3, [(0, 1, 1), (1, 2, 1)])
    found = engine.brokerage(path, np.array(["ABC".index(group) for group in groups]))
    assert {(BROKERAGE[place], node): found[place, node] for place, node in np.argwhere(found)} == {
        (role, 1): 1
    }
    closed = arcs(3, [(0, 1, 1), (1, 2, 1), (0, 2, 1)])
    assert not engine.brokerage(closed, np.zeros(3, dtype=np.int64)).any()


@either
@settings(max_examples=25, deadline=None)
@given(networks())
def test_shares_sum_to_one_and_others_keep_their_bounds(engine: Engine, drawn: Drawn) -> None:
    for shares in (engine.pagerank(drawn.arcs), *engine.hits(drawn.arcs)):
        assert shares.sum() == pytest.approx(1, abs=EXACT) and (shares >= 0).all()
    between, spread = engine.betweenness(drawn.ties), engine.participation(drawn.ties, drawn.group)
    assert ((between >= 0) & (between <= 1 + EXACT)).all() and ((spread >= 0) & (spread < 1)).all()
    _, effective = engine.structural_holes(drawn.ties)
    assert (effective <= drawn.ties.degree + EXACT).all()


def test_a_large_network_is_counted_by_compiled_code() -> None:
    assert engine(10) is reference
    assert engine(100_000) is compiled


@published
def test_communities_are_the_best_there_are(graph: "nx.Graph[object]") -> None:
    own = ties(graph)
    best = as_igraph(own).community_optimal_modularity()
    for seed in range(5):
        found = communities(own, seed)
        assert as_igraph(own).modularity(found.tolist()) >= best.modularity - EXACT


def test_communities_of_a_larger_network() -> None:
    rings = ties(nx.ring_of_cliques(30, 6))
    found = communities(rings, seed=1)
    assert np.array_equal(found, communities(rings, seed=1))
    assert sorted(np.bincount(found).tolist(), reverse=True) == np.bincount(found).tolist()
    assert {len(set(found[clique * 6 : clique * 6 + 6].tolist())) for clique in range(30)} == {1}
