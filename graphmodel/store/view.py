"""Scoped reads: every answer as frozen models of the domain, with the ids of its claims."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from pydantic import BaseModel, ConfigDict

from graphmodel.domain.asof import claims_on
from graphmodel.domain.assembly import assembled, in_order
from graphmodel.domain.claims import CLAIM, AggregateClaim, Source, stored_claim
from graphmodel.domain.conflicts import Disagreement, aggregate_conflicts, place_conflict, status_conflict
from graphmodel.domain.evidence import Evidence
from graphmodel.domain.facts import facts
from graphmodel.domain.graph import Edge, Graph, Node
from graphmodel.domain.identity import Decision
from graphmodel.domain.likeness import initials, likeness, sound
from graphmodel.domain.names import normalise
from graphmodel.domain.schema import NODES
from graphmodel.domain.telling import Fact, FactKey
from graphmodel.errors import AmbiguousNameError, NotFoundError, StatementError
from graphmodel.store import lookups, statements
from graphmodel.store.connection import Connection, Row
from graphmodel.store.decisions import Decisions
from graphmodel.store.export import canonical
from graphmodel.store.profiles import Profiles, profiles
from graphmodel.store.projector import paged
from queries import Question

ROW_LIMIT: Final = 1_000
_LOOKED_AT: Final = 50
"""Names that the index finds near another, before they are put in order."""
_NEAR: Final = 0.86
"""A name as like as this is good enough."""


class Table(BaseModel):
    """The answer to a question."""

    model_config = ConfigDict(frozen=True)

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Any], ...]
    truncated: bool = False


class Partner(BaseModel):
    """One relation of an enterprise: `relation` is what the partner is to it."""

    model_config = ConfigDict(frozen=True)

    relation: str
    partner: Node
    edge: Edge


def _node(row: Row) -> Node:
    properties = dict(sorted(row["p"].items()))
    claims = properties.pop("claims", ())
    key = properties.pop(NODES[row["label"]].key)
    return Node(
        label=row["label"],
        key=key,
        properties=properties,
        placeholder=row["placeholder"],
        claims=tuple(claims),
    )


def _edge(row: Row) -> Edge:
    properties = dict(sorted(row["p"].items()))
    claims = properties.pop("claims", ())
    return Edge(
        type=row["type"],
        source=(row["start_label"], row["start"]),
        target=(row["end_label"], row["end"]),
        properties=properties,
        claims=tuple(claims),
    )


def _graph(nodes: Iterable[Row], edges: Iterable[Row]) -> Graph:
    return in_order(map(_node, nodes), map(_edge, edges))


def _likeness(asked: str, node: Node) -> float:
    return max(likeness(asked, name) for name in node.properties["sound"])


def _candidates(nodes: Iterable[Node]) -> str:
    return "; ".join(f"{node.name('ru')} = {node.key}" for node in nodes)


class View:
    """Reads from one database."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def prepared(self) -> bool:
        """Whether every constraint and index is there and can be used."""
        online = self._connection.read(statements.ONLINE_INDEXES)
        indexes, constraints = {row["name"] for row in online}, {row["constraint"] for row in online}
        return indexes >= statements.PREPARE.keys() and constraints >= statements.CONSTRAINTS.keys()

    def graph(self, as_of: date | None = None) -> Graph:
        """All entities and the edges between them; with `as_of`, as `domain.asof` says they were on that day."""
        if as_of:
            return self._projected(as_of, lookups.ALL_CLAIMS)
        read = self._connection.read
        return _graph(read(statements.ALL_NODES), read(statements.ALL_EDGES))

    def cluster(self, cluster: str, as_of: date | None = None) -> Graph:
        """A cluster with its field: its members, the parties of agreements signed at the event that founded it, the
        enterprises in its members' regions, whom all these trade with, and their places and products.

        With `as_of`, what `domain.asof` says of the field of today on that day: who joined later is there where the
        enterprise was known, but is no member.

        Raises NotFoundError, with the known clusters, where there is none of this id, and where it was not known on
        that day.
        """
        known = self._connection.read(lookups.CLUSTERS)
        if cluster not in {row["id"] for row in known}:
            listed = ", ".join(str(row["id"]) for row in known) or "—"
            raise NotFoundError("store.no_cluster", name=cluster, known=listed)
        field = self._around(lookups.FIELD_OF_CLUSTER, cluster)
        return self._field_on(as_of, cluster, field) if as_of else field

    def _field_on(self, day: date, cluster: str, field: Graph) -> Graph:
        """The nodes of a field and the edges where it has edges, as they were on the day."""
        then = self._projected(day, lookups.CLAIMS_AMONG, ids=sorted(field.claims))
        shown = {(node.label, node.key) for node in field.nodes}
        linked = {end for edge in field.edges for end in (edge.source, edge.target)}
        nodes = tuple(node for node in then.nodes if (node.label, node.key) in shown)
        if not any(node.label == "Cluster" and node.key == cluster for node in nodes):
            raise NotFoundError("store.no_cluster_then", name=cluster, day=day.isoformat())
        edges = (edge for edge in then.edges if edge.source in linked and edge.target in linked)
        return Graph(nodes=nodes, edges=tuple(edges))

    def _projected(self, day: date, statement: str, **parameters: Any) -> Graph:
        """The graph of those claims of the statement that count on the day."""
        claims = (
            (stored_claim(row["id"], row["body"]), row["published"])
            for row in paged(self._connection, statement, **parameters)
        )
        return assembled(claims_on(day, claims), Decisions(self._connection).stands())

    def neighbourhood(self, enterprise: str) -> Graph:
        """An enterprise, everything one edge away, and the places of all these."""
        return self._around(lookups.NEIGHBOURHOOD, enterprise)

    def _around(self, statement: str, key: str) -> Graph:
        read = self._connection.read
        found = read(statement, key=key)[0]["ids"]
        edges = read(lookups.EDGES_AMONG, ids=found)
        deals = sorted({deal for edge in edges for deal in edge["p"].get("agreements", ())})
        return _graph(read(lookups.NODES_AMONG, ids=found, agreements=deals), edges)

    def enterprise(self, name: str) -> Node:
        """The one enterprise with this id, registry number or name in any language.

        Raises NotFoundError where there is none and AmbiguousNameError, with the candidates, where there are several.
        """
        name = name.encode(errors="replace").decode()  # a terminal may hand over broken UTF-8
        record = Decisions(self._connection).stands().get(name.strip(), name.strip())
        exact = self._nodes(lookups.BY_KEY, text=record, name=normalise(name))
        found = exact or self._nodes(lookups.BY_WORDS, words=lookups.all_words(normalise(name)))
        if not found:
            raise NotFoundError("store.no_company", name=name)
        if len(found) > 1:
            raise AmbiguousNameError("store.which_company", name=name, candidates=_candidates(found))
        return found[0]

    def search(self, words: str, limit: int = 8) -> list[Node]:
        """The enterprises whose names, as `domain.likeness` says, come nearest to these words; the nearest first.

        Of names that sound alike those that are spelt so go first. After them capitals find names with these initials.
        """
        name = normalise(words.encode(errors="replace").decode())
        found = self._near(name)
        if words.isupper() and name.isalpha() and (short := initials(" ".join(name))):
            spelt = [node for node in found if name in node.properties["search"]]
            meant = self._nodes(lookups.BY_INITIALS, initials=short, limit=_LOOKED_AT)
            found = list({node.key: node for node in (*spelt, *meant, *found)}.values())
        return found[:limit]

    def _near(self, name: str) -> list[Node]:
        """The names that come nearest to a normalised one."""
        asked = sound(name)
        found: list[Node] = []
        for query in lookups.from_narrow_to_wide(asked):
            found = self._nodes(lookups.NEAR, words=query, limit=_LOOKED_AT)
            found.sort(key=lambda node: (-_likeness(asked, node), name not in node.properties["search"]))
            if found and _likeness(asked, found[0]) >= _NEAR:
                break
        return found

    def enterprises(self, after: str, limit: int, words: str = "") -> list[Node]:
        """At most `limit` enterprises after that with the id `after`, "" for the first ones.

        All in the order of their ids or, with words, the fifty at most that `search` finds, the nearest first.
        """
        if not words:
            return self._nodes(lookups.PAGE, after=after, limit=limit)
        found = self.search(words, _LOOKED_AT)
        place = next((place for place, node in enumerate(found, 1) if node.key == after), len(found))
        return found[place if after else 0 :][:limit]

    def partners(self, enterprise: str) -> list[Partner]:
        """All relations of the enterprise with this id, suppliers first."""
        rows = self._connection.read(lookups.PARTNERS, id=enterprise)
        return [
            Partner(relation=r["relation"], partner=_node(r["partner"]), edge=_edge(r["edge"])) for r in rows
        ]

    def place(self, enterprise: str) -> Graph:
        """Where the enterprise with this id lies: the region and country nodes and the edges to them."""
        return self._around(lookups.PLACE, enterprise)

    def _nodes(self, statement: str, **parameters: Any) -> list[Node]:
        return [_node(row) for row in self._connection.read(statement, **parameters)]

    def ask(self, question: Question, parameters: Mapping[str, Any]) -> Table:
        """The answer to a question of the catalogue, at most 1,000 rows; an enterprise may be given by any name.

        Raises UsageError for wrong parameters, NotFoundError and AmbiguousNameError as `enterprise` does, and
        StatementError, with file and line, where the server refuses it.
        """
        values = question.bind(parameters)
        for name, parameter in question.parameters.items():
            if parameter.type == "enterprise":
                values[name] = self.enterprise(values[name]).key
        try:
            columns, rows = self._connection.read_some(question.statement, values, ROW_LIMIT + 1)
        except StatementError as error:
            message = str(error.values["message"])
            place = question.place_of(message)
            raise StatementError(
                "queries.refused", file=place, question=question.name, message=message
            ) from error
        return Table(columns=tuple(columns), rows=tuple(rows[:ROW_LIMIT]), truncated=len(rows) > ROW_LIMIT)

    def evidence(self, claims: Iterable[str]) -> dict[str, Evidence]:
        """What stands behind each of these claims, by claim id."""
        rows = self._connection.read(lookups.EVIDENCE_AMONG, ids=sorted(set(claims)))
        return {row["evidence"]["claim"]: Evidence(**row["evidence"]) for row in rows}

    def sources(self) -> list[tuple[Source, int]]:
        """Every source with the number of its claims."""
        return [(Source(**row["source"]), row["claims"]) for row in self._connection.read(lookups.SOURCES)]

    def canonical(self) -> str:
        """The whole graph as sorted JSON lines: the same bytes for the same claims, loaded in any order."""
        return canonical(self._connection)

    def decisions(self) -> list[Decision]:
        """Every recorded decision about which records are one enterprise."""
        return Decisions(self._connection).all()

    def profiles(self) -> Profiles:
        """What is known of every record of a named enterprise, apart from what it was merged with."""
        return profiles(self._connection, Decisions(self._connection).stands())

    def aggregates(self, about: Iterable[str], as_of: date | None = None) -> list[AggregateClaim]:
        """The numbers that sources give about these enterprises, regions, countries, events and clusters.

        With `as_of`, those that count on that day.
        """
        rows = self._connection.read(lookups.AGGREGATES, about=sorted(set(about)))
        dated = ((CLAIM.validate_json(row["body"]), row["published"]) for row in rows)
        claims = claims_on(as_of, dated) if as_of else (claim for claim, _ in dated)
        return [claim for claim in claims if isinstance(claim, AggregateClaim)]

    def conflicts(self) -> list[Disagreement]:
        """Where sources disagree: numbers first, then states and places."""
        rows = self._connection.read(lookups.NUMBERS)
        claims = (CLAIM.validate_json(row["body"]) for row in rows)
        numbers = aggregate_conflicts(claim for claim in claims if isinstance(claim, AggregateClaim))
        grouped = self._contested()
        found = (check(group) for group in grouped.values() for check in (status_conflict, place_conflict))
        return [*numbers, *(conflict for conflict in found if conflict)]

    def _contested(self) -> dict[FactKey, list[Fact]]:
        """The facts about every node and edge of which more than one source speaks."""
        grouped: dict[FactKey, dict[str, Fact]] = defaultdict(dict)
        stands = Decisions(self._connection).stands()
        for row in self._connection.read(lookups.OF_SEVERAL_SOURCES):
            for fact in facts(CLAIM.validate_json(row["body"]), stands):
                grouped[fact.key][fact.claim.id] = fact
        return {key: list(group.values()) for key, group in sorted(grouped.items()) if len(group) > 1}
