"""What is known of one enterprise, in the order in which its card tells it. Every line has its claims."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final

from graphmodel.analysis.partners import relation
from graphmodel.domain import wording
from graphmodel.domain.claims import AggregateClaim
from graphmodel.domain.graph import Edge, Graph, Node
from graphmodel.store.reading.links import RANKS
from graphmodel.store.statements import LOOK_UP_NUMBERS
from graphmodel.web.lines import Group, Line, address_of, joined
from graphmodel.web.words import Words

_OF_NODE: Final = (
    *LOOK_UP_NUMBERS,
    "status",
    "name_ru",
    "name_en",
    "name_uz",
    "aliases",
    "records",
)


class Card:
    """An enterprise and everything one edge away, in words."""

    def __init__(self, graph: Graph, key: str, words: Words) -> None:
        self._words = words
        self._nodes = {(node.label, node.key): node for node in graph.nodes}
        self._own = ("Enterprise", key)
        self._edges: defaultdict[str, list[Edge]] = defaultdict(list)
        for edge in graph.edges:
            if self._own in (edge.source, edge.target):
                self._edges[edge.type].append(edge)
        self._signed = [edge for edge in graph.edges if edge.type == "SIGNED"]
        self.enterprise = self._nodes[self._own]

    def facts(self) -> list[Line]:
        """Place, numbers, state, names; what it makes and in which industry."""
        return [*map(self._place, self._edges["LOCATED_IN"]), *self._own_facts(), *self._activities()]

    def clusters(self) -> list[Line]:
        """The clusters that it is or was a member of."""
        return [
            self._line(
                edge, self._nodes[edge.target], str(edge.properties.get("role", "")), self._state(edge)
            )
            for edge in self._edges["MEMBER_OF"]
        ]

    def relations(self) -> list[Group]:
        """Its partners by what they are to it, each group by name."""
        groups: defaultdict[str, list[Line]] = defaultdict(list)
        for kind in ("SUPPLIES", "MEMORANDUM", "OWNS"):
            for edge in self._edges[kind]:
                for outward in (False, True):
                    own, other = (edge.source, edge.target)[:: 1 if outward else -1]
                    if own == self._own:
                        line = self._line(edge, self._nodes[other], *self._terms(edge))
                        groups[relation(kind, outward)].append(line)
        return [
            Group(self._words.relation(one), tuple(sorted(groups[one], key=lambda line: line.title)))
            for one in RANKS
            if one in groups
        ]

    def agreements(self) -> list[Line]:
        """What it signed, each with the other parties; the newest first."""
        signed = sorted(self._edges["SIGNED"], key=self._signing, reverse=True)
        return [self._agreement(edge) for edge in signed if edge.target in self._nodes]

    def numbers(self, aggregates: Iterable[AggregateClaim]) -> list[Line]:
        """What sources count of it."""
        return [
            Line(wording.code("measure", one.measure, self._words.lang), _figure(one, self._words), (one.id,))
            for one in aggregates
        ]

    def _own_facts(self) -> Iterator[Line]:
        for name in _OF_NODE:
            value = self.enterprise.properties.get(name)
            if value and value != self.enterprise.name(self._words.lang):
                told = self._words.status(value) if name == "status" else _listed(value)
                yield Line(self._words.fact(name), told, self.enterprise.claims)

    def _place(self, edge: Edge) -> Line:
        where = self._nodes.get(edge.target)
        name = self._words.name(where) if where else edge.target[1]
        told = self._words.place(edge.target[1], name, edge.properties.get("country_as_stated"))
        worded = edge.properties.get("place")
        return Line(self._words.fact("place"), f"{told} ({worded})" if worded else told, edge.claims)

    def _activities(self) -> Iterator[Line]:
        for kind, name in (("PRODUCES", "produces"), ("CLASSIFIED_AS", "industry")):
            for edge in self._edges[kind]:
                told = joined(self._words.name(self._nodes[edge.target]), self._state(edge))
                yield Line(self._words.fact(name), told, edge.claims)

    def _line(self, edge: Edge, other: Node, *told: str) -> Line:
        synthetic = bool(edge.properties.get("synthetic"))
        return Line(self._words.name(other), joined(*told), edge.claims, address_of(other), synthetic)

    def _terms(self, edge: Edge) -> Iterator[str]:
        """What a relation says: goods or kind of agreement, state, volume, value, share, date."""
        said = edge.properties
        if product := said.get("product"):
            node = self._nodes.get(("Product", product))
            yield self._words.name(node) if node else str(product)
        yield self._words.agreement(said.get("kind"))
        yield self._state(edge)
        yield str(said.get("volume", ""))
        if value := said.get("value"):
            yield wording.amount(value, said.get("currency"), self._words.lang)
        if share := said.get("share"):
            yield self._words.percent(share)
        yield self._words.date(str(said.get("signed", said.get("since", said.get("asserted", "XXXX")))))

    def _signing(self, edge: Edge) -> str:
        agreement = self._nodes.get(edge.target)
        return str(agreement.properties.get("signed", "")) if agreement else ""

    def _agreement(self, edge: Edge) -> Line:
        agreement = self._nodes[edge.target]
        said = agreement.properties
        others = [
            self._words.name(self._nodes[one.source])
            for one in self._signed
            if one.target == edge.target and one.source != self._own and one.source in self._nodes
        ]
        told = joined(
            str(said.get("subject", "")),
            self._words.status(said.get("status")),
            self._words.date(str(said.get("signed", "XXXX"))),
            ", ".join(others),
        )
        title = self._words.agreement(said.get("kind")) or agreement.key
        return Line(title, told, tuple(dict.fromkeys((*edge.claims, *agreement.claims))))

    def _state(self, edge: Edge) -> str:
        return self._words.status(edge.properties.get("status"))


def _listed(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _figure(claim: AggregateClaim, words: Words) -> str:
    """A number with its bound, its unit or currency, and its date."""
    unit = wording.code("unit", claim.currency or claim.unit or "", words.lang)
    return words.say(
        f"bound_{claim.bound}",
        value=wording.amount(claim.value, unit, words.lang),
        date=words.date(claim.asserted),
    )
