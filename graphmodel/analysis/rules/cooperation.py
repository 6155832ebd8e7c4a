"""The share of the members' output that other members use, as an interval.

The terms of the decree's formula are not confirmed; here the share is the value of the supplies in force from members
to other members, over the value of the members' output, in one currency. A member's output is what a source counts of
it (an aggregate with the measure `output`); it is at least what the member is known to deliver to anybody.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import Final, NamedTuple

from graphmodel.analysis.rules.roster import Members, Roster, binding, surely
from graphmodel.domain.claims import AggregateClaim
from graphmodel.domain.conflicts import TOLERANCE
from graphmodel.domain.graph import Edge, Graph
from graphmodel.domain.projection import RELIABLE, ranked
from graphmodel.domain.telling import Fact, Statement

MEASURE: Final = "output"
Interval = tuple[float, float]
UNKNOWN: Final[Interval] = (0.0, inf)


@dataclass(frozen=True)
class Output:
    """What one source says that an enterprise makes: the least and the most, and the claim."""

    bounds: Interval
    currency: str
    claim: str


def outputs(graph: Graph, aggregates: Iterable[AggregateClaim]) -> dict[str, Output]:
    """Enterprise → its output by the claim that wins by the stated rule of the graph; doubtful claims are left out."""
    named = {record: node.key for node in graph.nodes for record in node.properties.get("records", ())}
    told: dict[str, list[AggregateClaim]] = {}
    for claim in aggregates:
        if claim.measure == MEASURE and claim.currency and claim.confidence >= RELIABLE:
            record = claim.about.key(claim.source)
            told.setdefault(named.get(record, record), []).append(claim)
    return {enterprise: _output(claims) for enterprise, claims in told.items()}


def _output(claims: list[AggregateClaim]) -> Output:
    winner = ranked(Fact(("Enterprise", ""), Statement.of(claim)) for claim in claims)[0].claim.id
    claim = next(claim for claim in claims if claim.id == winner)
    value = float(claim.value)
    bounds = {
        "exact": (value, value),
        "at_least": (value, inf),
        "at_most": (0.0, value),
        "about": (value * (1 - TOLERANCE), value * (1 + TOLERANCE)),
    }
    return Output(bounds[claim.bound], claim.currency or "", claim.id)


@dataclass(frozen=True)
class Flow:
    """What a member makes, and how much of it other members use, both at least and at most; and what it surely sells
    to anybody.
    """

    output: Interval
    used: Interval
    sold: float


class Delivery(NamedTuple):
    """A supply in force: to whom, what it is worth (None where nobody says), and whether it is sure."""

    buyer: str
    value: float | None
    sure: bool
    edge: Edge


@dataclass(frozen=True)
class Cooperation:
    """The members' output and supplies in the currency in which most outputs, else most supplies, are given."""

    roster: Roster
    outputs: Mapping[str, Output]

    @cached_property
    def currency(self) -> str | None:
        """The currency that the shares are worked out in."""
        members = self.roster.everyone
        given = [self.outputs[member].currency for member in sorted(members & self.outputs.keys())]
        inside = [edge for edge in self.roster.supplies if edge.target[1] in members and _has_value(edge)]
        given = given or [str(edge.properties["currency"]) for edge in inside]
        return Counter(given).most_common(1)[0][0] if given else None

    @cached_property
    def deliveries(self) -> Mapping[str, list[Delivery]]:
        """Member → its supplies in force, to anybody."""
        found: dict[str, list[Delivery]] = {member: [] for member in sorted(self.roster.members)}
        for edge in filter(binding, self.roster.supplies):
            delivery = Delivery(edge.target[1], self._value(edge), surely(edge), edge)
            found[edge.source[1]].append(delivery)
        return found

    def _value(self, supply: Edge) -> float | None:
        known = _has_value(supply) and supply.properties["currency"] == self.currency
        return float(supply.properties["value"]) if known else None

    def flow(self, member: str, members: Members) -> Flow:
        """What a member makes, and how much of it others of these use."""
        given = self.outputs.get(member)
        low, high = given.bounds if given and given.currency == self.currency else UNKNOWN
        sold = _worth(one for one in self.deliveries[member] if one.sure)
        return Flow((max(low, sold), max(high, sold)), self._used(member, members), sold)

    def _used(self, member: str, members: Members) -> Interval:
        inside = [one for one in self.deliveries[member] if one.buyer in members]
        certain = _worth(one for one in inside if one.sure)
        if any(one.value is None for one in inside) or self.roster.hidden(member, members):
            return certain, inf
        return certain, _worth(inside)

    def share(self, members: Members) -> Interval:
        """The least and the most per cent of the output of these that others of these use."""
        flows = [self.flow(member, members) for member in members]
        return 100 * _least(flows), 100 * _most(flows)


def _worth(deliveries: Iterable[Delivery]) -> float:
    return sum(one.value or 0.0 for one in deliveries)


def _has_value(supply: Edge) -> bool:
    return "value" in supply.properties and "currency" in supply.properties


def _least(flows: Iterable[Flow]) -> float:
    """All outputs at their most, all use at its least."""
    used, made = 0.0, 0.0
    for flow in flows:
        used += flow.used[0]
        made += flow.output[1]
    return used / made if 0 < made < inf else 0.0


def _most(flows: Iterable[Flow]) -> float:
    """All use at its most within the output; an output no greater than it must be for that.

    A greater output that is wholly used raises the share, one that is not lowers it.
    """
    used, made = 0.0, 0.0
    for flow in flows:
        most = min(flow.used[1], flow.output[1])
        used += most
        made += max(flow.output[0], most)
    return used / made if 0 < made < inf else 1.0
