"""Writes the nodes that are to be projected anew, each with the edges that start at it, from all their claims."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import islice
from typing import Final, NamedTuple, TypeVar

from graphmodel.domain.claims import stored_claim
from graphmodel.domain.facts import facts
from graphmodel.domain.graph import Edge, Node
from graphmodel.domain.identity import members
from graphmodel.domain.projection import project
from graphmodel.domain.schema import EDGES, ENTITIES, NODES
from graphmodel.domain.telling import Fact, FactKey, NodeKey
from graphmodel.store import statements
from graphmodel.store.behind import Behind
from graphmodel.store.connection import Connection, Row
from graphmodel.store.notebook import Notebook

BATCH: Final = 2_000
"""Elements that are written together; more in one transaction cost the database memory, and with it time."""
_PAGE: Final = 10_000
"""Rows that are read together: for each page the database walks through all that the statement finds."""
_NODES_AT_ONCE: Final = 10_000
Progress = Callable[[str, int, int], None]
"""Called with the stage, the elements done and the elements in all."""


def unheard(stage: str, done: int, total: int) -> None:
    """Progress that nobody asked for."""


Step = tuple[str, Mapping[str, object]]
T = TypeVar("T")


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """`items` in lists of at most `size`."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def paged(connection: Connection, statement: str, size: int = _PAGE, **parameters: object) -> Iterator[Row]:
    """The rows of a statement that gives, in the order of their ids, at most `$batch` whose id is after `$after`."""
    after = ""
    while True:
        rows = connection.read(statement, after=after, batch=size, **parameters)
        yield from rows
        if len(rows) < size:
            return
        after = rows[-1]["id"]


class Marked(NamedTuple):
    """Some nodes of one label that wait for their turn."""

    label: str
    claims: Mapping[str, int]
    """How many there are about each, by its key."""


def marked(connection: Connection, mark: str, label: str) -> list[Marked]:
    """The next nodes of a label with a mark, in parts that have about `BATCH` claims together; none where none is."""
    parts: list[dict[str, int]] = []
    claims = 0
    for row in connection.read(statements.waiting(mark, label), batch=_NODES_AT_ONCE):
        claims += row["claims"]
        if not parts or claims > BATCH:
            parts.append({})
            claims = row["claims"]
        parts[-1][row["key"]] = row["claims"]
    return [Marked(label, part) for part in parts]


def claims_about(connection: Connection, label: str, keys: Iterable[str]) -> Iterator[Row]:
    """Id and body of every claim about these nodes of one label."""
    return paged(connection, statements.CLAIMS_ABOUT[label], keys=list(keys))


class Projector:
    """Brings the graph up to date. Running it twice changes nothing more.

    `stands` gives for each merged record the id that stands for it; with `fresh`, enterprises are marked as not yet
    compared with the others. What the notebook of a load knows is not read from the database.
    """

    def __init__(
        self,
        connection: Connection,
        progress: Progress,
        stands: Mapping[str, str],
        fresh: bool,
        notebook: Notebook,
    ) -> None:
        self._connection = connection
        self._progress = progress
        self._stands = stands
        self._records = members(stands)
        self._fresh = fresh
        self._notebook = notebook

    def run(self) -> None:
        """Project every node that is marked."""
        counted = {row["label"]: row["nodes"] for row in self._connection.read(statements.STALE)}
        total, done = sum(counted.values()), 0
        with Behind() as behind:
            for label in sorted(counted, key=ENTITIES.index):
                while parts := marked(self._connection, "Stale", label):
                    for some in parts:
                        behind.do(partial(self._connection.write, *self._steps(some)))
                        done += len(some.claims)
                        self._progress(label, done, total)
                    behind.wait()

    def _steps(self, some: Marked) -> list[Step]:
        """What writes these nodes and the edges that start at them."""
        supported = self._supported(some)
        things = [project(found) for found in supported.values()]
        nodes = {thing.key: thing for thing in things if isinstance(thing, Node)}
        unsupported = [key for key in some.claims if key not in nodes]
        return [
            *_in_parts(statements.DROP_EDGES[some.label], "keys", some.claims),
            *_in_parts(
                statements.SET_NODES[some.label], "rows", [self._node_row(node) for node in nodes.values()]
            ),
            *_in_parts(statements.DROP_NODES[some.label], "keys", unsupported),
            *_edge_steps(thing for thing in things if isinstance(thing, Edge)),
        ]

    def _supported(self, some: Marked) -> dict[FactKey, list[Fact]]:
        """The facts of all claims about these nodes and the edges that start at them."""
        supported: dict[FactKey, list[Fact]] = defaultdict(list)
        unread: set[NodeKey] = set()
        for key, claims in some.claims.items():
            told = self._notebook.told((some.label, key), claims)
            if told is None:
                unread.add((some.label, key))
            for fact in told or ():
                supported[fact.key].append(fact)
        for fact in self._read(some.label, unread):
            supported[fact.key].append(fact)
        return supported

    def _read(self, label: str, nodes: AbstractSet[NodeKey]) -> Iterator[Fact]:
        """The facts that belong to nodes of one label, from the database."""
        if nodes:
            for row in claims_about(self._connection, label, (key for _, key in nodes)):
                told = facts(stored_claim(row["id"], row["body"]), self._stands)
                yield from (fact for fact in told if fact.owner in nodes)

    def _node_row(self, node: Node) -> Row:
        merged = self._records.get(node.key) if node.label == "Enterprise" else None
        properties = {
            **node.properties,
            NODES[node.label].key: node.key,
            "claims": list(node.claims),
            **({"records": list(merged)} if merged else {}),
        }
        fresh = self._fresh and node.label == "Enterprise" and not node.placeholder
        return {"key": node.key, "placeholder": node.placeholder, "fresh": fresh, "properties": properties}


def _in_parts(statement: str, name: str, values: Iterable[object]) -> Iterator[Step]:
    return ((statement, {name: part}) for part in batches(values))


def _edge_steps(edges: Iterable[Edge]) -> Iterator[Step]:
    groups: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for edge in edges:
        properties = {**edge.properties, "claims": list(edge.claims)}
        row: Row = {"start": edge.source[1], "end": edge.target[1], "properties": properties}
        groups[edge.type, edge.source[0], edge.target[0]].append(row)
    for (kind, start, end), rows in groups.items():
        yield from _in_parts(statements.set_edges(EDGES[kind], start, end), "rows", rows)
