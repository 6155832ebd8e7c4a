"""From facts to the one node or edge: the stated rule, in any order."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from graphmodel.domain.claims import Claim
from graphmodel.domain.facts import facts
from graphmodel.domain.graph import Edge, Node
from graphmodel.domain.projection import project
from graphmodel.domain.telling import Fact
from tests.domain.samples import claim, claims, place, ref


def things(*told: Claim) -> list[Node | Edge]:
    """All nodes and edges that these claims make."""
    groups: dict[tuple[str, ...], list[Fact]] = {}
    for one in {one.id: one for one in told}.values():
        for fact in facts(one):
            groups.setdefault(fact.key, []).append(fact)
    return [project(groups[key]) for key in sorted(groups)]


def node(label: str, *told: Claim) -> Node:
    """The only node of this label."""
    (found,) = (thing for thing in things(*told) if isinstance(thing, Node) and thing.label == label)
    return found


def edge(kind: str, *told: Claim) -> Edge:
    """The only edge of this type."""
    (found,) = (thing for thing in things(*told) if isinstance(thing, Edge) and thing.type == kind)
    return found


def named(name: str, **more: Any) -> Claim:
    return claim("enterprise", **{"name": name, "enterprise": "e", **more})


def test_reliable_before_unreliable() -> None:
    late_rumour = named("Слух", asserted="2026", confidence=0.49, source="B")

    assert node("Enterprise", named("Завод", asserted="2020", confidence=0.5), late_rumour).properties[
        "name_ru"
    ] == "Завод"  # fmt: skip


def test_later_before_surer() -> None:
    sure = named("Старое", asserted="2020", confidence=1)

    assert (
        node("Enterprise", sure, named("Новое", confidence=0.6, source="B")).properties["name_ru"] == "Новое"
    )


def test_surer_before_smaller_id_and_then_the_smaller_id() -> None:
    one, other = named("Один"), named("Другой", source="B")
    surer = named("Третий", confidence=0.95)
    first = min((one, other), key=lambda claim: claim.id)

    assert first.kind == "enterprise"
    assert node("Enterprise", one, other, surer).properties["name_ru"] == "Третий"
    assert node("Enterprise", one, other).properties["name_ru"] == first.name


def test_undated_loses_to_any_date() -> None:
    assert (
        node("Enterprise", named("А", asserted="XXXX", confidence=1), named("Б", asserted="1990")).properties[
            "name_ru"
        ]
        == "Б"
    )


def test_direct_before_mention() -> None:
    mention = claim("membership", member=ref("Атисс", id="e"), cluster=ref("К", "cluster"), asserted="2026")

    assert node("Enterprise", named("АТИСС"), mention).properties["name_ru"] == "АТИСС"


def test_each_property_from_the_best_claim_that_gives_it() -> None:
    old = claim("supplies", supplier=ref("a"), buyer=ref("b"), asserted="2020", volume="12", since="2019")
    new = claim("supplies", supplier=ref("a"), buyer=ref("b"), asserted="2025", volume="15", source="B")
    shown = edge("SUPPLIES", old, new).properties

    assert (shown["volume"], shown["since"]) == ("15", "2019")


def test_whole_edge_from_the_winner() -> None:
    plough = {"product": ref("плуг", "product"), "input": ref("диск", "product")}
    old = claim("requires", **plough, asserted="2020", points=22)
    new = claim("requires", **plough, asserted="2025", necessity="option", source="B")
    shown = edge("REQUIRES", old, new)

    assert "points" not in shown.properties
    assert shown.properties["necessity"] == "option"
    assert shown.claims == tuple(sorted((old.id, new.id)))


def test_one_place_and_a_region_is_finer_than_its_country() -> None:
    country = claim("located_in", subject=ref("a"), place=place("RU"), asserted="2026", confidence=1)
    region = claim("located_in", subject=ref("a"), place=place("RU-KDA"), asserted="2001", confidence=0.3)
    found = edge("LOCATED_IN", country, region)

    assert found.target == ("Region", "RU-KDA")
    assert found.claims == tuple(sorted((country.id, region.id)))


def test_of_two_places_the_winner() -> None:
    old = claim("located_in", subject=ref("a"), place=place("RU-KDA"), asserted="2001")
    new = claim("located_in", subject=ref("a"), place=place("UZ"), asserted="2025", source="B")

    assert edge("LOCATED_IN", old, new).target == ("Country", "UZ")


def deal(agreement: str, status: str, **more: Any) -> Claim:
    pair = [ref("a"), ref("b")]
    return claim(
        "agreement", agreement=agreement, agreement_kind="memorandum", parties=pair, status=status, **more
    )


def test_one_memorandum_a_pair_for_the_agreement_that_stands_furthest() -> None:
    signed = deal("A1", "signed", asserted="2020")
    told = (deal("A2", "announced"), signed, deal("A3", "ended"))
    found = edge("MEMORANDUM", *told)

    assert found.properties["agreement"] == "A1"
    assert found.properties["agreements"] == ["A1", "A2", "A3"]
    assert found.properties["status"] == "signed"
    assert found.claims == tuple(sorted(one.id for one in told))


def test_confidence_is_noisy_or_over_sources() -> None:
    same_source = named("a", confidence=0.3, locator="row=9")

    found = node(
        "Enterprise", named("a", confidence=0.5), same_source, named("a", confidence=0.6, source="B")
    )

    assert found.properties["confidence"] == 0.8


def test_synthetic_only_where_generated_data_alone_supports_it() -> None:
    generated = named("a", synthetic=True)

    assert node("Enterprise", generated).properties["synthetic"] is True
    assert "synthetic" not in node("Enterprise", generated, named("a", source="B")).properties


def test_a_name_that_loses_is_still_found() -> None:
    found = node(
        "Enterprise", named("АТИСС", names={"aliases": ["Атисс-Юг"]}), named("Атис", asserted="2020")
    )

    assert found.properties["name_ru"] == "АТИСС"
    assert found.properties["aliases"] == ["Атис", "Атисс-Юг"]
    assert found.properties["search"] == ["атис", "атисс", "атисс юг"]
    assert found.properties["sound"] == ["atis", "atis ug"]
    assert found.properties["initials"] == ["au"]


@given(
    st.lists(claims, min_size=1, max_size=8).flatmap(
        lambda told: st.tuples(st.just(told), st.permutations(told))
    )
)
def test_any_order_of_claims_gives_the_same(orders: tuple[list[Claim], list[Claim]]) -> None:
    told, shuffled = orders

    assert things(*told) == things(*shuffled)
