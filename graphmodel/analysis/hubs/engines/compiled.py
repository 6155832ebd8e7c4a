"""The measures by scipy and rustworkx: memory grows with the links, and the heavy loops run compiled."""

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
import rustworkx
from scipy.sparse import csr_array  # type: ignore[import-untyped]
from scipy.sparse.csgraph import connected_components  # type: ignore[import-untyped]
from scipy.sparse.linalg import LinearOperator, eigsh  # type: ignore[import-untyped]

from graphmodel.analysis.hubs.arrays import UNKNOWN, Arcs, Numbers, Ties, Values, pairs
from graphmodel.analysis.hubs.engines.brokering import BROKERAGE
from graphmodel.analysis.hubs.engines.paths import dependencies
from graphmodel.analysis.hubs.engines.triangles import triangles

DAMPING: Final = 0.85
TOLERANCE: Final = 1e-13
ITERATIONS: Final = 1_000
DENSE: Final = 50
"""Rows up to which a full matrix is quicker than a sparse one."""
EQUAL: Final = 1e-10
"""Eigenvalues are one where they differ by less, relatively."""


def pagerank(arcs: Arcs) -> Values:
    """Page and others 1999, damping 0.85, weighted by strength; sums to 1."""
    given = np.bincount(arcs.source, arcs.strength, arcs.size)
    share = DAMPING * arcs.strength / given[arcs.source]
    rank = np.full(arcs.size, 1 / arcs.size)
    for _ in range(ITERATIONS):
        following = np.bincount(arcs.target, share * rank[arcs.source], arcs.size)
        following += (1 - following.sum()) / arcs.size
        change = np.abs(following - rank).sum()
        rank = following
        if change < TOLERANCE:
            break
    return np.asarray(rank / rank.sum())


def hits(arcs: Arcs) -> tuple[Values, Values]:
    """Hub and authority scores (Kleinberg 1999), weighted by strength; each sums to 1. There is an arc.

    Where the iteration of the paper, begun with equal values, ends: the part of these in the first eigenspace. That is
    spanned by one vector for each of the strongest separate parts of the network.
    """
    hub, strongest = np.zeros(arcs.size), 0.0
    for sellers, bound in _parts(arcs):
        if bound < strongest * (1 - EQUAL):
            break
        strength, vector = _first_eigenvector(arcs.matrix[sellers])
        if strength > strongest * (1 + EQUAL):
            hub, strongest = np.zeros(arcs.size), strength
        if strength >= strongest * (1 - EQUAL):
            hub[sellers] = vector * vector.sum()
    authority = arcs.matrix.T @ hub
    return hub / hub.sum(), authority / authority.sum()


def _parts(arcs: Arcs) -> Iterator[tuple[Numbers, float]]:
    """Sellers who have buyers in common, if only through others; with what their first eigenvalue is at most.

    The highest bound, the greatest sum of a row, comes first.
    """
    size, ends = 2 * arcs.size, (arcs.source, arcs.target + arcs.size)
    _, part = connected_components(csr_array((arcs.strength, ends), shape=(size, size)), directed=False)
    sellers = np.unique(arcs.source)
    sellers = sellers[np.argsort(part[sellers], kind="stable")]
    begins = np.flatnonzero(np.diff(part[sellers], prepend=-1))
    row = arcs.matrix @ (arcs.matrix.T @ np.ones(arcs.size))
    bound = np.maximum.reduceat(row[sellers], begins)
    parts = np.split(sellers, begins[1:])
    return ((parts[place], float(bound[place])) for place in np.argsort(-bound, kind="stable").tolist())


def _first_eigenvector(matrix: Any) -> tuple[float, Values]:
    """Of the matrix times itself turned around: the first eigenvalue and its vector, which is positive."""
    back = matrix.T.tocsr()
    if matrix.shape[0] <= DENSE:
        values, vectors = np.linalg.eigh((matrix @ back).toarray())
    else:
        square = (matrix.shape[0],) * 2
        product = LinearOperator(square, matvec=lambda hub: matrix @ (back @ hub), dtype=np.float64)
        values, vectors = eigsh(product, k=1, v0=np.ones(matrix.shape[0]), tol=TOLERANCE)
    return float(values[-1]), np.abs(vectors[:, -1])


def betweenness(ties: Ties, sources: Numbers | None = None) -> Values:
    """Freeman 1977, from 0 to 1; estimated from paths that begin at `sources` where these are given."""
    if sources is not None:
        scale = sources.size * max((ties.size - 1) * (ties.size - 2), 1) / ties.size
        return dependencies(ties, sources) / scale
    graph = _rustworkx(ties)
    found = rustworkx.betweenness_centrality(graph, normalized=ties.size > 2)
    return np.array([found[node] for node in range(ties.size)])


def _rustworkx(ties: Ties) -> "rustworkx.PyGraph[None, None]":
    graph: rustworkx.PyGraph[None, None] = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from([None] * ties.size)
    graph.extend_from_edge_list(list(zip(ties.one.tolist(), ties.other.tolist(), strict=True)))
    return graph


def core(ties: Ties) -> Values:
    """The greatest k such that it belongs to the k-core (Seidman 1983)."""
    found: Any = rustworkx.core_number(_rustworkx(ties))
    return np.array([float(found[node]) for node in range(ties.size)])


def structural_holes(ties: Ties) -> tuple[Values, Values]:
    """Constraint and effective size (Burt 1992); 0 for a node without ties.

    Of partners j of i, constraint sums (p_ij + sum over q of p_iq p_qj)^2 with p = 1 / degree; q closes a triangle.
    """
    share = 1 / np.maximum(ties.degree, 1)
    through, closed = np.zeros(ties.one.size), np.zeros(ties.size)
    for own, across in triangles(ties):
        through += np.bincount(own.ravel(), share[across.ravel()], ties.one.size)
        closed += np.bincount(across.ravel(), minlength=ties.size)
    return ties.sums((1 + through) ** 2) * share**2, ties.degree - 2 * closed * share


def within_module(ties: Ties, module: Numbers) -> Values:
    """The z of its ties within its module (Guimerà and Amaral 2005); 0 where all in the module have equally many."""
    own = ties.sums((module[ties.one] == module[ties.other]).astype(float))
    size = np.maximum(np.bincount(module), 1)
    apart = own - (np.bincount(module, own) / size)[module]
    spread = np.sqrt(np.bincount(module, apart**2) / size)[module]
    return np.divide(apart, spread, out=np.zeros(ties.size), where=spread > EQUAL)


def participation(ties: Ties, group: Numbers) -> Values:
    """How evenly its ties spread over the groups (Guimerà and Amaral 2005), 0 to 1; partners of unknown group count for
    nothing."""
    count = ties.matrix @ _membership(group)
    total = np.asarray(count.sum(axis=1))
    squares = np.asarray(count.multiply(count).sum(axis=1))
    return np.asarray(1 - (squares + (total == 0)) / np.maximum(total, 1) ** 2)


def _membership(group: Numbers) -> Any:
    """Nodes by groups, 1 where a node is of a group."""
    node = np.flatnonzero(group != UNKNOWN)
    shape = (group.size, int(group.max(initial=0)) + 1)
    return csr_array((np.ones(node.size), (node, group[node])), shape=shape)


def brokerage(arcs: Arcs, group: Numbers) -> Values:
    """Open two-paths over each node by role, one row for each of `BROKERAGE` (Gould and Fernandez 1989).

    A path with a node of unknown group is not counted. Counted are all pairs of a predecessor and a successor, less
    those that are one node, less those that are linked.
    """
    arcs = arcs.only((group[arcs.source] != UNKNOWN) & (group[arcs.target] != UNKNOWN))
    low, high = np.minimum(arcs.source, arcs.target), np.maximum(arcs.source, arcs.target)
    one, other, tie = pairs(arcs.size, low, high)
    ties = Ties(arcs.size, one, other)
    runs = np.zeros((2, one.size), dtype=bool)
    runs[(arcs.source > arcs.target).astype(np.int64), tie] = True
    return _two_paths(arcs, group) - _returning(ties, runs, group) - _linked(ties, runs, group)


def _two_paths(arcs: Arcs, group: Numbers) -> Values:
    """All pairs of a predecessor and a successor, by role."""
    ones = csr_array((np.ones(arcs.source.size), (arcs.source, arcs.target)), shape=(arcs.size, arcs.size))
    members = _membership(group)
    before, after = ones.T @ members, ones @ members
    in_all, out_all = np.asarray(before.sum(axis=1)), np.asarray(after.sum(axis=1))
    in_own = np.asarray(before.multiply(members).sum(axis=1))
    out_own = np.asarray(after.multiply(members).sum(axis=1))
    consultant = np.asarray(before.multiply(after).sum(axis=1)) - in_own * out_own
    in_others, out_others = in_all - in_own, out_all - out_own
    return np.array(
        [
            in_own * out_own,
            in_others * out_own,
            in_own * out_others,
            consultant,
            in_others * out_others - consultant,
        ]
    )


def _returning(ties: Ties, runs: Any, group: Numbers) -> Values:
    """Those pairs that are one node, linked both ways."""
    mutual, same = runs.all(axis=0), group[ties.one] == group[ties.other]
    found = np.zeros((len(BROKERAGE), ties.size))
    found[BROKERAGE.index("coordinator")] = ties.sums((mutual & same).astype(float))
    found[BROKERAGE.index("consultant")] = ties.sums((mutual & ~same).astype(float))
    return found


def _linked(ties: Ties, runs: Any, group: Numbers) -> Values:
    """Those pairs a, c of two-paths a → b → c where a → c is an arc too."""
    found = np.zeros((len(BROKERAGE), ties.size))
    for own, across in triangles(ties):
        for a, b, c in ((0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)):
            first, middle, last = across[[a, b, c]]
            closed = (
                _runs(ties, runs, own[c], first)
                & _runs(ties, runs, own[a], middle)
                & _runs(ties, runs, own[b], first)
            )
            first, middle, last = first[closed], middle[closed], last[closed]
            place = _role(group[first], group[middle], group[last])
            np.add.at(found, (place, middle), 1)
    return found


def _runs(ties: Ties, runs: Any, tie: Numbers, start: Numbers) -> Any:
    """Whether an arc leads along the tie from this end of it."""
    return runs[(ties.one[tie] != start).astype(np.int64), tie]


def _role(first: Numbers, middle: Numbers, last: Numbers) -> Numbers:
    """The place in `BROKERAGE` of the middle one's role."""
    return np.select(
        [(first == middle) & (middle == last), middle == last, first == middle, first == last],
        [0, 1, 2, 3],
        default=4,
    )
