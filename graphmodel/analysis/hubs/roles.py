"""The four roles: who has one, and by which measures it is ranked in it."""

from dataclasses import dataclass
from typing import Final, get_args

import numpy as np

from graphmodel.analysis.hubs.arrays import Mask, Numbers, Values
from graphmodel.analysis.hubs.measures import Measures
from graphmodel.analysis.results import Role


@dataclass(frozen=True)
class RoleSpec:
    """A role: whoever has at least `least` of the measure `needs` has it; those are ranked by `measures`."""

    role: Role
    needs: str
    least: int
    measures: tuple[str, ...]

    def having(self, measured: Measures) -> Mask:
        """Who has the role."""
        return np.asarray(measured.named(self.needs) >= self.least)

    def values(self, measured: Measures, who: Numbers) -> Values:
        """One row per measure, one column for each of `who`; 0 for one that does not have the role."""
        found: Values = np.array([measured.named(name)[who] for name in self.measures])
        return np.asarray(found * self.having(measured)[who])


ROLES: Final = {
    spec.role: spec
    for spec in (
        RoleSpec("supplier", "buyers", 1, ("out_strength", "hits_hub", "pagerank_reversed")),
        RoleSpec("buyer", "suppliers", 1, ("in_strength", "hits_authority", "pagerank")),
        RoleSpec("broker", "degree", 2, ("betweenness", "inverse_constraint", "effective_size")),
        RoleSpec(
            "gateway",
            "cross_border_brokerage",
            1,
            ("cross_border_brokerage", "foreign_partners", "country_participation"),
        ),
    )
}
ALL_ROLES: Final[tuple[Role, ...]] = get_args(Role)
