"""Hubs: ranks by role, what the samples say of them, and what never changes them."""

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.analysis import Hub, Hubs, Role, between, hubs, region
from graphmodel.analysis.hubs.project import links, network
from graphmodel.analysis.hubs.report import MOST_ROWS
from graphmodel.analysis.hubs.worlds import FEWEST, Worlds
from graphmodel.domain.graph import Graph
from graphmodel.errors import NotFoundError, UsageError
from tests.analysis.sketch import Sketch, as_network

names = st.sampled_from("abcdefgh")
pairs = st.tuples(names, names).filter(lambda pair: pair[0] != pair[1])
edge_lists = st.lists(pairs, min_size=1, max_size=14, unique=True)


def rows(found: Hubs, role: Role) -> dict[str, Hub]:
    return {row.enterprise.id: row for row in found.rows if row.role == role}


def star(confidence: float) -> Sketch:
    """One supplier of five buyers, and three small ones beside it."""
    sketch = Sketch()
    for buyer in "vwxyz":
        sketch.supply("hub", buyer, confidence=confidence)
    for small in ("s1", "s2", "s3"):
        sketch.supply(small, f"{small}-buyer", confidence=confidence)
    return sketch


def test_a_sure_star_has_a_sure_hub() -> None:
    hub = rows(hubs(star(1.0).graph()), "supplier")["hub"]
    assert (hub.rank, hub.interval, hub.in_top, hub.verdict) == (1, (1, 1), 1, "hub")
    assert hub.measures["out_strength"].value == 5
    assert set(hub.measures) == {"out_strength", "hits_hub", "pagerank_reversed"}
    assert all(measure.rank == 1 for measure in hub.measures.values())
    assert hub.claims == tuple(f"e-SUPPLIES-hub-{buyer}-" for buyer in "vwxyz")


def test_an_unsure_star_has_no_sure_hub() -> None:
    hub = rows(hubs(star(0.2).graph()), "supplier")["hub"]
    assert (hub.rank, hub.verdict) == (1, "uncertain")
    assert hub.interval[0] < hub.interval[1]
    assert hub.in_top < 0.95


def test_who_loses_its_only_role_in_a_sample_is_not_among_the_first_there() -> None:
    found = rows(hubs(Sketch().supply("a", "b", confidence=0.5).graph()), "supplier")
    assert found["a"].verdict == "uncertain"
    assert 0.3 < found["a"].in_top < 0.7


def test_equals_are_not_all_hubs() -> None:
    graph = Sketch().supply("a", "x").supply("b", "y").supply("c", "z").graph()
    assert {row.verdict for row in hubs(graph).rows} == {"uncertain"}
    assert {row.rank for row in hubs(graph).rows} == {2.0}


def test_a_broker_joins_those_who_do_not_meet() -> None:
    sketch = Sketch().memorandum("m", "a").memorandum("m", "b").supply("c", "m").supply("m", "d")
    found = rows(hubs(sketch.graph()), "broker")
    assert list(found) == ["m"]
    assert {name: part.value for name, part in found["m"].measures.items()} == pytest.approx(
        {"betweenness": 1, "inverse_constraint": 4, "effective_size": 4}
    )
    assert len(found["m"].claims) == 4


def test_no_row_without_a_link_in_the_role() -> None:
    found = hubs(Sketch().supply("a", "b").memorandum("c", "d").graph())
    assert [(row.role, row.enterprise.id) for row in found.rows] == [("supplier", "a"), ("buyer", "b")]
    assert hubs(Graph()).rows == ()


def test_placeholders_take_part_and_are_marked() -> None:
    sketch = Sketch().supply("unnamed", "b")
    sketch.node("Enterprise", "unnamed", placeholder=True)
    assert rows(hubs(sketch.graph()), "supplier")["unnamed"].enterprise.placeholder


def test_a_scope_shows_the_partners_outside_as_such() -> None:
    graph = Sketch().supply("a", "b").supply("x", "b").supply("x", "y").graph()
    found = hubs(graph, scope=frozenset("ab"))
    assert {row.enterprise.id: row.inside for row in found.rows} == {"a": True, "b": True, "x": False}
    assert rows(found, "supplier")["x"].measures["out_strength"].value == 1


def gateway() -> Sketch:
    """`g` takes from two in Russia what it passes on to two in Uzbekistan; `h` only buys from Germany."""
    sketch = Sketch().place("g", "UZ").place("h", "UZ").place("d", "DE")
    for number in (1, 2):
        sketch.supply(f"r{number}", "g").place(f"r{number}", "RU-KDA")
        sketch.supply("g", f"u{number}").place(f"u{number}", "UZ-TO")
    return sketch.supply("d", "h").supply("h", "u1")


def test_a_gateway_passes_on_across_a_border() -> None:
    found = rows(hubs(gateway().graph(), top=1), "gateway")
    assert [(row.enterprise.id, row.country, row.verdict) for row in found.values()] == [
        ("g", "UZ", "hub"),
        ("h", "UZ", "uncertain"),
    ]
    assert {name: part.value for name, part in found["g"].measures.items()} == {
        "cross_border_brokerage": 4,
        "foreign_partners": 2,
        "country_participation": 0.5,
    }
    assert found["g"].profile.brokerage == {
        "coordinator": 0,
        "gatekeeper": 4,
        "representative": 0,
        "consultant": 0,
        "liaison": 0,
    }
    assert found["h"].claims == (
        *("e-LOCATED_IN-d-DE-", "e-LOCATED_IN-h-UZ-", "e-LOCATED_IN-u1-UZ-TO-"),
        *("e-SUPPLIES-d-h-", "e-SUPPLIES-h-u1-"),
    )


def test_the_profile_says_what_does_not_enter_the_rank() -> None:
    told = rows(hubs(gateway().graph(), roles=["broker"]), "broker")["g"].profile
    assert (told.suppliers, told.buyers, told.partners, told.core) == (2, 2, 4, 1)
    assert told.within_module_z > 1 and 0 <= told.participation < 1


def test_only_the_roles_that_are_asked_for() -> None:
    found = hubs(gateway().graph(), roles=["gateway", "buyer"])
    assert found.having == {"buyer": 4, "gateway": 2}
    assert {row.role for row in found.rows} == {"buyer", "gateway"}


def test_only_the_links_that_are_asked_for() -> None:
    sketch = Sketch().supply("a", "b", status="announced").supply("c", "b").memorandum("a", "c")
    sketch.edge("OWNS", ("Enterprise", "c"), sketch.node("Enterprise", "d"))
    graph = sketch.graph()
    assert hubs(graph).having == {"supplier": 2, "buyer": 1, "broker": 3}
    assert hubs(graph, statuses=["active"]).having == {"supplier": 1, "buyer": 1}
    assert hubs(graph, kinds=["memorandum", "ownership"]).having == {"broker": 1}
    assert hubs(graph, kinds=["ownership"]).rows == ()


def test_what_is_only_announced_counts_half() -> None:
    found = rows(hubs(Sketch().supply("a", "b", status="announced").graph()), "supplier")
    assert found["a"].verdict == "uncertain"
    assert 0.35 < found["a"].in_top < 0.65


def test_links_of_one_claim_stand_or_fall_together() -> None:
    sketch = Sketch().supply("a", "b", confidence=0.5).supply("c", "d", confidence=0.5)
    graph = sketch.graph()
    shared = graph.model_copy(
        update={"edges": tuple(edge.model_copy(update={"claims": ("one",)}) for edge in graph.edges)}
    )
    drawn = {
        own: {tuple(world.degree.tolist()) for world in Worlds(network(graph, links(of)), 50, 1).sampled()}
        for own, of in (("each its own", graph), ("one for both", shared))
    }
    assert drawn["each its own"] == {(a, a, c, c) for a in (0, 1) for c in (0, 1)}
    assert drawn["one for both"] == {(0, 0, 0, 0), (1, 1, 1, 1)}


def test_a_region_is_its_enterprises_and_their_partners() -> None:
    graph = gateway().graph()
    found = hubs(graph, scope=region(graph, "RU-KDA"))
    assert {row.enterprise.id: row.inside for row in found.rows} == {"r1": True, "r2": True, "g": False}
    with pytest.raises(NotFoundError) as error:
        region(graph, "RU-XX")
    assert error.value.render("en").startswith(
        "No enterprise is in the region RU-XX; there are some in: RU-KDA, UZ"
    )


def test_two_countries_are_taken_without_the_others() -> None:
    graph = gateway().supply("nowhere", "g").graph()
    pair = between(graph, "RU-UZ")
    assert {row.enterprise.id for row in hubs(pair).rows} == {"g", "h", "r1", "r2", "u1", "u2"}
    assert rows(hubs(pair), "gateway").keys() == {"g"}
    assert between(graph, "UZ-RU") == pair
    for wrong in ("RU", "RU-RU", "ru-uz", "RU-KDA"):
        with pytest.raises(UsageError):
            between(graph, wrong)
    with pytest.raises(NotFoundError) as error:
        between(graph, "RU-BY")
    assert error.value.values["code"] == "BY"


def large(suppliers: int) -> Graph:
    """So many suppliers of ten buyers each."""
    sketch = Sketch()
    for number in range(suppliers):
        for step in range(10):
            sketch.supply(f"s{number}", f"b{(number * 7 + step * step) % suppliers}", confidence=0.9)
    return sketch.graph()


def test_of_a_large_network_fewer_samples_are_drawn_and_fewer_rows_shown() -> None:
    found = hubs(large(MOST_ROWS + 100), roles=["supplier"])
    assert FEWEST < found.samples < 200
    assert found.having == {"supplier": MOST_ROWS + 100}
    assert len(found.rows) == MOST_ROWS
    assert found.sources is None and found.sampled_sources is not None
    assert hubs(large(20), samples=30).samples == 30
    assert hubs(large(20), samples=30).sampled_sources is None


def test_karate_club_brokers() -> None:
    found = rows(hubs(as_network(nx.karate_club_graph()), samples=1), "broker")
    assert found["0"].measures["betweenness"].value == pytest.approx(0.437635, abs=5e-7)
    assert found["0"].rank == 1


@settings(max_examples=20, deadline=None)
@given(edge_lists, st.permutations("abcdefgh"))
def test_relabelling_changes_nothing(edges: list[tuple[str, str]], order: list[str]) -> None:
    new = dict(zip("abcdefgh", order, strict=True))
    before, after = Sketch(), Sketch()
    for source, target in edges:
        before.supply(source, target)
        after.supply(new[source], new[target])
    one, other = hubs(before.graph(), samples=2), hubs(after.graph(), samples=2)
    shown = {(row.role, new[row.enterprise.id]): (row.rank, row.interval, row.verdict) for row in one.rows}
    assert shown == {(r.role, r.enterprise.id): (r.rank, r.interval, r.verdict) for r in other.rows}


@settings(max_examples=20, deadline=None)
@given(edge_lists, st.floats(0.05, 1), st.integers(0, 2**32))
def test_rows_are_sorted_and_the_seed_repeats_them(
    edges: list[tuple[str, str]], confidence: float, seed: int
) -> None:
    sketch = Sketch()
    for source, target in edges:
        sketch.supply(source, target, confidence=confidence)
    found = hubs(sketch.graph(), samples=5, seed=seed)
    assert found == hubs(sketch.graph(), samples=5, seed=seed)
    for role in ("supplier", "buyer", "broker", "gateway"):
        ranks = [row.rank for row in found.rows if row.role == role]
        assert ranks == sorted(ranks)
        assert sum(ranks) == pytest.approx(len(ranks) * (len(ranks) + 1) / 2)
    assert all(row.claims and row.interval[0] <= row.interval[1] for row in found.rows)
