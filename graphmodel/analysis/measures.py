"""The measures of single enterprises, each as enterprise → value, the more the better.

Supply graphs run from supplier to buyer, weighted by `strength`; cooperation graphs have neither direction nor weight.
An enterprise without a link is not in the graph and has no value.
"""

from typing import Final

import networkx as nx
import numpy as np

TOLERANCE: Final = 1e-12
ITERATIONS: Final = 10_000


def out_strength(supplies: "nx.DiGraph[str]") -> dict[str, float]:
    """How many products it delivers, counted once per buyer."""
    return {node: float(strength) for node, strength in supplies.out_degree(weight="strength")}


def in_strength(supplies: "nx.DiGraph[str]") -> dict[str, float]:
    """How many products it buys, counted once per supplier."""
    return {node: float(strength) for node, strength in supplies.in_degree(weight="strength")}


def hits_hub(supplies: "nx.DiGraph[str]") -> dict[str, float]:
    """Supplies those who buy from many good suppliers (Kleinberg 1999, hub score); sums to 1.

    The iteration starts from equal values, so that the answer is one and the same even where two separate parts of
    the graph are equally strong (an eigenvector of the matrix alone would then be arbitrary). Outside the strongest
    connected part of the graph the score is 0. The graph has at least one edge.
    """
    size, place = len(supplies), {node: i for i, node in enumerate(supplies)}
    sellers, buyers = np.array([(place[seller], place[buyer]) for seller, buyer in supplies.edges]).T
    strengths = np.array(list(nx.get_edge_attributes(supplies, "strength").values()), dtype=float)
    score = np.full(size, 1 / size)
    for _ in range(ITERATIONS):
        authority = np.bincount(buyers, strengths * score[sellers], size)
        unscaled = np.bincount(sellers, strengths * authority[buyers], size)
        following = unscaled / unscaled.sum()
        settled = np.abs(following - score).max() < TOLERANCE
        score = following
        if settled:
            break
    return dict(zip(supplies, score.tolist(), strict=True))


def hits_authority(supplies: "nx.DiGraph[str]") -> dict[str, float]:
    """Buys from those who supply many good buyers (Kleinberg 1999, authority score); sums to 1."""
    return hits_hub(supplies.reverse(copy=False))


def pagerank(supplies: "nx.DiGraph[str]") -> dict[str, float]:
    """How much of a flow that runs along the supplies ends with it (Page and others 1999, damping 0.85); sums to 1."""
    return dict(nx.pagerank(supplies, weight="strength", tol=TOLERANCE, max_iter=ITERATIONS))


def pagerank_reversed(supplies: "nx.DiGraph[str]") -> dict[str, float]:
    """How much of a flow that runs against the supplies ends with it: on whom buyers depend; sums to 1."""
    return pagerank(supplies.reverse(copy=False))


def betweenness(cooperation: "nx.Graph[str]") -> dict[str, float]:
    """The share of shortest paths between two others that lead through it (Freeman 1977), 0 to 1."""
    return dict(nx.betweenness_centrality(cooperation, normalized=True))


def constraint(cooperation: "nx.Graph[str]") -> dict[str, float]:
    """How much its partners are tied to each other (Burt 1992); the less, the freer it is to broker."""
    return dict(nx.constraint(cooperation))


def inverse_constraint(cooperation: "nx.Graph[str]") -> dict[str, float]:
    """1 / constraint, so that more is better: of n partners who do not know each other it is n."""
    return {node: 1 / value for node, value in constraint(cooperation).items()}


def effective_size(cooperation: "nx.Graph[str]") -> dict[str, float]:
    """Its partners less the mean number of ties among them (Burt 1992)."""
    return dict(nx.effective_size(cooperation))
