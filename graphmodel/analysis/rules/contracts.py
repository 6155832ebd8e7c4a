"""How many contracts a member has with other members, surely and at most."""

from math import inf
from typing import Final

from graphmodel.analysis.rules.roster import Members, Roster

ENOUGH: Final = inf
"""What stands in for any contract counts as any number of them."""


def certain(roster: Roster, member: str, members: Members) -> float:
    """The contracts that it surely has with others of these."""
    return _count(roster, member, members, certain=True)


def possible(roster: Roster, member: str, members: Members) -> float:
    """The contracts that it has at most; an unnamed party may have any number."""
    return ENOUGH if roster.hidden(member, members) else _count(roster, member, members, certain=False)


def _count(roster: Roster, member: str, members: Members, *, certain: bool) -> float:
    if any(member in deal.parties and (deal.certain or not certain) for deal in roster.instead):
        return ENOUGH
    return sum(
        deal.ties(member, members) and (deal.certain or not certain) for deal in roster.deals_of[member]
    )


def lacking(roster: Roster, members: Members, least: float) -> tuple[float, float]:
    """How many of these have fewer than `least` contracts: at least, and at most."""
    return (
        sum(possible(roster, member, members) < least for member in members),
        sum(certain(roster, member, members) < least for member in members),
    )
