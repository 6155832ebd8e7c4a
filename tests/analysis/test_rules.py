"""Cluster rules: each verdict on clusters made by hand."""

from datetime import date
from typing import Any

import pytest

from graphmodel.analysis.rules import rulebook as books
from graphmodel.analysis.rules.checks import SENSES
from graphmodel.analysis.rules.results import Verdict
from graphmodel.analysis.rules.rulebook import Rulebook
from graphmodel.analysis.rules.verdicts import rules
from graphmodel.domain.claims import AggregateClaim, Claim
from graphmodel.errors import BadInputError, NotFoundError
from tests.analysis.sketch import CLUSTER, Sketch
from tests.domain.samples import claim, ref

TODAY = date(2026, 1, 1)


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


def test_many_open_memberships_are_unknown() -> None:
    row = asked(Sketch().member(*(f"m{n}" for n in range(13)), status="announced"), "without-contracts")
    assert row.verdict == "unknown"
    assert row.missing[0].en.startswith("the membership of 13 enterprises is not settled")


def test_a_contract_of_several_members_is_one_contract() -> None:
    row = asked(agreement(Sketch().member("a", "b", "c"), "contract", "a", "b", "c"), "contracts")
    assert (row.verdict, len(row.contracts)) == ("holds", 1)
    assert [member.contracts for member in row.members] == [(1, 1)] * 3


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
