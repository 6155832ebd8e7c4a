"""The same claims give the same graph, byte for byte, in whatever order and however often they are loaded."""

import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmodel.domain.claims import Claim, Source
from graphmodel.store import Store
from loaders import reference
from tests.domain.samples import claim, claims
from tests.store.conftest import Cypher
from tests.store.graphs import EVERYTHING, NEWSPAPER, REGISTRY, RELEASE, SOURCES, load, unsound

Wipe = Callable[[], None]
few = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@few
@given(
    st.lists(claims, min_size=1, max_size=8).flatmap(
        lambda told: st.tuples(st.just(told), st.permutations(told))
    )
)
def test_any_order_once_or_twice_whole_or_split(
    store: Store, wipe: Wipe, cypher: Cypher, orders: tuple[list[Claim], list[Claim]]
) -> None:
    told, shuffled = orders
    wipe()
    at_once = load(store, *told)
    assert not unsound(cypher)
    assert load(store, *shuffled) == at_once
    wipe()
    load(store, *shuffled[: len(shuffled) // 2])

    assert load(store, *shuffled[len(shuffled) // 2 :]) == at_once
    assert not unsound(cypher)


@few
@given(st.lists(claims, min_size=2, max_size=8))
def test_retracting_a_source_leaves_what_the_others_say(
    store: Store, wipe: Wipe, cypher: Cypher, told: list[Claim]
) -> None:
    wipe()
    others = load(store, *(one for one in told if one.source != "A"))
    wipe()
    load(store, *told)
    for source in {one.source for one in told} & {"A"}:
        store.writer().retract(source)

    assert store.view().canonical() == others
    assert not unsound(cypher)
    for source in {one.source for one in told} - {"A"}:
        store.writer().retract(source)
    assert cypher("MATCH (n) RETURN count(n) AS left") == [{"left": 0}]


def test_the_reference_data_set_file_by_file(store: Store, wipe: Wipe, cypher: Cypher) -> None:
    known = reference()
    at_once = load(store, *known.claims, sources=known.sources)
    wipe()
    ids = {one.id: one for one in known.claims}
    for file in random.Random(7).sample(known.files, len(known.files)):  # noqa: S311 - any order will do
        claims = (ids[key] for row in reversed(tuple(file.claims)) for key in row)
        again = load(store, *claims, sources=reversed(known.sources))

    assert again == at_once
    assert not unsound(cypher)


def test_export_is_a_line_for_each_node_and_edge(store: Store, cypher: Cypher) -> None:
    exported = load(store, *EVERYTHING).splitlines()
    (counted,) = cypher("RETURN COUNT { MATCH (n) } + COUNT { MATCH ()-[r]->() } AS all")

    assert len(exported) == counted["all"]
    assert exported == sorted(exported)


def test_a_second_load_is_merged(store: Store) -> None:
    writer = store.writer()

    assert len(writer.load(SOURCES, EVERYTHING).new) == len(EVERYTHING)
    assert not writer.load(SOURCES, EVERYTHING).new
    assert len(writer.load(SOURCES, [*EVERYTHING, claim("enterprise", name="Новый")]).new) == 1


def test_recorded_does_not_count(store: Store) -> None:
    first = load(store, *RELEASE)

    assert (
        load(store, *(one.model_copy(update={"recorded": "2020-01-01T00:00:00Z"}) for one in RELEASE))
        == first
    )


@pytest.mark.parametrize(
    "described",
    [
        [Source(id="S1", title="Релиз", date="2025"), Source(id="S1", title="S1")],
        [Source(id="S1", title="Релиз"), Source(id="S1", title="Релиз", address="https://example.org")],
        [Source(id="S1", title="Релиз А", date="2025"), Source(id="S1", title="Релиз Б", date="2024")],
    ],
)
def test_two_descriptions_of_a_source_in_any_order(store: Store, wipe: Wipe, described: list[Source]) -> None:
    one, other = described
    exports = set()
    for parts in ([[one], [other]], [[other], [one]], [[one, other]], [[other, one]], [[one], [one, other]]):
        wipe()
        exports |= {[load(store, *RELEASE, sources=part) for part in parts][-1]}

    assert len(exports) == 1
    assert "Релиз" in exports.pop()


def test_a_source_is_described_later_without_new_claims(store: Store) -> None:
    bare = load(store, *RELEASE, sources=[])

    assert "https://example.org/1" not in bare
    assert load(store, sources=SOURCES) == load(store, *RELEASE)
    assert [source for source, _ in store.view().sources()] == [SOURCES[0]]


def test_retract_drops_only_its_support(store: Store, cypher: Cypher) -> None:
    load(store, *RELEASE, *NEWSPAPER)
    supplies = "MATCH ()-[r:SUPPLIES]->() RETURN r.claims AS claims, r.volume AS volume"
    assert cypher(supplies) == [{"claims": sorted((RELEASE[4].id, NEWSPAPER[0].id)), "volume": "12 штук"}]

    assert store.writer().retract("S2") == len(NEWSPAPER)
    assert cypher(supplies) == [{"claims": [RELEASE[4].id], "volume": None}]
    assert not unsound(cypher)

    store.writer().retract("S1")
    assert cypher("MATCH (n) RETURN n") == []


def test_sources_are_listed_with_their_claims(store: Store) -> None:
    load(store, *EVERYTHING)

    assert store.view().sources() == list(zip(SOURCES, map(len, (RELEASE, NEWSPAPER, REGISTRY)), strict=True))


def test_placeholder_label_follows_the_claims(store: Store, cypher: Cypher) -> None:
    load(store, *RELEASE)

    assert cypher("MATCH (n:Placeholder) RETURN n.name_ru AS name") == [{"name": "башкирские заводы"}]
