"""Missing links: how well hidden supplies are found, against every link predictor of networkx in the same run.

A fifth of the undirected pairs is hidden, both directions together; every pair that the training graph does not link is
a candidate; nothing is taken from the whole graph. hits@10: share of hidden supplies whose supplier is among the first
ten candidates of its buyer. Degree-matched: average precision against ten candidates per hidden supply with ends of
the same degrees (chance about 0.09). The predictors of networkx run as matrix formulas over all candidates; networkx
itself runs on a sample of the pairs of the first split and must give the same numbers.

`python -m benchmarks.links` runs it on the chains of Willems (2008), `--edges FILE.csv` on a file with the columns
`supplier`, `buyer` and, optionally, `date`.
"""

from benchmarks.links import table
from benchmarks.links.edges import TEST, TUNING, Edges, EdgesError, read, willems

__all__ = ["Edges", "EdgesError", "main", "read", "run", "willems"]


def main() -> None:
    """Tuned on chains 7 and 11, tested on the farm machinery chains 25, 31 and 36."""
    table.tuning(willems(TUNING))
    run(willems(TEST))


def run(edges: Edges) -> None:
    """All tables for one network."""
    table.random(edges)
    table.temporal(edges)
    table.cold_start(edges)
