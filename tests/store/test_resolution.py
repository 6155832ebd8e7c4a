"""Finding out who is who gives the same graph in whatever order the sources came."""

import random
from collections.abc import Callable
from itertools import permutations

import pytest

from graphmodel.domain.claims import Claim
from graphmodel.store import Store
from loaders import resolve
from tests.domain.samples import claim, place, ref
from tests.store.conftest import Cypher
from tests.store.graphs import KUBAN, load, unsound

INN = "9900000017"
SOURCES: dict[str, tuple[Claim, ...]] = {
    "registry": (
        claim("enterprise", source="registry", name="ООО «Синтезпрогресс-Агро»", identifiers={"inn": INN}, place=KUBAN),
    ),
    "press": (
        claim("located_in", source="press", subject=ref("«Синтезпрогресс-Агро»", place=KUBAN), place=KUBAN),
        claim("supplies", source="press", supplier=ref("Синтезпрогресс-Агро", place=KUBAN),
              buyer=ref("Небывальск-Узел")),
    ),
    "abroad": (
        claim("supplies", source="abroad", supplier=ref("Sintezprogress-Agro LLC"), buyer=ref("Nebyvalsk-Uzel JSC")),
        claim("enterprise", source="abroad", name="Nebyvalsk-Uzel", identifiers={"lei": "99000000000000000A"}),
    ),
    "elsewhere": (
        claim("enterprise", source="elsewhere", name="Синтезпрогресс-Агро", place=place("RU-SAM")),
        claim("enterprise", source="elsewhere", name="Синтезпрогресс-Агро ООО", identifiers={"inn": "9900000024"}),
    ),
}  # fmt: skip


def load_and_resolve(store: Store, *sources: str) -> str:
    for source in sources:
        load(store, *SOURCES[source], sources=[])
        resolve(store)
    return store.view().canonical()


def test_in_any_order(store: Store, wipe: Callable[[], None], cypher: Cypher) -> None:
    at_once = load_and_resolve(store, *SOURCES)
    assert not unsound(cypher)
    orders = list(permutations(SOURCES))
    for order in random.Random(4).sample(orders, 5):  # noqa: S311 - any orders will do
        wipe()
        assert load_and_resolve(store, *order) == at_once, order


@pytest.mark.parametrize("gone", SOURCES)
def test_a_source_that_is_retracted_was_never_there(
    store: Store, wipe: Callable[[], None], cypher: Cypher, gone: str
) -> None:
    others = load_and_resolve(store, *(source for source in SOURCES if source != gone))
    wipe()
    load_and_resolve(store, *SOURCES)

    store.writer().retract(gone)
    resolve(store)

    assert store.view().canonical() == others
    assert not unsound(cypher)


def test_numbers_keep_two_of_one_name_apart(store: Store, cypher: Cypher) -> None:
    load_and_resolve(store, *SOURCES)

    rows = cypher("MATCH (n:Enterprise) WHERE n.inn IS NOT NULL RETURN n.inn AS inn, n.id AS id ORDER BY inn")
    assert [row["id"] for row in rows] == ["ru-inn-9900000017", "ru-inn-9900000024"]


def test_nothing_is_compared_twice(store: Store) -> None:
    load_and_resolve(store, *SOURCES)
    stages: list[str] = []

    resolve(store, lambda stage, *_: stages.append(stage))

    assert "Decision" not in stages
