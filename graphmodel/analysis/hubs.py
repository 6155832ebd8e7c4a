"""Which enterprises hold a network of supplies together, in which role, and how sure that is.

The rank in a role is the place by the mean rank of the role's measures. Each claim may be wrong, so graphs are
sampled: a link stays with its confidence as probability, independently of the others. An enterprise is called a hub
only where it is among the first in at least 95 % of the samples. (A cross-border gateway follows with issue 5.)
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from graphmodel.analysis import measures
from graphmodel.analysis.index import ENTERPRISE
from graphmodel.analysis.project import (
    Link,
    LinkKind,
    Scope,
    cooperation_graph,
    links,
    supply_graph,
)
from graphmodel.analysis.results import Hub, Hubs, Measure, Named, Role
from graphmodel.domain.graph import Graph, Node

CERTAIN: Final = 0.95
PERCENTILES: Final = (5, 95)
DIGITS: Final = 9
_Values: TypeAlias = NDArray[np.float64]
_End = Literal["source", "target"]


@dataclass(frozen=True)
class _RoleSpec:
    """A role: the links that make it, at which of their ends, with how many partners at least; and its measures."""

    role: Role
    kinds: frozenset[LinkKind]
    ends: tuple[_End, ...]
    partners: int
    project: Callable[[Iterable[Link]], Any]
    measures: tuple[Callable[[Any], dict[str, float]], ...]


_SUPPLIES: Final[frozenset[LinkKind]] = frozenset({"supplies"})
ROLES: Final = (
    _RoleSpec(
        "supplier",
        _SUPPLIES,
        ("source",),
        1,
        supply_graph,
        (measures.out_strength, measures.hits_hub, measures.pagerank_reversed),
    ),
    _RoleSpec(
        "buyer",
        _SUPPLIES,
        ("target",),
        1,
        supply_graph,
        (measures.in_strength, measures.hits_authority, measures.pagerank),
    ),
    _RoleSpec(
        "broker",
        _SUPPLIES | {"memorandum"},
        ("source", "target"),
        2,
        cooperation_graph,
        (measures.betweenness, measures.inverse_constraint, measures.effective_size),
    ),
)


@dataclass(frozen=True)
class _Network:
    """The links as the claims have them, and the graphs that may be the true ones."""

    nodes: dict[str, Node]
    scope: Scope | None
    links: tuple[Link, ...]
    worlds: list[list[Link]]


def hubs(
    graph: Graph, *, scope: Scope | None = None, samples: int = 200, seed: int = 20250430, top: int = 5
) -> Hubs:
    """The enterprises in each role, by rank.

    `scope`: ids of enterprises; only links with an end among them count, and partners outside are rows with `inside`
    false. A supplier (buyer) has at least one buyer (supplier), a broker at least two partners. An enterprise is among
    the first where its rank is at most `top`, or a third of those that have the role where that is less (but 1), so
    that in a small network not everybody is a hub; those that tie share the mean of their places. `samples` is at
    least 1. The same graph and `seed` give the same answer.
    """
    found = links(graph, scope)
    nodes = {node.key: node for node in graph.nodes if node.label == ENTERPRISE}
    network = _Network(nodes, scope, found, list(_worlds(found, samples, seed)))
    rows = (row for spec in ROLES for row in _rows(spec, network, top))
    return Hubs(samples=samples, seed=seed, rows=tuple(rows))


def _worlds(found: tuple[Link, ...], samples: int, seed: int) -> Iterator[list[Link]]:
    confidences = np.array([link.confidence for link in found])
    generator = np.random.default_rng(seed)
    for _ in range(samples):
        kept = generator.random(len(found)) < confidences
        yield [link for link, stays in zip(found, kept, strict=True) if stays]


def _rows(spec: _RoleSpec, network: _Network, top: int) -> list[Hub]:
    own = _in_role(spec, network.links)
    who = sorted(own)
    if not who:
        return []
    values = _values(spec, network.links, who)
    sampled = np.array([_values(spec, world, who) for world in network.worlds])
    ranks, present = np.array([_rank(world) for world in sampled]), sampled.any(axis=1)
    intervals = np.percentile(ranks, PERCENTILES, axis=0, method="inverted_cdf").T
    in_top = (present & (ranks <= max(1, min(top, len(who) // 3)))).mean(axis=0)
    columns = zip(_rank(values), intervals, in_top, _measures(spec, values), strict=True)
    rows = [
        Hub(
            enterprise=Named.of(network.nodes[key]),
            role=spec.role,
            rank=rank,
            interval=tuple(interval),
            in_top=share,
            measures=parts,
            verdict="hub" if share >= CERTAIN else "uncertain",
            inside=network.scope is None or key in network.scope,
            claims=tuple(sorted({claim for link in own[key] for claim in link.claims})),
        )
        for key, (rank, interval, share, parts) in zip(who, columns, strict=True)
    ]
    return sorted(rows, key=lambda row: (row.rank, row.enterprise.id))


def _measures(spec: _RoleSpec, values: _Values) -> list[dict[str, Measure]]:
    """The measures of each enterprise by name."""
    names = [measure.__name__ for measure in spec.measures]
    pairs = zip(values.T, _ranks(values).T, strict=True)
    return [
        {
            name: Measure(value=value, rank=rank)
            for name, value, rank in zip(names, column, ranks, strict=True)
        }
        for column, ranks in pairs
    ]


def _in_role(spec: _RoleSpec, found: Iterable[Link]) -> dict[str, list[Link]]:
    """Enterprise → the links that give it the role."""
    ends: defaultdict[str, list[Link]] = defaultdict(list)
    for link in found:
        if link.kind in spec.kinds:
            for end in spec.ends:
                ends[getattr(link, end)].append(link)
    return {key: own for key, own in ends.items() if len(_partners(key, own)) >= spec.partners}


def _partners(key: str, own: list[Link]) -> set[str]:
    return {end for link in own for end in (link.source, link.target)} - {key}


def _values(spec: _RoleSpec, world: Sequence[Link], who: list[str]) -> _Values:
    """One row per measure, one column per enterprise; 0 for one that does not have the role in this world."""
    having = _in_role(spec, world)
    if not having:
        return np.zeros((len(spec.measures), len(who)))
    projected = spec.project(world)
    found = [measure(projected) for measure in spec.measures]
    return np.array([[values[key] if key in having else 0.0 for key in who] for values in found])


def _ranks(values: _Values) -> _Values:
    """Places along the last axis, the highest value first; equal values (to 9 digits) share the mean of theirs."""
    return np.apply_along_axis(_places, -1, -values.round(DIGITS))


def _places(values: _Values) -> _Values:
    _, position, count = np.unique(values, return_inverse=True, return_counts=True)
    return np.asarray((count.cumsum() - (count - 1) / 2)[position], dtype=float)


def _rank(values: _Values) -> _Values:
    """The place by the mean rank of the measures."""
    return _ranks(-_ranks(values).mean(axis=0))
