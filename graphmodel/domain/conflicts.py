"""Where sources disagree: both sides are kept, the winner is shown, and the disagreement can be asked for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from graphmodel.domain.claims import AggregateClaim, Bound
from graphmodel.domain.codes import Number
from graphmodel.domain.dates import bounds, contains, latest
from graphmodel.domain.projection import STAGES, ranked
from graphmodel.domain.schema import EDGES
from graphmodel.domain.telling import Fact, FactKey, Statement

TOLERANCE: Final = 0.1
STOCKS: Final = frozenset({"members", "suppliers", "enterprises"})
"""Measures that are counted at a moment; all others add up over a period."""

Nature = Literal["contradiction", "versions"]


class Side(BaseModel):
    """What one claim says in a disagreement: a code, or a number with its unit or currency and its bound."""

    model_config = ConfigDict(frozen=True)

    value: str | Number
    unit: str | None = None
    bound: Bound | None = None
    claim: str
    source: str
    asserted: str
    confidence: float


class Disagreement(BaseModel):
    """Two or more sources that say different things of one subject; the first side is the one that the graph shows.

    `versions` are different values at different dates, which may all have been true; a `contradiction` cannot be.
    """

    model_config = ConfigDict(frozen=True)

    subject: tuple[str, str]
    attribute: str
    nature: Nature
    sides: tuple[Side, ...]


def _side(
    claim: Statement, value: str | Decimal, unit: str | None = None, bound: Bound | None = None
) -> Side:
    return Side(
        value=value,
        unit=unit,
        bound=bound,
        claim=claim.id,
        source=claim.source,
        asserted=claim.asserted,
        confidence=claim.confidence,
    )


def _regresses(one: Statement, other: Statement) -> bool:
    """A status only moves forward; a source that puts it back, or differs at the same date, disagrees."""
    earlier, later = sorted((one, other), key=lambda claim: latest(claim.asserted))
    if latest(earlier.asserted) == latest(later.asserted):
        return earlier.status != later.status
    return STAGES[later.status] < STAGES[earlier.status]


def status_conflict(facts: list[Fact]) -> Disagreement | None:
    """The disagreement about the status of one enterprise, agreement or edge, if there is one."""
    if facts[0].key[0] == "MEMORANDUM":  # of several agreements, each with a status of its own
        return None
    direct = [fact for fact in ranked(facts) if fact.direct and "status" in fact.values]
    pairs = [
        (one.claim, other.claim)
        for one, other in combinations(direct, 2)
        if one.claim.source != other.claim.source and _regresses(one.claim, other.claim)
    ]
    if not pairs:
        return None
    involved = {claim.id for pair in pairs for claim in pair} | {direct[0].claim.id}
    sides = tuple(_side(f.claim, f.claim.status) for f in direct if f.claim.id in involved)
    return Disagreement(
        subject=_subject(direct[0].key), attribute="status", nature="contradiction", sides=sides
    )


def place_conflict(facts: list[Fact]) -> Disagreement | None:
    """The disagreement about where something lies; a region and its own country do not disagree."""
    ordered = ranked(facts)
    sides = tuple(_side(fact.claim, fact.target[1]) for fact in ordered if fact.target)
    if len({side.value for side in sides}) < 2 or len({side.source for side in sides}) < 2:
        return None
    return Disagreement(
        subject=_subject(ordered[0].key), attribute="place", nature="contradiction", sides=sides
    )


def _subject(key: FactKey) -> tuple[str, str]:
    return key[0], " → ".join(key[2::2]) if key[0] in EDGES and len(key) > 3 else key[-1]


def _counted(claim: AggregateClaim) -> Side:
    return _side(Statement.of(claim), claim.value, claim.currency or claim.unit, claim.bound)


def _disagree(one: AggregateClaim, other: AggregateClaim) -> Nature | None:
    """How two numbers of one measure disagree: a part that exceeds its whole, or two values for one time.

    A number for one period is a part of the number for a longer one that contains it.
    """
    if one.source == other.source or one.value == other.value:
        return None
    differ = abs(one.value - other.value) > float(max(one.value, other.value)) * TOLERANCE
    if one.measure in STOCKS:
        return "versions" if one.asserted != other.asserted else "contradiction" if differ else None
    if bounds(one.asserted) == bounds(other.asserted):
        return "contradiction" if differ else None
    for whole, part in ((one, other), (other, one)):
        if contains(whole.asserted, part.asserted) and float(part.value) > float(whole.value) * (
            1 + TOLERANCE
        ):
            return "contradiction"
    return None


def aggregate_conflicts(claims: Iterable[AggregateClaim]) -> Iterator[Disagreement]:
    """The disagreements among numbers, measure by measure."""
    groups: dict[tuple[str, ...], list[AggregateClaim]] = defaultdict(list)
    for claim in claims:
        unit = claim.currency or claim.unit or ""
        groups[claim.about.type.capitalize(), claim.about.key(claim.source), claim.measure, unit].append(
            claim
        )
    for (label, key, measure, _), group in sorted(groups.items()):
        found = {pair: nature for pair in combinations(group, 2) if (nature := _disagree(*pair))}
        if not found:
            continue
        involved = {claim.id: claim for pair in found for claim in pair}
        order = ranked(Fact((label, key), Statement.of(claim)) for claim in involved.values())
        yield Disagreement(
            subject=(label, key),
            attribute=measure,
            nature="contradiction" if "contradiction" in found.values() else "versions",
            sides=tuple(_counted(involved[fact.claim.id]) for fact in order),
        )
