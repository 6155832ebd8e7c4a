"""The supplies, in the order in which they begin: the cluster grows step by step, and who has customers wins more.

A buyer needs an input by its recipe; the supplier is drawn among those that make it, inside the buyer's region or
outside, with a chance that grows with its customers to the power 1.08 (X034). Growth by preferential attachment as in
Price (1976), J. Am. Soc. Inf. Sci. 27, 292-306; the chances are renewed once a step, not once a link.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.synthetic.facts import ATTACHMENT, WITHIN_REGION, Assumptions
from benchmarks.synthetic.population import Numbers, Offers, Population

_PATIENCE: Final = 500
"""Steps without a new supply after which there is none to be found."""

_NONE: Final = 1e-6
"""A chance below it is a rounding error of a sum."""


@dataclass(frozen=True)
class Supplies:
    """Each link by the numbers of its two enterprises and of what is supplied."""

    supplier: Numbers
    buyer: Numbers
    product: Numbers


class _Growth:
    """The cluster as far as it has grown."""

    def __init__(self, population: Population, rng: np.random.Generator, assumed: Assumptions) -> None:
        self._rng, self._pull = rng, assumed.newcomer_pull
        self._region, self._offers = population.region, population.offers
        self._buyer = population.needs.buyer[population.needs.met]
        self._product = population.needs.input[population.needs.met]
        self._open = np.arange(self._buyer.size)
        self._made_from = _made_from(population)[self._product]
        self._own = _own(population.offers, self._buyer, self._product)
        size = rng.lognormal(sigma=assumed.size_spread, size=population.region.size)
        self._eager = np.cumsum(size[self._buyer])
        self._customers = np.zeros(population.region.size)
        self._seen = np.empty(0, dtype=np.int64)
        self._links: list[tuple[Numbers, Numbers]] = []
        self._inside = 0
        self.count = 0

    def step(self, present: int, wanted: int) -> None:
        """Add about `wanted` links among the first `present` enterprises: first those that open needs wait for."""
        need = self._waiting(present, wanted)
        supplier, found = self._drawn(need, present)
        need, supplier = need[found], supplier[found]
        fresh = self._fresh(need, supplier)
        need, supplier = need[fresh], supplier[fresh]
        self._links.append((need, supplier))
        self._open = self._open[~np.isin(self._open, need)]
        self._customers += np.bincount(supplier, minlength=self._customers.size)
        self._inside += int((self._region[supplier] == self._region[self._buyer[need]]).sum())
        self.count += need.size

    def _waiting(self, present: int, wanted: int) -> Numbers:
        end = int(np.searchsorted(self._buyer, present))
        first = self._open[: int(np.searchsorted(self._open, end))]
        first = first[self._made_from[first] < present][:wanted]
        more = self._rng.random(wanted - first.size) * (self._eager[end - 1] if end else 0)
        further = np.searchsorted(self._eager[:end], more, side="right") if end else first[:0]
        return np.concatenate([first, further])

    def _drawn(self, need: Numbers, present: int) -> tuple[Numbers, NDArray[np.bool_]]:
        """A supplier for each need, and whether one was found."""
        offers, product, buyer = self._offers, self._product[need], self._buyer[need]
        pull = np.where(self._customers > 0, self._customers, self._pull) ** ATTACHMENT
        pull[present:] = 0
        chances = np.concatenate([[0.0], np.cumsum(pull[offers.supplier])])
        low, high = (chances[ends] for ends in offers.of(product))
        home_low, home_high = (chances[ends] for ends in offers.within(product, self._region[buyer]))
        home = home_high - home_low
        away = high - low - home
        others = home - np.where(self._own[need], pull[buyer], 0)
        inside = self._stay(others > _NONE, away > _NONE)
        point = self._rng.random(need.size) * np.where(inside, home, away)
        point += np.where(inside, home_low, low)
        point += np.where(~inside & (point >= home_low), home, 0)
        row = np.minimum(np.searchsorted(chances, point, side="right") - 1, offers.supplier.size - 1)
        supplier = offers.supplier[row]
        found = (offers.product[row] == product) & (supplier < present)
        return supplier, found & (supplier != buyer)

    def _stay(self, home: NDArray[np.bool_], away: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Who buys in the own region: as many as keep the share of X040, where there is a supplier."""
        missing = WITHIN_REGION * (self.count + home.size) - self._inside
        return home & (~away | (self._rng.random(home.size) * max(1, int(home.sum())) < missing))

    def _fresh(self, need: Numbers, supplier: Numbers) -> Numbers:
        """The places of the links that are new; they are remembered."""
        keys, places = np.unique(need * self._region.size + supplier, return_index=True)
        at = np.minimum(np.searchsorted(self._seen, keys), max(0, self._seen.size - 1))
        new = self._seen[at] != keys if self._seen.size else np.ones(keys.size, dtype=bool)
        self._seen = np.sort(np.concatenate([self._seen, keys[new]]), kind="stable")
        return np.sort(places[new])

    def links(self) -> Supplies:
        """All links so far."""
        need, supplier = (np.concatenate(column) for column in zip(*self._links, strict=True))
        return Supplies(supplier, self._buyer[need], self._product[need])


def _made_from(population: Population) -> Numbers:
    """When the second maker of each product enters; until then a buyer might find but itself."""
    offers, never = population.offers, population.region.size
    entry = np.full(int(max(offers.product.max(), population.needs.input.max())) + 1, never)
    for product in np.unique(offers.product):
        makers = np.sort(offers.supplier[offers.product == product])
        entry[product] = makers[1] if makers.size > 1 else never
    return entry


def _own(offers: Offers, buyer: Numbers, product: Numbers) -> NDArray[np.bool_]:
    """Whether the buyer makes the product as well; it buys none of itself."""
    base = int(max(offers.supplier.max(), buyer.max())) + 1
    return np.isin(product * base + buyer, offers.product * base + offers.supplier)


def _steps(enterprises: int, assumed: Assumptions) -> Iterator[int]:
    """How many enterprises are there at each step; in the end all, for as long as it takes."""
    present = max(2.0, assumed.start * enterprises)
    while present < enterprises:
        yield int(present)
        present = max(present + 1, present * (1 + assumed.step))
    while True:
        yield enterprises


def grow(population: Population, supplies: int, rng: np.random.Generator, assumed: Assumptions) -> Supplies:
    """So many supplies. Raises ValueError where the enterprises have not so many different ones to make."""
    growth, idle = _Growth(population, rng, assumed), 0
    enterprises = population.region.size
    for present in _steps(enterprises, assumed):
        before = growth.count
        growth.step(present, supplies * present // enterprises - before)
        idle = idle + 1 if growth.count == before else 0
        if growth.count == supplies:
            return growth.links()
        if present == enterprises and idle == _PATIENCE:
            break
    raise ValueError(f"{enterprises} enterprises have no {supplies} different supplies, only {growth.count}")
