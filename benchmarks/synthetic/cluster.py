"""The synthetic cluster: columns of numbers, and the names and claims that they stand for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.synthetic.facts import DEFAULTS, MEAN_VALUE, Assumptions
from benchmarks.synthetic.growth import grow
from benchmarks.synthetic.population import Numbers, Population, populate
from benchmarks.synthetic.recipes import Recipes, recipes
from graphmodel.domain.claims import (
    Claim,
    EnterpriseClaim,
    LocatedInClaim,
    ProducesClaim,
    Source,
    SuppliesClaim,
)
from graphmodel.domain.codes import Money
from graphmodel.domain.references import EnterpriseRef, Place

PREFIX: Final = "syn"
"""Ids of synthetic enterprises begin with it; no other source makes such."""


@dataclass(frozen=True)
class Cluster:
    """`enterprises` many, numbered from 0 in the order in which they entered; supplies in the order of their beginning.

    A supply runs from `supplier` to `buyer` (numbers of enterprises) and is of `product` (a number in
    `recipes.products`); `day` counts from `assumed.first_day`, `value` is in whole roubles.
    """

    seed: int
    recipes: Recipes
    population: Population
    supplier: Numbers
    buyer: Numbers
    product: Numbers
    day: Numbers
    value: Numbers
    assumed: Assumptions

    @property
    def enterprises(self) -> int:
        """How many there are."""
        return self.population.region.size

    @property
    def source(self) -> Source:
        """What all its claims name as their source."""
        name = f"synthetic-{self.seed}-{self.enterprises}"
        return Source(id=name, title=f"Синтетический кластер (synthetic cluster) {name}")

    @cached_property
    def keys(self) -> list[str]:
        """The number of each enterprise as its id has it: `000123`."""
        return [f"{number:06}" for number in range(self.enterprises)]

    @cached_property
    def names(self) -> list[str]:
        """A name for each enterprise: what it makes first, its number, and that it is synthetic."""
        makes = np.zeros(self.enterprises, dtype=np.int64)
        makes[self.population.offers.supplier[::-1]] = self.population.offers.product[::-1]
        stems = [_stem(ref.name) for ref in self.recipes.products]
        return [f"{stems[made]}-{key} (synthetic)" for made, key in zip(makes, self.keys, strict=True)]

    @property
    def regions(self) -> list[str]:
        """The ISO 3166-2 code of the region of each enterprise."""
        codes = [one.code for one in self.population.regions]
        return [codes[region] for region in self.population.region]

    @property
    def dates(self) -> NDArray[np.datetime64]:
        """The date of each supply."""
        return np.datetime64(self.assumed.first_day) + self.day.astype("timedelta64[D]")

    def products_of(self) -> list[list[int]]:
        """The numbers of the products of each enterprise."""
        made: list[list[int]] = [[] for _ in range(self.enterprises)]
        offers = self.population.offers
        for supplier, product in zip(offers.supplier.tolist(), offers.product.tolist(), strict=True):
            made[supplier].append(product)
        return made


def _stem(product: str) -> str:
    """The name of a product as the beginning of a proper name."""
    words = product.partition(",")[0].partition("(")[0].strip()
    return words[0].upper() + words[1:]


def generate(enterprises: int, supplies: int, seed: int, assumptions: Assumptions = DEFAULTS) -> Cluster:
    """A cluster; the same arguments give the same cluster. Raises ValueError where so many supplies cannot be."""
    if enterprises < 2 or supplies < 1:
        raise ValueError("a cluster has two enterprises and a supply at least")
    rng = np.random.default_rng(seed)
    known = recipes(rng)
    population = populate(enterprises, supplies, known, rng, assumptions)
    links = grow(population, supplies, rng, assumptions)
    spread = assumptions.value_spread
    value = rng.lognormal(np.log(MEAN_VALUE) - spread**2 / 2, spread, supplies)
    return Cluster(
        seed=seed,
        recipes=known,
        population=population,
        supplier=links.supplier,
        buyer=links.buyer,
        product=links.product,
        day=np.sort(rng.integers(0, assumptions.days, supplies)),
        value=np.maximum(value, 1).astype(np.int64),
        assumed=assumptions,
    )


def claims(cluster: Cluster) -> Iterator[Claim]:
    """All that the cluster says, one claim at a time: enterprises with place and products, then supplies."""
    refs = [
        EnterpriseRef(type="enterprise", id=f"{PREFIX}-{key}", name=name)
        for key, name in zip(cluster.keys, cluster.names, strict=True)
    ]
    yield from _enterprises(cluster, refs)
    yield from _supplies(cluster, refs)


def _enterprises(cluster: Cluster, refs: list[EnterpriseRef]) -> Iterator[Claim]:
    lies = [Place(country=one.code[:2], code=one.code, names=one.names) for one in cluster.population.regions]
    rows = zip(refs, cluster.population.region.tolist(), cluster.products_of(), strict=True)
    for number, (ref, region, made) in enumerate(rows):
        said = _said(cluster, f"/enterprises/{number}")
        yield EnterpriseClaim(kind="enterprise", name=ref.name, enterprise=ref.id, **said)
        yield LocatedInClaim(kind="located_in", subject=ref, place=lies[region], **said)
        for product in made:
            yield ProducesClaim(
                kind="produces", enterprise=ref, product=cluster.recipes.products[product], **said
            )


def _supplies(cluster: Cluster, refs: list[EnterpriseRef]) -> Iterator[Claim]:
    columns = (cluster.supplier, cluster.buyer, cluster.product, cluster.day, cluster.value)
    for number, (supplier, buyer, product, day, value) in enumerate(
        zip(*(column.tolist() for column in columns), strict=True)
    ):
        began = (cluster.assumed.first_day + timedelta(days=day)).isoformat()
        yield SuppliesClaim(
            kind="supplies",
            supplier=refs[supplier],
            buyer=refs[buyer],
            product=cluster.recipes.products[product],
            asserted=began,
            value=Money(amount=value, currency="RUB"),
            **_said(cluster, f"/supplies/{number}"),
        )


def _said(cluster: Cluster, locator: str) -> dict[str, Any]:
    return {
        "source": cluster.source.id,
        "locator": locator,
        "status": "active",
        "confidence": 1.0,
        "synthetic": True,
    }
