"""A labelled synthetic cluster of any size, from the packaged recipes and published distributions of real networks.

Who needs what comes from the recipes of the reference data set; who supplies it is drawn among those that make it, so
that customer counts, regions and gaps come out as the context facts say (facts.py). Nothing in it is a real enterprise:
every name says so, every claim has `synthetic: true`, every id begins with `syn-`.

`python -m benchmarks.synthetic -o FOLDER` writes one as files that `graphmodel load` reads; without arguments it prints
what was generated against what was published.
"""

from benchmarks.synthetic.cluster import PREFIX, Cluster, claims, generate
from benchmarks.synthetic.facts import Assumptions
from benchmarks.synthetic.files import write_csv, write_parquet
from benchmarks.synthetic.table import main

__all__ = ["PREFIX", "Assumptions", "Cluster", "claims", "generate", "main", "write_csv", "write_parquet"]
