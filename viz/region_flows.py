"""Flows between regions: who supplies on the left, who is supplied on the right, agreements as ribbons too.

H. R. Sankey: The thermal efficiency of steam-engines, 1898.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, TypeVar

from viz import wording
from viz.scene import SHARED, Fact, Place, Scene, SceneEdge, SceneNode, Words

_FLOWING: Final = ("SUPPLIES", "MEMORANDUM")
Flow = tuple[str, str, str]
S = TypeVar("S", bound=Scene)


def flows(scene: S) -> S:
    """The scene with its regions in place of enterprises; an edge is as wide as the number of edges it stands for."""
    grouped: dict[Flow, list[SceneEdge]] = defaultdict(list)
    for edge in scene.edges:
        if edge.kind in _FLOWING:
            grouped[_flow(scene, edge)].append(edge)
    places = {place.id: place for place in scene.places}
    left = sorted({source for _, source, _ in grouped})
    right = sorted({target for _, _, target in grouped})
    nodes = [
        *(_node(scene, places[one], "from") for one in left),
        *(_node(scene, places[one], "to") for one in right),
    ]
    number = {(node.id.partition(":")[0], node.place): place for place, node in enumerate(nodes)}
    edges = [
        _edge(kind, number["from", source], number["to", target], grouped[kind, source, target])
        for kind, source, target in sorted(grouped)
    ]
    return replace(scene, nodes=tuple(nodes), edges=tuple(edges), form="columns")


def _flow(scene: Scene, edge: SceneEdge) -> Flow:
    """From where to where; an agreement has no direction and runs from the place that comes first."""
    ends = [scene.nodes[edge.source].place, scene.nodes[edge.target].place]
    source, target = sorted(ends) if edge.kind == "MEMORANDUM" else ends
    return edge.kind, source, target


def _node(scene: Scene, place: Place, side: str) -> SceneNode:
    country = next((one.country for one in scene.nodes if one.place == place.id), None)
    label, _, code = place.id.partition(":")
    return SceneNode(
        id=f"{side}:{place.id}",
        kind=label if label != SHARED else "Region",
        title=place.title,
        aliases=(),
        place=place.id,
        country=country,
        region=code if label == "Region" else None,
        placeholder=False,
        synthetic=False,
        status=None,
        facts=(),
        claims=(),
    )


def _edge(kind: str, source: int, target: int, edges: Sequence[SceneEdge]) -> SceneEdge:
    labels = Counter(edge.label for edge in edges if edge.label)
    told = [wording.joined(": ", [label, wording.same(n)]) for label, n in labels.most_common()]
    return SceneEdge(
        kind=kind,
        source=source,
        target=target,
        label=Words(*(str(len(edges)),) * 3),
        dates=None,
        since=min((edge.since for edge in edges if edge.since), default=None),
        until=None,
        status=None,
        synthetic=all(edge.synthetic for edge in edges),
        facts=tuple(Fact("about", line) for line in told),
        claims=tuple(sorted({claim for edge in edges for claim in edge.claims})),
        weight=len(edges),
    )
