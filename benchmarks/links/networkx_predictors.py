"""Every link predictor of networkx as a matrix formula, since pair by pair in Python takes hours; and networkx itself,
which must give the same numbers on a sample of the pairs in each run.

All of them refuse directed graphs: they see the supplies without direction.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import pairwise
from typing import Final

import networkx as nx
import numpy as np
from scipy.sparse import csr_array, diags_array  # type: ignore[import-untyped]
from scipy.sparse.csgraph import dijkstra  # type: ignore[import-untyped]

from graphmodel.analysis.gaps.supply_matrix import Indices, Numbers, SupplyMatrix

Predictor = Callable[[Indices], Numbers]
"""The scores of all enterprises as suppliers of some buyers, enterprises x buyers."""

ALPHA: Final = 0.8
DELTA: Final = 0.001
"""The defaults of networkx."""
Scored = Iterable[tuple[int, int, float]]
OF_NETWORKX: Final[Mapping[str, Callable[["nx.Graph[int]", Iterable[tuple[int, int]]], Scored]]] = {
    "resource_allocation_index": nx.resource_allocation_index,
    "jaccard_coefficient": nx.jaccard_coefficient,
    "adamic_adar_index": nx.adamic_adar_index,
    "preferential_attachment": nx.preferential_attachment,
    "common_neighbor_centrality": nx.common_neighbor_centrality,
    "cn_soundarajan_hopcroft": nx.cn_soundarajan_hopcroft,
    "ra_index_soundarajan_hopcroft": nx.ra_index_soundarajan_hopcroft,
    "within_inter_cluster": nx.within_inter_cluster,
}


class Undirected:
    """The supplies without direction, and the communities that networkx's Louvain finds there (seed 0)."""

    def __init__(self, supplies: SupplyMatrix) -> None:
        both = (supplies.a + supplies.a.T).tocsr()
        both.data[:] = 1.0
        self.a: csr_array = both
        self.degree: Numbers = np.asarray(both.sum(axis=1), dtype=np.float64)
        self.graph: nx.Graph[int] = nx.from_scipy_sparse_array(both)
        self.community: Indices = np.empty(supplies.size, dtype=np.intp)
        for number, nodes in enumerate(nx.community.louvain_communities(self.graph, seed=0)):
            self.community[list(nodes)] = number
        nx.set_node_attributes(self.graph, dict(enumerate(self.community.tolist())), "community")
        same = both.tocoo()
        inside = self.community[same.row] == self.community[same.col]
        self.within: csr_array = csr_array(
            (same.data[inside], (same.row[inside], same.col[inside])), shape=both.shape
        )

    def shared(self, weight: Numbers, buyers: Indices) -> Numbers:
        """Sum of the weights of the common neighbours."""
        return np.asarray((self.a @ diags_array(weight) @ self.a[:, buyers]).toarray(), dtype=np.float64)

    def shared_within(self, weight: Numbers, buyers: Indices) -> Numbers:
        """The same over those in the one community that both ends are in, nought where they are in two."""
        product = self.within @ diags_array(weight) @ self.within[:, buyers]
        return np.asarray(product.toarray(), dtype=np.float64)


def predictors(supplies: SupplyMatrix) -> dict[str, Predictor]:
    """The eight, by their names in networkx."""
    over = Undirected(supplies)
    formulas = (_resource, _jaccard, _adamic, _attachment, _centrality, _common, _resource_within, _clusters)
    return {name: partial(formula, over) for name, formula in zip(OF_NETWORKX, formulas, strict=True)}


def _ones(over: Undirected) -> Numbers:
    return np.ones_like(over.degree)


def _inverse(values: Numbers) -> Numbers:
    return np.divide(1.0, values, out=np.zeros_like(values), where=values > 0)


def _resource(over: Undirected, buyers: Indices) -> Numbers:
    return over.shared(_inverse(over.degree), buyers)


def _jaccard(over: Undirected, buyers: Indices) -> Numbers:
    common = over.shared(_ones(over), buyers)
    union = over.degree[:, None] + over.degree[buyers] - common
    return np.divide(common, union, out=np.zeros_like(common), where=union > 0)


def _adamic(over: Undirected, buyers: Indices) -> Numbers:
    return over.shared(_inverse(np.log(np.maximum(over.degree, 1))), buyers)


def _attachment(over: Undirected, buyers: Indices) -> Numbers:
    return np.asarray(np.outer(over.degree, over.degree[buyers]), dtype=np.float64)


def _centrality(over: Undirected, buyers: Indices) -> Numbers:
    with np.errstate(divide="ignore"):
        near = over.degree.size / dijkstra(over.a, unweighted=True, indices=buyers).T
    return np.asarray(ALPHA * over.shared(_ones(over), buyers) + (1 - ALPHA) * near, dtype=np.float64)


def _common(over: Undirected, buyers: Indices) -> Numbers:
    return over.shared(_ones(over), buyers) + over.shared_within(_ones(over), buyers)


def _resource_within(over: Undirected, buyers: Indices) -> Numbers:
    return over.shared_within(_inverse(over.degree), buyers)


def _clusters(over: Undirected, buyers: Indices) -> Numbers:
    within = over.shared_within(_ones(over), buyers)
    together = over.community[:, None] == over.community[buyers]
    between = np.where(together, over.shared(_ones(over), buyers) - within, 0.0)
    return np.asarray(within / (between + DELTA), dtype=np.float64)


def check(supplies: SupplyMatrix, pairs: list[tuple[int, int]]) -> None:
    """Compare the formulas with networkx itself on some pairs. Raises RuntimeError where they differ."""
    over = Undirected(supplies)
    buyers, column = np.unique([buyer for _, buyer in pairs], return_inverse=True)
    suppliers = [supplier for supplier, _ in pairs]
    for name, formula in predictors(supplies).items():
        told = [score for _, _, score in OF_NETWORKX[name](over.graph, pairs)]
        if not np.allclose(formula(buyers)[suppliers, column], told):
            raise RuntimeError(f"{name}: the matrix formula differs from networkx")


def neighbours(order: Indices) -> list[tuple[int, int]]:
    """Each with the next: pairs for `check`."""
    return [(int(a), int(b)) for a, b in pairwise(order)]
