"""What the members of a cluster need: each input of each product that they make, and who could or does deliver it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from graphmodel.analysis.index import Index, claims_of, planned
from graphmodel.analysis.results import GapKind
from graphmodel.domain.graph import Edge


@dataclass(frozen=True)
class Need:
    """One line of a recipe.

    `makers`: the members that make the product. `sources`: whoever makes or delivers the input, anywhere. `deliveries`:
    source → its supplies of the input to a maker; a maker that makes the input itself has its own making there.
    """

    requires: Edge
    members: Mapping[str, Edge]
    makers: Mapping[str, Edge]
    sources: Mapping[str, Edge]
    deliveries: Mapping[str, list[Edge]]
    abroad: bool

    @property
    def product(self) -> str:
        """The code of the product."""
        return self.requires.source[1]

    @property
    def input(self) -> str:
        """The code of the input."""
        return self.requires.target[1]

    @property
    def kind(self) -> GapKind:
        """By the precedence that `gaps` states."""
        if not self.sources:
            return "no_producer"
        if not self.sources.keys() & self.members.keys():
            return "cross_border_only" if self.abroad else "outside_cluster"
        if self.deliveries.keys() & self.makers.keys():
            return "ok"
        if not self.deliveries.keys() & self.members.keys():
            return "unlinked"
        return "ok" if len(self.deliveries) > 1 else "single_source"

    @property
    def planned(self) -> bool:
        """Whether there are deliveries, and all of them only announced."""
        edges = list(chain.from_iterable(self.deliveries.values()))
        return bool(edges) and all(map(planned, edges))

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims of the recipe, of who makes the product and belongs to the cluster, and of who has the input."""
        belonging = [self.members[maker] for maker in self.makers]
        deliveries = chain.from_iterable(self.deliveries.values())
        return claims_of(
            self.requires, *belonging, *self.makers.values(), *self.sources.values(), *deliveries
        )


@dataclass(frozen=True)
class Recipe:
    """What one product of the members needs."""

    product: str
    needs: tuple[Need, ...]

    @cached_property
    def delivered_alternatives(self) -> list[Need]:
        """The alternatives that somebody delivers."""
        return [need for need in self.needs if _is_alternative(need) and need.deliveries]

    @property
    def left_out(self) -> list[Need]:
        """The alternatives that nobody delivers, where somebody delivers another one."""
        return [need for need in self.needs if self._is_left_out(need)]

    @property
    def asked(self) -> list[Need]:
        """The needs without those that are left out."""
        return [need for need in self.needs if not self._is_left_out(need)]

    def _is_left_out(self, need: Need) -> bool:
        return _is_alternative(need) and not need.deliveries and bool(self.delivered_alternatives)


def recipes(index: Index, members: Mapping[str, Edge]) -> list[Recipe]:
    """The recipe of each product that a member makes, in the order of their codes."""
    found = []
    for product in sorted(index.makers):
        makers = {key: edge for key, edge in index.makers[product].items() if key in members}
        if makers:
            lines = index.recipes.get(product, ())
            found.append(Recipe(product, tuple(_need(index, members, makers, edge) for edge in lines)))
    return found


def _is_alternative(need: Need) -> bool:
    return need.requires.properties.get("necessity") == "alternative"


def _need(index: Index, members: Mapping[str, Edge], makers: Mapping[str, Edge], requires: Edge) -> Need:
    sources = index.sources.get(requires.target[1], {})
    deliveries = {maker: [sources[maker]] for maker in makers if _makes(sources.get(maker))}
    for edge in chain.from_iterable(index.purchases.get(maker, ()) for maker in sorted(makers)):
        if _covers(edge, requires.target[1], sources):
            deliveries.setdefault(edge.source[1], []).append(edge)
    return Need(requires, members, makers, sources, deliveries, _abroad(index, makers, sources))


def _makes(source: Edge | None) -> bool:
    return source is not None and source.type == "PRODUCES"


def _covers(supply: Edge, product: str, sources: Mapping[str, Edge]) -> bool:
    """A supply that names its product covers that; one that names none covers what its supplier makes."""
    named = supply.properties.get("product")
    return named == product if named else supply.source[1] in sources


def _abroad(index: Index, makers: Mapping[str, Edge], sources: Mapping[str, Edge]) -> bool:
    """Whether all sources are known to be in other countries than all makers."""
    home = {index.country(maker) for maker in makers}
    away = {index.country(source) for source in sources}
    return None not in home | away and not home & away
