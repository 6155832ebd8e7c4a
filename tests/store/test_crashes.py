"""Whatever stops a load or a retraction, the next one to open the store finds all of it or nothing."""

import json
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Literal

import pytest

from graphmodel.engine import Connection as Server
from graphmodel.errors import DatabaseError, DeadlineError
from graphmodel.store import Store, journal, statements
from graphmodel.store.connection import Connection
from tests.domain.samples import claim
from tests.store.conftest import Cypher, Open
from tests.store.graphs import EVERYTHING, NEWSPAPER, REGISTRY, RELEASE, SOURCES, load, unsound

ROOT = Path(__file__).parents[2]
WRITES = 10
"""A load of these claims writes at least so often."""


def start(server: Server, act: Literal["die", "wait"], write: int) -> subprocess.Popen[str]:
    """Another process that loads everything and stops before its nth write."""
    task = {
        "server": {"uri": server.uri, "username": server.username, "password": server.password},
        "claims": [one.model_dump(mode="json") for one in EVERYTHING],
    }
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.store.child", act, str(write)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdin
    child.stdin.write(json.dumps(task))
    child.stdin.close()
    return child


class PulledPlugError(BaseException):
    """Stands for anything that stops a load."""


def interrupt(monkeypatch: pytest.MonkeyPatch, at: int, work: Callable[[], object]) -> bool:
    """Do `work` and stop it before its nth write; whether it got so far."""
    count, write = 0, Connection.write

    def writing(self: Connection, *steps: tuple[str, Mapping[str, Any]]) -> None:
        nonlocal count
        count += 1
        if count == at:
            raise PulledPlugError
        write(self, *steps)

    with monkeypatch.context() as patch:
        patch.setattr(Connection, "write", writing)
        try:
            work()
        except PulledPlugError:
            return True
    return False


@pytest.mark.parametrize("write", [2, 3, 8, WRITES])
def test_kill_9_of_a_load(store: Store, wipe: Callable[[], None], opened: Open, cypher: Cypher,
                          neo4j_server: Server, write: int) -> None:  # fmt: skip
    after = load(store, *EVERYTHING)
    wipe()
    before = load(store, *RELEASE)

    assert start(neo4j_server, "die", write).wait(60) == -9
    left = opened().view().canonical()

    assert left in (before, after)
    assert not unsound(cypher)
    assert load(store, *EVERYTHING) == after


def test_interrupted_at_every_write(
    store: Store, wipe: Callable[[], None], opened: Open, cypher: Cypher, monkeypatch: pytest.MonkeyPatch
) -> None:
    after = load(store, *EVERYTHING)
    seen, at, stopped = set(), 0, True
    while stopped:
        at += 1
        wipe()
        before = load(store, *RELEASE, sources=[])
        stopped = interrupt(monkeypatch, at, partial(store.writer().load, SOURCES, EVERYTHING))
        left = opened().view().canonical()
        seen.add(left)
        assert left in (before, after), at
        assert not unsound(cypher), at

    assert seen == {before, after}
    assert at > WRITES


def test_a_retraction_interrupted_at_every_write(
    store: Store, wipe: Callable[[], None], opened: Open, cypher: Cypher, monkeypatch: pytest.MonkeyPatch
) -> None:
    after = load(store, *RELEASE, *NEWSPAPER)
    seen, at, stopped = set(), 0, True
    while stopped:
        at += 1
        wipe()
        before = load(store, *RELEASE, *NEWSPAPER, *REGISTRY)
        stopped = interrupt(monkeypatch, at, partial(store.writer().retract, "S3"))
        left = opened().view().canonical()
        seen.add(left)
        assert left in (before, after), at
        assert not unsound(cypher), at

    assert seen == {before, after}


def test_a_failed_load_is_loaded_in_full_by_the_same_writer(
    store: Store, wipe: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    after = load(store, *EVERYTHING)
    wipe()
    writer = store.writer()
    assert interrupt(monkeypatch, 3, partial(writer.load, SOURCES, EVERYTHING))

    assert len(writer.load(SOURCES, EVERYTHING).new) == len(EVERYTHING)
    assert store.view().canonical() == after


def test_what_is_staged_outlasts_a_database_that_does_not_answer(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer, read = store.writer(), Connection.read
    assert interrupt(monkeypatch, 3, partial(writer.load, SOURCES, EVERYTHING))

    def hung(self: Connection, statement: str, /, **parameters: Any) -> list[dict[str, Any]]:
        if statement == statements.KNOWN_CLAIMS:
            raise DeadlineError("store.deadline", seconds=30)
        return read(self, statement, **parameters)

    with monkeypatch.context() as patch, pytest.raises(DeadlineError):
        patch.setattr(Connection, "read", hung)
        writer.load(SOURCES, EVERYTHING)

    assert writer.load(SOURCES, EVERYTHING).resumed == len(EVERYTHING)


def test_a_living_load_keeps_others_out(store: Store, opened: Open, neo4j_server: Server) -> None:
    child = start(neo4j_server, "wait", 5)
    try:
        assert child.stdout
        assert child.stdout.readline() == "holding\n"
        with pytest.raises(DatabaseError) as caught:
            opened().writer()
        assert caught.value.key == "store.busy"
        assert str(child.pid) in caught.value.render("ru")
        with pytest.raises(DatabaseError, match=str(child.pid)):
            store.writer().load([], [claim("enterprise", name="a")])
    finally:
        child.kill()
        child.wait(10)
    assert load(opened(), *RELEASE)


def test_a_killed_load_that_nobody_has_waited_for_is_dead(
    store: Store, opened: Open, cypher: Cypher, neo4j_server: Server
) -> None:
    child = start(neo4j_server, "wait", 5)
    assert child.stdout
    assert child.stdout.readline() == "holding\n"
    child.kill()
    assert child.stdout.read() == ""

    assert load(opened(), *RELEASE)
    assert not unsound(cypher)
    assert child.wait(10) == -9


def test_two_loads_of_one_process_keep_each_other_out(store: Store, opened: Open, cypher: Cypher) -> None:
    refused: list[str] = []

    def meanwhile(*_: object) -> None:
        with pytest.raises(DatabaseError) as caught:
            opened().writer()
        refused.append(caught.value.key)

    store.writer(meanwhile).load([], RELEASE)

    assert set(refused) == {"store.busy"}
    assert not unsound(cypher)


@pytest.mark.parametrize(
    ("idle", "busy"), [(0, True), (journal.LEASE - 60, True), (journal.LEASE + 60, False)]
)
def test_a_load_of_another_machine_holds_while_it_is_touched(
    store: Store, opened: Open, cypher: Cypher, idle: int, busy: bool
) -> None:
    cypher(
        "CREATE (:Journal {id: 'load', owner: 'elsewhere:1:1.0:x', since: '2025', phase: 'staging',"
        " touched: timestamp() - $idle * 1000})",
        idle=idle,
    )
    if busy:
        with pytest.raises(DatabaseError, match="elsewhere:1"):
            opened().writer()
    else:
        opened()
        assert not unsound(cypher)


def test_a_reused_process_number_is_another_process(store: Store, opened: Open, cypher: Cypher) -> None:
    owner = f"{socket.gethostname()}:1:1.0:x"
    cypher(
        "CREATE (:Journal {id: 'load', owner: $owner, since: '', phase: 'staging', touched: 0})", owner=owner
    )

    assert load(opened(), *RELEASE)
    assert not unsound(cypher)


def test_an_index_left_without_its_constraint_is_made_anew(
    store: Store, opened: Open, cypher: Cypher
) -> None:
    cypher("DROP CONSTRAINT cluster_id")
    cypher("CREATE INDEX cluster_id FOR (n:Cluster) ON (n.id)")

    assert load(opened(), *RELEASE)
    constraints = cypher("SHOW CONSTRAINTS YIELD name RETURN collect(name) AS names")[0]["names"]
    assert "cluster_id" in constraints
