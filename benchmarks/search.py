"""Search of companies by name: hit@1 and hit@5 by kind of error, and its time, among 100,000 names.

The cases are those of tests/data/search, written by hand about the reference data set, and as many of each kind of
error as asked for, made by rule about synthetic companies. The server is our own, in a temporary home.
"""

import random
import time
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import Final, NamedTuple

import yaml
from neo4j import GraphDatabase

from benchmarks._server import server_in_a_folder
from benchmarks.synthetic.companies import Company, companies, write_companies
from benchmarks.synthetic.misspelling import SPELLINGS
from graphmodel.domain.graph import Node
from graphmodel.domain.names import normalise
from graphmodel.engine import Connection
from graphmodel.store import Store, View
from loaders import reference

CASES: Final = Path(__file__).parent.parent / "tests" / "data" / "search" / "cases.yaml"
OF_A_KIND: Final = 40
"""Cases made of each kind of error."""
FEWEST: Final = 5_000
"""The companies that cases are made of come first in any population as large as this."""
SEED: Final = 20_251_124
TARGETS: Final = (0.9, 0.97)
"""Of hit@1 and hit@5."""


class Case(NamedTuple):
    """What is typed, by kind of error, and a name of the enterprise that is meant."""

    kind: str
    query: str
    name: str


class Outcome(NamedTuple):
    """At which place, from 1, the enterprise was, 0 for not among the first five; and the time in milliseconds."""

    case: Case
    place: int
    milliseconds: float


def written() -> list[Case]:
    """The cases written by hand."""
    told = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return [Case(kind, query, name) for kind, cases in told.items() for query, name in cases.items()]


def made(known: list[Company], of_a_kind: int = OF_A_KIND) -> Iterator[Case]:
    """The cases made by rule: of each kind so many names that the rule changes."""
    chance = random.Random(SEED)  # noqa: S311
    for kind, spelling in SPELLINGS.items():
        left = of_a_kind
        while left:
            name = chance.choice(known[:FEWEST]).name
            if (query := spelling(name, chance)) != name:
                yield Case(kind, query, name)
                left -= 1


def outcomes(view: View, cases: Iterable[Case]) -> list[Outcome]:
    """Each case searched for."""
    return [_outcome(view, case) for case in cases]


def _outcome(view: View, case: Case) -> Outcome:
    start = time.perf_counter()
    found = view.search(case.query, limit=5)
    taken = (time.perf_counter() - start) * 1000
    return Outcome(case, next((place for place, one in enumerate(found, 1) if _is(one, case.name)), 0), taken)


def _is(node: Node, name: str) -> bool:
    return normalise(name) in node.properties["search"]


def hits(outcomes: list[Outcome], first: int) -> float:
    """The share of them that has the enterprise among so many first answers."""
    return sum(0 < one.place <= first for one in outcomes) / len(outcomes)


def _line(told: str, of: list[Outcome]) -> str:
    times = [one.milliseconds for one in of]
    middle, late = median(times), quantiles(times, n=20)[-1]
    return f"  {told:<24} {len(of):>5} {hits(of, 1):>6.3f} {hits(of, 5):>6.3f} {middle:>7.1f} {late:>7.1f}"


def _table(of: list[Outcome], misses: bool) -> None:
    print(f"  {'kind':<24} {'cases':>5} {'hit@1':>6} {'hit@5':>6} {'median':>7} {'p95 ms':>7}")
    for kind in sorted({one.case.kind for one in of}):
        print(_line(kind, [one for one in of if one.case.kind == kind]))
    print(_line("all", of), flush=True)
    for one in of if misses else ():
        if one.place != 1:
            print(f"  at {one.place or '—'}: {one.case.query} → {one.case.name} ({one.case.kind})")


def _search(server: Connection, size: int, of_a_kind: int, misses: bool) -> None:
    account = (server.username, server.password)
    with Store(server.uri, *account) as store, GraphDatabase.driver(server.uri, auth=account) as driver:
        reading = reference()
        store.writer().load(reading.sources, reading.claims)
        known = companies(size)
        write_companies(driver, known)
        view = store.view()
        by_hand, by_rule = written(), list(made(known, of_a_kind))
        outcomes(view, [*by_hand, *by_rule])
        for told, cases in (("written by hand", by_hand), ("made by rule", by_rule)):
            print(f"  {told}:")
            _table(outcomes(view, cases), misses)


def main(size: int = 100_000, of_a_kind: int = OF_A_KIND, misses: bool = False) -> None:
    """Write the names, search, print a table."""
    print(
        f"  {size:,} synthetic names beside the reference data set; to reach: hit@1 {TARGETS[0]}, hit@5 {TARGETS[1]}"
    )
    with server_in_a_folder() as (server, _):
        _search(server, size, of_a_kind, misses)


if __name__ == "__main__":
    parser = ArgumentParser(
        prog="python -m benchmarks.search", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--size", type=int, default=100_000, help="names; default 100000")
    parser.add_argument(
        "--of-a-kind", type=int, default=OF_A_KIND, help=f"cases of each kind; default {OF_A_KIND}"
    )
    parser.add_argument("--misses", action="store_true", help="name every case that is not first")
    main(**vars(parser.parse_args()))
