"""Where sources disagree, and where they only seem to."""

from typing import Any

from graphmodel.domain.claims import AggregateClaim, Claim
from graphmodel.domain.conflicts import Disagreement, aggregate_conflicts, place_conflict, status_conflict
from graphmodel.domain.facts import facts
from graphmodel.domain.telling import Fact
from tests.domain.samples import claim, place, ref


def about(label: str, *told: Claim) -> list[Fact]:
    """The facts of one label or type."""
    return [fact for one in told for fact in facts(one) if fact.key[0] == label]


def values(found: Disagreement | None) -> list[tuple[str, object]]:
    return [(side.source, side.value) for side in found.sides] if found else []


def working(status: str, source: str, asserted: str) -> Claim:
    return claim("enterprise", name="ГПЗ-10", status=status, source=source, asserted=asserted)


def number(
    value: int, source: str, asserted: str, measure: str = "contract_value", **more: Any
) -> AggregateClaim:
    kuban = ref("Кубань", "region", id="RU-KDA")
    made = claim(
        "aggregate", about=kuban, measure=measure, value=value, source=source, asserted=asserted,
        **{"bound": "exact", **more},
    )  # fmt: skip
    assert isinstance(made, AggregateClaim)
    return made


def test_a_status_that_goes_back_is_a_contradiction_and_the_winner_comes_first() -> None:
    found = status_conflict(
        about("Enterprise", working("ended", "A", "2020"), working("active", "B", "2024-04"))
    )

    assert found is not None
    assert found.nature == "contradiction"
    assert found.subject[0] == "Enterprise"
    assert values(found) == [("B", "active"), ("A", "ended")]


def test_a_status_that_moves_on_is_none() -> None:
    assert not status_conflict(
        about("Enterprise", working("active", "A", "2020"), working("ended", "B", "2024"))
    )


def test_one_source_does_not_contradict_itself() -> None:
    assert not status_conflict(
        about("Enterprise", working("ended", "A", "2020"), working("active", "A", "2024"))
    )


def test_two_states_at_one_date_disagree() -> None:
    told = (working("active", "A", "2024"), working("ended", "B", "2024"))

    assert len(values(status_conflict(about("Enterprise", *told)))) == 2


def test_what_the_graph_shows_is_always_among_the_sides() -> None:
    told = (working("active", "A", "2024"), working("signed", "B", "2024"), working("active", "C", "2026"))

    assert values(status_conflict(about("Enterprise", *told)))[0] == ("C", "active")


def test_two_agreements_of_one_pair_do_not_disagree() -> None:
    def deal(agreement: str, status: str, source: str, asserted: str) -> Claim:
        return claim(
            "agreement", agreement=agreement, agreement_kind="memorandum", parties=[ref("a"), ref("b")],
            status=status, source=source, asserted=asserted,
        )  # fmt: skip

    told = (deal("A1", "signed", "A", "2023"), deal("A2", "announced", "B", "2025"))

    assert not status_conflict(about("MEMORANDUM", *told))
    again = (deal("A1", "signed", "A", "2023"), deal("A1", "announced", "B", "2025"))
    assert status_conflict(about("Agreement", *again))


def located(code: str, source: str) -> Claim:
    return claim("located_in", subject=ref("a"), place=place(code), source=source)


def test_two_regions_disagree_and_a_region_and_its_country_do_not() -> None:
    disagreement = place_conflict(about("LOCATED_IN", located("RU-KDA", "A"), located("RU-BA", "B")))

    assert sorted(values(disagreement)) == [("A", "RU-KDA"), ("B", "RU-BA")]
    assert not place_conflict(about("LOCATED_IN", located("RU-KDA", "A"), located("RU", "B")))
    assert place_conflict(about("LOCATED_IN", located("RU-KDA", "A"), located("UZ", "B")))


def test_a_part_that_exceeds_its_whole() -> None:
    year = number(1_100_000_000, "S012", "2023", bound="about", currency="RUB")
    whole = number(462_200_000, "S001", "../2025-04", bound="at_least", currency="RUB")
    (found,) = aggregate_conflicts([year, whole])

    assert found.nature == "contradiction"
    assert found.subject == ("Region", "RU-KDA")
    assert values(found) == [("S001", 462_200_000), ("S012", 1_100_000_000)]
    assert [(side.bound, side.unit) for side in found.sides] == [("at_least", "RUB"), ("about", "RUB")]


def test_a_part_of_a_whole_is_none() -> None:
    told = [number(10, "A", "2024", "contracts"), number(50, "B", "../2025-04", "contracts")]

    assert not list(aggregate_conflicts(told))


def test_members_at_two_dates_are_versions() -> None:
    (found,) = aggregate_conflicts(
        [number(4, "A", "2025-11", "members"), number(5, "B", "2026-01", "members")]
    )

    assert found.nature == "versions"
    assert values(found) == [("B", 5), ("A", 4)]


def test_two_numbers_for_one_time() -> None:
    def pair(one: int, other: int) -> list[AggregateClaim]:
        return [number(one, "A", "2023", "contracts"), number(other, "B", "2023", "contracts")]

    assert [found.nature for found in aggregate_conflicts(pair(50, 60))] == ["contradiction"]
    assert not list(aggregate_conflicts(pair(50, 52)))


def test_different_units_and_measures_are_not_compared() -> None:
    told = [
        number(50, "A", "2023", "contracts"),
        number(500, "B", "2023", "suppliers"),
        number(5, "A", "2023", currency="RUB"),
        number(50, "B", "2023", currency="UZS"),
    ]

    assert not list(aggregate_conflicts(told))
