"""A load remembers what it has said of a node, and says nothing where that is not all that is known of it."""

import resource
from collections.abc import Iterator
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.domain.claims import Claim, stored_claim
from graphmodel.domain.facts import facts
from graphmodel.domain.telling import Fact, NodeKey
from graphmodel.store import Store
from graphmodel.store.connection import Connection, Row
from graphmodel.store.notebook import Notebook
from graphmodel.store.staging import claim_row
from tests.domain.samples import EVERY_KIND, claims
from tests.store.graphs import EVERYTHING, NEWSPAPER, RELEASE, load


def noted(told: list[Claim]) -> Notebook:
    """A notebook with the facts of these claims."""
    notebook = Notebook()
    for one in told:
        notebook.note(facts(one))
    return notebook


def by_owner(told: list[Claim]) -> Iterator[tuple[NodeKey, list[Fact]]]:
    """Every node that claims speak of, with the facts that belong to it."""
    every = sorted((fact for one in told for fact in facts(one)), key=lambda fact: fact.owner)
    return ((owner, list(group)) for owner, group in groupby(every, key=lambda fact: fact.owner))


def counted(told: list[Claim], node: NodeKey) -> int:
    """How many of these claims are about a node."""
    return sum(any(fact.key == node for fact in facts(one)) for one in told)


@given(st.lists(claims, min_size=1, max_size=8, unique_by=lambda one: one.id))
def test_it_tells_the_facts_of_a_node_as_they_were(told: list[Claim]) -> None:
    notebook = noted(told)

    for node, own in by_owner(told):
        assert notebook.told(node, counted(told, node)) == own


@given(claims)
def test_a_claim_says_the_same_before_it_is_stored_and_after(told: Claim) -> None:
    row = claim_row(told)

    assert facts(stored_claim(row["id"], row["body"])) == facts(told)


def test_nothing_is_told_of_a_node_of_which_others_have_spoken() -> None:
    notebook = noted(list(EVERY_KIND))

    for node, _ in by_owner(list(EVERY_KIND)):
        assert notebook.told(node, counted(list(EVERY_KIND), node) + 1) is None
    assert notebook.told(("Enterprise", "nobody"), 1) is None


def test_a_full_disk_is_no_error_and_nothing_is_told() -> None:
    notebook = noted(list(EVERY_KIND[:1]))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, hard))
    try:
        for one in EVERY_KIND * 5:
            notebook.note(facts(one))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    for node, _ in by_owner(list(EVERY_KIND)):
        assert notebook.told(node, 5 * counted(list(EVERY_KIND), node)) is None
        assert notebook.told(node, counted(list(EVERY_KIND), node)) is None


def test_a_load_reads_back_what_others_have_said_alone(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    plainly = Connection.read

    def listening(self: Connection, statement: str, /, **parameters: object) -> list[Row]:
        rows = plainly(self, statement, **parameters)
        read.extend(row["id"] for row in rows if "body" in row and "id" in row)
        return rows

    monkeypatch.setattr(Connection, "read", listening)
    store.writer().load([], RELEASE)
    assert read == []
    store.writer().load([], NEWSPAPER)
    assert {one.id for one in RELEASE[:1]} < set(read) <= {one.id for one in (*RELEASE, *NEWSPAPER)}


def test_what_is_remembered_and_what_is_read_give_the_same_graph(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    remembered = load(store, *EVERYTHING)
    for source in ("S1", "S2", "S3"):
        store.writer().retract(source)
    monkeypatch.setattr(Notebook, "told", lambda *_: None)

    assert load(store, *EVERYTHING) == remembered
