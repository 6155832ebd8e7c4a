"""The enterprises, in the order in which they enter: where each lies, what it makes, what it needs."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.synthetic.facts import Assumptions
from benchmarks.synthetic.recipes import Recipes
from loaders.places import PlaceEntry, places

COUNTRIES: Final = ("RU", "UZ")
_FEWEST: Final = 4
"""Of so many regions, one at least is abroad."""
Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Offers:
    """Who makes what: `supplier` and `product`, sorted by product, then by the region of the supplier."""

    supplier: Numbers
    product: Numbers
    region: Numbers
    regions: int

    def of(self, product: Numbers) -> tuple[Numbers, Numbers]:
        """Where the offers of each product begin and end."""
        return np.searchsorted(self.product, product), np.searchsorted(self.product, product + 1)

    def within(self, product: Numbers, region: Numbers) -> tuple[Numbers, Numbers]:
        """Where the offers of each product from each region begin and end."""
        key = product * self.regions + region
        return np.searchsorted(self._keys, key), np.searchsorted(self._keys, key + 1)

    @cached_property
    def _keys(self) -> Numbers:
        return self.product * self.regions + self.region


@dataclass(frozen=True)
class Needs:
    """Each input that a buyer needs, once, sorted by buyer; `met` where the cluster is to supply it, else a gap."""

    buyer: Numbers
    input: Numbers
    met: NDArray[np.bool_]


@dataclass(frozen=True)
class Population:
    """Enterprises by number; `region` counts into `regions`."""

    regions: tuple[PlaceEntry, ...]
    region: Numbers
    offers: Offers
    needs: Needs


def populate(
    enterprises: int, supplies: int, recipes: Recipes, rng: np.random.Generator, assumed: Assumptions
) -> Population:
    """Draw them. The share of makers of machines is the one that needs so many supplies."""
    regions = _regions(max(_FEWEST, enterprises // assumed.region_size), rng)
    sizes = 1 / np.arange(1, len(regions) + 1) ** assumed.region_skew
    region = rng.choice(len(regions), enterprises, p=sizes / sizes.sum())
    making = rng.random(enterprises) < _share_of_makers(supplies / enterprises, recipes, assumed)
    made = _made(making, recipes, rng, assumed)
    maker, product = np.divmod(made, len(recipes.products))
    order = np.lexsort((maker, region[maker], product))
    offers = Offers(maker[order], product[order], region[maker[order]], len(regions))
    return Population(regions, region, offers, _needs(maker, product, recipes, rng, assumed))


def _regions(most: int, rng: np.random.Generator) -> tuple[PlaceEntry, ...]:
    """Regions drawn by lot, the largest first; each country has its share of them."""
    ranked = []
    for country in COUNTRIES:
        own = [one for one in places() if one.code.startswith(f"{country}-")]
        ranked += [
            ((rank + 0.5) / len(own), own[drawn]) for rank, drawn in enumerate(rng.permutation(len(own)))
        ]
    return tuple(one for _, one in sorted(ranked, key=lambda pair: pair[0])[:most])


def _share_of_makers(supplies: float, recipes: Recipes, assumed: Assumptions) -> float:
    """From the supplies per enterprise and the met needs that a maker of a machine has on average."""
    likely = np.where(recipes.optional, assumed.optional_need, 1) * recipes.domestic[recipes.input]
    met = likely[np.isin(recipes.product, recipes.machines)].sum() / len(recipes.machines)
    return float(min(assumed.most_makers, supplies / (assumed.sources_per_need * met)))


def _made(
    making: NDArray[np.bool_], recipes: Recipes, rng: np.random.Generator, assumed: Assumptions
) -> Numbers:
    """Pairs of enterprise and product, each as one number; components as often as the cluster is to supply them."""
    components, rows = np.unique(recipes.input, return_counts=True)
    demand = rows * recipes.domestic[components]
    count = np.where(making, rng.random(making.size) < assumed.integrated, 1)
    count = count + np.where(making, 0, rng.poisson(assumed.further_products, making.size))
    sellers = np.repeat(np.arange(making.size), count)
    makers = np.flatnonzero(making)
    maker = np.concatenate([makers, sellers])
    product = np.concatenate(
        [
            rng.choice(recipes.machines, makers.size),
            rng.choice(components, sellers.size, p=demand / demand.sum()),
        ]
    )
    return np.unique(maker * len(recipes.products) + product)


def _needs(
    maker: Numbers, product: Numbers, recipes: Recipes, rng: np.random.Generator, assumed: Assumptions
) -> Needs:
    pairs = []
    for wanted, needed, optional in zip(recipes.product, recipes.input, recipes.optional, strict=True):
        buyers = maker[product == wanted]
        if optional:
            buyers = buyers[rng.random(buyers.size) < assumed.optional_need]
        pairs.append(buyers * len(recipes.products) + needed)
    buyer, needed = np.divmod(_distinct(np.concatenate(pairs)), len(recipes.products))
    return Needs(buyer, needed, rng.random(buyer.size) < recipes.domestic[needed])


def _distinct(values: Numbers) -> Numbers:
    """As numpy.unique, but sorted where they stand: the needs are most of what is held in memory."""
    values.sort()
    return values[np.diff(values, prepend=-1) > 0]
