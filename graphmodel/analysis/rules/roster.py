"""A cluster as a rule sees it: who is or may be a member, and what contracts are or may be between members.

Three things are open and can turn out either way: a membership that is only announced or rests on doubtful claims; a
contract that does, or whose kind may not make it one; and whatever an unnamed member has agreed on. What no source
tells of is taken not to be.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from typing import Final

from graphmodel.analysis.clusters import memberships
from graphmodel.analysis.index import ENTERPRISE, Index
from graphmodel.analysis.rules.rulebook import Rule
from graphmodel.domain.graph import Edge, Node
from graphmodel.domain.projection import RELIABLE

BINDING: Final = frozenset({"signed", "active"})
MOST_OPEN: Final = 12
"""Open memberships up to which every completion is looked at: 4,096 of them."""
Members = frozenset[str]


@dataclass(frozen=True)
class Deal:
    """A supply or agreement between members; `certain` where it surely is a contract in force."""

    parties: Members
    kind: str
    certain: bool
    things: tuple[Node | Edge, ...] = ()

    def ties(self, member: str, members: Members) -> bool:
        """Whether it ties a member to another of these."""
        return member in self.parties and bool(self.parties & members - {member})


@dataclass(frozen=True)
class Roster:
    """`members` by id with their membership, the `settled` ones among them, those that no source names, their deals,
    what they supply to anybody, and the agreements of one of them that stand in for any contract.
    """

    members: Mapping[str, Edge]
    settled: Members
    unnamed: Members
    deals: tuple[Deal, ...]
    supplies: tuple[Edge, ...] = ()
    instead: tuple[Deal, ...] = ()

    @cached_property
    def deals_of(self) -> Mapping[str, tuple[Deal, ...]]:
        """Member → the deals that it is party to."""
        found: dict[str, tuple[Deal, ...]] = dict.fromkeys(self.members, ())
        for deal in self.deals:
            for party in deal.parties:
                found[party] += (deal,)
        return found

    @cached_property
    def everyone(self) -> Members:
        """All who are or may be members."""
        return frozenset(self.members)

    @property
    def open(self) -> Members:
        """Whose membership can turn out either way."""
        return self.everyone - self.settled

    def completions(self) -> Iterator[Members]:
        """Every set of members that there can be, but for the empty one. Meant for at most `MOST_OPEN` open ones."""
        opened = sorted(self.open)
        for size in range(len(opened) + 1):
            for joined in combinations(opened, size):
                if members := self.settled | set(joined):
                    yield members

    def hidden(self, member: str, members: Members) -> bool:
        """Whether it may have contracts with others of these that no source tells of: one side is unnamed."""
        return bool((self.unnamed & members) - {member}) or (member in self.unnamed and len(members) > 1)

    def with_deals(self, deals: Iterable[Deal]) -> "Roster":
        """The same with more deals."""
        return replace(self, deals=(*self.deals, *deals))

    def all_settled(self) -> "Roster":
        """The same where everyone who may be a member is one."""
        return replace(self, settled=self.everyone)


def surely(thing: Node | Edge) -> bool:
    """Whether its claims are reliable together."""
    return float(thing.properties.get("confidence", 1.0)) >= RELIABLE


def binding(thing: Node | Edge) -> bool:
    """Whether it is signed or in force: what is announced is no contract yet, what has ended is none any more."""
    return thing.properties.get("status") in BINDING


def roster(index: Index, cluster_id: str, rule: Rule) -> Roster:
    """The cluster under a rule. Raises NotFoundError for an unknown cluster."""
    members = memberships(index, cluster_id)
    return Roster(
        members=members,
        settled=frozenset(key for key, edge in members.items() if binding(edge) and surely(edge)),
        unnamed=frozenset(key for key in members if index.enterprise(key).placeholder),
        deals=(*_supplied(index, members), *_agreed(index, members, rule)),
        supplies=tuple(edge for edge in index.supplies if edge.source[1] in members),
        instead=tuple(_instead(index, members, rule)),
    )


def _supplied(index: Index, members: Mapping[str, Edge]) -> Iterator[Deal]:
    for edge in index.supplies:
        if edge.source[1] in members and edge.target[1] in members and binding(edge):
            yield Deal(frozenset((edge.source[1], edge.target[1])), "supplies", surely(edge), (edge,))


def _agreed(index: Index, members: Mapping[str, Edge], rule: Rule) -> Iterator[Deal]:
    """The agreements of members with each other whose kind makes them contracts, or may."""
    parties: dict[str, list[tuple[Edge, bool]]] = {}
    for edge, deal, sure in _signed(index, rule.counted | rule.doubtful):
        if edge.source[1] in members:
            parties.setdefault(deal.key, []).append((edge, sure))
    for key, signed in parties.items():
        deal, kind = index.nodes["Agreement", key], index.nodes["Agreement", key].properties["kind"]
        if len(signed) > 1:
            certain = kind in rule.counted and all(sure for _, sure in signed)
            edges = [edge for edge, _ in signed]
            yield Deal(frozenset(edge.source[1] for edge in edges), kind, certain, (deal, *edges))


def _instead(index: Index, members: Mapping[str, Edge], rule: Rule) -> Iterator[Deal]:
    for edge, deal, sure in _signed(index, rule.instead):
        if edge.source[1] in members:
            yield Deal(frozenset({edge.source[1]}), deal.properties["kind"], sure, (deal, edge))


def _signed(index: Index, kinds: frozenset[str]) -> Iterator[tuple[Edge, Node, bool]]:
    """The signatures of enterprises under agreements of some kinds that are in force, and whether that is sure."""
    for edge in index.live("SIGNED"):
        deal = index.nodes[edge.target]
        if edge.source[0] == ENTERPRISE and deal.properties.get("kind") in kinds and binding(deal):
            yield edge, deal, surely(deal) and surely(edge)
