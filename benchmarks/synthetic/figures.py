"""What can be measured of a generated cluster, each as the facts state it. Undirected where not said otherwise."""

from typing import Final, NamedTuple

import numpy as np
from scipy.optimize import minimize_scalar  # type: ignore[import-untyped]
from scipy.sparse import csr_array  # type: ignore[import-untyped]
from scipy.sparse.csgraph import connected_components  # type: ignore[import-untyped]

from benchmarks.synthetic.cluster import Cluster
from benchmarks.synthetic.facts import SEGMENTS
from benchmarks.synthetic.population import Numbers

_TAIL: Final = 200
"""A tail is fitted to no fewer suppliers."""
_LEAST: Final = 6
"""Below it, the formula for whole numbers is not exact enough (the same paper, section 3.1)."""
_WINDOW: Final = 0.02
"""Share of the supplies of one window, in which customer counts are taken as those at its beginning."""
_WINDOWS: Final = (0.5, 0.6, 0.7, 0.8, 0.9)


class Estimate(NamedTuple):
    """A figure with its standard error."""

    value: float
    error: float


def customers(cluster: Cluster) -> Numbers:
    """How many different buyers each enterprise supplies."""
    pairs = np.unique(cluster.supplier * cluster.enterprises + cluster.buyer)
    return np.bincount(pairs // cluster.enterprises, minlength=cluster.enterprises)


def tail_exponent(counts: Numbers) -> Estimate:
    """The exponent of the cumulative tail, by maximum likelihood above the least count that fits best.

    Clauset, Shalizi and Newman (2009), SIAM Review 51, 661-703: equation 3.7; xmin by Kolmogorov-Smirnov.
    """
    sizes = np.sort(counts[counts > 0])
    least = [low for low in np.unique(sizes) if low >= _LEAST and (sizes >= low).sum() >= _TAIL]
    fits = [_fitted(sizes[sizes >= low], low) for low in least]
    return min(fits, key=lambda fit: fit[0])[1]


def _fitted(tail: Numbers, low: int) -> tuple[float, Estimate]:
    """Greatest distance of the cumulative distribution from its fit, and the fit."""
    exponent = tail.size / np.log(tail / (low - 0.5)).sum()
    values, first = np.unique(tail, return_index=True)
    distance = np.abs((1 - first / tail.size) - ((values - 0.5) / (low - 0.5)) ** -exponent).max()
    return float(distance), Estimate(float(exponent), float(exponent / np.sqrt(tail.size)))


def within_region(cluster: Cluster) -> float:
    """Share of supplies between enterprises of one region."""
    region = cluster.population.region
    return float((region[cluster.supplier] == region[cluster.buyer]).mean())


def attachment(cluster: Cluster) -> Estimate:
    """The exponent with which customers attract customers: a conditional logit over the suppliers that a buyer had.

    For each supply of five windows, the supplier chosen against all that make the product in the same region, or in
    the others, and had a customer before; McFadden (1974), "Conditional logit analysis of qualitative choice behavior".
    """
    chosen = [_choices(cluster, share) for share in _WINDOWS]

    def against(exponent: float) -> float:
        return -sum(_likelihood(*one, exponent) for one in chosen)

    best = minimize_scalar(against, bounds=(0, 3), method="bounded").x
    step = 0.01
    bend = (against(best + step) - 2 * against(best) + against(best - step)) / step**2
    return Estimate(float(best), float(bend**-0.5))


def _choices(cluster: Cluster, share: float) -> tuple[Numbers, Numbers, tuple[Numbers, ...]]:
    """Customer counts of the chosen, of all offers, and the bounds of the offers (outer, inner) of each choice."""
    start, end = int(share * cluster.supplier.size), int((share + _WINDOW) * cluster.supplier.size)
    counts = np.bincount(cluster.supplier[:start], minlength=cluster.enterprises)
    needs = cluster.buyer[:end] * len(cluster.recipes.products) + cluster.product[:end]
    _, firsts = np.unique(needs, return_index=True)
    firsts = firsts[firsts >= start]
    known = firsts[counts[cluster.supplier[firsts]] > 0]
    offers, region = cluster.population.offers, cluster.population.region
    product, home = cluster.product[known], region[cluster.buyer[known]]
    inner, outer = offers.within(product, home), offers.of(product)
    stays = region[cluster.supplier[known]] == home
    bounds = (
        *(np.where(stays, i, o) for i, o in zip(inner, outer, strict=True)),
        *(np.where(stays, inner[0], i) for i in inner),
    )
    return counts[cluster.supplier[known]], counts[offers.supplier], bounds


def _likelihood(chosen: Numbers, offered: Numbers, bounds: tuple[Numbers, ...], exponent: float) -> float:
    pull = np.where(offered > 0, np.maximum(offered, 1.0) ** exponent, 0)
    low, high, left_out, until = (np.concatenate([[0.0], np.cumsum(pull)])[one] for one in bounds)
    return float((exponent * np.log(chosen) - np.log(high - low - (until - left_out))).sum())


def _links(cluster: Cluster) -> csr_array:
    """Which enterprises are linked, in either direction: a symmetric matrix of ones."""
    both = (
        np.concatenate([cluster.supplier, cluster.buyer]),
        np.concatenate([cluster.buyer, cluster.supplier]),
    )
    links = csr_array((np.ones(both[0].size, dtype=np.float32), both), shape=(cluster.enterprises,) * 2)
    links.sum_duplicates()
    links.data[:] = 1
    return links


def assortativity(cluster: Cluster) -> float:
    """Correlation of the degrees at both ends of a link; Newman (2002), Phys. Rev. Lett. 89, 208701."""
    links = _links(cluster).tocoo()
    degree = np.bincount(links.row, minlength=cluster.enterprises)
    return float(np.corrcoef(degree[links.row], degree[links.col])[0, 1])


def mean_path(cluster: Cluster, sample: int = 64) -> float:
    """Mean shortest path from `sample` enterprises of the largest component to all others of it, in links."""
    links = _links(cluster)
    _, component = connected_components(links, directed=False)
    giant = np.flatnonzero(component == np.bincount(component).argmax())
    links = links[giant][:, giant]
    starts = np.random.default_rng(0).choice(giant.size, min(sample, giant.size), replace=False)
    reached = np.zeros((giant.size, starts.size), dtype=np.bool_)
    reached[starts, np.arange(starts.size)] = True
    edge, length, total = reached.copy(), 0, 0
    while edge.any():
        total += length * int(edge.sum())
        edge = ((links @ edge.astype(np.float32)) > 0) & ~reached
        reached |= edge
        length += 1
    return total / (starts.size * (giant.size - 1))


def largest_component(cluster: Cluster) -> float:
    """Share of the linked enterprises that hang together."""
    _, component = connected_components(_links(cluster), directed=False)
    sizes = np.bincount(component)
    return float(sizes.max() / sizes[sizes > 1].sum())


def met_by_component(cluster: Cluster) -> dict[str, float]:
    """Share of the needs that the cluster meets, for each product that someone needs, by its id."""
    products = cluster.recipes.products
    needed = np.bincount(cluster.population.needs.input, minlength=len(products))
    supplied = np.bincount(_supplied(cluster), minlength=len(products))
    return {ref.id or "": float(supplied[n] / needed[n]) for n, ref in enumerate(products) if needed[n]}


def met_by_segment(cluster: Cluster) -> dict[str, float]:
    """Share of the needs that the cluster meets, for each segment that a fact gives, by its name."""
    segment = cluster.recipes.segment
    needed, supplied = segment[cluster.population.needs.input], segment[_supplied(cluster)]
    return {
        one.name: float((supplied == number).sum() / (needed == number).sum())
        for number, one in enumerate(SEGMENTS)
    }


def _supplied(cluster: Cluster) -> Numbers:
    """The product of every need that has a supplier."""
    many = len(cluster.recipes.products)
    return np.unique(cluster.buyer * many + cluster.product) % many
