"""Runs the comparison and prints it."""

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from neo4j import GraphDatabase

from benchmarks.api import ways
from benchmarks.api.loading import NOTHING, Call, Measured, loaded
from benchmarks.synthetic import generate
from benchmarks.synthetic.bare import write_graph
from graphmodel.engine import Connection, Engine, EngineConfig
from graphmodel.settings import settings
from graphmodel.store import Store

CLIENTS: Final = (1, 16, 64)
KEYS: Final = 100
"""Enterprises that are asked for."""
TURNS: Final = 2
"""So often every way is measured, turn by turn; the better one counts: a disturbance makes slower, never faster."""
WARMEST: Final = 60
"""Seconds at most until the database answers no faster than before: its Java compiles what runs often."""
FASTER: Final = 1.05
PATIENCE: Final = 2
"""So many runs in a row that bring nothing end the warming."""
OURS, KEPT, SAME, FLOOR, PLAIN, QUERY = (
    "API, from the graph",
    "API, kept answers",
    "API, 304",
    "bare driver, no HTTP",
    "FastAPI + execute_query",
    "Neo4j Query API",
)
Found = dict[tuple[str, str, int], Measured]
Runner = Callable[[int, int], Measured]


def main(
    enterprises: int = 2_000, supplies: int = 10_000, seconds: int = 4, loaded_in: Path | None = None
) -> None:
    """Run every way on a graph that is written first, or on the one in `loaded_in`; print tables and ratios."""
    graph = f"graph in {loaded_in}" if loaded_in else f"{enterprises:,} enterprises, {supplies:,} supplies"
    print(f"  {graph} (synthetic); {seconds} s each, the better of {TURNS} turns")
    port = ways.free_port()
    with TemporaryDirectory(prefix="graphmodel-", ignore_cleanup_errors=True) as folder:
        home = loaded_in / "engine" if loaded_in else Path(folder) / "neo4j"
        config = EngineConfig(home=home, jars=settings().graphmodel_data / "jars", http_port=port)
        with Engine(config).session() as server:
            if loaded_in is None:
                _write(server, enterprises, supplies)
            _make_room(server)
            _compare(server, port, ways.looks(*_asked(server)), seconds, Path(folder))


def _write(server: Connection, enterprises: int, supplies: int) -> None:
    account = (server.username, server.password)
    with Store(server.uri, *account), GraphDatabase.driver(server.uri, auth=account) as driver:
        write_graph(driver, generate(enterprises, supplies, seed=1))
        driver.execute_query("CALL db.awaitIndexes(600)")


def _make_room(server: Connection) -> None:
    """Let the server take what all clients send at once by Bolt or HTTP; ours never sends so much."""
    with GraphDatabase.driver(server.uri, auth=(server.username, server.password)) as driver:
        driver.execute_query(
            "CALL dbms.setConfigValue('db.transaction.concurrent.maximum', $most)", most=str(2 * CLIENTS[-1])
        )


def _asked(server: Connection) -> tuple[list[str], list[str]]:
    """Keys and names of some enterprises that have suppliers or buyers."""
    with GraphDatabase.driver(server.uri, auth=(server.username, server.password)) as driver:
        found = driver.execute_query(
            "MATCH (e:Enterprise) WHERE EXISTS { (e)-[:SUPPLIES]-() } AND e.name_ru IS NOT NULL"
            " RETURN e.id AS id, e.name_ru AS name ORDER BY id"
        )
    chosen = Random(1).sample(found.records, KEYS)  # noqa: S311
    return [record["id"] for record in chosen], [record["name"] for record in chosen]


def _compare(server: Connection, http: int, looks: Sequence[ways.Look], seconds: int, folder: Path) -> None:
    with (
        ways.service("benchmarks.api.plain:create_app", server) as plain,
        ways.service("graphmodel.api:create_app", server) as ours,
    ):
        found: Found = {}
        for look in looks:
            runners = _runners(look, server, {QUERY: http, PLAIN: plain, OURS: ours}, folder)
            for runner in runners.values():
                _warm(runner)
            found |= _measured(look, runners, seconds)
            _table(look, found)
    _verdicts(found)


def _runners(
    look: ways.Look, server: Connection, ports: Mapping[str, int], folder: Path
) -> dict[str, Runner]:
    def by_load(way: str, port: int, calls: Sequence[Call]) -> Runner:
        return lambda clients, span: loaded(f"{way}, {look.name}", port, calls, clients, span, folder)

    ours = ports[OURS]
    by_driver: dict[str, Runner] = {
        FLOOR: lambda clients, span: ways.bare(look, server, clients, span),
        PLAIN: by_load(PLAIN, ports[PLAIN], ways.again(look)),
    }
    return (by_driver if look.by_driver else {}) | {
        QUERY: by_load(QUERY, ports[QUERY], ways.query_api(look, server)),
        OURS: by_load(OURS, ours, ways.anew(look)),
        KEPT: by_load(KEPT, ours, ways.again(look)),
        SAME: by_load(SAME, ours, ways.unchanged(look, ours)),
    }


def _warm(runner: Runner) -> None:
    """Run a way until it gets no faster."""
    until, best, idle = time.monotonic() + WARMEST, 0.0, 0
    while idle < PATIENCE and time.monotonic() < until:
        rate = runner(16, 2).rate
        idle = 0 if rate > FASTER * best else idle + 1
        best = max(best, rate)


def _measured(look: ways.Look, runners: Mapping[str, Runner], seconds: int) -> Found:
    found: Found = {}
    for clients in CLIENTS:
        for name, runner in (*runners.items(),) * TURNS:
            place = (name, look.name, clients)
            found[place] = max(found.get(place, NOTHING), runner(clients, seconds), key=lambda one: one.rate)
    return found


def _table(look: ways.Look, found: Found) -> None:
    print(f"\n  {look.name}; answers a second, median ms, p99 ms at clients:")
    print(f"  {'':<24}" + "".join(f"{clients:>9}{'':>18}" for clients in CLIENTS))
    for name in (FLOOR, PLAIN, QUERY, OURS, KEPT, SAME):
        if (name, look.name, CLIENTS[0]) in found:
            print(
                f"  {name:<24}" + " ".join(str(found[name, look.name, clients]) for clients in CLIENTS),
                flush=True,
            )


def _verdicts(found: Found) -> None:
    at = {name: found[name, "1 hop", 16] for name in (OURS, KEPT, SAME, PLAIN, QUERY)}
    rows = (
        ("from the graph / execute_query", at[OURS].rate / at[PLAIN].rate, "at least", 1.7),
        ("p99 from the graph / Query API", at[OURS].p99 / at[QUERY].p99, "at most", 3.0),
        ("kept answers / Query API", at[KEPT].rate / at[QUERY].rate, "at least", 1.5),
        ("304 a second", at[SAME].rate, "at least", 3_000.0),
    )
    print("\n  1 hop, 16 clients:")
    for name, value, sense, target in rows:
        met = value >= target if sense == "at least" else value <= target
        print(f"  {name:<34} {value:>9,.2f}   target: {sense} {target:,.1f}   {'met' if met else 'MISSED'}")
