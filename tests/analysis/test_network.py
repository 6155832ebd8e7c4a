"""The supply network of a graph: how near enterprises are to buyers, and the supplies that say so."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.analysis.gaps.network import LEAST_LINKS, SupplyNetwork
from graphmodel.analysis.index import Index
from tests.analysis.sketch import Sketch

SIZE = 9
ALL = [(a, b) for a in range(SIZE) for b in range(SIZE) if a != b]
edge_lists = st.lists(st.sampled_from(ALL), min_size=LEAST_LINKS, max_size=50, unique=True)


def network(edges: list[tuple[int, int]]) -> SupplyNetwork:
    sketch = Sketch()
    for supplier, buyer in edges:
        sketch.supply(str(supplier), str(buyer))
    return SupplyNetwork(Index(sketch.graph()).supplies)


@settings(max_examples=50, deadline=None)
@given(edge_lists)
def test_a_witness_names_supplies_that_are_there(edges: list[tuple[int, int]]) -> None:
    found = network(edges)
    reach = found.reach(["0"])
    for name in found.names:
        seen = found.witness(name, reach)
        linked = (int(name), 0) in edges
        if seen:
            assert {(int(a), int(b)) for a, b in seen.pairs} <= set(edges)
            assert name != seen.peer and 0 < seen.score <= 1
            assert (seen.via is None) == linked
        else:
            assert not linked


def test_the_nearest_has_the_whole_score_and_who_delivers_already_too() -> None:
    strong = [(1, 2), (3, 2), (3, 0)]
    weak = [(4, 5), (3, 5), (6, 5)]
    found = network(strong + weak + [(10 + i, 100) for i in range(LEAST_LINKS)])
    reach = found.reach(["0"])
    witnesses = {name: found.witness(name, reach) for name in "1346"}
    scores = {name: witness.score for name, witness in witnesses.items() if witness}
    assert scores == pytest.approx({"1": 1, "3": 1, "4": 2 / 3, "6": 2 / 3})


def test_too_few_links_say_nothing() -> None:
    sketch = Sketch().supply("u", "x").supply("y", "x").supply("y", "v")
    few = SupplyNetwork(Index(sketch.graph()).supplies)
    assert few.abstains
    assert few.witness("u", few.reach(["v"])) is None


def test_suppliers_of_one_buyer_are_no_witnesses_of_each_other() -> None:
    one = network([(i + 1, 0) for i in range(LEAST_LINKS)])
    assert not one.abstains
    reach = one.reach(["0"])
    assert {witness.pairs for i in one.names if (witness := one.witness(i, reach))} == {
        ((i, "0"),) for i in one.names if i != "0"
    }


def test_nobody_is_near_to_who_buys_nothing() -> None:
    found = network([(i, 100) for i in range(LEAST_LINKS)])
    assert not found.reach(["3", "unheard of"]).score.any()
