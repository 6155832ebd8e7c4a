"""What each kind of rule measures, the least and the most of it over every completion, and what would help."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import Final, Literal

from graphmodel.analysis.rules.contracts import lacking
from graphmodel.analysis.rules.cooperation import UNKNOWN, Cooperation, Interval, Output
from graphmodel.analysis.rules.remedies import Volumes, contracts_for_all, contracts_for_most, volumes_for
from graphmodel.analysis.rules.results import Answer
from graphmodel.analysis.rules.roster import MOST_OPEN, Deal, Members, Roster
from graphmodel.analysis.rules.rulebook import Check, Rule

Sense = Literal["at_least", "at_most"]
SENSES: Final[Mapping[Check, Sense]] = {
    "cooperation": "at_least",
    "members": "at_least",
    "contracts": "at_most",
    "without_contracts": "at_most",
}
_DIGITS: Final = 9
"""To which a measured value is compared with the threshold: sums of amounts are not exact."""


@dataclass(frozen=True)
class Case:
    """One rule on one cluster."""

    rule: Rule
    roster: Roster
    outputs: Mapping[str, Output]

    @cached_property
    def cooperation(self) -> Cooperation:
        """The members' flows."""
        return Cooperation(self.roster, self.outputs)

    @cached_property
    def measured(self) -> Interval:
        """The least and the most of what the rule limits, over every completion."""
        if self.rule.check == "unmeasured" or not self.roster.members or len(self.roster.open) > MOST_OPEN:
            return UNKNOWN
        return hull(map(self._measure(), self.roster.completions()))

    def _measure(self) -> Callable[[Members], Interval]:
        match self.rule.check:
            case "cooperation":
                return self.cooperation.share
            case "members":
                return self._number
            case "contracts":
                return lambda members: lacking(self.roster, members, self.rule.value or 1)
            case _:
                return lambda members: lacking(self.roster, members, 1)

    def _number(self, members: Members) -> Interval:
        """An unnamed member stands for one enterprise or more."""
        return len(members), inf if members & self.roster.unnamed else len(members)

    @property
    def answer(self) -> Answer:
        """The verdict."""
        if self.rule.value is None or self.rule.check not in SENSES:
            return "unknown"
        threshold = 0.0 if self.rule.check == "contracts" else self.rule.value
        return verdict(self.measured, SENSES[self.rule.check], threshold, self.rule.relaxed)

    def remedy(self) -> tuple[tuple[Deal, ...], Volumes] | None:
        """The fewest contracts, or the least value by the fewest suppliers; None where neither would help."""
        deals: tuple[Deal, ...] | None = None
        volumes: Volumes | None = None
        if self.rule.value is not None and self.answer != "holds":
            match self.rule.check:
                case "contracts":
                    deals = contracts_for_all(self.roster, int(self.rule.value))
                case "without_contracts":
                    deals = contracts_for_most(self.roster, int(self.rule.value))
                case "cooperation":
                    volumes = volumes_for(self.cooperation, self.rule.value)
        return None if deals is None and volumes is None else (deals or (), volumes or ())


def hull(intervals: Iterable[Interval]) -> Interval:
    """The smallest interval that holds them all."""
    lows, highs = zip(*intervals, strict=True)
    return min(lows), max(highs)


def verdict(measured: Interval, sense: Sense, threshold: float, relaxed: float | None = None) -> Answer:
    """Whether all of the interval is on the right side of the threshold, or none of it.

    `relaxed` is a threshold that may be enough: what misses it fails, what lies between the two is unknown.
    """
    low, high = (round(bound, _DIGITS) for bound in measured)
    lenient = threshold if relaxed is None else relaxed
    if sense == "at_least":
        return "holds" if low >= threshold else "fails" if high < lenient else "unknown"
    return "holds" if high <= threshold else "fails" if low > lenient else "unknown"
