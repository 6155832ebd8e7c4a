"""The sparse scores against plain formulas written out, on all sorts of small graphs."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from graphmodel.analysis.gaps.kinds import Kinds
from graphmodel.analysis.gaps.supply_matrix import PRIOR, SupplyMatrix, Way, indices

SIZE = 8
EVERYBODY = np.arange(SIZE)
Dense = NDArray[np.float64]
edge_lists = st.lists(
    st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)).filter(lambda e: e[0] != e[1]),
    max_size=40,
    unique=True,
)
kind_lists = st.lists(st.integers(0, 2), min_size=SIZE, max_size=SIZE)


def matrix(edges: list[tuple[int, int]]) -> SupplyMatrix:
    return SupplyMatrix.of(SIZE, indices(u for u, _ in edges), indices(v for _, v in edges))


def ways(edges: list[tuple[int, int]], supplier: int, buyer: int) -> dict[tuple[int, int], float]:
    """(via, peer) → 1 / (suppliers of via x customers of peer)."""
    known = set(edges)
    return {
        (x, y): 1 / (sum(b == x for _, b in edges) * sum(a == y for a, _ in edges))
        for x in range(SIZE)
        for y in range(SIZE)
        if {(supplier, x), (y, x), (y, buyer)} <= known
    }


def written_out(edges: list[tuple[int, int]]) -> Dense:
    buyers = len({v for _, v in edges}) or 1
    shares = [sum(1 / sum(b == v for _, b in edges) for a, v in edges if a == u) for u in range(SIZE)]
    return np.array(
        [
            [sum(ways(edges, u, v).values()) + PRIOR * shares[u] / buyers for v in range(SIZE)]
            for u in range(SIZE)
        ]
    )


@settings(max_examples=60, deadline=None)
@given(edge_lists)
def test_scores_equal_the_sum_over_all_ways(edges: list[tuple[int, int]]) -> None:
    expected = written_out(edges)
    assert matrix(edges).scores(EVERYBODY) == pytest.approx(expected)
    assert matrix(edges).scores(indices([3, 1])) == pytest.approx(expected[:, [3, 1]])


@settings(max_examples=60, deadline=None)
@given(edge_lists, st.integers(1, 12), st.permutations(range(SIZE)))
def test_the_missing_are_the_best_open_pairs_that_a_walk_joins(
    edges: list[tuple[int, int]], most: int, asked: list[int]
) -> None:
    buyers = asked[:5]
    scores = written_out(edges)
    joined = {
        (u, v) for u in range(SIZE) for v in buyers if u != v and (u, v) not in edges and ways(edges, u, v)
    }
    found = matrix(edges).missing(indices(buyers), most)
    pairs = list(zip(found.supplier.tolist(), found.buyer.tolist(), strict=True))
    assert len(pairs) == len(set(pairs)) == min(most, len(joined))
    assert set(pairs) <= joined
    assert found.score == pytest.approx(sorted((scores[pair] for pair in joined), reverse=True)[:most])
    assert found.score == pytest.approx([scores[pair] for pair in pairs])


@settings(max_examples=40, deadline=None)
@given(edge_lists, st.permutations(range(SIZE)))
def test_relabelling_changes_nothing(edges: list[tuple[int, int]], new: list[int]) -> None:
    renamed = matrix([(new[u], new[v]) for u, v in edges]).scores(EVERYBODY)
    assert renamed[np.ix_(new, new)] == pytest.approx(matrix(edges).scores(EVERYBODY))


@settings(max_examples=40, deadline=None)
@given(edge_lists)
def test_walks_to_a_supplier_are_walks_from_it(edges: list[tuple[int, int]]) -> None:
    supplies = matrix(edges)
    assert supplies.reversed.walks(EVERYBODY).toarray() == pytest.approx(
        supplies.walks(EVERYBODY).toarray().T
    )
    found = supplies.missing_customers(EVERYBODY).best(SIZE**2)
    every = supplies.missing(EVERYBODY, SIZE**2)
    assert found.score == pytest.approx(every.score)


@settings(max_examples=60, deadline=None)
@given(edge_lists, st.integers(0, SIZE - 1), st.integers(0, SIZE - 1))
def test_the_way_is_the_strongest(edges: list[tuple[int, int]], supplier: int, buyer: int) -> None:
    known = ways(edges, supplier, buyer)
    proper = {way: share for way, share in known.items() if way[0] != buyer and way[1] != supplier}
    way = matrix(edges).way(supplier, buyer)
    if proper:
        via, peer = min(proper, key=lambda way: (-proper[way], way))
        assert way == Way(supplier, via, peer, buyer)
    else:
        assert way is None


def test_repeated_supplies_count_once_and_loops_not_at_all() -> None:
    assert matrix([(0, 1), (0, 1), (2, 2)]).a.sum() == 1


@settings(max_examples=60, deadline=None)
@given(edge_lists, kind_lists)
def test_kinds_equal_the_block_model_written_out(edges: list[tuple[int, int]], kind: list[int]) -> None:
    kinds = Kinds(matrix(edges), indices(kind))
    scores, prior = kinds.scores(EVERYBODY), kinds.prior(EVERYBODY)
    for u in range(SIZE):
        for v in range(SIZE):
            between = sum(kind[a] == kind[u] and kind[b] == kind[v] for a, b in edges)
            sold = sum(a == u and kind[b] == kind[v] for a, b in edges) + between / kind.count(kind[u])
            bought = sum(b == v and kind[a] == kind[u] for a, b in edges) + between / kind.count(kind[v])
            assert scores[u, v] == pytest.approx(sold * bought / between if between else 0)
            assert prior[u, v] == pytest.approx(between / kind.count(kind[u]) / kind.count(kind[v]))
