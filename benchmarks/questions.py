"""Median time of every question beside a synthetic cluster, at its example and at busy values.

The server is our own, in a temporary home, with the reference data set and the cluster; plans and pages are warm. An
example speaks of the reference data set; the busy values are the enterprise with most supply links and one that buys
of it, the cluster, region and product with most edges. 200 ms at the example is the limit; a question over it says why
in its header (`cost`), or is marked. `python -m benchmarks.questions --help`.
"""

import time
from argparse import ArgumentParser
from collections.abc import Mapping
from statistics import median
from typing import Any, Final, NamedTuple

from neo4j import Driver, GraphDatabase

from benchmarks._server import server_in_a_folder
from benchmarks.synthetic import generate
from benchmarks.synthetic.bare import CLUSTER, write_graph
from graphmodel.engine import Connection
from graphmodel.errors import GraphModelError
from graphmodel.store import Store, View
from loaders import reference
from queries import Question, catalogue

LIMIT: Final = 200.0
"""Milliseconds."""
_BUSY: Final[Mapping[str, str]] = {
    "enterprise": "MATCH (e:Enterprise) WITH e, COUNT { (e)-[:SUPPLIES]-() } AS n"
    " RETURN e.id AS key ORDER BY n DESC, key LIMIT 1",
    "other": "MATCH (e:Enterprise) WITH e ORDER BY COUNT { (e)-[:SUPPLIES]-() } DESC, e.id LIMIT 1"
    " MATCH (e)-[:SUPPLIES]->(b:Enterprise) RETURN b.id AS key ORDER BY key LIMIT 1",
    "region": "MATCH (r:Region)<-[l:LOCATED_IN]-() RETURN r.code AS key, count(l) AS n ORDER BY n DESC, key LIMIT 1",
    "product": "MATCH ()-[s:SUPPLIES]->() RETURN s.product AS key, count(s) AS n ORDER BY n DESC, key LIMIT 1",
}


class Timed(NamedTuple):
    """The median of some runs in milliseconds, none where the deadline passed, and the rows of the answer."""

    milliseconds: float | None
    rows: int

    def __str__(self) -> str:
        time = "—" if self.milliseconds is None else f"{self.milliseconds:,.1f}"
        return f"{time:>10} {self.rows:>6}"


def timed(view: View, asked: Question, values: Mapping[str, Any], repeats: int) -> Timed:
    """Asked so often, after twice to warm up."""
    taken = []
    try:
        for _ in range(2 + repeats):
            start = time.perf_counter()
            rows = len(view.ask(asked, values).rows)
            taken.append((time.perf_counter() - start) * 1000)
    except GraphModelError:
        return Timed(None, 0)
    return Timed(median(taken[2:]), rows)


def _busy(driver: Driver) -> dict[str, str]:
    found = {name: driver.execute_query(statement).records[0]["key"] for name, statement in _BUSY.items()}
    return found | {"cluster": CLUSTER}


def _verdict(asked: Question, at_example: Timed) -> str:
    over = at_example.milliseconds is None or at_example.milliseconds > LIMIT
    return "" if not over else "says why" if asked.cost else "OVER"


def _table(view: View, busy: Mapping[str, str], repeats: int) -> None:
    print(f"  {'question':<26} {'example ms':>10} {'rows':>6} {'busy ms':>10} {'rows':>6}")
    for asked in catalogue().values():
        example = {name: parameter.example for name, parameter in asked.parameters.items()}
        changed = example | {name: busy[name] for name in example if name in busy}
        at_example = timed(view, asked, example, repeats)
        at_busy = timed(view, asked, changed, repeats) if changed != example else ""
        print(f"  {asked.name:<26} {at_example} {at_busy!s:>17} {_verdict(asked, at_example)}", flush=True)


def _ask(server: Connection, enterprises: int, supplies: int, repeats: int) -> None:
    account = (server.username, server.password)
    with (
        Store(server.uri, *account) as store,
        GraphDatabase.driver(server.uri, auth=account) as driver,
    ):
        reading = reference()
        store.writer().load(reading.sources, reading.claims)
        write_graph(driver, generate(enterprises, supplies, seed=1))
        driver.execute_query("CALL db.awaitIndexes(600)")
        _table(store.view(), _busy(driver), repeats)


def main(enterprises: int = 100_000, supplies: int = 500_000, repeats: int = 7) -> None:
    """Write the graph, ask everything, print a table."""
    print(f"  {enterprises:,} enterprises, {supplies:,} supplies (synthetic), beside the reference data set")
    with server_in_a_folder() as (server, _):
        _ask(server, enterprises, supplies, repeats)


if __name__ == "__main__":
    parser = ArgumentParser(
        prog="python -m benchmarks.questions", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--enterprises", type=int, default=100_000, help="default 100000")
    parser.add_argument("--supplies", type=int, default=500_000, help="default 500000")
    parser.add_argument("--repeats", type=int, default=7, help="runs of each; default 7")
    main(**vars(parser.parse_args()))
