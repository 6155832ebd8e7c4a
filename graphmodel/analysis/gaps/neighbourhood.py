"""The graph as one cluster sees it: its members, and what ties others to them."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from graphmodel.analysis.gaps.network import Reach, SupplyNetwork
from graphmodel.analysis.index import ENTERPRISE, Index, planned
from graphmodel.domain.graph import Edge

SAME_REGION: Final = 1.0
SAME_COUNTRY: Final = 0.5
SIGNED: Final = 1.0
ANNOUNCED: Final = 0.5


@dataclass(frozen=True)
class Tie:
    """A reason to prefer a candidate that has to do with one member: `score` and the edges that say so."""

    score: float
    member: str
    edges: tuple[Edge, ...]


@dataclass(frozen=True)
class Neighbourhood:
    """The graph as one cluster sees it: its members, and what ties others to them."""

    index: Index
    members: Mapping[str, Edge]
    _reached: dict[frozenset[str], Reach] = field(default_factory=lambda: {}, repr=False)

    @cached_property
    def network(self) -> SupplyNetwork:
        """The supplies between all enterprises."""
        return SupplyNetwork(self.index.supplies)

    def reach(self, buyers: Set[str]) -> Reach:
        """How near the supply network has everybody to these buyers; worked out once for each set of them."""
        key = frozenset(buyers)
        if key not in self._reached:
            self._reached[key] = self.network.reach(key)
        return self._reached[key]

    @cached_property
    def _memoranda(self) -> Mapping[str, Tie]:
        found: dict[str, Tie] = {}
        for edge in self.index.live("MEMORANDUM"):
            for (label, other), (_, member) in ((edge.source, edge.target), (edge.target, edge.source)):
                if label == ENTERPRISE and member in self.members:
                    score = ANNOUNCED if planned(edge) else SIGNED
                    found[other] = _better(found.get(other), Tie(score, member, (edge,)))
        return found

    def agreement(self, enterprise: str) -> Tie | None:
        """Membership, or the firmest memorandum with a member."""
        if membership := self.members.get(enterprise):
            return Tie(SIGNED, enterprise, (membership,))
        return self._memoranda.get(enterprise)

    @cached_property
    def _nearest(self) -> Mapping[str, Tie]:
        """Region or country → the first member that is there."""
        found: dict[str, Tie] = {}
        for member in sorted(self.members):
            if place := self.index.places.get(member):
                for code, score in ((place.region, SAME_REGION), (place.country, SAME_COUNTRY)):
                    if code:
                        found.setdefault(code, Tie(score, member, place.edges))
        return found

    def place(self, enterprise: str) -> Tie | None:
        """Where it is against the members: 1 in the region of one, 0.5 in the country of one, else 0.

        None where it is not known.
        """
        if not (place := self.index.places.get(enterprise)):
            return None
        tie = self._nearest.get(place.region or "") or self._nearest.get(place.country or "")
        return Tie(tie.score, tie.member, tie.edges + place.edges) if tie else Tie(0.0, "", place.edges)


def _better(known: Tie | None, tie: Tie) -> Tie:
    return tie if known is None or (tie.score, known.member) > (known.score, tie.member) else known
