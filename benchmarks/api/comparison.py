"""Runs the comparison and prints it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from neo4j import GraphDatabase

from benchmarks.api import ways
from benchmarks.api.loading import Call, Measured, loaded
from benchmarks.synthetic import generate
from benchmarks.synthetic.bare import write_graph
from graphmodel.engine import Connection, Engine, EngineConfig
from graphmodel.settings import settings
from graphmodel.store import Store

CLIENTS: Final = (1, 16, 64)
KEYS: Final = 100
"""Enterprises that are asked for."""
WARM: Final = 2
"""Seconds for which each way runs before it is measured."""
OURS, KEPT, SAME, FLOOR, PLAIN, QUERY = (
    "API, from the graph",
    "API, kept answers",
    "API, 304",
    "bare driver, no HTTP",
    "FastAPI + execute_query",
    "Neo4j Query API",
)
Found = dict[tuple[str, int, int], Measured]
Runner = Callable[[int, int], Measured]


def main(enterprises: int = 2_000, supplies: int = 10_000, seconds: int = 4) -> None:
    """Write the graph, run every way, print tables and ratios."""
    print(f"  {enterprises:,} enterprises, {supplies:,} supplies (synthetic); {seconds} s each")
    port = ways.free_port()
    with TemporaryDirectory(prefix="graphmodel-", ignore_cleanup_errors=True) as folder:
        config = EngineConfig(
            home=Path(folder) / "neo4j", jars=settings().graphmodel_data / "jars", http_port=port
        )
        with Engine(config).session() as server:
            keys = _written(server, enterprises, supplies)
            _compare(server, port, keys, seconds, Path(folder))


def _written(server: Connection, enterprises: int, supplies: int) -> list[str]:
    """Some enterprises of the graph that was put into the database."""
    account = (server.username, server.password)
    with Store(server.uri, *account), GraphDatabase.driver(server.uri, auth=account) as driver:
        write_graph(driver, generate(enterprises, supplies, seed=1))
        driver.execute_query("CALL db.awaitIndexes(600)")
        found = driver.execute_query(
            "MATCH (e:Enterprise) WHERE EXISTS { (e)-[:SUPPLIES]-() } RETURN e.id AS id ORDER BY id"
        )
    return Random(1).sample([record["id"] for record in found.records], KEYS)  # noqa: S311


def _compare(server: Connection, http: int, keys: Sequence[str], seconds: int, folder: Path) -> None:
    found: Found = {}

    def by_load(name: str, port: int, calls: Sequence[Call], hops: int) -> None:
        run(name, hops, lambda clients, span: loaded(port, calls, clients, span, folder))

    def run(name: str, hops: int, runner: Runner) -> None:
        runner(16, WARM)
        for clients in CLIENTS:
            found[name, hops, clients] = runner(clients, seconds)

    for hops in (1, 2):
        run(FLOOR, hops, lambda clients, span, hops=hops: ways.bare(server, keys, hops, clients, span))  # type: ignore[misc]
        by_load(QUERY, http, ways.query_api(keys, hops, server), hops)
        with ways.service("benchmarks.api.plain:create_app", server) as port:
            by_load(PLAIN, port, ways.again(keys, hops), hops)
        with ways.service("graphmodel.api:create_app", server) as port:
            by_load(OURS, port, ways.anew(keys, hops), hops)
            by_load(KEPT, port, ways.again(keys, hops), hops)
            by_load(SAME, port, ways.unchanged(port, keys, hops), hops)
        _table(found, hops)
    _verdicts(found)


def _table(found: Found, hops: int) -> None:
    print(f"\n  {hops} hop{'s' * (hops > 1)}; answers a second, median ms, p99 ms at clients:")
    print(f"  {'':<24}" + "".join(f"{clients:>9}{'':>18}" for clients in CLIENTS))
    for name in (FLOOR, PLAIN, QUERY, OURS, KEPT, SAME):
        print(f"  {name:<24}" + " ".join(str(found[name, hops, clients]) for clients in CLIENTS))


def _verdicts(found: Found) -> None:
    at = {name: found[name, 1, 16] for name in (OURS, KEPT, SAME, PLAIN, QUERY)}
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
