"""Partners for an enterprise of which no supply is known: by those that make things of the same class as it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from graphmodel.analysis.index import Index, claims_of
from graphmodel.analysis.kinds import Kinds
from graphmodel.analysis.network import SupplyNetwork
from graphmodel.analysis.results import MissingLink, Named, Sentence
from graphmodel.analysis.supply_matrix import Indices, Numbers, SupplyMatrix, indices
from graphmodel.analysis.witness import shown
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


@dataclass(frozen=True)
class Newcomer:
    """An enterprise without supplies among those that have some; it is the last of `names`."""

    index: Index
    network: SupplyNetwork
    company: str

    @property
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
        found = [*self._partners(self._matrix, buys=True), *self._partners(self._matrix.reversed, buys=False)]
        found.sort(key=lambda pair: (-pair[0], pair[1].supplier.id, pair[1].buyer.id))
        return tuple(
            row.model_copy(update={"score": round(score / found[0][0], 4)}) for score, row in found[:most]
        )

    def _partners(self, matrix: SupplyMatrix, buys: bool) -> Iterator[tuple[float, MissingLink]]:
        """Those that deal with enterprises of its class, with the number of supplies to be expected."""
        me = self._kind.size - 1
        alike = np.flatnonzero(self._kind == self._kind[me])
        expected: Numbers = Kinds(matrix, self._kind).scores(indices([me]))[:, 0]
        for partner in np.flatnonzero(matrix.a[:, alike].sum(axis=1)).tolist():
            others = np.intersect1d(matrix.customers(partner), alike)
            yield float(expected[partner]), self._row(partner, others, buys)

    def _row(self, partner: int, alike: Indices, buys: bool) -> MissingLink:
        other, example = self.names[partner], self.names[int(alike[0])]
        ends = (other, self.company) if buys else (self.company, other)
        seen = (other, example) if buys else (example, other)
        code, makes = self._classes[self.company]
        supplier, buyer = (Named.of(self.index.enterprise(end)) for end in ends)
        return MissingLink(
            supplier=supplier,
            buyer=buyer,
            score=0.0,
            path=Sentence.from_text(
                "analysis.sells_to_its_class" if buys else "analysis.buys_from_its_class",
                partner=shown(self.index, other),
                company=shown(self.index, self.company),
                example=shown(self.index, example),
                code=code,
                count=alike.size,
            ),
            claims=claims_of(makes, self._classes[example][1], *self.network.edges[seen]),
        )
