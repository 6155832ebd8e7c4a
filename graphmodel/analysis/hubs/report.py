"""Which enterprises hold a network together, in which role, and how sure that is.

The rank in a role is the place by the mean rank of the role's measures. Each claim may be wrong, so networks are
sampled (worlds.py). An enterprise is called a hub only where it is among the first in at least 95 % of the samples.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from graphmodel.analysis.hubs.arrays import Mask, Numbers, Values
from graphmodel.analysis.hubs.engines.brokering import BROKERAGE
from graphmodel.analysis.hubs.measures import Measures
from graphmodel.analysis.hubs.project import COOPERATION, STANDING, Link, LinkKind, Scope, links, network
from graphmodel.analysis.hubs.ranking import overall, places
from graphmodel.analysis.hubs.roles import ALL_ROLES, ROLES, RoleSpec
from graphmodel.analysis.hubs.worlds import Worlds
from graphmodel.analysis.index import ENTERPRISE, claims_of
from graphmodel.analysis.results import Hub, Hubs, Measure, Named, Profile, Role, Status
from graphmodel.domain.graph import Graph, Node

CERTAIN: Final = 0.95
PERCENTILES: Final = (5, 95)
MOST_ROWS: Final = 1_000
"""Rows of a role, at most."""


def hubs(
    graph: Graph,
    *,
    scope: Scope | None = None,
    kinds: Collection[LinkKind] = COOPERATION,
    statuses: Collection[Status] = STANDING,
    roles: Collection[Role] = ALL_ROLES,
    samples: int = 200,
    seed: int = 20250430,
    top: int = 5,
) -> Hubs:
    """The enterprises in each of the roles, by rank; of each role the first 1,000.

    `scope`: ids of enterprises; only links with an end among them count, and partners outside are rows with `inside`
    false. `kinds` and `statuses` choose the links; suppliers and buyers are those of supplies in any case. A supplier
    (buyer) has at least one buyer (supplier), a broker at least two partners, a gateway at least one open two-path that
    crosses a border. An enterprise is among the first where its rank is at most `top`, or a third of those that have
    the role where that is less (but 1), so that in a small network not everybody is a hub; those that tie share the
    mean of their places. `samples` is at least 1; of large networks fewer are drawn. The same graph and `seed` give
    the same answer.
    """
    found = links(graph, scope, kinds, statuses)
    worlds = Worlds(network(graph, found), samples, seed)
    report = _Report({n.key: n for n in graph.nodes if n.label == ENTERPRISE}, scope, worlds, top)
    specs = [ROLES[role] for role in ALL_ROLES if role in roles] if found else []
    ranked = report.ranked(specs)
    return Hubs(
        samples=worlds.count,
        seed=seed,
        top=top,
        sources=worlds.sources,
        sampled_sources=worlds.sampled_sources,
        having={one.spec.role: one.who.size for one in ranked},
        rows=tuple(row for one in ranked for row in report.rows(one)),
    )


@dataclass(frozen=True)
class _Ranked:
    """Those who have a role (`who`), their measures, and their ranks and presence in each sample."""

    spec: RoleSpec
    who: Numbers
    values: Values
    ranks: Values
    present: Mask


@dataclass(frozen=True)
class _Report:
    """All that the rows are made of."""

    nodes: dict[str, Node]
    scope: Scope | None
    worlds: Worlds
    top: int

    @cached_property
    def stated(self) -> Measures:
        """The network as the claims have it."""
        return self.worlds.stated()

    def ranked(self, specs: Iterable[RoleSpec]) -> list[_Ranked]:
        """The roles that anybody has, each with the ranks in all samples."""
        who = {spec: np.flatnonzero(spec.having(self.stated)) for spec in specs}
        who = {spec: own for spec, own in who.items() if own.size}
        sampled: dict[RoleSpec, list[Values]] = {spec: [] for spec in who}
        for world in self.worlds.sampled() if who else ():
            for spec, own in who.items():
                values = spec.values(world, own)
                sampled[spec].append(np.array([overall(values), values.any(axis=0)]))
        return [
            _Ranked(
                spec,
                own,
                spec.values(self.stated, own),
                np.array([ranks for ranks, _ in sampled[spec]]),
                np.array([present for _, present in sampled[spec]], dtype=bool),
            )
            for spec, own in who.items()
        ]

    def rows(self, ranked: _Ranked) -> Iterator[Hub]:
        """The rows of one role."""
        rank, by_measure = overall(ranked.values), places(ranked.values)
        interval = np.percentile(ranked.ranks, PERCENTILES, axis=0, method="inverted_cdf")
        first = max(1, min(self.top, ranked.who.size // 3))
        share = (ranked.present & (ranked.ranks <= first)).mean(axis=0)
        for place in np.lexsort((ranked.who, rank))[:MOST_ROWS].tolist():
            node = int(ranked.who[place])
            key = self.worlds.network.enterprises[node]
            yield Hub(
                enterprise=Named.of(self.nodes[key]),
                country=self._country(key),
                role=ranked.spec.role,
                rank=rank[place],
                interval=tuple(interval[:, place]),
                in_top=share[place],
                measures={
                    name: Measure(value=ranked.values[number, place], rank=by_measure[number, place])
                    for number, name in enumerate(ranked.spec.measures)
                },
                profile=self._profile(node),
                verdict="hub" if share[place] >= CERTAIN else "uncertain",
                inside=self.scope is None or key in self.scope,
                claims=self._claims(ranked.spec.role, key),
            )

    def _country(self, key: str) -> str | None:
        place = self.worlds.network.places.get(key)
        return place.country if place else None

    def _profile(self, node: int) -> Profile:
        stated = self.stated
        return Profile(
            buyers=int(stated.buyers[node]),
            suppliers=int(stated.suppliers[node]),
            partners=int(stated.degree[node]),
            core=int(stated.core[node]),
            community=int(stated.community[node]),
            within_module_z=stated.within_module_z[node],
            participation=stated.participation[node],
            brokerage={
                role: int(count) for role, count in zip(BROKERAGE, stated.brokerage[:, node], strict=True)
            },
        )

    @cached_property
    def _links(self) -> dict[str, list[Link]]:
        found: defaultdict[str, list[Link]] = defaultdict(list)
        for link in self.worlds.network.links:
            found[link.source].append(link)
            found[link.target].append(link)
        return found

    def _claims(self, role: Role, key: str) -> tuple[str, ...]:
        """The claims of the links that give it the role; of a gateway, those of the places too."""
        own = [link for link in self._links[key] if _gives(link, role, key)]
        claims = {claim for link in own for claim in link.claims}
        if role == "gateway":
            ends = {key}.union(*((link.source, link.target) for link in own))
            found = (self.worlds.network.places.get(end) for end in ends)
            claims |= {claim for place in found if place for claim in claims_of(*place.edges)}
        return tuple(sorted(claims))


def _gives(link: Link, role: Role, key: str) -> bool:
    """Whether a link of this enterprise gives it the role."""
    if role == "supplier":
        return link.kind == "supplies" and link.source == key
    if role == "buyer":
        return link.kind == "supplies" and link.target == key
    return True
