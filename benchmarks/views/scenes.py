"""The scenes that are measured: the synthetic cluster at any size, and the reference data set."""

import random
from functools import cache

from benchmarks.synthetic import claims, generate
from graphmodel.domain.claims import Claim
from graphmodel.domain.evidence import Evidence
from graphmodel.domain.graph import Graph
from loaders import reference
from tests.viz.factory import evidence_of, graph_of
from viz import Scene, build_scene

SUPPLIES: int = 3
SEED: int = 1


@cache
def synthetic(nodes: int) -> tuple[Graph, dict[str, Evidence]]:
    """A cluster of so many enterprises with the evidence of all it says."""
    cluster = generate(nodes, SUPPLIES * nodes, SEED)
    said = list(claims(cluster))
    return graph_of(said), evidence_of(said, title=cluster.source.title, address=None, published="")


@cache
def demo() -> tuple[Graph, dict[str, Evidence]]:
    """The members of the reference cluster, their agreements and supplies, with their evidence."""
    reading = reference()
    titles = {source.id: source for source in reading.sources}
    said = [claim for claim in reading.claims if claim.kind in _DRAWN]
    told = evidence_of(said)
    return graph_of(said), {key: _sourced(one, titles[one.source].title) for key, one in told.items()}


_DRAWN = frozenset({"agreement", "membership", "supplies", "ownership"})


def _sourced(evidence: Evidence, title: str) -> Evidence:
    return evidence.model_copy(update={"title": title})


def scene_of(graph: Graph, evidence: dict[str, Evidence]) -> Scene:
    """The scene of a graph."""
    return build_scene(graph, evidence, title="Кластер", lang="ru")


def shuffled(graph: Graph, evidence: dict[str, Evidence], seed: int) -> tuple[Graph, dict[str, Evidence]]:
    """The same in another order."""
    chance = random.Random(seed)  # noqa: S311
    nodes, edges, told = list(graph.nodes), list(graph.edges), list(evidence.items())
    for part in (nodes, edges, told):
        chance.shuffle(part)
    return Graph(nodes=tuple(nodes), edges=tuple(edges)), dict(told)


def claims_of(nodes: int) -> list[Claim]:
    """The claims of a synthetic cluster."""
    return list(claims(generate(nodes, SUPPLIES * nodes, SEED)))
