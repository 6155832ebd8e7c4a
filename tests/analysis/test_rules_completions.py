"""Verdicts of cluster rules, by brute force over all completions of small clusters."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import chain, combinations, combinations_with_replacement, product
from math import inf, isclose
from typing import NamedTuple, TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.analysis.results import Sentence
from graphmodel.analysis.rules.checks import Case, verdict
from graphmodel.analysis.rules.cooperation import Cooperation, Output
from graphmodel.analysis.rules.roster import Deal, Roster
from graphmodel.analysis.rules.rulebook import Check, Rule
from graphmodel.domain.graph import Edge
from tests.analysis.sketch import CLUSTER

T = TypeVar("T")


class World(NamedTuple):
    """One completion: who is a member, and which deals are contracts, each as often as given."""

    members: frozenset[str]
    deals: tuple[tuple[str, ...], ...]


def worlds(roster: Roster, most: int) -> Iterator[World]:
    """Every completion; an unnamed member has with each other none up to `most` more contracts."""
    unsure = [deal for deal in roster.deals if not deal.certain]
    sure = [tuple(deal.parties) for deal in roster.deals if deal.certain]
    for joined in _subsets(roster.open):
        members = roster.settled.union(joined)
        hidden = [pair for pair in combinations(sorted(members), 2) if roster.unnamed & set(pair)]
        for taken in _subsets(unsure):
            for times in product(range(most + 1), repeat=len(hidden)):
                more = chain.from_iterable([pair] * n for pair, n in zip(hidden, times, strict=True))
                if members:
                    yield World(members, (*sure, *(tuple(deal.parties) for deal in taken), *more))


def _subsets(things: Collection[T]) -> list[tuple[T, ...]]:
    return [some for size in range(len(things) + 1) for some in combinations(things, size)]


def without(world: World, least: int) -> int:
    """The members that have fewer contracts with members than that."""
    inside = [pair for pair in world.deals if set(pair) <= world.members]
    return sum(sum(member in pair for pair in inside) < least for member in world.members)


MEMBER = Edge(type="MEMBER_OF", source=("Enterprise", ""), target=("Cluster", CLUSTER))


@st.composite
def rosters(draw: st.DrawFn) -> Roster:
    keys = "abcd"[: draw(st.integers(1, 4))]
    some = st.sets(st.sampled_from(keys)).map(frozenset)
    pairs = [st.just(pair) for pair in combinations(keys, 2)]
    ends = draw(st.lists(st.one_of(pairs), max_size=3)) if pairs else []
    return Roster(
        members=dict.fromkeys(keys, MEMBER),
        settled=draw(some),
        unnamed=draw(some.filter(lambda chosen: len(chosen) < 2)),
        deals=tuple(Deal(frozenset(pair), "contract", draw(st.booleans())) for pair in ends),
    )


def rule(check: Check, value: float, relaxed: float | None = None) -> Rule:
    said = Sentence(ru="", en="")
    return Rule(id="r", check=check, text=said, value=value, relaxed=relaxed, unit=None, sources=("s",))


def brute(roster: Roster, check: Check, value: int) -> str:
    """The verdict by its definition."""
    if check == "members":
        counts = {len(world.members) >= value for world in worlds(roster, 0)}
        endless = any(world.members & roster.unnamed for world in worlds(roster, 0))
        counts |= {True} if endless else set()
    elif check == "contracts":
        counts = {without(world, value) == 0 for world in worlds(roster, value)}
    else:
        counts = {without(world, 1) <= value for world in worlds(roster, 1)}
    return "unknown" if len(counts) == 2 else "holds" if True in counts else "fails"


CHECKS = st.sampled_from(["contracts", "without_contracts", "members"])


@settings(max_examples=150, deadline=None)
@given(rosters(), CHECKS, st.integers(1, 2))
def test_a_verdict_is_that_of_all_completions(roster: Roster, check: Check, value: int) -> None:
    assert Case(rule(check, value), roster, {}).answer == brute(roster, check, value)


@settings(deadline=None)
@given(rosters(), CHECKS, st.integers(1, 2), st.data())
def test_more_doubt_never_makes_it_hold_or_fail(
    roster: Roster, check: Check, value: int, data: st.DataObject
) -> None:
    doubted = data.draw(st.sets(st.sampled_from(sorted(roster.members))))
    deals = tuple(replace(deal, certain=deal.certain and data.draw(st.booleans())) for deal in roster.deals)
    more = replace(roster, settled=roster.settled - doubted, deals=deals)
    before, after = (Case(rule(check, value), one, {}).answer for one in (roster, more))
    assert after in (before, "unknown")


@settings(deadline=None)
@given(rosters(), st.sampled_from(["contracts", "without_contracts"]), st.integers(1, 2))
def test_the_remedy_helps_and_nothing_smaller_does(roster: Roster, check: Check, value: int) -> None:
    case = Case(rule(check, value), roster, {})
    found = case.remedy()
    settled = roster.all_settled()
    if found is None:
        stuck = Case(rule(check, value), settled, {}).answer != "holds" and len(roster.members) < 2
        assert case.answer == "holds" or stuck
        return
    assert Case(rule(check, value), settled.with_deals(found[0]), {}).answer == "holds"
    pairs = list(combinations(sorted(roster.members), 2))
    for smaller in combinations_with_replacement(pairs, max(len(found[0]) - 1, 0)):
        deals = [Deal(frozenset(pair), "contract", certain=True) for pair in smaller]
        helps = Case(rule(check, value), settled.with_deals(deals), {}).answer == "holds"
        assert not helps or not found[0]


def supply(supplier: str, buyer: str, value: int | None, confidence: float) -> Edge:
    given = {} if value is None else {"value": float(value), "currency": "RUB"}
    return Edge(
        type="SUPPLIES",
        source=("Enterprise", supplier),
        target=("Enterprise", buyer),
        properties={"status": "active", "confidence": confidence, **given},
    )


@st.composite
def flows(draw: st.DrawFn) -> Cooperation:
    keys = "abc"[: draw(st.integers(1, 3))]
    some = st.sets(st.sampled_from(keys)).map(frozenset)
    ends = [(one, other) for one in keys for other in (*keys, "x") if one != other]
    supplies = [
        supply(one, other, draw(st.sampled_from([None, 1, 2])), draw(st.sampled_from([0.3, 0.9])))
        for one, other in draw(st.lists(st.sampled_from(ends), max_size=3))
    ]
    bounds = {key: sorted(draw(st.tuples(st.integers(6, 9), st.integers(6, 9)))) for key in keys}
    roster = Roster(
        members=dict.fromkeys(keys, MEMBER),
        settled=draw(some),
        unnamed=draw(some.filter(lambda chosen: len(chosen) < 2)),
        deals=(),
        supplies=tuple(supplies),
    )
    return Cooperation(roster, {k: Output((float(a), float(b)), "RUB", "") for k, (a, b) in bounds.items()})


def shares(cooperation: Cooperation) -> Iterator[float]:
    """The share in completions that are far apart: every value and output at an end of what it can be."""
    roster = cooperation.roster
    for members in roster.completions():
        ways = [list(_ways(cooperation, member, members)) for member in sorted(members)]
        for chosen in product(*ways):
            made = sum(out for out, _ in chosen)
            yield 100 * sum(used for _, used in chosen) / made


def _ways(cooperation: Cooperation, member: str, members: frozenset[str]) -> Iterator[tuple[float, float]]:
    roster, given = cooperation.roster, cooperation.outputs[member]
    mine = [edge for edge in roster.supplies if edge.source[1] == member and edge.target[1] in members]
    worth = [_worth(edge, given.bounds[1]) for edge in mine]
    if (roster.unnamed & members) - {member} or (member in roster.unnamed and len(members) > 1):
        worth.append([0.0, given.bounds[1]])
    for values in product(*worth):
        for out in given.bounds:
            yield out, min(out, sum(values))


def _worth(edge: Edge, most: float) -> list[float]:
    """What one supply may be worth: nothing where it is doubtful or nobody says."""
    value = edge.properties.get("value")
    least = [] if edge.properties["confidence"] >= 0.5 and value else [0.0]
    return [*least, value or most]


@settings(max_examples=150, deadline=None)
@given(flows())
def test_the_share_is_that_of_all_completions(cooperation: Cooperation) -> None:
    found = list(shares(cooperation))
    low, high = Case(rule("cooperation", 20), cooperation.roster, cooperation.outputs).measured
    assert isclose(low, min(found), abs_tol=1e-9) and isclose(high, max(found), abs_tol=1e-9)


@settings(deadline=None)
@given(flows(), st.integers(1, 100))
def test_the_volumes_help_and_less_does_not(cooperation: Cooperation, percent: int) -> None:
    roster = cooperation.roster.all_settled()
    case = Case(rule("cooperation", percent), roster, cooperation.outputs)
    found = case.remedy()
    if found is None:
        assert case.answer == "holds" or len(roster.members) < 2 or not_enough(cooperation, percent)
        return
    for share, expected in ((1.0, "holds"), (0.99, None)):
        more = [replaced(key, value * share, roster) for key, value in found[1]]
        after = replace(roster, supplies=(*roster.supplies, *more))
        answer = Case(rule("cooperation", percent), after, cooperation.outputs).answer
        assert answer == expected if expected else answer != "holds"


def not_enough(cooperation: Cooperation, percent: int) -> bool:
    """Whether members would not reach it with all that they make and do not surely sell to anybody."""
    made = {key: cooperation.outputs[key].bounds[1] for key in cooperation.roster.members}
    sure = [e for e in cooperation.roster.supplies if e.properties["confidence"] >= 0.5]
    sales = [(e.target[1], e.properties.get("value", 0.0)) for e in sure]
    lost = sum(value for buyer, value in sales if buyer not in made)
    return bool(100 * (sum(made.values()) - lost) < percent * sum(made.values()))


def replaced(supplier: str, value: float, roster: Roster) -> Edge:
    buyer = next(member for member in sorted(roster.members) if member != supplier)
    edge = supply(supplier, buyer, 1, 0.9)
    return edge.model_copy(update={"properties": {**edge.properties, "value": value}})


def test_verdicts_on_an_interval() -> None:
    told = [verdict(measured, "at_least", 20, 10) for measured in ((20, 30), (5, 9.9), (5, 10), (12, inf))]
    assert told == ["holds", "fails", "unknown", "unknown"]
    assert [verdict(m, "at_most", 3) for m in ((0, 3), (4, 9), (3, 4))] == ["holds", "fails", "unknown"]
