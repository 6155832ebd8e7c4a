"""The tables: random split, temporal split, cold start."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

import numpy as np

from benchmarks.links import networkx_predictors
from benchmarks.links.edges import Edges
from benchmarks.links.methods import OURS, predictors, with_prior
from benchmarks.links.networkx_predictors import OF_NETWORKX
from benchmarks.links.ranking import Predictor, Ranking, degree_matched, matched_negatives, rank
from benchmarks.links.splits import Split, latest_pairs, random_pairs, whole_enterprises
from graphmodel.analysis.gaps.kinds import Kinds
from graphmodel.analysis.gaps.supply_matrix import Numbers

SEEDS: Final = range(5)
PRIORS: Final = (1.0, 0.1, 0.01, 0.001)
_CHECKED: Final = 1_000
_SAMPLES: Final = 1_000
_PRODUCT, _PRODUCT_PRIOR = "graphmodel, by kinds", "product prior"


class Row(NamedTuple):
    """The figures of one method on one split."""

    precision: float
    base: float
    hits: float
    matched: float


def tuning(edges: Edges) -> None:
    """The one weight that was tuned, on the chains that are for that."""
    print(f"\nTuning, {edges.name}: {edges.size:,} enterprises, {edges.supplier.size:,} supplies")
    for prior in PRIORS:
        ranked = [
            rank(with_prior(split.train, prior), split)
            for split in (random_pairs(edges, seed) for seed in range(20))
        ]
        precision = np.mean([one.average_precision() for one in ranked])
        print(f"  prior {prior:<6g} average precision {precision:.3f}  hits@10 {_mean_hits(ranked):.3f}")


def _mean_hits(ranked: Iterable[Ranking]) -> float:
    return float(np.mean([one.hits for one in ranked]))


def random(edges: Edges) -> None:
    """A fifth of the pairs hidden at random, five times."""
    splits = [random_pairs(edges, seed) for seed in SEEDS]
    checked = _pairs_to_check(splits[0])
    networkx_predictors.check(splits[0].train, checked)
    print(f"\nRandom split, {_told(edges)}; {len(SEEDS)} seeds, means ± standard deviations")
    print(f"  the eight predictors of networkx: itself and the formulas agree on {len(checked):,} pairs")
    _compare(splits)


def temporal(edges: Edges) -> None:
    """The latest pairs hidden, where there are dates."""
    split = latest_pairs(edges)
    if split is None:
        print("\nTemporal split: none, for not every supply has a date, or all have one.")
        return
    print(f"\nTemporal split, {_told(edges)}; the latest {split.supplier.size:,} supplies hidden")
    _compare([split])


def _told(edges: Edges) -> str:
    return f"{edges.name}: {edges.size:,} enterprises, {edges.supplier.size:,} supplies"


def _pairs_to_check(split: Split) -> list[tuple[int, int]]:
    order = np.random.default_rng(0).permutation(split.train.size)[:_CHECKED]
    hidden = zip(split.supplier.tolist(), split.buyer.tolist(), strict=True)
    return [*networkx_predictors.neighbours(order), *hidden]


def _compare(splits: list[Split]) -> None:
    found: dict[str, list[Row]] = {}
    for seed, split in enumerate(splits):
        negatives = matched_negatives(split, seed)
        for name, predictor in predictors(split.train).items():
            ranked = rank(predictor, split)
            matched = degree_matched(predictor, split, negatives)
            row = Row(ranked.average_precision(), ranked.base, ranked.hits, matched)
            found.setdefault(name, []).append(row)
    _print(found)


def _print(found: Mapping[str, list[Row]]) -> None:
    means = {name: Row(*np.mean(rows, axis=0).tolist()) for name, rows in found.items()}
    best = max(OF_NETWORKX, key=lambda name: means[name].precision)
    base = means[best].base
    print(f"  chance: average precision {base:.5f} (share of hidden supplies among the candidates)")
    print(f"  {'method':<31} {'average precision':>18} {'x chance':>9} {'hits@10':>8} {'degree-matched':>15}")
    for name, mean in means.items():
        spread = f"± {np.std([row.precision for row in found[name]]):.3f}" if len(found[name]) > 1 else ""
        print(
            f"  {name:<31} {mean.precision:>10.4f} {spread:>7} {mean.precision / base:>9.1f} "
            f"{mean.hits:>8.3f} {mean.matched:>15.3f}"
        )
    ratio = means[OURS].precision / means[best].precision
    print(f"  average precision of graphmodel / best of networkx ({best}): {ratio:.1f}")


def cold_start(edges: Edges) -> None:
    """A fifth of the enterprises hidden with all that they supply and buy; their kinds alone are left."""
    if edges.kind is None:
        print("\nCold start: none, for the file says nothing of what the enterprises make.")
        return
    print(
        f"\nCold start, {_told(edges)}; a fifth of them hidden whole, {len(SEEDS)} seeds; only the kind is left"
    )
    found: dict[str, list[Ranking]] = {_PRODUCT: [], _PRODUCT_PRIOR: []}
    splits = [whole_enterprises(edges, seed) for seed in SEEDS]
    for split in splits:
        kinds = Kinds(split.train, edges.kind)
        methods: dict[str, Predictor] = {_PRODUCT: kinds.scores, _PRODUCT_PRIOR: kinds.prior}
        for name, predictor in methods.items():
            found[name].append(rank(predictor, split))
    print(f"  chance: average precision {np.mean([one.base for one in found[_PRODUCT]]):.5f}")
    for name, ranked in found.items():
        precision = np.mean([one.average_precision() for one in ranked])
        print(f"  {name:<31} average precision {precision:.4f}  hits@10 {_mean_hits(ranked):.3f}")
    pairs = zip(splits, found[_PRODUCT], found[_PRODUCT_PRIOR], strict=True)
    samples = np.mean([_differences(*pair) for pair in pairs], axis=0)
    low, high = np.percentile(samples, [2.5, 97.5])
    print(
        f"  difference: {samples.mean():.4f}, 95 % interval {low:.4f} to {high:.4f} "
        f"(bootstrap over the hidden enterprises, {_SAMPLES:,} samples)"
    )


def _differences(split: Split, ours: Ranking, prior: Ranking) -> Numbers:
    """How much better ours is in each sample; the supplies of one hidden enterprise are drawn together."""
    owner = np.where(split.is_cold[split.supplier], split.supplier, split.buyer)
    group = np.unique(owner, return_inverse=True)[1]
    groups = int(group.max()) + 1
    rng = np.random.default_rng(0)
    drawn = rng.multinomial(groups, np.full(groups, 1 / groups), size=_SAMPLES).astype(np.float64)
    return np.array(
        [ours.average_precision(one[group]) - prior.average_precision(one[group]) for one in drawn]
    )
