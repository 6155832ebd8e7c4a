"""How a method ranks the hidden supplies among all candidates: average precision, hits, and what the intervals need."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.links.splits import Split
from graphmodel.analysis.gaps.supply_matrix import Indices, Numbers, blocks

Predictor = Callable[[Indices], Numbers]
_TOGETHER: Final = 256
_MATCHED: Final = 10
_TRIES: Final = 50
FIRST: Final = 10


@dataclass(frozen=True, eq=False)
class Ranking:
    """Of each hidden supply: its score, the candidates above and level with it that are not hidden supplies, and
    whether it is among the first ten for its buyer (a share where ties decide)."""

    score: Numbers
    false: Numbers
    hit: Numbers
    candidates: int

    @property
    def base(self) -> float:
        """Share of hidden supplies among the candidates: the average precision of chance."""
        return self.score.size / self.candidates

    def average_precision(self, weight: Numbers | None = None) -> float:
        """Area under the steps of precision over recall; equal scores are one step. `weight`: of each supply."""
        return _average_precision(
            self.score, self.false, np.ones_like(self.score) if weight is None else weight
        )

    @property
    def hits(self) -> float:
        """Share of hidden supplies whose supplier is among the first ten candidates of its buyer."""
        return float(self.hit.mean())


def _average_precision(score: Numbers, false: Numbers, weight: Numbers) -> float:
    order = np.argsort(-score, kind="stable")
    score, false, weight = score[order], false[order], weight[order]
    last = np.searchsorted(-score, -score, side="right") - 1
    true = np.cumsum(weight)[last]
    precision = np.divide(true, true + false, out=np.zeros_like(true), where=true > 0)
    return float((precision * weight).sum() / weight.sum())


def at_pairs(predictor: Predictor, suppliers: Indices, buyers: Indices) -> Numbers:
    """The scores of some pairs."""
    wanted, column = np.unique(buyers, return_inverse=True)
    found = np.empty(buyers.size)
    for start in range(0, wanted.size, _TOGETHER):
        here = (column >= start) & (column < start + _TOGETHER)
        table = predictor(wanted[start : start + _TOGETHER])
        found[here] = table[suppliers[here], column[here] - start]
    return found


def rank(predictor: Predictor, split: Split) -> Ranking:
    """Rank the hidden supplies of a split among all its candidates."""
    score = at_pairs(predictor, split.supplier, split.buyer)
    steps, step = np.unique(score, return_inverse=True)
    above, candidates = np.zeros(steps.size + 1), 0
    hit = np.zeros(score.size)
    for block in blocks(np.arange(split.train.size), _TOGETHER):
        table, open_ = predictor(block), split.candidates(block)
        candidates += int(open_.sum())
        above += np.bincount(np.searchsorted(steps, table[open_], side="right"), minlength=steps.size + 1)
        here = np.flatnonzero((split.buyer >= block[0]) & (split.buyer <= block[-1]))
        columns = np.where(open_, table, -np.inf)[:, split.buyer[here] - block[0]]
        hit[here] = _hits((columns > score[here]).sum(axis=0), (columns == score[here]).sum(axis=0))
    at_or_above = above[::-1].cumsum()[::-1][1:]
    hidden = np.bincount(step, minlength=steps.size)[::-1].cumsum()[::-1]
    return Ranking(score, (at_or_above - hidden)[step], hit, candidates)


def _hits(above: Numbers, level: Numbers) -> Numbers:
    """The chance to be among the first where those that are level stand in any order."""
    return np.clip((FIRST - above) / level, 0.0, 1.0)


def degree_matched(predictor: Predictor, split: Split, negatives: tuple[Indices, Indices]) -> float:
    """Average precision among the hidden supplies and ten candidates for each with the degrees of its ends."""
    score = at_pairs(predictor, split.supplier, split.buyer)
    others = np.sort(at_pairs(predictor, *negatives))
    false = others.size - np.searchsorted(others, score, side="left")
    return _average_precision(score, false.astype(np.float64), np.ones_like(score))


def matched_negatives(split: Split, seed: int) -> tuple[Indices, Indices]:
    """Ten candidates for each hidden supply, that are none and whose ends have customers and suppliers as many as its
    own (in powers of two); fewer where there are none such."""
    rng = np.random.default_rng(seed)
    sold, bought = _step(split.train.out_degree), _step(split.train.in_degree)
    suppliers = [np.flatnonzero(sold == step) for step in range(int(sold.max()) + 1)]
    buyers = [np.flatnonzero(bought == step) for step in range(int(bought.max()) + 1)]
    hidden = set(zip(split.supplier.tolist(), split.buyer.tolist(), strict=True))
    found: list[tuple[int, int]] = []
    for supplier, buyer in sorted(hidden):
        drawn = zip(
            rng.choice(suppliers[sold[supplier]], _TRIES).tolist(),
            rng.choice(buyers[bought[buyer]], _TRIES).tolist(),
            strict=True,
        )
        fits = [(u, v) for u, v in drawn if u != v and (u, v) not in hidden and not split.train.a[u, v]]
        found += fits[:_MATCHED]
    ends = np.array(found, dtype=np.intp).reshape(-1, 2)
    return ends[:, 0], ends[:, 1]


def _step(degree: Numbers) -> Indices:
    """0, 1, 2, 3-4, 5-8 …"""
    return np.where(degree > 0, np.ceil(np.log2(np.maximum(degree, 1))) + 1, 0).astype(np.intp)
