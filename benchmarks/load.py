"""Seconds and memory of `graphmodel load`, against the bare driver and graphio writing the same rows to one Neo4j.

The server is our own, in a temporary home. All three start from the same CSV files and an emptied database, take turns,
and the medians count. The other two write the plain graph without validation; ours writes claims, sources and the edges
between them and what they support as well, so elements are counted in the database. `python -m benchmarks.load --help`.
"""

import os
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final

import graphio
import polars as pl
import psutil
from neo4j import Driver, GraphDatabase

from benchmarks._server import server_in_a_folder
from benchmarks.synthetic import PREFIX, generate, write_csv
from graphmodel.engine import Connection

BATCH: Final = 10_000
_COMMAND: Final = str(Path(sys.executable).parent / "graphmodel")
_PROBE: Final = 0.05
"""Seconds between two looks at the memory of a command."""
_PATIENCE: Final = 3600
"""Seconds after which a load is given up."""
_TEXTS: Final = {"supplier_id": pl.String, "buyer_id": pl.String}
"""Numbers of enterprises begin with noughts: they are no whole numbers."""
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


_ENTERPRISE, _REGION, _COUNTRY, _PRODUCT = (
    ("Enterprise", "id"),
    ("Region", "code"),
    ("Country", "code"),
    ("Product", "name"),
)


def plain_graph(folder: Path) -> tuple[list[Nodes], list[Edges]]:
    """The files as nodes and relationships, unchecked."""
    enterprises = pl.read_csv(folder / "enterprises.csv", infer_schema=False).rows(named=True)
    supplies = pl.read_csv(folder / "supplies.csv", schema_overrides=_TEXTS).rows(named=True)
    made = [(row["id"], product) for row in enterprises for product in row["products"].split(";") if product]
    regions = sorted({row["region"] for row in enterprises})
    products = sorted({product for _, product in made} | {row["product"] for row in supplies})
    nodes = [
        Nodes(*_COUNTRY, [{"code": code} for code in sorted({region[:2] for region in regions})]),
        Nodes(*_REGION, [{"code": code} for code in regions]),
        Nodes(*_PRODUCT, [{"name": name} for name in products]),
        Nodes(*_ENTERPRISE, [_enterprise(row) for row in enterprises]),
    ]
    edges = [
        Edges("PART_OF", _REGION, _COUNTRY, [_edge(region, region[:2]) for region in regions]),
        Edges("LOCATED_IN", _ENTERPRISE, _REGION, [_edge(_id(r["id"]), r["region"]) for r in enterprises]),
        Edges(
            "PRODUCES", _ENTERPRISE, _PRODUCT, [_edge(_id(one), made, status="active") for one, made in made]
        ),
        Edges("SUPPLIES", _ENTERPRISE, _ENTERPRISE, [_supply(row) for row in supplies]),
    ]
    return nodes, edges


def _id(number: str) -> str:
    return f"{PREFIX}-{number}"


def _enterprise(row: dict[str, Any]) -> dict[str, Any]:
    return {"id": _id(row["id"]), "name": row["name"], "synthetic": True}


def _edge(start: str, end: str, **properties: Any) -> dict[str, Any]:
    return {"start": start, "end": end, "properties": properties}


def _supply(row: dict[str, Any]) -> dict[str, Any]:
    told = {"product": row["product"], "status": "active", "value": row["value"], "currency": "RUB"}
    return _edge(_id(row["supplier_id"]), _id(row["buyer_id"]), **told)


def _constrain(driver: Driver, nodes: list[Nodes]) -> None:
    for one in nodes:
        driver.execute_query(f"CREATE CONSTRAINT FOR (n:{one.label}) REQUIRE n.{one.key} IS UNIQUE")


def bare(driver: Driver, folder: Path) -> None:
    """The driver alone: UNWIND, one transaction a batch."""
    nodes, edges = plain_graph(folder)
    _constrain(driver, nodes)
    for one in nodes:
        _unwind(driver, one.rows, f"UNWIND $rows AS row CREATE (n:{one.label}) SET n = row")
    for link in edges:
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


def with_graphio(driver: Driver, folder: Path) -> None:
    """graphio: nodes merged by key; relationships created, for merging would fold two supplies of a pair into one."""
    nodes, edges = plain_graph(folder)
    _constrain(driver, nodes)
    for one in nodes:
        node_set = graphio.NodeSet([one.label], merge_keys=[one.key])
        node_set.nodes.extend(one.rows)
        node_set.merge(driver, batch_size=BATCH)
    for link in edges:
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
    """Every contender in turn, so many times, after a round that only warms the server up."""
    runs: dict[str, list[Run]] = {"bare driver": [], "graphio": [], "graphmodel load": []}
    with GraphDatabase.driver(server.uri, auth=(server.username, server.password)) as driver:
        loads: dict[str, Callable[[], float | None]] = {
            "bare driver": lambda: bare(driver, folder),
            "graphio": lambda: with_graphio(driver, folder),
            "graphmodel load": lambda: ours(server, folder),
        }
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
