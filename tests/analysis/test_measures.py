"""What is measured of which links: directions, units, and what an enterprise without a link of the kind has."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.analysis.hubs.engines import compiled, reference
from graphmodel.analysis.hubs.measures import CROSS_BORDER, Measures
from graphmodel.analysis.hubs.project import Network, links, network
from tests.analysis.networks import EXACT
from tests.analysis.sketch import Sketch

NAMED = (
    *("buyers", "suppliers", "out_strength", "in_strength", "hits_hub", "hits_authority", "pagerank"),
    *(
        "pagerank_reversed",
        "degree",
        "betweenness",
        "constraint",
        "inverse_constraint",
        "effective_size",
        "core",
    ),
    *("country_participation", "foreign_partners", "cross_border_brokerage"),
)
names = st.sampled_from("abcdefgh")
pairs = st.tuples(names, names).filter(lambda pair: pair[0] != pair[1])
edge_lists = st.lists(pairs, min_size=1, max_size=14, unique=True)


def measured(sketch: Sketch, stays: list[bool] | None = None) -> tuple[Network, Measures]:
    graph = sketch.graph()
    found = network(graph, links(graph))
    kept = np.array(stays or [True] * len(found.links))
    return found, Measures(*found.world(kept), found.country, compiled)


def of(sketch: Sketch, name: str) -> dict[str, float]:
    found, measures = measured(sketch)
    return dict(zip(found.enterprises, measures.named(name).tolist(), strict=True))


def test_hits_and_pagerank_point_the_right_way() -> None:
    sketch = Sketch().supply("s", "b", "x").supply("s", "b", "y").supply("s", "c").supply("s", "d")
    assert of(sketch, "buyers") == {"b": 0, "c": 0, "d": 0, "s": 3}
    assert of(sketch, "suppliers") == {"b": 1, "c": 1, "d": 1, "s": 0}
    assert of(sketch, "out_strength")["s"] == 4
    assert of(sketch, "in_strength") == {"b": 2, "c": 1, "d": 1, "s": 0}
    assert of(sketch, "hits_hub")["s"] == pytest.approx(1, abs=EXACT)
    assert of(sketch, "hits_authority")["b"] == pytest.approx(0.5, abs=EXACT)
    on_whom, for_whom = of(sketch, "pagerank_reversed"), of(sketch, "pagerank")
    assert on_whom["s"] > on_whom["b"] and for_whom["s"] < for_whom["b"]


def test_a_memorandum_is_no_supply() -> None:
    sketch = Sketch().supply("s", "b").memorandum("m", "b")
    assert of(sketch, "pagerank") == pytest.approx({"b": 1.85 / 2.85, "m": 0, "s": 1 / 2.85}, abs=EXACT)
    assert of(sketch, "degree") == {"b": 2, "m": 1, "s": 1}
    assert set(of(Sketch().memorandum("a", "b"), "hits_hub").values()) == {0}


def test_a_memorandum_is_passed_both_ways() -> None:
    sketch = Sketch().supply("a", "b").memorandum("b", "c")
    for name, place in (("a", "RU"), ("b", "UZ"), ("c", "UZ-TO")):
        sketch.place(name, place)
    found, measures = measured(sketch)
    assert found.enterprises[int(measures.brokerage.sum(axis=0).argmax())] == "b"
    assert measures.brokerage.sum(axis=1).tolist() == [0, 1, 0, 0, 0]
    sketch.memorandum("a", "d").place("d", "RU-KDA")
    assert measured(sketch)[1].brokerage.sum(axis=1).tolist() == [0, 1, 1, 0, 0]


def test_what_crosses_a_border() -> None:
    sketch = Sketch().memorandum("m", "r").memorandum("m", "u").memorandum("m", "x")
    sketch.place("m", "RU").place("r", "RU-KDA").place("u", "UZ")
    assert of(sketch, "foreign_partners") == {"m": 1, "r": 0, "u": 1, "x": 0}
    assert of(sketch, "country_participation") == {"m": 0.5, "r": 0, "u": 0, "x": 0}
    assert of(sketch, "cross_border_brokerage") == {"m": 2, "r": 0, "u": 0, "x": 0}
    assert "coordinator" not in CROSS_BORDER


def test_a_sample_without_a_link_has_nothing_of_it() -> None:
    sketch = Sketch().supply("a", "b").supply("b", "a").memorandum("a", "b").supply("b", "c")
    found, whole = measured(sketch)
    assert [link.kind for link in found.links] == ["memorandum", "supplies", "supplies", "supplies"]
    assert whole.degree.tolist() == [1, 2, 1]
    _, without = measured(sketch, [True, False, False, True])
    assert (without.degree.tolist(), without.buyers.tolist()) == ([1, 2, 1], [0, 1, 0])
    _, nothing = measured(sketch, [False] * 4)
    assert not any(nothing.named(name).any() for name in NAMED)


@settings(max_examples=50, deadline=None)
@given(edge_lists, st.permutations("abcdefgh"), st.integers(0, 3))
def test_relabelling_changes_no_measure(
    edges: list[tuple[str, str]], order: list[str], memoranda: int
) -> None:
    new = dict(zip("abcdefgh", order, strict=True))
    before, after = Sketch(), Sketch()
    for place, (source, target) in enumerate(edges):
        for sketch, one, other in ((before, source, target), (after, new[source], new[target])):
            sketch.memorandum(one, other) if place < memoranda else sketch.supply(one, other)
    for place, name in enumerate("abcdefgh"):
        before.place(name, ("RU", "UZ", "DE")[place % 3])
        after.place(new[name], ("RU", "UZ", "DE")[place % 3])
    for name in NAMED:
        renamed = {new[key]: value for key, value in of(before, name).items()}
        assert of(after, name) == pytest.approx(renamed, abs=EXACT), name


@settings(max_examples=30, deadline=None)
@given(edge_lists)
def test_the_engines_agree_on_networks_of_enterprises(edges: list[tuple[str, str]]) -> None:
    sketch = Sketch()
    for source, target in edges:
        sketch.supply(source, target)
    found, measures = measured(sketch)
    everything = np.ones(len(found.links), dtype=bool)
    other = Measures(*found.world(everything), found.country, reference)
    for name in NAMED:
        assert measures.named(name) == pytest.approx(other.named(name), abs=EXACT), name
