"""What changed between two days: who joined and left, what was announced and signed, became active and ended."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from graphmodel.analysis.clusters import cluster
from graphmodel.analysis.index import ENTERPRISE, Index
from graphmodel.analysis.results import Named, Result
from graphmodel.domain.claims import Status
from graphmodel.domain.graph import Edge, Graph, Node
from graphmodel.domain.projection import STAGES

ChangeKind = Literal[
    "joined", "left", "announced", "signed", "became_active", "ended", "newly_known", "put_back"
]
Thing = Literal["membership", "agreement", "supply", "enterprise"]
Key = tuple[str, ...]
_KNOWN: Mapping[Status, ChangeKind] = {
    "announced": "announced",
    "signed": "signed",
    "active": "became_active",
    "ended": "ended",
}


class Change(Result):
    """One thing that stands differently on the later day.

    `parties` are the member, the parties of the agreement, supplier and buyer, or the enterprise; `about` is the
    cluster or the product; `kind_of_agreement` is that of an agreement. `before` and `after` are its status, null where
    none was told. `put_back`: a later source says less than an earlier one. `claims` are those that came in between, or
    all of them where the calendar alone made the change.
    """

    kind: ChangeKind
    thing: Thing
    parties: tuple[Named, ...]
    about: Named | None = None
    kind_of_agreement: str | None = None
    before: Status | None
    after: Status | None
    date: str
    claims: tuple[str, ...]


class Comparison(Result):
    """All changes, memberships first; with a `cluster`, those of it and of its members' agreements and supplies."""

    cluster: Named | None
    before: str
    after: str
    rows: tuple[Change, ...]


def changes(
    before: Graph, after: Graph, cluster_id: str | None = None
) -> tuple[Named | None, tuple[Change, ...]]:
    """The cluster asked for, and what stands differently in the later of two graphs of one set of claims.

    Raises NotFoundError for a cluster that is not in the later one.
    """
    node = cluster(Index(after), cluster_id) if cluster_id else None
    was, now = _State(before), _State(after)
    rows = (
        change for find in (_memberships, _agreements, _supplies, _enterprises) for change in find(was, now)
    )
    if cluster_id:
        inside = now.members(cluster_id)
        rows = (row for row in rows if _concerns(row, cluster_id, inside))
    return Named.of(node) if node else None, tuple(rows)


def _concerns(row: Change, cluster_id: str, inside: frozenset[str]) -> bool:
    if row.thing == "membership":
        return row.about is not None and row.about.id == cluster_id
    return any(party.id in inside for party in row.parties)


@dataclass(frozen=True)
class _State:
    """A graph by what is compared."""

    graph: Graph

    @cached_property
    def nodes(self) -> Mapping[tuple[str, str], Node]:
        return {(node.label, node.key): node for node in self.graph.nodes}

    @cached_property
    def parties(self) -> Mapping[str, list[Named]]:
        """Agreement → who signed it."""
        found: dict[str, list[Named]] = {}
        for edge in self.edges("SIGNED"):
            found.setdefault(edge.target[1], []).append(self.named(edge.source))
        return found

    def edges(self, kind: str) -> Iterator[Edge]:
        return (edge for edge in self.graph.edges if edge.type == kind)

    def named(self, key: tuple[str, str]) -> Named:
        return Named.of(self.nodes[key])

    def labelled(self, label: str) -> dict[Key, Node]:
        return {(node.key,): node for node in self.graph.nodes if node.label == label}

    def members(self, cluster_id: str) -> frozenset[str]:
        """Who is or was a member."""
        return frozenset(e.source[1] for e in self.edges("MEMBER_OF") if e.target[1] == cluster_id)


def _moved(
    was: Mapping[Key, Node | Edge], now: Mapping[Key, Node | Edge]
) -> Iterator[tuple[Key, Status | None, Status]]:
    """What is new or has another status."""
    for key in sorted(now):
        after: Status = now[key].properties["status"]
        before: Status | None = was[key].properties["status"] if key in was else None
        if before != after:
            yield key, before, after


def _kind(before: Status | None, after: Status) -> ChangeKind:
    return "put_back" if before and STAGES[after] < STAGES[before] else _KNOWN[after]


def _by_ends(edges: Iterable[Edge]) -> dict[Key, Edge]:
    return {(*e.source, *e.target, str(e.properties.get("product", ""))): e for e in edges}


def _claims(was: Node | Edge | None, now: Node | Edge) -> tuple[str, ...]:
    new = set(now.claims).difference(was.claims if was else ())
    return tuple(sorted(new)) or now.claims


def _memberships(was: _State, now: _State) -> Iterator[Change]:
    old, new = (_by_ends(state.edges("MEMBER_OF")) for state in (was, now))
    for key, before, after in _moved(old, new):
        kind = _kind(before, after)
        if after == "ended":
            kind = "left"
        elif before in (None, "ended"):
            kind = "joined"
        edge = new[key]
        yield Change(
            kind=kind,
            thing="membership",
            parties=(now.named(edge.source),),
            about=now.named(edge.target),
            before=before,
            after=after,
            date=edge.properties["asserted"],
            claims=_claims(old.get(key), edge),
        )


def _agreements(was: _State, now: _State) -> Iterator[Change]:
    old, new = was.labelled("Agreement"), now.labelled("Agreement")
    for key, before, after in _moved(old, new):
        deal = new[key]
        yield Change(
            kind=_kind(before, after),
            thing="agreement",
            parties=tuple(now.parties.get(deal.key, ())),
            kind_of_agreement=deal.properties["kind"],
            before=before,
            after=after,
            date=deal.properties.get("signed", deal.properties["asserted"]),
            claims=_claims(old.get(key), deal),
        )


def _supplies(was: _State, now: _State) -> Iterator[Change]:
    old, new = (_by_ends(state.edges("SUPPLIES")) for state in (was, now))
    for key, before, after in _moved(old, new):
        edge = new[key]
        product = now.nodes.get(("Product", str(edge.properties.get("product", ""))))
        yield Change(
            kind=_kind(before, after),
            thing="supply",
            parties=(now.named(edge.source), now.named(edge.target)),
            about=Named.of(product) if product else None,
            before=before,
            after=after,
            date=edge.properties.get("since", edge.properties["asserted"]),
            claims=_claims(old.get(key), edge),
        )


def _enterprises(was: _State, now: _State) -> Iterator[Change]:
    """Who was not known before, and who has ended."""
    old, new = was.labelled(ENTERPRISE), now.labelled(ENTERPRISE)
    for key in sorted(new):
        node = new[key]
        before: Status | None = old[key].properties.get("status") if key in old else None
        after: Status | None = node.properties.get("status")
        over = after == "ended" and before != "ended"
        if key not in old or over:
            yield Change(
                kind="ended" if over else "newly_known",
                thing="enterprise",
                parties=(Named.of(node),),
                before=before,
                after=after,
                date=node.properties["asserted"],
                claims=_claims(old.get(key), node),
            )
