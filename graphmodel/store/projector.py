"""Writes the nodes and edges that changed claims touch: each is recomputed from all its claims, old and new."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Final, TypeVar

from graphmodel.domain.claims import CLAIM, Claim
from graphmodel.domain.facts import Fact, FactKey, facts
from graphmodel.domain.graph import Edge, Node
from graphmodel.domain.projection import project
from graphmodel.domain.schema import EDGES, NODES
from graphmodel.store import statements
from graphmodel.store.connection import Connection, Row

BATCH: Final = 5_000
Progress = Callable[[str, int, int], None]
"""Called with the stage, the elements done and the elements in all."""
T = TypeVar("T")


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """`items` in lists of at most `size`."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def _node_row(node: Node) -> Row:
    key = {NODES[node.label].key: node.key}
    properties = {**node.properties, **key, "claims": list(node.claims)}
    return {"key": node.key, "placeholder": node.placeholder, "properties": properties}


def _edge_row(edge: Edge) -> Row:
    properties = {**edge.properties, "claims": list(edge.claims)}
    return {"start": edge.source[1], "end": edge.target[1], "properties": properties}


def _by(items: Iterable[T], key: Callable[[T], tuple[str, ...]]) -> dict[tuple[str, ...], list[T]]:
    groups: dict[tuple[str, ...], list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return dict(sorted(groups.items()))


class Projector:
    """Brings the graph up to date with changed claims. Running it twice changes nothing more."""

    def __init__(self, connection: Connection, progress: Progress) -> None:
        self._connection = connection
        self._progress = progress

    def add(self, claims: list[Claim]) -> None:
        """Project staged claims together with all that stood before."""
        self._project(claims, gone=False)

    def remove(self, claims: list[Claim]) -> None:
        """Project what is left without `claims`, and drop what nothing supports any more."""
        self._project(claims, gone=True)

    def _project(self, changed: list[Claim], gone: bool) -> None:
        told = [fact for claim in changed for fact in facts(claim)]
        keys = {fact.key for fact in told}
        supported: dict[FactKey, list[Fact]] = defaultdict(list)
        if not gone:
            for fact in told:
                supported[fact.key].append(fact)
        for claim in self._others(keys, {claim.id for claim in changed}):
            for fact in facts(claim):
                if fact.key in keys:
                    supported[fact.key].append(fact)
        self._write(keys, {key: project(found) for key, found in supported.items()})
        if not gone:
            self._link(told)

    def _others(self, keys: set[FactKey], changed: set[str]) -> Iterator[Claim]:
        """Every other claim about a changed node; an edge's claims are among those of its ends."""
        seen = set(changed)
        for (label,), group in _by((key for key in keys if len(key) == 2), lambda key: key[:1]).items():
            for batch in batches(sorted(key[1] for key in group)):
                for row in self._connection.read(statements.SUPPORT_OF_NODES[label], keys=batch):
                    if row["id"] not in seen:
                        seen.add(row["id"])
                        yield CLAIM.validate_json(row["body"])

    def _write(self, keys: set[FactKey], things: Mapping[FactKey, Node | Edge]) -> None:
        nodes = [thing for thing in things.values() if isinstance(thing, Node)]
        for (label,), group in _by(nodes, lambda node: (node.label,)).items():
            self._each(f"{label}", statements.SET_NODES[label], [_node_row(node) for node in group])
        edges = {key: thing for key, thing in things.items() if isinstance(thing, Edge)}
        self._replace_edges((key for key in keys if len(key) > 2), edges)
        unsupported = [key for key in keys if len(key) == 2 and key not in things]
        for (label,), bare in _by(unsupported, lambda key: key[:1]).items():
            for batch in batches(key[1] for key in bare):
                self._connection.write((statements.DROP_NODES[label], {"keys": batch}))

    def _replace_edges(self, keys: Iterable[FactKey], edges: Mapping[FactKey, Edge]) -> None:
        """Drop the edges of `keys` and set `edges`, batch by batch, so that running it twice leaves one of each."""
        for (kind, start, *end), group in _by(keys, lambda key: (key[0], key[1], *key[3:4])).items():
            drop = statements.drop_edges(EDGES[kind], start, end[0] if end else None)
            done = 0
            for batch in batches(sorted(group)):
                old = [
                    {"start": k[2], "end": k[4], "qualifier": k[5]} if end else {"start": k[2]} for k in batch
                ]
                new = _by((edges[key] for key in batch if key in edges), lambda edge: (edge.target[0],))
                self._connection.write(
                    (drop, {"rows": old}),
                    *(
                        (
                            statements.set_edges(EDGES[kind], start, label),
                            {"rows": list(map(_edge_row, same))},
                        )
                        for (label,), same in new.items()
                    ),
                )
                done += len(batch)
                self._progress(kind, done, len(group))

    def _link(self, told: list[Fact]) -> None:
        about = _by((fact for fact in told if len(fact.key) == 2), lambda fact: fact.key[:1])
        for (label,), group in about.items():
            rows: list[Row] = [{"claim": fact.claim.id, "key": fact.key[1]} for fact in group]
            self._each("ABOUT", statements.LINK_CLAIMS[label], rows)

    def _each(self, stage: str, statement: str, rows: list[Row]) -> None:
        done = 0
        for batch in batches(rows):
            self._connection.write((statement, {"rows": batch}))
            done += len(batch)
            self._progress(stage, done, len(rows))
