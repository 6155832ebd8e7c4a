"""Companies by names that are mistyped, shortened, turned about or in another script; `benchmarks.search` times it."""

import pytest
from neo4j import GraphDatabase

from benchmarks.search import FEWEST, TARGETS, Outcome, hits, made, outcomes, written
from benchmarks.synthetic.companies import companies, write_companies
from benchmarks.synthetic.misspelling import SPELLINGS
from graphmodel.engine import Connection as Server
from graphmodel.store import Store
from loaders import reference
from tests.domain.samples import claim
from tests.store.graphs import load
from tests.store.test_look_ups import HOSTILE


@pytest.fixture
def found(store: Store, neo4j_server: Server) -> list[Outcome]:
    reading, known = reference(), companies(FEWEST)
    store.writer().load(reading.sources, reading.claims)
    with GraphDatabase.driver(
        neo4j_server.uri, auth=(neo4j_server.username, neo4j_server.password)
    ) as driver:
        write_companies(driver, known)
    return outcomes(store.view(), [*written(), *made(known)])


def test_it_is_among_the_first(found: list[Outcome]) -> None:
    assert len(found) > 300
    assert hits(found, 1) >= TARGETS[0]
    assert hits(found, 5) >= TARGETS[1], [one.case for one in found if not one.place]


def test_the_names_of_a_smaller_population_are_the_first_of_a_larger() -> None:
    assert companies(50) == companies(500)[:50]


def test_cases_are_of_all_kinds_and_change_the_name() -> None:
    cases = list(made(companies(FEWEST), of_a_kind=3))

    assert {case.kind for case in cases} == SPELLINGS.keys()
    assert all(case.query != case.name for case in cases)


def test_of_names_that_sound_alike_the_one_that_is_spelt_so(store: Store) -> None:
    load(store, claim("enterprise", name="Сосед"), claim("enterprise", name="Sosed"))

    for name in ("Сосед", "Sosed"):
        first, second = store.view().search(name)
        assert first.properties["search"] == [name.casefold()]
        assert second.properties["sound"] == first.properties["sound"]


def test_capitals_find_names_with_these_initials_after_those_that_are_spelt_so(store: Store) -> None:
    far = claim("enterprise", name="Далёкий тракторный завод")
    load(store, far, claim("enterprise", name="ДТЗ"), claim("enterprise", name="ДТЗ-2"))

    for name in ("ДТЗ", "DTZ", "ООО «ДТЗ»"):
        assert "Далёкий тракторный завод" in {node.name("ru") for node in store.view().search(name)}
    assert [node.name("ru") for node in store.view().search("ДТЗ")][:2] == ["ДТЗ", "Далёкий тракторный завод"]
    assert "Далёкий тракторный завод" not in {node.name("ru") for node in store.view().search("дтз")}


def test_a_hostile_name_finds_nothing_that_is_unlike_it(store: Store) -> None:
    load(store, claim("enterprise", name="Сосед"))

    assert not [name for name in HOSTILE if store.view().search(name)]


@pytest.mark.parametrize("name", ["x" * 10_000, "слово " * 5_000, "a" * 90 + "b"])
def test_a_long_name_is_found(store: Store, name: str) -> None:
    load(store, claim("enterprise", name=name))

    (found,) = store.view().search(name)
    assert found.properties["search"]
