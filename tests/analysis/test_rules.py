"""Cluster rules: each verdict on clusters made by hand, and by brute force over all completions of small ones."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain, combinations, combinations_with_replacement, product
from math import inf, isclose
from typing import Any, NamedTuple, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.analysis.results import Sentence
from graphmodel.analysis.rules import rulebook as books
from graphmodel.analysis.rules.checks import SENSES, Case, verdict
from graphmodel.analysis.rules.cooperation import Cooperation, Output
from graphmodel.analysis.rules.results import Verdict
from graphmodel.analysis.rules.roster import Deal, Roster
from graphmodel.analysis.rules.rulebook import Check, Rule, Rulebook
from graphmodel.analysis.rules.verdicts import rules
from graphmodel.domain.claims import AggregateClaim, Claim
from graphmodel.domain.graph import Edge
from graphmodel.errors import BadInputError, NotFoundError
from tests.analysis.sketch import CLUSTER, Sketch
from tests.domain.samples import claim, ref

TODAY = date(2026, 1, 1)
T = TypeVar("T")


def output(enterprise: str, value: int, bound: str = "exact", **more: Any) -> AggregateClaim:
    told: Claim = claim(
        "aggregate", about=ref(enterprise, id=enterprise), measure="output", value=value, bound=bound,
        **({"currency": "RUB"} | more),
    )  # fmt: skip
    assert isinstance(told, AggregateClaim)
    return told


def asked(sketch: Sketch, rule: str, *outputs: AggregateClaim, day: date = TODAY) -> Verdict:
    found = rules(sketch.graph(), CLUSTER, day, books.russian(), outputs)
    (row,) = (row for row in found.rows if row.id == rule)
    return row


def priced(sketch: Sketch, supplier: str, buyer: str, value: int, **more: Any) -> Sketch:
    return sketch.supply(supplier, buyer, value=float(value), currency="RUB", **more)


# Contracts


def test_each_member_has_a_contract() -> None:
    row = asked(Sketch().member("a", "b", "c").supply("a", "b").supply("c", "a"), "contracts")
    assert (row.verdict, row.measured, row.remedy, row.missing) == ("holds", (0, 0), None, ())
    assert [[party.id for party in deal.parties] for deal in row.contracts] == [["a", "b"], ["a", "c"]]
    assert {"e-SUPPLIES-a-b-", "e-SUPPLIES-c-a-", "e-MEMBER_OF-a-c-"} <= set(row.claims)


@pytest.mark.parametrize("status", ["announced", "ended"])
def test_what_is_announced_or_has_ended_is_no_contract(status: str) -> None:
    row = asked(Sketch().member("a", "b").supply("a", "b", status=status), "contracts")
    assert (row.verdict, row.measured) == ("fails", (2, 2))
    assert row.remedy and [(pair.one.id, pair.other.id) for pair in row.remedy.contracts] == [("a", "b")]


def test_a_contract_with_an_outsider_does_not_count() -> None:
    assert asked(Sketch().member("a", "b").supply("a", "x").supply("b", "x"), "contracts").verdict == "fails"


def test_a_doubtful_contract_leaves_it_open() -> None:
    row = asked(Sketch().member("a", "b").supply("a", "b", confidence=0.4), "contracts")
    assert (row.verdict, row.measured) == ("unknown", (0, 2))
    assert [said.en for said in row.missing] == [
        "it is not certain that a contract or supply is in force: a, b"
    ]


def agreement(sketch: Sketch, kind: str, *parties: str, status: str = "signed") -> Sketch:
    deal = sketch.node("Agreement", f"{kind}-1", kind=kind, status=status)
    for party in parties:
        sketch.edge("SIGNED", sketch.node("Enterprise", party), deal)
    return sketch


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("contract", "holds"), ("project", "holds"), ("joint_venture", "unknown"), ("memorandum", "fails")],
)
def test_the_kind_of_an_agreement_makes_it_a_contract(kind: str, expected: str) -> None:
    assert asked(agreement(Sketch().member("a", "b"), kind, "a", "b"), "contracts").verdict == expected
    announced = agreement(Sketch().member("a", "b"), kind, "a", "b", status="announced")
    assert asked(announced, "contracts").verdict == "fails"


def test_a_special_investment_contract_stands_in_for_any_other() -> None:
    sketch = Sketch().member("a", "b", "c").supply("a", "b")
    assert asked(sketch, "contracts").verdict == "fails"
    row = asked(agreement(sketch, "special_investment_contract", "c"), "contracts")
    assert row.verdict == "holds"
    assert "e-SIGNED-c-special_investment_contract-1-" in row.claims


def test_an_announced_membership_is_open() -> None:
    sketch = Sketch().member("a", "b").supply("a", "b").member("c", status="announced")
    row = asked(sketch, "contracts")
    assert (row.verdict, row.measured) == ("unknown", (0, 1))
    assert [said.en for said in row.missing] == ["membership not settled (announced, or told unreliably): c"]
    assert row.remedy and [named.id for named in row.remedy.settle] == ["c"]
    assert asked(sketch.supply("c", "a"), "contracts").verdict == "holds", "whether it joins or not"


def test_an_unnamed_member_may_have_agreed_with_anybody() -> None:
    sketch = Sketch().member("a", "b")
    sketch.node("Enterprise", "b", placeholder=True)
    row = asked(sketch, "contracts")
    assert (row.verdict, row.members[0].contracts) == ("unknown", (0, None))


def test_members_without_contracts_are_spared_up_to_three() -> None:
    sketch = Sketch().member(*"abcde").supply("a", "b")
    assert asked(sketch, "without-contracts").verdict == "holds"
    row = asked(sketch.member("f"), "without-contracts")
    assert (row.verdict, row.measured) == ("fails", (4, 4))
    assert row.remedy and len(row.remedy.contracts) == 1


# Editions


def test_the_edition_depends_on_the_day() -> None:
    sketch = Sketch().member("a")
    days = {2015: 50, 2017: 20, 2022: 20}
    rows = {year: asked(sketch, "cooperation", day=date(year, 12, 31)) for year in days}
    assert {year: row.value for year, row in rows.items()} == days
    assert [row.since for row in rows.values()] == ["779", "963", "1956"]
    assert rows[2022].later == ("2372",)
    assert asked(sketch, "contracts").since is None
    assert not rules(sketch.graph(), CLUSTER, date(2015, 7, 30), books.russian()).rows


def test_what_nobody_confirms_is_unknown() -> None:
    found = rules(Sketch().member("a").graph(), CLUSTER, TODAY, books.russian()).rows
    unconfirmed = [row for row in found if row.value is None]
    assert {row.id for row in unconfirmed} >= {"members", "infrastructure", "education", "jobs", "interstate"}
    assert {row.verdict for row in unconfirmed} == {"unknown"}
    assert all(row.missing for row in found if row.verdict == "unknown")
    (members,) = (row for row in found if row.id == "members")
    assert members.measured == (1, 1)


def test_the_template_is_a_rulebook_without_values() -> None:
    from importlib import resources  # noqa: PLC0415

    file = resources.files("graphmodel.analysis.rules") / "data" / "rules-template.yaml"
    book = books.parse(file.read_text(encoding="utf-8"), file.name)
    assert {rule.check for rule in book.rules} == {*SENSES, "unmeasured"}
    assert {rule.value for rule in book.rules} == {None}


@pytest.mark.parametrize(
    "wrong",
    [
        "a: [",
        "country: RU",
        "{country: RU, act: {ru: а, en: a}, editions: [], rules: []}",
        "{country: RU, act: {ru: а, en: a}, editions: [], rules: [{id: x}]}",
    ],
)
def test_a_rulebook_that_cannot_be_read_is_refused(wrong: str) -> None:
    with pytest.raises(BadInputError, match=r"mine\.yaml"):
        books.parse(wrong, "mine.yaml")


def test_a_value_needs_a_source_and_an_edition_that_is_known() -> None:
    told = books.russian().model_dump()
    for change in ({"sources": ()}, {"since": "1"}, {"text": {"ru": "{x}", "en": "x"}}):
        changed = {**told, "rules": [told["rules"][0] | change]}
        with pytest.raises(ValueError, match=r"no source|unknown edition|a field other than"):
            Rulebook.model_validate(changed)


def test_an_unknown_cluster() -> None:
    with pytest.raises(NotFoundError):
        rules(Sketch().member("a").graph(), "nowhere", TODAY, books.russian())


# Cooperation


def test_the_share_of_output_that_other_members_use() -> None:
    sketch = priced(priced(Sketch().member("a", "b"), "a", "b", 30), "a", "x", 50)
    row = asked(sketch, "cooperation", output("a", 100), output("b", 50))
    assert (row.verdict, row.measured) == ("holds", (20, 20))
    assert {"e-SUPPLIES-a-b-", output("a", 100).id} <= set(row.claims)
    row = asked(sketch, "cooperation", output("a", 100), output("b", 250))
    assert row.verdict == "fails" and row.remedy
    assert [(s.enterprise.id, s.amount, s.currency) for s in row.remedy.supplies] == [("b", 40, "RUB")]
    assert asked(sketch, "cooperation", output("a", 100), output("b", 150)).verdict == "unknown", "12 %"


def test_without_outputs_and_values_it_is_unknown_and_says_what_is_missing() -> None:
    row = asked(Sketch().member("a", "b").supply("a", "b"), "cooperation")
    assert (row.verdict, row.measured, row.remedy) == ("unknown", (0, 100), None)
    assert [said.en for said in row.missing][:2] == [
        "output by value unknown: a, b",
        "value of the supply unknown: a → b",
    ]


def test_what_goes_to_outsiders_bounds_the_share() -> None:
    sketch = priced(priced(Sketch().member("a", "b"), "a", "b", 1), "a", "x", 99)
    row = asked(sketch, "cooperation", output("b", 10))
    assert row.verdict == "fails"
    assert row.measured == pytest.approx((0, 100 / 110))


def test_the_latest_output_counts_and_bounds_are_heard() -> None:
    sketch = priced(Sketch().member("a", "b"), "a", "b", 30)
    old, new = output("a", 1000, asserted="2020"), output("a", 80, "at_most")
    row = asked(sketch, "cooperation", old, new, output("b", 70, "about"))
    assert row.measured == pytest.approx((100 * 30 / (80 + 77), 100 * 30 / (30 + 63)))
    assert asked(sketch, "cooperation", output("a", 90), output("b", 9, currency="USD")).measured[0] == 0


def test_whatever_leaves_a_share_open_is_said() -> None:
    sketch = priced(Sketch().member("a", "b"), "a", "b", 30, confidence=0.4)
    told = output("a", 100, asserted="2026"), output("b", 50, asserted="2026")
    row = asked(sketch, "cooperation", *told, day=date(2020, 1, 1))
    assert (row.verdict, row.measured, row.remedy is None) == ("unknown", (0, 20), False)
    assert [said.en for said in row.missing] == [
        "it is not certain that a contract or supply is in force: a, b"
    ]
    close = priced(Sketch().member("a", "b"), "a", "b", 30)
    row = asked(close, "cooperation", output("a", 150, "about"), output("b", 1), day=date(2020, 1, 1))
    assert [said.en for said in row.missing] == ["only bounds are known, and the threshold lies between them"]


# Brute force


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


def test_many_open_memberships_are_unknown() -> None:
    row = asked(Sketch().member(*(f"m{n}" for n in range(13)), status="announced"), "without-contracts")
    assert row.verdict == "unknown"
    assert row.missing[0].en.startswith("the membership of 13 enterprises is not settled")


def test_a_contract_of_several_members_is_one_contract() -> None:
    row = asked(agreement(Sketch().member("a", "b", "c"), "contract", "a", "b", "c"), "contracts")
    assert (row.verdict, len(row.contracts)) == ("holds", 1)
    assert [member.contracts for member in row.members] == [(1, 1)] * 3
