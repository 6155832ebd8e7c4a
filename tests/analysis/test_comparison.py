"""What changed between two days, thing by thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.analysis.comparison import Change, changes
from graphmodel.domain.assembly import assembled
from graphmodel.domain.claims import Claim
from graphmodel.domain.graph import Graph
from graphmodel.domain.telling import NO_MERGES
from graphmodel.errors import NotFoundError
from tests.domain.samples import claim, claims, ref

CLUSTER = ref("Кластер", "cluster", id="c")
PAIR = {"supplier": ref("А", id="a"), "buyer": ref("Б", id="b")}


def graph(*told: Claim) -> Graph:
    return assembled(told, NO_MERGES)


def member(status: str, asserted: str = "2024", name: str = "a") -> Claim:
    return claim("membership", member=ref(name, id=name), cluster=CLUSTER, status=status, asserted=asserted)


def supply(status: str, asserted: str = "2024") -> Claim:
    return claim("supplies", **PAIR, product=ref("диск", "product"), status=status, asserted=asserted)


def deal(status: str, asserted: str = "2024") -> Claim:
    parties = [ref("А", id="a"), ref("Б", id="b")]
    return claim(
        "agreement",
        agreement="d",
        agreement_kind="contract",
        parties=parties,
        status=status,
        asserted=asserted,
    )


def found(was: list[Claim], came: list[Claim], thing: str) -> list[Change]:
    _, rows = changes(graph(*was), graph(*was, *came))
    return [row for row in rows if row.thing == thing]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (None, "active", "joined"),
        (None, "announced", "joined"),
        ("announced", "active", "became_active"),
        ("active", "ended", "left"),
        ("ended", "active", "joined"),
        ("active", "announced", "put_back"),
    ],
)
def test_memberships(before: str | None, after: str, kind: str) -> None:
    came = member(after, "2025")
    (row,) = found([member(before)] if before else [], [came], "membership")
    assert (row.kind, row.before, row.after, row.claims) == (kind, before, after, (came.id,))
    assert row.about and ([party.id for party in row.parties], row.about.id) == (["a"], "c")


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (None, "announced", "announced"),
        ("announced", "signed", "signed"),
        ("signed", "active", "became_active"),
        ("active", "ended", "ended"),
        ("active", "signed", "put_back"),
    ],
)
def test_agreements_and_supplies(before: str | None, after: str, kind: str) -> None:
    for thing, make in (("agreement", deal), ("supply", supply)):
        (row,) = found([make(before)] if before else [], [make(after, "2025")], thing)
        assert (row.kind, [party.id for party in row.parties], row.date) == (kind, ["a", "b"], "2025")


def test_enterprises_are_newly_known_and_end() -> None:
    known, over = (claim("enterprise", name="А", enterprise="a", asserted=a, status=s)
                   for a, s in (("2024", "active"), ("2025", "ended")))  # fmt: skip
    assert [row.kind for row in found([], [known], "enterprise")] == ["newly_known"]
    assert [row.kind for row in found([known], [over], "enterprise")] == ["ended"]
    assert [row.after for row in found([], [supply("active")], "enterprise")] == [None, None]


def test_a_cluster_is_told_of_its_members_alone() -> None:
    was, now = graph(member("active")), graph(member("active"), supply("active"), supply_of_others())
    named, rows = changes(was, now, "c")
    assert named and named.id == "c"
    assert [(row.thing, row.kind) for row in rows] == [("supply", "became_active")]
    assert len(changes(was, now)[1]) > 2
    with pytest.raises(NotFoundError):
        changes(was, now, "nowhere")


def supply_of_others() -> Claim:
    return claim("supplies", supplier=ref("В", id="v"), buyer=ref("Г", id="g"), status="active")


@given(st.lists(claims, max_size=10), st.lists(claims, max_size=6))
def test_nothing_changes_without_claims_and_every_change_has_some(
    was: list[Claim], came: list[Claim]
) -> None:
    before, after = graph(*was), graph(*was, *came)
    assert changes(before, before)[1] == ()
    _, rows = changes(before, after)
    assert all(row.claims and set(row.claims) <= after.claims for row in rows)
    assert {row.thing for row in rows} <= {"membership", "agreement", "supply", "enterprise"}
