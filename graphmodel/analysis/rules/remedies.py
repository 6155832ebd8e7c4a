"""The smallest set of contracts or volumes that would make a rule hold, everyone who may be a member being one."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import inf

from graphmodel.analysis.rules.contracts import certain
from graphmodel.analysis.rules.cooperation import Cooperation
from graphmodel.analysis.rules.roster import Deal, Roster

Volumes = tuple[tuple[str, float], ...]


def contracts_for_all(roster: Roster, least: int) -> tuple[Deal, ...] | None:
    """The fewest contracts after which each member has `least`; None where there is nobody to sign them with."""
    short = {m: max(0, least - _count(roster, m)) for m in roster.everyone}
    return _pairs(short, sorted(roster.everyone))


def contracts_for_most(roster: Roster, spared: int) -> tuple[Deal, ...] | None:
    """The fewest contracts after which at most `spared` members have none; None where there is nobody to sign with."""
    without = [m for m in sorted(roster.everyone) if _count(roster, m) < 1]
    excess = max(0, len(without) - spared)
    return _pairs(dict.fromkeys(without[:excess], 1), sorted(roster.everyone))


def _count(roster: Roster, member: str) -> float:
    return certain(roster, member, roster.everyone)


def _pairs(short: Mapping[str, float], members: list[str]) -> tuple[Deal, ...] | None:
    """Contracts between those who lack most, two by two; the last one signs with anybody.

    No set is smaller: a contract helps two at most, and one who lacks more than all others together needs as many
    contracts as it lacks.
    """
    left = Counter({member: int(number) for member, number in short.items() if number})
    if left and len(members) < 2:
        return None
    found: list[Deal] = []
    while left:
        (one, _), *rest = sorted(left.items(), key=lambda item: (-item[1], item[0]))
        other = rest[0][0] if rest else next(member for member in members if member != one)
        found.append(Deal(frozenset((one, other)), "contract", certain=True))
        left -= Counter((one, other))
    return tuple(found)


def volumes_for(cooperation: Cooperation, percent: float) -> Volumes | None:
    """The least value that members would have to deliver to others in addition, by the fewest suppliers.

    Supplier → value, out of the output that is not delivered to anybody yet. None where the output of a member is not
    known, there is not so much of it, or there is nobody to deliver to.
    """
    members = cooperation.roster.everyone
    flows = {member: cooperation.flow(member, members) for member in sorted(members)}
    made = sum(flow.output[1] for flow in flows.values())
    if made == inf or not made or len(members) < 2:
        return None
    wanted = made * percent / 100 - sum(flow.used[0] for flow in flows.values())
    spare = {member: flow.output[1] - flow.sold for member, flow in flows.items()}
    return tuple(_drawn(spare, wanted)) if wanted <= sum(spare.values()) else None


def _drawn(spare: Mapping[str, float], wanted: float) -> Iterable[tuple[str, float]]:
    left = wanted
    for member, room in sorted(spare.items(), key=lambda item: (-item[1], item[0])):
        if left <= 0:
            return
        yield member, min(room, left)
        left -= room
