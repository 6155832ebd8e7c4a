"""The two-step rule against its matrix form, on pairs that are not linked yet."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from graphmodel.analysis.index import Index
from graphmodel.analysis.network import LEAST_LINKS, SupplyNetwork
from tests.analysis.sketch import Sketch

SIZE = 9
ALL = [(a, b) for a in range(SIZE) for b in range(SIZE) if a != b]
edge_lists = st.lists(st.sampled_from(ALL), min_size=LEAST_LINKS, max_size=50, unique=True)


def matrix_form(edges: list[tuple[int, int]]) -> NDArray[np.float64]:
    a = np.zeros((SIZE, SIZE))
    for edge in edges:
        a[edge] = 1
    d_in, d_out = np.maximum(a.sum(axis=0), 1), np.maximum(a.sum(axis=1), 1)
    scores: NDArray[np.float64] = (a / d_in) @ (a.T / d_out) @ a
    return scores


@settings(max_examples=50, deadline=None)
@given(edge_lists)
def test_the_walk_equals_the_matrix(edges: list[tuple[int, int]]) -> None:
    sketch = Sketch()
    for supplier, buyer in edges:
        sketch.supply(str(supplier), str(buyer))
    found = SupplyNetwork(Index(sketch.graph()).supplies).witnesses(["0"])
    column = matrix_form(edges)[:, 0]
    open_ends = [i for i in range(1, SIZE) if (i, 0) not in edges and column[i] > 0]
    assert {str(i) for i in open_ends} == {key for key in found if (int(key), 0) not in edges}
    if open_ends:
        scale = found[str(open_ends[0])].score / column[open_ends[0]]
        assert [found[str(i)].score for i in open_ends] == pytest.approx(list(column[open_ends] * scale))
    for candidate, seen in found.items():
        steps = {(int(candidate), int(seen.via)), (int(seen.peer), int(seen.via)), (int(seen.peer), 0)}
        assert steps <= set(edges)
        assert candidate not in (seen.peer, "0")


def test_too_few_links_say_nothing() -> None:
    sketch = Sketch().supply("u", "x").supply("y", "x").supply("y", "v")
    network = SupplyNetwork(Index(sketch.graph()).supplies)
    assert network.abstains
    assert network.witnesses(["v"]) == {}


def test_suppliers_of_one_buyer_are_no_witnesses_of_each_other() -> None:
    sketch = Sketch()
    for i in range(LEAST_LINKS):
        sketch.supply(f"s{i}", "v")
    assert SupplyNetwork(Index(sketch.graph()).supplies).witnesses(["v"]) == {}
