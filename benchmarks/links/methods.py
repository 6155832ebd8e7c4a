"""The methods that are compared: ours, its parts, and every predictor of networkx."""

from collections.abc import Callable

import numpy as np
from scipy.sparse import diags_array  # type: ignore[import-untyped]

from benchmarks.links import networkx_predictors
from benchmarks.links.ranking import Predictor
from graphmodel.analysis.gaps.supply_matrix import PRIOR, Indices, Numbers, SupplyMatrix

OURS = "graphmodel"


def predictors(train: SupplyMatrix) -> dict[str, Predictor]:
    """By name; ours first, those of networkx last."""
    return {
        OURS: train.scores,
        "  its walks alone (NBI)": _dense(train.walks),
        "three-paths, square roots": _three_paths(train),
        **networkx_predictors.predictors(train),
    }


def with_prior(train: SupplyMatrix, prior: float) -> Predictor:
    """Ours with another weight of the prior."""
    return lambda buyers: train.walks(buyers).toarray() + train.prior[:, None] * (prior / PRIOR)


def _dense(sparse: Callable[[Indices], object]) -> Predictor:
    def scores(buyers: Indices) -> Numbers:
        return np.asarray(sparse(buyers).toarray(), dtype=np.float64)  # type: ignore[attr-defined]

    return scores


def _three_paths(train: SupplyMatrix) -> Predictor:
    """A D_in^-1/2 A^T D_out^-1/2 A, after Kovacs and others (2019), with directions."""
    left = train.a @ diags_array(_root(train.in_degree)) @ train.a.T
    right = (diags_array(_root(train.out_degree)) @ train.a).tocsc()
    return _dense(lambda buyers: left @ right[:, buyers])


def _root(degree: Numbers) -> Numbers:
    return np.divide(1.0, np.sqrt(degree), out=np.zeros_like(degree), where=degree > 0)
