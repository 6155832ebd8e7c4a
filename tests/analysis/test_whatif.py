"""What is lost without some enterprises: closed forms, the fixpoint by brute force, and what must hold of any shock."""

from collections.abc import Callable, Iterable
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.analysis.index import Index
from graphmodel.analysis.shock.results import WhatIf
from graphmodel.analysis.shock.spread import WHOLE, Left, needs, shock
from graphmodel.analysis.shock.whatif import located, whatif
from graphmodel.domain.graph import Edge, Graph
from graphmodel.errors import NotFoundError
from tests.analysis.sketch import CLUSTER, Sketch


def worth(sketch: Sketch, supplier: str, buyer: str, product: str, value: float, **more: Any) -> Sketch:
    return sketch.supply(supplier, buyer, product, value=value, currency="RUB", **more)


def left(sketch: Sketch, *removed: str) -> dict[str, Left]:
    return dict(shock(needs(Index(sketch.graph())), removed).left)


def told(sketch: Sketch, *removed: str) -> WhatIf:
    return whatif(sketch.graph(), CLUSTER, removed)


# Closed forms


def makers(sketch: Sketch, *recipes: tuple[str, str, str]) -> Sketch:
    """`maker` makes `product`, which requires `input`."""
    for maker, good, needed in recipes:
        sketch.makes(maker, good).needs(good, needed)
    return sketch


def test_a_share_by_value_is_lost_along_a_chain() -> None:
    sketch = worth(worth(Sketch(), "a", "b", "disc", 30), "x", "b", "disc", 70)
    worth(worth(sketch, "b", "c", "hub", 50), "y", "c", "hub", 50)
    found = left(worth(sketch, "c", "d", "plough", 1), "a")
    assert {key: low for key, (low, _) in found.items()} == pytest.approx(
        {"a": 0, "b": 0.7, "c": 0.85, "d": 0.85}
    )
    assert all(low == pytest.approx(high) for low, high in found.values()), (
        "their only input, essential or not"
    )


def test_the_scarcest_essential_input_limits() -> None:
    sketch = makers(Sketch(), ("m", "plough", "disc"), ("m", "plough", "frame"))
    worth(worth(sketch, "a", "m", "disc", 25), "x", "m", "disc", 75)
    worth(worth(sketch, "a", "m", "frame", 60), "y", "m", "frame", 40)
    assert left(sketch, "a")["m"] == pytest.approx((0.4, 0.4))


def test_what_no_recipe_asks_for_may_be_essential_or_not() -> None:
    sketch = worth(worth(Sketch(), "a", "m", "disc", 25), "x", "m", "frame", 75)
    assert left(sketch, "a")["m"] == pytest.approx((0, 0.75))


def test_what_is_optional_costs_its_share() -> None:
    sketch = (
        Sketch().makes("m", "plough").needs("plough", "roller", necessity="option").needs("plough", "disc")
    )
    worth(worth(sketch, "a", "m", "roller", 10), "b", "m", "disc", 90)
    assert left(sketch, "a")["m"] == pytest.approx((0.9, 0.9))
    assert left(sketch, "b")["m"] == (0, 0)


def test_without_values_it_is_anything_between_the_worst_and_the_best_supplier() -> None:
    sketch = makers(Sketch(), ("m", "hub", "disc"), ("n", "plough", "hub"))
    sketch.supply("a", "m", "disc").supply("b", "m", "disc").supply("m", "n", "hub")
    assert left(sketch, "a") == {"a": (0, 0), "m": (0, 1), "n": (0, 1)}
    assert left(sketch, "a", "b")["n"] == (0, 0)
    assert left(Sketch().supply("a", "m", "disc"), "a")["m"] == (0, 1), "no recipe says that m needs it"
    worth(sketch, "c", "k", "disc", 1).supply("d", "k", "disc", value=1.0, currency="USD")
    assert left(sketch, "c")["k"] == (0, 1), "two currencies cannot be added"


def test_who_makes_the_input_too_may_lose_nothing() -> None:
    assert left(worth(Sketch().makes("m", "disc"), "a", "m", "disc", 1), "a")["m"] == (0, 1)


def test_a_circle_that_feeds_on_itself_comes_to_a_stop() -> None:
    sketch = worth(worth(Sketch(), "a", "b", "disc", 50), "c", "b", "disc", 50)
    found = left(worth(sketch, "b", "c", "hub", 1), "a")
    assert found["b"] == found["c"] == pytest.approx((0, 0), abs=1e-9)


def test_what_has_ended_is_not_lost_again() -> None:
    assert left(Sketch().supply("a", "m", "disc", status="ended"), "a") == {"a": (0, 0)}


# The answer


def chain() -> Sketch:
    """Maker `m` gets discs of `p`, who gets steel of `s`; `q` is a member that gets nothing."""
    sketch = makers(Sketch().member("m", "q"), ("m", "plough", "disc"), ("p", "disc", "steel"))
    return (
        sketch.supply("s", "p", "steel")
        .supply("p", "m", "disc", status="announced")
        .supply("m", "z", "plough")
    )


def test_inputs_are_lost_directly_and_along_the_chain() -> None:
    (row,) = told(chain(), "p").inputs
    assert (row.member.id, row.input and row.input.id, row.lost, row.direct) == ("m", "disc", (1, 1), True)
    assert ([p.id for p in row.products], row.necessity, row.planned) == (["plough"], "required", True)
    assert ([s.id for s in row.suppliers_hit], row.suppliers_left) == (["p"], ())
    assert row.claims == ("e-MEMBER_OF-m-c-", "e-REQUIRES-plough-disc-", "e-SUPPLIES-p-m-disc")
    (row,) = told(chain(), "s").inputs
    assert ([step.id for step in row.path], row.direct) == (["s", "p", "m"], False)


def test_all_who_are_hit_are_listed_with_the_way_the_loss_takes() -> None:
    rows = told(chain(), "s").affected
    assert [(row.enterprise.id, row.member, row.steps) for row in rows] == [
        ("p", False, 1), ("m", True, 2), ("z", False, 3),
    ]  # fmt: skip
    assert [one.id for one in rows[-1].path] == ["s", "p", "m", "z"]
    assert rows[0].claims == ("e-SUPPLIES-s-p-steel",)


def test_the_index_is_the_share_of_the_members_output() -> None:
    found = told(chain(), "s")
    assert (found.index, found.weighted) == ((0.5, 0.5), False)
    sketch = worth(worth(Sketch().member("a", "b", "c"), "a", "b", "disc", 30), "b", "x", "hub", 60)
    found = told(worth(sketch, "c", "x", "nut", 10), "a")
    assert (found.index, found.weighted) == ((0.9, 0.9), True)


def test_single_sources_and_articulations_are_those_of_today() -> None:
    found = told(chain())
    assert [(one.member.id, one.supplier.id) for one in found.single_sources] == [("m", "p")]
    assert [(one.enterprise.id, one.parts) for one in found.articulations] == [("m", 2)]
    two = told(chain().supply("y", "m", "disc"))
    assert not two.single_sources
    assert [(one.enterprise.id, one.parts) for one in two.articulations] == [("m", 3)]


def test_a_supply_of_who_knows_what_is_an_input_of_its_own() -> None:
    found = told(Sketch().member("m").makes("m", "plough").supply("a", "m").supply("b", "m"), "a")
    (row,) = found.inputs
    assert (row.input, row.lost, row.necessity) == (None, (1, 1), None)
    assert [product.id for product in row.products] == ["plough"]
    assert found.affected[0].lost == (0, 1)
    assert not found.single_sources, "both may deliver the same"


def test_a_place_is_found_by_code_or_name() -> None:
    sketch = Sketch().place("a", "RU-KDA").place("b", "RU-BA").place("c", "UZ")
    sketch.node("Region", "RU-BA", name_ru="Республика Башкортостан")
    graph = sketch.graph()
    assert located(graph, "ru-kda") == frozenset("a")
    assert located(graph, "республика башкортостан") == frozenset("b")
    assert located(graph, "RU") == frozenset("ab")
    assert located(graph, "a") is None


def test_an_unknown_cluster() -> None:
    with pytest.raises(NotFoundError):
        whatif(chain().graph(), "nowhere", ())


# What holds of any shock

KEYS = "abcde"


@st.composite
def networks(draw: st.DrawFn, valued: bool = False) -> Graph:
    sketch = Sketch().member(*draw(st.sets(st.sampled_from(KEYS), min_size=1)))
    ends = st.tuples(*(st.sampled_from(KEYS),) * 2, st.sampled_from(["disc", "hub", "nut"]))
    for one, other, good in draw(st.sets(ends.filter(lambda e: e[0] != e[1]), max_size=9)):
        value = draw(st.integers(1, 4) if valued else st.none() | st.integers(1, 4))
        given = {} if value is None else {"value": float(value), "currency": "RUB"}
        sketch.supply(one, other, good, **given)
    for maker in draw(st.sets(st.sampled_from(KEYS))):
        sketch.makes(maker, "plough")
    sketch.needs("plough", "hub", necessity="option").needs("plough", "disc")
    for maker in () if valued else draw(st.sets(st.sampled_from(KEYS))):
        sketch.makes(maker, "disc")
    return sketch.graph()


removals = st.sets(st.sampled_from(KEYS))


def all_left(graph: Graph, removed: Iterable[str]) -> dict[str, Left]:
    return dict.fromkeys(KEYS, WHOLE) | dict(shock(needs(Index(graph)), set(removed)).left)


@settings(deadline=None)
@given(networks())
def test_removing_nothing_loses_nothing(graph: Graph) -> None:
    assert set(all_left(graph, ()).values()) == {WHOLE}
    assert whatif(graph, CLUSTER, ()).index == (0, 0)


@settings(deadline=None)
@given(networks(), removals, removals)
def test_a_loss_is_a_share_and_removing_more_never_loses_less(
    graph: Graph, one: set[str], more: set[str]
) -> None:
    few, many = all_left(graph, one), all_left(graph, one | more)
    for key in KEYS:
        assert 0 <= few[key][0] <= few[key][1] <= 1
        assert all(b <= a + 1e-9 for a, b in zip(few[key], many[key], strict=True))


@settings(deadline=None)
@given(networks(), removals)
def test_the_index_lies_between_none_and_all_of_it(graph: Graph, removed: set[str]) -> None:
    if known := removed & {node.key for node in graph.nodes if node.label == "Enterprise"}:
        low, high = whatif(graph, CLUSTER, known).index
        assert 0 <= low <= high <= 1


def by_definition(
    graph: Graph, removed: set[str], choose: Callable[[list[float]], float]
) -> dict[str, float]:
    """The output of each, by the formula over and over from full output; every supply has a value.

    What no recipe asks for is essential or not as `choose` takes of the outcomes, `min` or `max`.
    """
    supplies = [edge for edge in graph.edges if edge.type == "SUPPLIES"]
    makers = {edge.source[1] for edge in graph.edges if edge.type == "PRODUCES"}
    made = {key: 0.0 if key in removed else 1.0 for key in KEYS}
    for _ in range(400):
        ways = {key: [_once(key, supplies, key in makers, made, way) for way in WAYS] for key in KEYS}
        made = {key: 0.0 if key in removed else choose(found) for key, found in ways.items()}
    return made


PRODUCTS = ("disc", "hub", "nut")
WAYS = [dict(zip(PRODUCTS, way, strict=True)) for way in product((False, True), repeat=len(PRODUCTS))]


def _once(key: str, supplies: list[Edge], maker: bool, made: dict[str, float], way: dict[str, bool]) -> float:
    mine = [edge for edge in supplies if edge.target[1] == key]
    total = sum(edge.properties["value"] for edge in mine)
    limits, linear = [1.0], 1.0
    for good, essential in (way | ({"hub": False, "disc": True} if maker else {})).items():
        of_it = [edge for edge in mine if edge.properties["product"] == good]
        cost = sum(edge.properties["value"] for edge in of_it)
        if not of_it:
            continue
        available = sum(e.properties["value"] * made[e.source[1]] for e in of_it) / cost
        if essential:
            limits.append(available)
        else:
            linear -= cost / total * (1 - available)
    return max(0.0, min(*limits, linear))


@settings(max_examples=60, deadline=None)
@given(networks(valued=True), removals)
def test_where_all_values_are_known_it_is_the_fixpoint(graph: Graph, removed: set[str]) -> None:
    least, most = (by_definition(graph, removed, choose) for choose in (min, max))
    for key, bounds in all_left(graph, removed).items():
        assert bounds == pytest.approx((least[key], most[key]), abs=1e-6)


@settings(deadline=None)
@given(networks(valued=True), removals, st.data())
def test_without_values_the_interval_holds_what_they_would_give(
    graph: Graph, removed: set[str], data: st.DataObject
) -> None:
    hidden = data.draw(st.sets(st.sampled_from(range(len(graph.edges)))))
    edges = [_without_value(e) if n in hidden else e for n, e in enumerate(graph.edges)]
    sure, unsure = all_left(graph, removed), all_left(Graph(nodes=graph.nodes, edges=tuple(edges)), removed)
    for key in KEYS:
        assert unsure[key][0] - 1e-9 <= sure[key][0] and sure[key][1] <= unsure[key][1] + 1e-9


def _without_value(edge: Edge) -> Edge:
    kept = {name: value for name, value in edge.properties.items() if name not in ("value", "currency")}
    return edge.model_copy(update={"properties": kept})
