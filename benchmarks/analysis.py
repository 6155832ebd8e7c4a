"""Seconds and memory of the hub report on synthetic graphs, against plain networkx in the same run.

Networkx measures the smaller graph once, measure by measure; the report measures it too, and again in every sample. On
the larger graph plain networkx would take hours, so only the report runs. `python -m benchmarks.analysis --help`.
"""

import resource
import time
from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import networkx as nx
import numpy as np
import psutil

from benchmarks.synthetic import PREFIX, Cluster, generate
from graphmodel.analysis import Hubs, hubs
from graphmodel.analysis.hubs.engines import reference
from graphmodel.analysis.hubs.measures import Measures
from graphmodel.analysis.hubs.project import links, network
from graphmodel.analysis.hubs.worlds import Worlds
from graphmodel.domain.graph import Edge, Graph, Node

LEAST_SURE: Final = 0.6
"""Assumption: confidences are spread evenly from here to 1."""
Work = Callable[[], object]


def graph_of(cluster: Cluster) -> Graph:
    """Enterprises, their regions and supplies, as the store would give them; what is made is left out."""
    ids = [f"{PREFIX}-{key}" for key in cluster.keys]
    confidence = np.random.default_rng(cluster.seed).uniform(LEAST_SURE, 1, cluster.supplier.size)
    nodes = [
        Node(label="Enterprise", key=key, properties={"name_ru": name, "synthetic": True})
        for key, name in zip(ids, cluster.names, strict=True)
    ]
    regions = [Node(label="Region", key=code) for code in sorted(set(cluster.regions))]
    located = [
        Edge(type="LOCATED_IN", source=("Enterprise", key), target=("Region", region), claims=(f"l-{key}",))
        for key, region in zip(ids, cluster.regions, strict=True)
    ]
    columns = (cluster.supplier, cluster.buyer, cluster.product, confidence)
    supplies = [
        Edge(
            type="SUPPLIES",
            source=("Enterprise", ids[supplier]),
            target=("Enterprise", ids[buyer]),
            properties={"product": str(product), "status": "active", "confidence": sure},
            claims=(f"s-{number}",),
        )
        for number, (supplier, buyer, product, sure) in enumerate(
            zip(*(column.tolist() for column in columns), strict=True)
        )
    ]
    return Graph(nodes=(*nodes, *regions), edges=(*located, *supplies))


@dataclass(frozen=True)
class Spent:
    """Seconds by the clock and of the processor; on a busy machine the latter are the fairer."""

    clock: float = 0.0
    processor: float = 0.0

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(self.clock + other.clock, self.processor + other.processor)


def _timed(work: Work) -> Spent:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return Spent(time.perf_counter() - clock, time.process_time() - processor)


def plain(measured: Measures) -> dict[str, Work]:
    """Every measure of the report by networkx, or by plain Python over networkx where it has none."""
    supplies, ties, module = measured.supplies.networkx(), measured.ties.networkx(), measured.community
    return {
        "PageRank, both ways": lambda: [
            reference.pagerank(measured.supplies),
            reference.pagerank(measured.supplies.reversed),
        ],
        "HITS": lambda: nx.hits(supplies),
        "betweenness": lambda: nx.betweenness_centrality(ties),
        "constraint, effective size": lambda: [nx.constraint(ties), nx.effective_size(ties)],
        "k-core": lambda: nx.core_number(ties),
        "communities": lambda: nx.community.louvain_communities(ties, seed=1),
        "z, participation": lambda: [
            reference.within_module(measured.ties, module),
            reference.participation(measured.ties, module),
        ],
        "brokerage": lambda: reference.brokerage(measured.flows, measured.country),
    }


def ours(measured: Measures) -> dict[str, Work]:
    """The same as the report has them."""
    return {
        "PageRank, both ways": lambda: [measured.pagerank, measured.pagerank_reversed],
        "HITS": lambda: [measured.hits_hub, measured.hits_authority],
        "betweenness": lambda: measured.betweenness,
        "constraint, effective size": lambda: [measured.constraint, measured.effective_size],
        "k-core": lambda: measured.core,
        "communities": lambda: measured.community,
        "z, participation": lambda: [measured.within_module_z, measured.participation],
        "brokerage": lambda: measured.brokerage,
    }


def compare(graph: Graph) -> None:
    """Networkx once, against our measures once and against the whole report with all its samples."""
    stated = Worlds(network(graph, links(graph)), 1, 1).stated()
    print(f"  {'seconds':<28} {'networkx':>9} {'ours':>9} {'ratio':>8} {'of the processor':>18}")
    whole, once, own = Spent(), Spent(), ours(replace(stated))
    for name, work in plain(stated).items():
        theirs, quick = _timed(work), _timed(own[name])
        whole, once = whole + theirs, once + quick
        _line(name, theirs, quick)
    _line("all, once", whole, once)
    spent, found = report(graph)
    _line(f"report, {found.samples} samples", whole, spent)


def _line(name: str, theirs: Spent, own: Spent) -> None:
    print(
        f"  {name:<28} {theirs.clock:>9.3f} {own.clock:>9.3f} {theirs.clock / own.clock:>7.1f}×"
        f" {theirs.processor / own.processor:>17.1f}×",
        flush=True,
    )


def report(graph: Graph) -> tuple[Spent, Hubs]:
    """The whole report, and what it took, which is printed too."""
    before, found = _megabytes(), list[Hubs]()
    spent = _timed(lambda: found.append(hubs(graph)))
    own, peak = found[0], resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10
    print(
        f"  report: {spent.clock:.1f} s by the clock, {spent.processor:.1f} s of the processor; {own.samples} samples;"
        f" betweenness from {own.sources or 'all'} enterprises, in samples {own.sampled_sources or 'all'};"
        f" memory {before:.0f} MB before, {peak:.0f} MB at most"
    )
    return spent, own


def _megabytes() -> float:
    return float(psutil.Process().memory_info().rss) / 2**20


def _measure(enterprises: int, supplies: int, against_networkx: bool) -> None:
    print(f"  {enterprises:,} enterprises, {supplies:,} supplies (synthetic)")
    graph = graph_of(generate(enterprises, supplies, seed=1))
    if against_networkx:
        compare(graph)
    else:
        report(graph)


def main(large: bool = True) -> None:
    """The smaller graph in both ways, then the larger one."""
    _measure(5_000, 20_000, against_networkx=True)
    if large:
        _measure(100_000, 500_000, against_networkx=False)


if __name__ == "__main__":
    parser = ArgumentParser(
        prog="python -m benchmarks.analysis", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--small", action="store_true", help="the smaller graph alone")
    main(large=not parser.parse_args().small)
