"""Partners for an enterprise of which no supply is known: by those that make things of the same class as it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np

from graphmodel.analysis.gaps.kinds import Kinds
from graphmodel.analysis.gaps.network import SupplyNetwork
from graphmodel.analysis.gaps.supply_matrix import Indices, Numbers, SupplyMatrix, indices
from graphmodel.analysis.gaps.witness import shown
from graphmodel.analysis.index import Index, claims_of
from graphmodel.analysis.results import MissingLink, Named, Sentence
from graphmodel.domain.graph import Edge

_CLASS: Final = len("28.30")
_UNKNOWN: Final = ""


def classes(index: Index) -> Mapping[str, tuple[str, Edge]]:
    """Enterprise → the OKPD2 class (28.30) of most of what it has, the first by code of several, and an edge of it."""
    found: defaultdict[str, defaultdict[str, list[Edge]]] = defaultdict(lambda: defaultdict(list))
    for product in sorted(index.sources):
        codes = index.product(product).properties.get("okpd2", ())
        for code in sorted({code[:_CLASS] for code in codes if len(code) >= _CLASS}):
            for enterprise, edge in index.sources[product].items():
                found[enterprise][code].append(edge)
    most = {enterprise: min(of, key=lambda code: (-len(of[code]), code)) for enterprise, of in found.items()}
    return {enterprise: (code, found[enterprise][code][0]) for enterprise, code in most.items()}


class _Partner(NamedTuple):
    """One that deals with enterprises of the class, by its number; `expected` is the number of supplies."""

    number: int
    expected: float
    sells: bool


@dataclass(frozen=True)
class Newcomer:
    """An enterprise without supplies among those that have some; it is the last of `names`."""

    index: Index
    network: SupplyNetwork
    company: str

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The enterprises in the order of the matrix."""
        return (*self.network.names, self.company)

    @cached_property
    def _classes(self) -> Mapping[str, tuple[str, Edge]]:
        return classes(self.index)

    @cached_property
    def _kind(self) -> Indices:
        told = [self._classes[name][0] if name in self._classes else _UNKNOWN for name in self.names]
        return np.unique(told, return_inverse=True)[1].astype(np.intp)

    @cached_property
    def _matrix(self) -> SupplyMatrix:
        ends = self.network.matrix.a.tocoo()
        return SupplyMatrix.of(len(self.names), ends.row.astype(np.intp), ends.col.astype(np.intp))

    def links(self, most: int) -> tuple[MissingLink, ...]:
        """The `most` likeliest supplies to it and from it; none where what it makes has no OKPD2 class."""
        if self.company not in self._classes:
            return ()
        partners = [*self._partners(sells=True), *self._partners(sells=False)]
        best = sorted(partners, key=lambda one: (-one.expected, one.number, one.sells))[:most]
        return tuple(self._row(one, one.expected / best[0].expected) for one in best)

    def _side(self, sells: bool) -> SupplyMatrix:
        """Partners as rows: those that sell to it, or those that buy from it."""
        return self._matrix if sells else self._matrix.reversed

    @cached_property
    def _alike(self) -> Indices:
        return np.flatnonzero(self._kind == self._kind[-1])

    def _partners(self, sells: bool) -> Iterator[_Partner]:
        """Those that deal with enterprises of its class."""
        matrix = self._side(sells)
        expected: Numbers = Kinds(matrix, self._kind).scores(indices([self._kind.size - 1]))[:, 0]
        for number in np.flatnonzero(matrix.a[:, self._alike].sum(axis=1)).tolist():
            yield _Partner(number, float(expected[number]), sells)

    def _row(self, partner: _Partner, score: float) -> MissingLink:
        alike = np.intersect1d(self._side(partner.sells).customers(partner.number), self._alike)
        other, example = self.names[partner.number], self.names[int(alike[0])]
        ends = (other, self.company) if partner.sells else (self.company, other)
        seen = (other, example) if partner.sells else (example, other)
        code, makes = self._classes[self.company]
        supplier, buyer = (Named.of(self.index.enterprise(end)) for end in ends)
        return MissingLink(
            supplier=supplier,
            buyer=buyer,
            score=round(score, 4),
            path=Sentence.from_text(
                "analysis.sells_to_its_class" if partner.sells else "analysis.buys_from_its_class",
                partner=shown(self.index, other),
                company=shown(self.index, self.company),
                example=shown(self.index, example),
                code=code,
                count=alike.size,
            ),
            claims=claims_of(makes, self._classes[example][1], *self.network.edges[seen]),
        )
