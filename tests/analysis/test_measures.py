"""The measures against published values and closed forms (1e-9), and against networkx where it has its own."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.analysis import measures
from graphmodel.analysis.project import cooperation_graph, supply_graph
from tests.analysis.sketch import as_links

EXACT = 1e-9
PUBLISHED = 5e-7

pairs = st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] != pair[1])
edge_lists = st.lists(pairs, min_size=1, max_size=20, unique=True)


def test_star() -> None:
    star = cooperation_graph(as_links(nx.star_graph(5).edges))
    assert measures.betweenness(star)["0"] == pytest.approx(1, abs=EXACT)
    assert measures.constraint(star) == pytest.approx(
        {"0": 0.2} | {str(i): 1.0 for i in range(1, 6)}, abs=EXACT
    )
    assert measures.inverse_constraint(star)["0"] == pytest.approx(5, abs=EXACT)
    assert measures.effective_size(star)["0"] == pytest.approx(5, abs=EXACT)


def test_krackhardt_kite() -> None:
    kite = cooperation_graph(as_links(nx.krackhardt_kite_graph().edges))
    between = measures.betweenness(kite)
    assert max(between, key=lambda node: between[node]) == "7"
    assert between["7"] == pytest.approx(7 / 18, abs=EXACT)
    assert max(dict(kite.degree).items(), key=lambda item: item[1]) == ("3", 6)


def test_florentine_families() -> None:
    families = cooperation_graph(as_links(nx.florentine_families_graph().edges))
    assert families.degree("Medici") == 6
    assert measures.betweenness(families)["Medici"] == pytest.approx(0.521978, abs=PUBLISHED)
    assert measures.constraint(families)["Medici"] == pytest.approx(0.209877, abs=PUBLISHED)


def test_karate_club() -> None:
    edges = list(nx.karate_club_graph().edges)
    club = cooperation_graph(as_links(edges))
    between, tied = measures.betweenness(club), measures.constraint(club)
    assert (between["0"], between["33"]) == pytest.approx((0.437635, 0.304075), abs=PUBLISHED)
    assert (tied["0"], tied["33"]) == pytest.approx((0.155423, 0.156419), abs=PUBLISHED)
    both_ways = supply_graph(as_links([*edges, *((b, a) for a, b in edges)]))
    for rank in (measures.pagerank(both_ways), measures.pagerank_reversed(both_ways)):
        assert (rank["0"], rank["33"]) == pytest.approx((0.096997, 0.100919), abs=PUBLISHED)
        assert sum(rank.values()) == pytest.approx(1, abs=EXACT)
    hub, authority = nx.hits(both_ways, tol=1e-14)
    assert measures.hits_hub(both_ways) == pytest.approx(hub, abs=EXACT)
    assert measures.hits_authority(both_ways) == pytest.approx(authority, abs=EXACT)


def test_hits_and_pagerank_point_the_right_way() -> None:
    one_supplier = supply_graph(as_links([("s", f"b{i}") for i in range(3)]))
    assert measures.out_strength(one_supplier)["s"] == 3
    assert measures.in_strength(one_supplier)["b1"] == 1
    assert measures.hits_hub(one_supplier)["s"] == pytest.approx(1, abs=EXACT)
    assert measures.hits_authority(one_supplier)["b1"] == pytest.approx(1 / 3, abs=EXACT)
    on_whom = measures.pagerank_reversed(one_supplier)
    assert on_whom["s"] > on_whom["b1"]
    for_whom = measures.pagerank(one_supplier)
    assert for_whom["s"] < for_whom["b1"]


def test_hits_of_two_equal_parts_does_not_prefer_one() -> None:
    scores = measures.hits_hub(supply_graph(as_links([("a", "x"), ("a", "y"), ("b", "v"), ("b", "w")])))
    assert scores == pytest.approx({"a": 0.5, "b": 0.5, "v": 0, "w": 0, "x": 0, "y": 0}, abs=EXACT)


@given(edge_lists)
def test_shares_sum_to_one(edges: list[tuple[int, int]]) -> None:
    supplies = supply_graph(as_links(edges))
    for measure in (
        measures.hits_hub,
        measures.hits_authority,
        measures.pagerank,
        measures.pagerank_reversed,
    ):
        assert sum(measure(supplies).values()) == pytest.approx(1, abs=EXACT)
