"""What a cluster loses without an enterprise, a region or a country."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import cast

import networkx as nx

from graphmodel.analysis.clusters import cluster, memberships
from graphmodel.analysis.index import Index, claims_of, planned
from graphmodel.analysis.results import Named, Necessity
from graphmodel.analysis.shock.results import Affected, Articulation, Lost, LostInput, SingleSource, WhatIf
from graphmodel.analysis.shock.spread import WHOLE, Input, Left, Needs, Shock, needs, products, shock
from graphmodel.domain.graph import Edge, Graph
from graphmodel.domain.names import normalise


def located(graph: Graph, place: str) -> frozenset[str] | None:
    """The enterprises in a region or country, given by its ISO code or a name; None where there is no such place."""
    wanted = normalise(place)
    for node in graph.nodes:
        names = [node.key, *(str(v) for k, v in node.properties.items() if k.startswith("name_"))]
        if node.label in ("Region", "Country") and wanted in map(normalise, names):
            there = Index(graph).places.items()
            return frozenset(key for key, at in there if node.key in (at.region, at.country))
    return None


def whatif(graph: Graph, cluster_id: str, removed: Collection[str]) -> WhatIf:
    """What the members of a cluster lose when these enterprises neither make nor deliver anything any more.

    `shock` says how the loss is worked out. Supplies that have ended are left out, those only announced count and are
    marked; nobody finds another supplier.

    Raises NotFoundError for an unknown cluster.
    """
    index = Index(graph)
    node = cluster(index, cluster_id)
    telling = _Telling(index, memberships(index, cluster_id), frozenset(removed))
    return WhatIf(
        cluster=Named.of(node),
        without=tuple(map(telling.named, sorted(removed))),
        index=telling.index_of_loss(),
        weighted=telling.weights is not None,
        inputs=tuple(sorted(telling.inputs(), key=_worst_first)),
        affected=tuple(sorted(telling.affected(), key=lambda row: (row.steps, row.enterprise.id))),
        single_sources=tuple(telling.single_sources()),
        articulations=tuple(telling.articulations()),
    )


def _worst_first(row: LostInput) -> tuple[float, float, str, str]:
    return -row.lost[1], -row.lost[0], row.member.id, row.input.id if row.input else ""


def _lost(left: Left) -> Lost:
    low, high = left
    return 1 - high, 1 - low


@dataclass(frozen=True)
class _Telling:
    """Puts one shock on one cluster into rows."""

    index: Index
    members: Mapping[str, Edge]
    removed: frozenset[str]

    @cached_property
    def needs(self) -> Mapping[str, Needs]:
        return needs(self.index)

    @cached_property
    def made(self) -> Mapping[str, list[str]]:
        return products(self.index)

    @cached_property
    def supplies(self) -> Mapping[tuple[str, str], list[Edge]]:
        """Supplier and buyer → what one supplies to the other."""
        found: defaultdict[tuple[str, str], list[Edge]] = defaultdict(list)
        for edge in self.index.supplies:
            found[edge.source[1], edge.target[1]].append(edge)
        return found

    @cached_property
    def shock(self) -> Shock:
        return shock(self.needs, self.removed)

    def named(self, key: str) -> Named:
        return Named.of(self.index.enterprise(key))

    def _good(self, code: str | None) -> Named | None:
        return Named.of(self.index.product(code)) if code else None

    @cached_property
    def weights(self) -> Mapping[str, float] | None:
        """What each member delivers in value; None where that is not known of all, or in several currencies."""
        sold = [edge for edge in self.index.supplies if edge.source[1] in self.members]
        totals = dict.fromkeys(self.members, 0.0)
        for edge in sold:
            totals[edge.source[1]] += edge.properties.get("value", 0.0)
        valued = all("value" in edge.properties for edge in sold)
        currencies = {edge.properties.get("currency") for edge in sold}
        return totals if totals and valued and len(currencies) == 1 and all(totals.values()) else None

    def index_of_loss(self) -> Lost:
        weights = self.weights or dict.fromkeys(self.members, 1.0)
        losses = {member: _lost(self.shock.left.get(member, WHOLE)) for member in weights}
        total = sum(weights.values()) or 1.0
        low, high = (sum(weights[m] * lost[side] for m, lost in losses.items()) / total for side in (0, 1))
        return low, high

    def inputs(self) -> Iterator[LostInput]:
        for member in sorted(self.members.keys() - self.removed):
            for one in self.needs[member].inputs if member in self.needs else ():
                if any(edge.source[1] in self.shock.left for edge in one.supplies):
                    yield self._input(member, one)

    def _input(self, member: str, one: Input) -> LostInput:
        hit = [edge for edge in one.supplies if edge.source[1] in self.shock.left]
        suppliers = {edge.source[1] for edge in one.supplies}
        gone = sorted({edge.source[1] for edge in hit})
        first = min(gone, key=lambda key: (self.shock.steps[key], key))
        recipes = self._recipes(member, one.product)
        made = sorted(edge.source[1] for edge in recipes) or self.made.get(member, [])
        return LostInput(
            member=self.named(member),
            input=self._good(one.product),
            products=tuple(Named.of(self.index.product(code)) for code in made),
            necessity=_strictest(recipes),
            lost=_lost(one.available(self.shock.left)),
            direct=not self.removed.isdisjoint(gone),
            suppliers_hit=tuple(map(self.named, gone)),
            suppliers_left=tuple(map(self.named, sorted(suppliers.difference(gone)))),
            path=(*self._path(first), self.named(member)),
            planned=all(map(planned, hit)),
            claims=claims_of(self.members[member], *one.supplies, *recipes),
        )

    def _recipes(self, member: str, product: str | None) -> list[Edge]:
        """The lines of recipes of what a member makes that ask for a product."""
        lines = (edge for code in self.made.get(member, []) for edge in self.index.recipes.get(code, ()))
        return [edge for edge in lines if edge.target[1] == product]

    def _path(self, enterprise: str) -> tuple[Named, ...]:
        """From an enterprise that is gone to this one, by the suppliers through which it was first reached."""
        keys = [enterprise]
        while keys[0] in self.shock.via:
            keys.insert(0, self.shock.via[keys[0]])
        return tuple(map(self.named, keys))

    def affected(self) -> Iterator[Affected]:
        for key in self.shock.left.keys() - self.removed:
            path = self._path(key)
            links = [edge for one, other in pairwise(path) for edge in self.supplies[one.id, other.id]]
            yield Affected(
                enterprise=self.named(key),
                member=key in self.members,
                steps=self.shock.steps[key],
                lost=_lost(self.shock.left[key]),
                path=path,
                claims=claims_of(*links),
            )

    def single_sources(self) -> Iterator[SingleSource]:
        for member in sorted(self.members.keys() & self.needs.keys()):
            for one in self.needs[member].inputs:
                suppliers = {edge.source[1] for edge in one.supplies}
                if one.product and len(suppliers) == 1 and not one.own:
                    yield SingleSource(
                        member=self.named(member),
                        input=Named.of(self.index.product(one.product)),
                        supplier=self.named(suppliers.pop()),
                        claims=claims_of(*one.supplies),
                    )

    def articulations(self) -> Iterator[Articulation]:
        """Those of the supplies that have a member at one end, taken without direction."""
        network: nx.Graph[str] = nx.Graph()
        for edge in self.index.supplies:
            if not self.members.keys().isdisjoint((edge.source[1], edge.target[1])):
                network.add_edge(edge.source[1], edge.target[1])
        blocks: Counter[str] = Counter()
        for block in cast("Iterator[set[str]]", nx.biconnected_components(network)):
            blocks.update(block)
        for key in sorted(key for key, parts in blocks.items() if parts > 1):
            pairs = (pair for other in network[key] for pair in ((key, other), (other, key)))
            links = [edge for pair in pairs for edge in self.supplies.get(pair, ())]
            yield Articulation(
                enterprise=self.named(key),
                member=key in self.members,
                parts=blocks[key],
                claims=claims_of(*links),
            )


def _strictest(recipes: list[Edge]) -> Necessity | None:
    found: set[Necessity] = {edge.properties.get("necessity", "required") for edge in recipes}
    order: tuple[Necessity, ...] = ("required", "variant", "alternative", "option")
    return next((necessity for necessity in order if necessity in found), None)
