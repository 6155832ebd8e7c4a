"""The networks that may be the true ones: drawn from how sure each link is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from graphmodel.analysis.hubs.arrays import Mask, Numbers
from graphmodel.analysis.hubs.engines import compiled, engine
from graphmodel.analysis.hubs.measures import Measures
from graphmodel.analysis.hubs.project import Network

FEWEST: Final = 20
"""Samples that are drawn of any network, unless fewer are asked for."""
DRAWN: Final = 500_000
"""Links that are drawn in all samples together, about: of a network of 20,000 links, 25 samples."""
STEPS: Final = 200_000_000
"""Steps of shortest paths that an estimate of betweenness may take."""
SAMPLED_STEPS: Final = 50_000_000
"""The same for all samples together."""
LEAST_SOURCES: Final = 16
WORTHWHILE: Final = 4
"""An estimate is quicker than the exact measure only from less than a quarter of the nodes; from more, none is made."""


@dataclass(frozen=True)
class Worlds:
    """A network as the claims have it, and samples of it.

    Each link stays with its confidence as probability; links that rest on the same claims stand or fall together, the
    others independently. The larger the network, the fewer samples (`count`), and the fewer the nodes from whose paths
    betweenness is estimated (`sources`, `sampled_sources`; None: exact).
    """

    network: Network
    asked: int
    seed: int

    @property
    def count(self) -> int:
        """How many samples are drawn."""
        return min(self.asked, max(FEWEST, DRAWN // max(len(self.network.links), 1)))

    @property
    def sources(self) -> int | None:
        """How many sources betweenness is estimated from."""
        return self._sources(STEPS)

    @property
    def sampled_sources(self) -> int | None:
        """The same in the samples."""
        return self._sources(SAMPLED_STEPS // self.count)

    def _sources(self, steps: int) -> int | None:
        size = len(self.network.enterprises)
        enough = max(LEAST_SOURCES, steps // max(size + 2 * len(self.network.links), 1))
        return enough if enough * WORTHWHILE < size else None

    def stated(self) -> Measures:
        """What can be measured of the network as the claims have it."""
        everything = np.ones(len(self.network.links), dtype=bool)
        return Measures(
            *self.network.world(everything),
            self.network.country,
            engine(everything.size),
            self._drawn_sources(self.sources),
            self.seed,
        )

    def sampled(self) -> Iterator[Measures]:
        """The same of every sample. Each has the same nodes."""
        sources = self._drawn_sources(self.sampled_sources)
        for stays in self._draws():
            yield Measures(*self.network.world(stays), self.network.country, compiled, sources)

    def _drawn_sources(self, count: int | None) -> Numbers | None:
        if count is None:
            return None
        return np.random.default_rng(self.seed).choice(len(self.network.enterprises), count, replace=False)

    def _draws(self) -> Iterator[Mask]:
        confidence = np.array([link.confidence for link in self.network.links])
        numbers: dict[tuple[str, ...], int] = {}
        shared = [numbers.setdefault(link.claims, len(numbers)) for link in self.network.links]
        generator = np.random.default_rng(self.seed)
        for _ in range(self.count):
            yield generator.random(len(numbers))[shared] < confidence
