"""From the graph to networkx: what is an edge, which way it runs, and what it carries."""

import numpy as np

from graphmodel.analysis.hubs.project import links, network
from tests.analysis.sketch import Sketch


def test_supplies_of_one_pair_are_one_link_with_all_claims() -> None:
    sketch = Sketch().supply("a", "b", "x", confidence=0.6).supply("a", "b", "y", confidence=0.9)
    (link,) = links(sketch.graph())
    assert (link.source, link.target, link.kind, link.strength, link.confidence) == (
        "a",
        "b",
        "supplies",
        2,
        0.9,
    )
    assert link.claims == ("e-SUPPLIES-a-b-x", "e-SUPPLIES-a-b-y")


def test_direction_is_kept_in_supplies_and_dropped_in_ties() -> None:
    graph = Sketch().supply("b", "a").memorandum("c", "a").place("c", "UZ").graph()
    found = network(graph, links(graph))
    supplies, flows, ties = found.world(np.ones(2, dtype=bool))
    assert found.enterprises == ("a", "b", "c")
    assert list(supplies.networkx().edges) == [(1, 0)]
    assert set(flows.networkx().edges) == {(1, 0), (0, 2), (2, 0)}
    assert set(ties.networkx().edges) == {(0, 1), (0, 2)}
    assert found.country.tolist() == [-1, -1, 0]


def test_a_pair_stays_as_long_as_one_of_its_links() -> None:
    graph = Sketch().supply("a", "b").supply("b", "a").memorandum("a", "b").graph()
    found = network(graph, links(graph))
    for stays, arcs, ways in (
        ([True, False, False], 0, 2),
        ([False, True, False], 1, 1),
        ([False] * 3, 0, 0),
    ):
        supplies, flows, ties = found.world(np.array(stays))
        assert (supplies.source.size, flows.source.size, ties.one.size) == (arcs, ways, any(stays))


def test_what_has_ended_is_left_out() -> None:
    sketch = (
        Sketch().supply("a", "b", status="ended").supply("gone", "b").supply("c", "b", status="announced")
    )
    sketch.node("Enterprise", "gone", status="ended")
    assert [link.source for link in links(sketch.graph())] == ["c"]


def test_a_memorandum_of_a_region_and_a_supply_to_oneself_are_no_links() -> None:
    sketch = Sketch().supply("a", "a")
    sketch.edge("MEMORANDUM", sketch.node("Enterprise", "a"), sketch.node("Region", "RU-KDA"))
    assert links(sketch.graph()) == ()


def test_ownership_is_no_cooperation() -> None:
    sketch = Sketch()
    sketch.edge("OWNS", sketch.node("Enterprise", "a"), sketch.node("Enterprise", "b"))
    assert links(sketch.graph()) == ()


def test_ownership_counts_where_it_is_asked_for() -> None:
    sketch = Sketch().supply("a", "b")
    sketch.edge("OWNS", ("Enterprise", "b"), ("Enterprise", "a"), status=None)
    (link,) = links(sketch.graph(), kinds=["ownership"], statuses=["active"])
    assert (link.kind, link.source, link.target) == ("ownership", "b", "a")


def test_an_announced_link_is_half_as_sure() -> None:
    sketch = Sketch().supply("a", "b", "x", confidence=0.8, status="announced")
    assert [link.confidence for link in links(sketch.graph())] == [0.4]
    sketch.supply("a", "b", "y", confidence=0.6)
    assert [(link.strength, link.confidence) for link in links(sketch.graph())] == [(2, 0.6)]
    assert [link.strength for link in links(sketch.graph(), statuses=["active", "signed"])] == [1]


def test_a_scope_keeps_the_links_that_touch_it() -> None:
    graph = Sketch().supply("a", "b").supply("b", "c").supply("c", "d").graph()
    assert [(link.source, link.target) for link in links(graph, frozenset("b"))] == [("a", "b"), ("b", "c")]
