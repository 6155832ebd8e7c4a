"""Seconds and memory of `graphmodel load`, against the bare driver and graphio writing the same graph to one Neo4j.

The server is our own, in a temporary home. All three begin with an emptied database and the same constraints and
indexes, write in batches of the same size, and take turns; the medians count. Ours is the whole command, from its
start: it reads CSV files, checks them, makes claims, projects them, and compares the names. The other two are handed
what came of it, every node and relationship with its properties, claims and their links as well, and write that
unchecked. Elements are counted in the database after each. `python -m benchmarks.load --help`.
"""

import os
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final

import graphio
import psutil
from neo4j import Driver, GraphDatabase

from benchmarks._server import server_in_a_folder
from benchmarks.synthetic import generate, write_csv
from graphmodel.domain.schema import NODE_KINDS
from graphmodel.engine import Connection
from graphmodel.store import statements
from graphmodel.store.projector import BATCH

_COMMAND: Final = str(Path(sys.executable).parent / "graphmodel")
_PROBE: Final = 0.05
"""Seconds between two looks at the memory of a command."""
_PATIENCE: Final = 3600
"""Seconds after which a load is given up."""
_KEYS: Final = {kind.label: kind.key for kind in NODE_KINDS} | {"Decision": "id"}
_NODES: Final = "MATCH (n) RETURN labels(n)[0], properties(n)"
_EDGES: Final = """
MATCH (a)-[r]->(b)
RETURN type(r), labels(a)[0], coalesce(a.id, a.code), labels(b)[0], coalesce(b.id, b.code), properties(r)
"""
Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Run:
    """One load: how long it took, what lay in the database then, and the peak memory of a command of its own."""

    seconds: float
    nodes: int
    relationships: int
    megabytes: float = 0.0

    @property
    def per_element(self) -> float:
        """Seconds per 100,000 nodes and relationships."""
        return self.seconds * 100_000 / (self.nodes + self.relationships)


@dataclass(frozen=True)
class Nodes:
    """Nodes of one label, with the property that tells them apart."""

    label: str
    key: str
    rows: Rows


@dataclass(frozen=True)
class Edges:
    """Relationships of one type; each row has `start`, `end` and `properties`."""

    type: str
    start: tuple[str, str]
    end: tuple[str, str]
    rows: Rows


@dataclass(frozen=True)
class Graph:
    """What a database holds, ready to be written again."""

    nodes: list[Nodes]
    edges: list[Edges]


def graph_in(driver: Driver) -> Graph:
    """Every node with its properties and every relationship, claims and their links as well."""
    nodes, edges = defaultdict[str, Rows](list), defaultdict[tuple[str, str, str], Rows](list)
    with driver.session() as session:
        for label, properties in session.run(_NODES):
            nodes[label].append(properties)
        for kind, start, start_key, end, end_key, properties in session.run(_EDGES):
            row = {"start": start_key, "end": end_key, "properties": properties}
            edges[kind, start, end].append(row)
    return Graph(
        [Nodes(label, _KEYS[label], rows) for label, rows in nodes.items()],
        [
            Edges(kind, (start, _KEYS[start]), (end, _KEYS[end]), rows)
            for (kind, start, end), rows in edges.items()
        ],
    )


def _prepare(driver: Driver) -> None:
    """The constraints and indexes that ours makes."""
    for statement in (*statements.PREPARE.values(), statements.AWAIT_INDEXES):
        driver.execute_query(statement)


def bare(driver: Driver, graph: Graph) -> None:
    """The driver alone: UNWIND, one transaction a batch."""
    _prepare(driver)
    for one in graph.nodes:
        _unwind(driver, one.rows, f"UNWIND $rows AS row CREATE (n:{one.label}) SET n = row")
    for link in graph.edges:
        (start, start_key), (end, end_key) = link.start, link.end
        ends = f"MATCH (a:{start} {{{start_key}: row.start}}) MATCH (b:{end} {{{end_key}: row.end}})"
        _unwind(
            driver,
            link.rows,
            f"UNWIND $rows AS row {ends} CREATE (a)-[r:{link.type}]->(b) SET r = row.properties",
        )


def _unwind(driver: Driver, rows: Rows, statement: str) -> None:
    with driver.session() as session:
        for start in range(0, len(rows), BATCH):
            session.run(statement, rows=rows[start : start + BATCH]).consume()


def with_graphio(driver: Driver, graph: Graph) -> None:
    """graphio: nodes merged by key; relationships created, for merging would fold two supplies of a pair into one."""
    _prepare(driver)
    for one in graph.nodes:
        node_set = graphio.NodeSet([one.label], merge_keys=[one.key])
        node_set.nodes.extend(one.rows)
        node_set.merge(driver, batch_size=BATCH)
    for link in graph.edges:
        (start, start_key), (end, end_key) = link.start, link.end
        links = graphio.RelationshipSet(link.type, [start], [end], [start_key], [end_key])
        for row in link.rows:
            links.add_relationship({start_key: row["start"]}, {end_key: row["end"]}, row["properties"])
        links.create(driver, batch_size=BATCH)


def ours(server: Connection, folder: Path) -> float:
    """The installed command, as a user runs it. Its peak memory in mebibytes. Raises RuntimeError where it fails."""
    reach = {"NEO4J_URI": server.uri, "NEO4J_USERNAME": server.username, "NEO4J_PASSWORD": server.password}
    with (folder.parent / "load.log").open("w+b") as log:
        done = subprocess.Popen(
            [_COMMAND, "load", str(folder)], env=os.environ | reach, stdout=log, stderr=log
        )
        peak, end = 0, time.monotonic() + _PATIENCE
        try:
            while done.poll() is None and time.monotonic() < end:
                peak = max(peak, _memory(done.pid))
                time.sleep(_PROBE)
        finally:
            done.kill()
        if done.wait():
            log.seek(0)
            raise RuntimeError(f"graphmodel load ended with {done.returncode}: {log.read().decode()[-2000:]}")
    return peak / 2**20


def _memory(pid: int) -> int:
    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.NoSuchProcess:
        return 0


def _empty(driver: Driver) -> None:
    """Nothing is left but the server."""
    with driver.session() as session:
        for kind, statement in (("CONSTRAINT", "SHOW CONSTRAINTS"), ("INDEX", "SHOW INDEXES")):
            for record in session.run(statement).data():
                session.run(f"DROP {kind} `{record['name']}` IF EXISTS").consume()
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS").consume()


def _count(driver: Driver, pattern: str) -> int:
    return int(driver.execute_query(f"MATCH {pattern} RETURN count(*) AS n").records[0]["n"])


def _measured(driver: Driver, load: Callable[[], float | None]) -> Run:
    _empty(driver)
    start = time.perf_counter()
    megabytes = load() or 0.0
    seconds = time.perf_counter() - start
    return Run(seconds, _count(driver, "(n)"), _count(driver, "()-[r]->()"), megabytes)


def rounds(server: Connection, folder: Path, repeats: int) -> dict[str, list[Run]]:
    """Every contender in turn, so many times, after a round that warms the server up and gives the graph to write."""
    with GraphDatabase.driver(server.uri, auth=(server.username, server.password)) as driver:
        _measured(driver, lambda: ours(server, folder))
        graph = graph_in(driver)
        loads: dict[str, Callable[[], float | None]] = {
            "bare driver": lambda: bare(driver, graph),
            "graphio": lambda: with_graphio(driver, graph),
            "graphmodel load": lambda: ours(server, folder),
        }
        runs: dict[str, list[Run]] = {name: [] for name in loads}
        for _ in range(1 + repeats):
            for name, load in loads.items():
                runs[name].append(_measured(driver, load))
    return {name: own[1:] for name, own in runs.items()}


def _print(runs: dict[str, list[Run]]) -> None:
    print(
        f"  {'median of':<16} {'seconds':>8} {'nodes':>9} {'relationships':>14} {'s per 100,000':>14} {'peak MB':>8}"
    )
    typical = {name: median(run.per_element for run in own) for name, own in runs.items()}
    for name, own in runs.items():
        peak = max(run.megabytes for run in own)
        print(
            f"  {name:<16} {median(run.seconds for run in own):>8.2f} {own[-1].nodes:>9,}"
            f" {own[-1].relationships:>14,} {typical[name]:>14.2f} {f'{peak:.0f}' if peak else '':>8}"
        )
    for other in ("bare driver", "graphio"):
        print(f"  graphmodel load / {other}, per element: {typical['graphmodel load'] / typical[other]:.2f}")


def measure(enterprises: int, supplies: int, repeats: int) -> None:
    """Generate a cluster, load it in every way, print a table."""
    with server_in_a_folder() as (server, folder):
        files = folder / "files"
        write_csv(generate(enterprises, supplies, seed=1), files)
        print(f"  {enterprises:,} enterprises, {supplies:,} supplies (synthetic), {repeats} rounds")
        _print(rounds(server, files, repeats))


def main(enterprises: int = 10_000, supplies: int = 50_000, repeats: int = 3) -> None:
    """At a size that takes a minute."""
    measure(enterprises, supplies, repeats)


if __name__ == "__main__":
    parser = ArgumentParser(prog="python -m benchmarks.load", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--enterprises", type=int, default=10_000, help="default 10000")
    parser.add_argument("--supplies", type=int, default=50_000, help="default 50000")
    parser.add_argument("--repeats", type=int, default=3, help="rounds; default 3")
    main(**vars(parser.parse_args()))
