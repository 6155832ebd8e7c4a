"""What each kind of claim says of the graph."""

import pytest
from hypothesis import given

from graphmodel.domain.claims import Claim
from graphmodel.domain.facts import facts
from graphmodel.domain.graph import Edge
from graphmodel.domain.projection import project
from graphmodel.domain.schema import COMMON, EDGES, NODES
from tests.domain.samples import EVERY_KIND, claim, claims, place, ref

EXPECTED = {
    "enterprise": ["Enterprise", "Country", "Region", "LOCATED_IN", "PART_OF"]
    + ["Industry", "CLASSIFIED_AS"] * 2,
    "located_in": ["Enterprise", "Country", "Region", "LOCATED_IN", "PART_OF"],
    "produces": ["Enterprise", "Product", "PRODUCES"],
    "requires": ["Product", "Product", "REQUIRES"],
    "supplies": ["Enterprise", "Enterprise", "Product", "SUPPLIES"],
    "agreement": ["Agreement", "Enterprise", "Enterprise", "Country", "Region", "Event", "Cluster", "PART_OF"]
    + ["SIGNED"] * 3
    + ["MEMORANDUM"] * 3
    + ["SIGNED_AT", "FOUNDS"],
    "membership": ["Enterprise", "Cluster", "MEMBER_OF"],
    "ownership": ["Enterprise", "Enterprise", "OWNS"],
    "event": ["Event", "Country", "Region", "LOCATED_IN", "PART_OF"],
    "aggregate": ["Country", "Region", "PART_OF"],
}


@pytest.mark.parametrize("one", EVERY_KIND, ids=lambda one: one.kind)
def test_things_of_a_claim(one: Claim) -> None:
    assert sorted(fact.key[0] for fact in facts(one)) == sorted(EXPECTED[one.kind])


@given(claims)
def test_each_key_once_and_nodes_first(one: Claim) -> None:
    keys = [fact.key for fact in facts(one)]

    assert len(keys) == len(set(keys))
    assert [len(key) for key in keys] == sorted(len(key) for key in keys)


@given(claims)
def test_an_edge_comes_with_its_ends(one: Claim) -> None:
    nodes = {fact.key for fact in facts(one) if len(fact.key) == 2}
    edges = [thing for fact in facts(one) if isinstance(thing := project([fact]), Edge)]

    assert {end for edge in edges for end in (edge.source, edge.target)} <= nodes


@pytest.mark.parametrize("one", EVERY_KIND, ids=lambda one: one.kind)
def test_only_what_the_schema_declares(one: Claim) -> None:
    for fact in facts(one):
        thing = project([fact])
        kind = EDGES[thing.type] if isinstance(thing, Edge) else NODES[thing.label]
        assert set(thing.properties) <= {p.name for p in (*kind.properties, *COMMON)}
        if isinstance(thing, Edge):
            assert thing.source[0] in EDGES[thing.type].starts
            assert thing.target[0] in EDGES[thing.type].ends


def test_a_placeholder_stays_one_and_keeps_the_words_of_its_source() -> None:
    told = claim("membership", member=ref("башкирские заводы", placeholder=True), cluster=ref("К", "cluster"))
    found = {fact.key[0]: fact for fact in facts(told)}

    assert found["Enterprise"].placeholder
    assert not found["Cluster"].placeholder
    assert found["Enterprise"].key[1].startswith("unnamed-")


def test_a_supply_of_another_product_is_another_edge() -> None:
    def key(product: str) -> tuple[str, ...]:
        return facts(claim("supplies", supplier=ref("a"), buyer=ref("b"), product=ref(product, "product")))[
            -1
        ].key

    assert key("диск") != key("рама")


def test_a_party_named_twice_is_one_party() -> None:
    told = claim("agreement", agreement_kind="contract", parties=[ref("АТИСС"), ref("ООО «АТИСС»"), ref("b")])
    types = [fact.key[0] for fact in facts(told)]

    assert (types.count("SIGNED"), types.count("MEMORANDUM")) == (2, 1)


def test_an_aggregate_is_never_expanded_into_edges() -> None:
    told = claim("aggregate", about=ref("К", "cluster"), measure="contracts", value=50, bound="exact")

    assert [fact.key[0] for fact in facts(told)] == ["Cluster"]


def test_country_is_named_in_three_languages() -> None:
    told = claim("located_in", subject=ref("x"), place=place("UZ"))
    values = next(fact.values for fact in facts(told) if fact.key[0] == "Country")

    assert values["name_ru"] == "Узбекистан"
    assert values["name_en"] == "Uzbekistan"
    assert values["name_uz"].startswith("O")
