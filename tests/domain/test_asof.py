"""What counts on a day: by the dates of claims, of their sources, and of what they speak of."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.domain.asof import claims_on
from graphmodel.domain.assembly import assembled
from graphmodel.domain.claims import Claim
from graphmodel.domain.dates import UNDATED
from graphmodel.domain.graph import Graph
from graphmodel.domain.telling import NO_MERGES
from tests.domain.samples import claim, claims, ref

SUPPLY = {"supplier": ref("АТИСС"), "buyer": ref("ПромАгро")}
days = st.dates(date(2022, 1, 1), date(2026, 12, 31))


def counts(one: Claim, day: str, published: str = UNDATED) -> bool:
    return bool(list(claims_on(date.fromisoformat(day), [(one, published)])))


def graph_on(day: date, *told: Claim) -> Graph:
    return assembled(claims_on(day, [(one, UNDATED) for one in told]), NO_MERGES)


@pytest.mark.parametrize(
    ("asserted", "first"),
    [
        ("2025-06-01", "2025-06-01"),
        ("2025-06", "2025-06-01"),
        ("2025", "2025-01-01"),
        ("2025-04-28/2025-04-30", "2025-04-28"),
        ("2014~", "2014-01-01"),
        ("200X", "2000-01-01"),
    ],
)
def test_a_claim_counts_from_the_first_day_it_can_mean(asserted: str, first: str) -> None:
    one = claim("supplies", **SUPPLY, asserted=asserted)
    before = date.fromisoformat(first) - timedelta(days=1)
    assert counts(one, first) and not counts(one, before.isoformat())
    assert not counts(one, before.isoformat(), published="1999"), (
        "its own date goes before that of its source"
    )


def test_an_undated_claim_counts_from_the_publication_of_its_source_and_else_always() -> None:
    one = claim("supplies", **SUPPLY, asserted=UNDATED)
    assert counts(one, "1990-01-01")
    assert counts(one, "2024-05-02", "2024-05-02") and not counts(one, "2024-05-01", "2024-05-02")


def test_what_was_to_come_is_not_there_yet() -> None:
    planned = claim("supplies", **SUPPLY, asserted="2024", since="2026-03")
    assert not counts(planned, "2026-02-28") and counts(planned, "2026-03-01")
    deal = claim("agreement", agreement_kind="contract", parties=[ref("А"), ref("Б")], signed="2025-05-02")
    assert not counts(deal, "2025-05-01") and counts(deal, "2025-05-02")


def test_a_supply_ends_after_its_last_day() -> None:
    one = claim("supplies", **SUPPLY, asserted="2024", until="2025", status="active")
    during, after = (list(claims_on(day, [(one, UNDATED)])) for day in (date(2025, 12, 31), date(2026, 1, 1)))
    assert [c.status for c in (*during, *after)] == ["active", "ended"]
    assert after[0].id == one.id


def test_an_earlier_day_shows_the_earlier_winner() -> None:
    told = [
        claim("supplies", **SUPPLY, asserted="2024", status="announced"),
        claim("supplies", **SUPPLY, asserted="2025-06", status="active", source="B"),
    ]
    shown = [graph_on(day, *told).edges[0] for day in (date(2025, 5, 31), date(2025, 6, 1))]
    assert [edge.properties["status"] for edge in shown] == ["announced", "active"]
    assert [len(edge.claims) for edge in shown] == [1, 2]


@given(st.lists(claims, max_size=12), days, days)
def test_claims_only_come_in(told: list[Claim], one: date, other: date) -> None:
    earlier, later = sorted((one, other))
    assert graph_on(earlier, *told).claims <= graph_on(later, *told).claims


@given(st.lists(claims, max_size=12))
def test_after_the_last_date_it_is_the_whole_graph(told: list[Claim]) -> None:
    assert graph_on(date(2026, 1, 1), *told) == assembled(told, NO_MERGES)
