"""Recorded decisions merge and part enterprises; the claims stay as they are."""

from collections.abc import Callable
from functools import partial
from itertools import permutations

import pytest

from graphmodel.domain.identity import By, Decision, Verdict
from graphmodel.errors import BusyError
from graphmodel.store import Judged, Store
from tests.domain.samples import claim, ref
from tests.store.conftest import Cypher, Open
from tests.store.graphs import KUBAN, load, unsound
from tests.store.test_crashes import interrupt

INN = "ru-inn-2302054321"
PRESS = (
    claim("supplies", source="P", supplier=ref("АТИСС", id="atiss"), buyer=ref("ПромАгро", id="prom")),
    claim("agreement", source="P", agreement_kind="memorandum",
          parties=[ref("АТИСС", id="atiss"), ref("ПромАгро", id="prom")]),
    claim("located_in", source="P", subject=ref("АТИСС", id="atiss"), place=KUBAN),
)  # fmt: skip
SHEET = (
    claim("enterprise", source="T", name="ООО АТИСС", identifiers={"inn": "2302054321"}),
    claim("supplies", source="T", supplier=ref("ПромАгро", id="prom"), buyer=ref("ООО АТИСС", id=INN)),
)
BOTH = (*PRESS, *SHEET)


def decision(one: str = "atiss", other: str = INN, verdict: Verdict = "same", by: By = "score") -> Decision:
    return Decision(one=one, other=other, verdict=verdict, by=by, score=0.95)


def record(store: Store, *decisions: Decision) -> str:
    known, fresh = store.view().profiles()
    store.writer().decide(lambda _: Judged(decisions, {profile.id for profile in known}, fresh))
    return store.view().canonical()


def ids(cypher: Cypher) -> list[str]:
    return [row["id"] for row in cypher("MATCH (n:Enterprise) RETURN n.id AS id ORDER BY id")]


def test_two_records_become_one(store: Store, cypher: Cypher) -> None:
    load(store, *BOTH)
    assert ids(cypher) == ["atiss", "prom", INN]

    record(store, decision())

    assert ids(cypher) == ["prom", INN]
    (merged,) = cypher(
        "MATCH (n:Enterprise {id: $id}) RETURN n.records AS records, n.aliases AS aliases", id=INN
    )
    assert merged == {"records": ["atiss", INN], "aliases": ["АТИСС"]}
    supplies = "MATCH (a)-[:SUPPLIES]->(b) RETURN a.id AS a, b.id AS b ORDER BY a"
    assert cypher(supplies) == [{"a": "prom", "b": INN}, {"a": INN, "b": "prom"}]
    assert cypher("MATCH (n)-[:LOCATED_IN]->(r) RETURN n.id AS n, r.code AS r") == [{"n": INN, "r": "RU-KDA"}]
    assert cypher("MATCH (a)-[:MEMORANDUM]-(b) RETURN DISTINCT a.id AS a ORDER BY a") == [
        {"a": "prom"},
        {"a": INN},
    ]
    assert not unsound(cypher)


def test_no_load_changes_the_records_while_they_are_judged(store: Store, opened: Open) -> None:
    load(store, *BOTH)

    def judge(_: object) -> Judged:
        with pytest.raises(BusyError):
            opened().writer().load([], SHEET)
        return Judged([decision()], {"atiss", "prom", INN}, {"atiss"})

    store.writer().decide(judge)

    assert store.view().decisions() == [decision()]


def test_taking_it_back_restores_the_graph(store: Store, cypher: Cypher) -> None:
    before = load(store, *BOTH)
    record(store, decision())

    store.writer().answer([], [("atiss", INN)])

    assert store.view().canonical() == before
    assert not unsound(cypher)


@pytest.mark.parametrize("order", [*permutations(["press", "sheet", "decision"])])
def test_claims_and_decisions_in_any_order(
    store: Store, wipe: Callable[[], None], order: tuple[str, ...]
) -> None:
    load(store, *BOTH)
    at_once = record(store, decision(by="person"))
    wipe()
    steps: dict[str, Callable[[], object]] = {
        "press": partial(load, store, *PRESS),
        "sheet": partial(load, store, *SHEET),
        "decision": partial(store.writer().answer, [decision(by="person")]),
    }
    for step in order:
        steps[step]()

    assert store.view().canonical() == at_once


def test_a_decision_outlives_the_source(store: Store, cypher: Cypher) -> None:
    load(store, *BOTH)
    merged = record(store, decision(by="person"))

    store.writer().retract("T")
    assert ids(cypher) == ["prom", INN]
    load(store, *SHEET)

    assert store.view().canonical() == merged


def test_what_a_person_answered_is_not_overwritten(store: Store) -> None:
    load(store, *BOTH)
    store.writer().answer([decision(verdict="different", by="person")])

    record(store, decision())

    (kept,) = store.view().decisions()
    assert (kept.verdict, kept.by) == ("different", "person")


def test_automatic_decisions_go_with_their_records(store: Store, cypher: Cypher) -> None:
    alone = load(store, *PRESS)
    load(store, *SHEET)
    record(store, decision())
    store.writer().retract("T")

    assert record(store) == alone
    assert not unsound(cypher)


def test_records_are_told_apart_behind_a_merged_enterprise(store: Store) -> None:
    load(store, *BOTH)
    before = {profile.id: profile for profile in store.view().profiles().known}
    record(store, decision())

    known, fresh = store.view().profiles()

    assert {profile.id: profile for profile in known} == before
    assert before["atiss"].place == "RU-KDA"
    assert before[INN].numbers == {"inn": "2302054321"}
    assert not fresh


def test_what_a_load_touches_is_compared_again(store: Store) -> None:
    load(store, *BOTH)
    assert store.view().profiles().fresh == {"atiss", "prom", INN}
    record(store, decision())

    load(store, claim("enterprise", source="Q", name="ATISS", enterprise="atiss"))

    assert store.view().profiles().fresh == {"atiss", INN}


def test_an_enterprise_is_found_by_the_id_of_a_merged_record(store: Store) -> None:
    load(store, *BOTH)
    record(store, decision())

    assert store.view().enterprise("atiss").key == INN


def test_interrupted_at_every_write(
    store: Store, wipe: Callable[[], None], opened: Open, cypher: Cypher, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, at, stopped = set(), 0, True
    while stopped:
        at += 1
        wipe()
        before = load(store, *BOTH)
        stopped = interrupt(monkeypatch, at, partial(record, store, decision()))
        left = opened().view().canonical()
        seen.add(left)
        assert not unsound(cypher), at

    assert len(seen) == 2
    assert before in seen


def test_every_claim_stays(store: Store, cypher: Cypher) -> None:
    load(store, *BOTH)
    record(store, decision())

    assert sorted(row["id"] for row in cypher("MATCH (c:Claim) RETURN c.id AS id")) == sorted(
        one.id for one in BOTH
    )
