"""The generated figures beside the published ones."""

from benchmarks.synthetic import figures
from benchmarks.synthetic.cluster import Cluster, generate
from benchmarks.synthetic.facts import (
    ATTACHMENT,
    CUSTOMER_TAIL,
    MEAN_PATH,
    MOST_DOMESTIC,
    SEGMENTS,
    WITHIN_REGION,
)

_ENTERPRISES, _SUPPLIES, _SEED = 20_000, 100_000, 1


def main() -> None:
    """Generate a cluster and print a line for each fact."""
    print(f"  {_ENTERPRISES:,} enterprises, {_SUPPLIES:,} supplies, seed {_SEED}")
    print(f"  {'fact':<11} {'figure':<38} {'published':>12} {'generated':>16}")
    for fact, figure, published, generated in rows(generate(_ENTERPRISES, _SUPPLIES, _SEED)):
        print(f"  {fact:<11} {figure:<38} {published:>12} {generated:>16}")


def rows(cluster: Cluster) -> list[tuple[str, str, str, str]]:
    """Fact ids, figure, what was published, what was generated."""
    tail, pull = figures.tail_exponent(figures.customers(cluster)), figures.attachment(cluster)
    highest = max(figures.met_by_component(cluster).values())
    return [
        ("X028", "tail exponent of customers", f"{CUSTOMER_TAIL}", f"{tail.value:.2f} ± {tail.error:.2f}"),
        ("X034", "attachment exponent", f"{ATTACHMENT}", f"{pull.value:.2f} ± {pull.error:.2f}"),
        ("X040", "supplies within a region", f"{WITHIN_REGION:.1%}", f"{figures.within_region(cluster):.1%}"),
        ("X036", "degree assortativity", "below 0", f"{figures.assortativity(cluster):.2f}"),
        ("X029", "mean shortest path", f"{MEAN_PATH}", f"{figures.mean_path(cluster):.2f}"),
        *_met(cluster),
        ("X006", "needs met, highest of any component", f"{MOST_DOMESTIC:.0%}", f"{highest:.0%}"),
    ]


def _met(cluster: Cluster) -> list[tuple[str, str, str, str]]:
    met = figures.met_by_segment(cluster)
    return [
        (one.facts, f"needs met, {one.name}", _between(one.lowest, one.highest), f"{met[one.name]:.1%}")
        for one in SEGMENTS
    ]


def _between(low: float, high: float) -> str:
    return f"{low:.0%}" if low == high else f"{low:.0%} to {high:.0%}"
