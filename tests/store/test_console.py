"""The console on the real server: hostile statements do nothing, and answers are plain JSON."""

import asyncio
import json
import socket
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from graphmodel.engine import Connection as Server
from graphmodel.errors import CrowdedError, DatabaseError, DeadlineError, GraphModelError, RefusedError
from graphmodel.store import Console, Store, Table
from graphmodel.store.console import CONCURRENT, MOST_CHARACTERS, SECONDS
from graphmodel.store.safety import lacking
from loaders import reference
from queries import catalogue
from tests.hostile import Hostile, corpus
from tests.store.conftest import Cypher

PATIENCE = 10.0
"""The console cuts after 6.5 s; a busy machine is given some more."""
NUMBERS = {"n": 1_000_000_000}
FINGERPRINT = (
    "SHOW INDEXES YIELD name, type RETURN name, type ORDER BY name",
    "SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name",
    "SHOW USERS YIELD user, passwordChangeRequired RETURN user, passwordChangeRequired",
    "SHOW DATABASES YIELD name, currentStatus RETURN name, currentStatus ORDER BY name",
    "MATCH (n) RETURN count(n) AS nodes, count { ()-->() } AS edges",
    "MATCH (n) RETURN DISTINCT labels(n) AS labels, count(*) AS nodes ORDER BY labels",
    "CALL db.labels() YIELD label RETURN label ORDER BY label",
    "CALL db.propertyKeys() YIELD propertyKey RETURN propertyKey ORDER BY propertyKey",
)


@pytest.fixture(scope="module")
def loaded(shared: Store, wipe: Callable[[], None]) -> Store:
    """The reference data set."""
    wipe()
    reading = reference()
    shared.writer().load(reading.sources, reading.claims)
    return shared


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A port at which nobody may knock."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        yield listener


@asynccontextmanager
async def opened(server: Server, **changes: str) -> AsyncIterator[Console]:
    given = {"uri": server.uri, "username": server.username, "password": server.password}
    async with Console(**(given | changes)) as console:
        yield console


def answers(server: Server, *statements: str, **parameters: Any) -> list[Table]:
    async def ask() -> list[Table]:
        async with opened(server) as console:
            await console.prepare()
            return [await console.run(statement, parameters) for statement in statements]

    return asyncio.run(ask())


def refusal(server: Server, statement: str) -> GraphModelError:
    with pytest.raises(GraphModelError) as caught:
        answers(server, statement)
    return caught.value


@dataclass(frozen=True)
class Told:
    """What became of a statement, by which text, and after how many seconds."""

    hostile: Hostile
    outcome: str
    key: str | None
    seconds: float

    @property
    def is_as_expected(self) -> bool:
        if self.hostile.outcome == "ended":
            return self.outcome != "refused" or self.key == "store.console_memory"
        return self.outcome == self.hostile.outcome and self.hostile.by in (None, self.key)


async def told(console: Console, hostile: Hostile, statement: str) -> Told:
    began = time.monotonic()
    key: str | None = None
    try:
        await console.run(statement, NUMBERS)
    except RefusedError as error:
        outcome, key = "refused", error.key
    except DeadlineError as error:
        outcome, key = "ended", error.key
    else:
        outcome = "answered"
    return Told(hostile, outcome, key, time.monotonic() - began)


def test_hostile_statements_do_nothing(
    loaded: Store, neo4j_server: Server, cypher: Cypher, listener: socket.socket, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("the secret\n", encoding="utf-8")
    port = listener.getsockname()[1]
    before = [cypher(statement) for statement in FINGERPRINT], loaded.view().canonical()

    async def run_all() -> list[Told]:
        places = asyncio.Semaphore(CONCURRENT)
        async with opened(neo4j_server) as console:
            await console.prepare()

            async def run(one: Hostile) -> Told:
                async with places:
                    return await told(console, one, one.aimed(port, secret))

            return await asyncio.gather(*map(run, corpus()))

    found = asyncio.run(run_all())

    assert sum(one.hostile.outcome != "answered" for one in found) >= 150
    assert not [one for one in found if not one.is_as_expected]
    assert not [one for one in found if one.seconds > PATIENCE]
    with pytest.raises(BlockingIOError):
        listener.accept()
    assert ([cypher(statement) for statement in FINGERPRINT], loaded.view().canonical()) == before


def test_every_question_of_the_library_is_answered(loaded: Store, neo4j_server: Server) -> None:
    examples = {
        name: {key: one.example for key, one in question.parameters.items()}
        for name, question in catalogue().items()
    }

    answered = {name: loaded.view().ask(catalogue()[name], given) for name, given in examples.items()}

    async def ask_all() -> dict[str, Table]:
        async with opened(neo4j_server) as console:
            await console.prepare()
            asked = catalogue().items()
            return {name: await console.run(one.statement, examples[name]) for name, one in asked}

    assert asyncio.run(ask_all()) == answered


def test_values_are_plain_json(loaded: Store, neo4j_server: Server) -> None:
    [table] = answers(
        neo4j_server,
        """
        RETURN date('2025-04-30') AS day, time('10:00:00+03:00') AS at, duration('P1MT2S') AS long,
               localdatetime('2025-04-30T10:00:00') AS local, datetime('2025-04-30T10:00:00+03:00') AS moment,
               point({x: 1, y: 2.5}) AS flat, point({latitude: 45, longitude: 39}) AS place,
               0.0 / 0.0 AS nothing, 1.0 / 0.0 AS most, -1.0 / 0.0 AS least, 9007199254740993 AS large,
               [1, [2.5, {a: null, b: true}]] AS nested, 'да' AS text, null AS none
        """,
    )

    [row] = table.rows
    assert json.loads(json.dumps(row, allow_nan=False)) == row
    assert row == {
        "day": "2025-04-30",
        "at": "10:00:00.000000000+03:00",
        "long": "P1MT2S",
        "local": "2025-04-30T10:00:00.000000000",
        "moment": "2025-04-30T10:00:00.000000000+03:00",
        "flat": {"srid": 7203, "coordinates": [1.0, 2.5]},
        "place": {"srid": 4326, "coordinates": [39.0, 45.0]},
        "nothing": "NaN",
        "most": "Infinity",
        "least": "-Infinity",
        "large": 9_007_199_254_740_993,
        "nested": [1, [2.5, {"a": None, "b": True}]],
        "text": "да",
        "none": None,
    }


def test_nodes_edges_and_paths_are_plain_json(loaded: Store, neo4j_server: Server) -> None:
    [table] = answers(neo4j_server, "MATCH p = (n:Enterprise)-[r:MEMORANDUM]->(m) RETURN n, r, p LIMIT 1")

    [row] = table.rows
    assert json.loads(table.model_dump_json())["rows"] == [row]
    assert "Enterprise" in row["n"]["labels"]
    assert row["n"]["properties"]["id"].startswith("ent-")
    assert (row["r"]["type"], row["r"]["start"]) == ("MEMORANDUM", row["n"]["id"])
    assert row["p"]["relationships"] == [row["r"]]
    assert row["p"]["nodes"][0] == row["n"]


def test_rows_are_cut(loaded: Store, neo4j_server: Server) -> None:
    whole, cut = answers(
        neo4j_server, "UNWIND range(1, 1000) AS x RETURN x", "UNWIND range(1, 1001) AS x RETURN x"
    )

    assert (len(whole.rows), whole.truncated) == (1_000, False)
    assert (len(cut.rows), cut.truncated) == (1_000, True)


def test_a_large_answer_is_cut(loaded: Store, neo4j_server: Server) -> None:
    statement = "UNWIND range(1, 1000) AS x RETURN $text AS one, $text AS other"
    [table] = answers(neo4j_server, statement, text="я" * 9_000)

    assert table.truncated
    assert 0 < len(json.dumps(table.rows, ensure_ascii=False)) <= MOST_CHARACTERS + len(table.rows) * 2


def test_an_answer_may_be_empty(loaded: Store, neo4j_server: Server) -> None:
    [table] = answers(neo4j_server, "MATCH (n:Enterprise {id: $id}) RETURN n.id AS id", id="nobody")

    assert (table.columns, table.rows, table.truncated) == (("id",), (), False)


@pytest.mark.parametrize(
    ("statement", "place"), [("MATCH (n) RETURN x", "1:18"), ("MATCH (n)\nRETURN n.id,\n  m", "3:3")]
)
def test_what_the_database_refuses_has_its_place(
    loaded: Store, neo4j_server: Server, statement: str, place: str
) -> None:
    error = refusal(neo4j_server, statement)

    assert (error.key, error.values["place"]) == ("store.console_error", place)
    assert error.render("ru") != error.render("en")


def test_more_at_once_than_may(loaded: Store, neo4j_server: Server) -> None:
    slow = "MATCH (a), (b), (c) WHERE a.id + b.id < c.id RETURN count(*)"

    async def crowd() -> list[Table | BaseException]:
        async with opened(neo4j_server) as console:
            await console.prepare()
            return await asyncio.gather(
                *(console.run(slow, {}) for _ in range(CONCURRENT + 1)), return_exceptions=True
            )

    kinds = [type(one) for one in asyncio.run(crowd())]

    assert kinds == [*[DeadlineError] * CONCURRENT, CrowdedError]


def test_a_hung_server_is_left_alone_in_time(loaded: Store, neo4j_server: Server, cypher: Cypher) -> None:
    """The client's own deadline: the connection is cut, and the server ends what ran on it."""
    endless = "MATCH (a), (b), (c) WHERE a.id + b.id < c.id RETURN count(*)"

    async def cut() -> None:
        async with opened(neo4j_server) as console:
            await console.prepare()
            running = asyncio.create_task(console.run(endless, {}))
            await asyncio.sleep(SECONDS / 5)
            running.cancel()
            with pytest.raises(asyncio.CancelledError):
                await running
            assert await console.run("RETURN 1 AS one", {})

    asyncio.run(cut())
    time.sleep(1)
    left = cypher("SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery")

    assert endless not in [row["currentQuery"] for row in left]


def test_the_managed_server_lacks_nothing(loaded: Store, neo4j_server: Server) -> None:
    async def ask() -> tuple[str, ...]:
        async with opened(neo4j_server) as console:
            return await console.prepare()

    assert asyncio.run(ask()) == ()


def test_what_another_server_lacks_is_named() -> None:
    usual = {
        "dbms.security.allow_csv_import_from_file_urls": "true",
        "db.memory.transaction.max": "0B",
        "db.transaction.timeout": "0s",
        "db.transaction.concurrent.maximum": "1000",
    }

    assert lacking(usual, "Couldn't load the external resource") == (
        "dbms.security.allow_csv_import_from_file_urls=false",
        "internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0",
        "db.memory.transaction.max=128m",
        "db.transaction.timeout=120s",
    )


@pytest.mark.parametrize("changes", [{"uri": "http://127.0.0.1:1"}, {"uri": "bolt://127.0.0.1:1"}])
def test_a_database_that_is_away(neo4j_server: Server, changes: dict[str, str]) -> None:
    async def ask() -> None:
        async with opened(neo4j_server, **changes) as console:
            await console.prepare()

    with pytest.raises(DatabaseError) as caught:
        asyncio.run(ask())

    assert caught.value.key == "store.unreachable"
