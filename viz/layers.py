"""A layered layout: who supplies stands before whom it supplies, in columns on a screen and in rows on a phone.

The order within a layer follows the neighbours in the layer before (K. Sugiyama, S. Tagawa, M. Toda: Methods for visual
understanding of hierarchical system structures, 1981).
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from viz.boxes import Box, below, beside
from viz.cards import card_of
from viz.ground import Ground
from viz.labels import broken
from viz.layout import best
from viz.routes import routed
from viz.scene import Card, Layout, Layouts, Place, SceneEdge, SceneNode

_GAP: Final = 34
_BETWEEN: Final = 240
_SWEEPS: Final = 4
_ACROSS: Final = (2, 3, 4)
Edges = Sequence[SceneEdge]


def ranks(count: int, edges: Edges) -> list[int]:
    """The layer of each node: one more than the last of those that supply it, closed circles apart."""
    forward = _without_circles(count, edges)
    entering: dict[int, list[int]] = defaultdict(list)
    for source, target in forward:
        entering[target].append(source)
    layers: dict[int, int] = {}

    def layer(node: int) -> int:
        if node not in layers:
            layers[node] = max((layer(source) + 1 for source in entering[node]), default=0)
        return layers[node]

    return [layer(node) for node in range(count)]


def _without_circles(count: int, edges: Edges) -> list[tuple[int, int]]:
    leaving: dict[int, list[int]] = defaultdict(list)
    kept: list[tuple[int, int]] = []
    for edge in edges:
        if edge.source != edge.target and not _reaches(leaving, edge.target, edge.source):
            leaving[edge.source].append(edge.target)
            kept.append((edge.source, edge.target))
    return kept


def _reaches(leaving: dict[int, list[int]], start: int, end: int) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        node = waiting.pop()
        if node == end:
            return True
        new = [other for other in leaving[node] if other not in seen]
        seen.update(new)
        waiting += new
    return False


def _layers(count: int, edges: Edges) -> list[list[int]]:
    """The nodes of each layer, each near the middle of its neighbours."""
    layer_of = ranks(count, edges)
    layers = [
        [n for n in range(count) if layer_of[n] == layer] for layer in range(max(layer_of, default=-1) + 1)
    ]
    near: dict[int, list[int]] = defaultdict(list)
    for edge in edges:
        near[edge.source].append(edge.target)
        near[edge.target].append(edge.source)
    for _ in range(_SWEEPS):
        places = {node: place / len(layer) for layer in layers for place, node in enumerate(layer)}
        middle = {n: sum(places[o] for o in near[n]) / len(near[n]) if near[n] else places[n] for n in places}
        layers = [sorted(layer, key=lambda node: (middle[node], node)) for layer in layers]
    return layers


def _column(nodes: Sequence[int], cards: Sequence[Card], across: int) -> Box:
    """Cards from top to bottom, in so many columns."""
    rows = [nodes[start : start + across] for start in range(0, len(nodes), across)]
    return below([_row(row, cards) for row in rows], _GAP, centred=True)


def _row(nodes: Sequence[int], cards: Sequence[Card]) -> Box:
    boxes = [
        Box(c.width, c.height, {n: (c.width / 2, c.height / 2)}) for n, c in ((n, cards[n]) for n in nodes)
    ]
    return beside(boxes, _GAP)


def layered(nodes: Sequence[SceneNode], edges: Edges, places: Sequence[Place]) -> Layouts:
    """Both layouts with cards in layers; containers are not drawn."""
    cards = tuple(card_of(node) for node in nodes)
    layers = _layers(len(nodes), edges)

    def finished(box: Box) -> Layout:
        half = (box.width / 2, box.height / 2)
        spots = box.moved(-half[0], -half[1])
        positions = [(round(spots[n][0]), round(spots[n][1])) for n in range(len(nodes))]
        return routed(edges, Ground(positions, cards, half))

    wide = (beside([_column(layer, cards, across) for layer in layers], _BETWEEN) for across in (1, *_ACROSS))
    tall = (
        below([_column(layer, cards, across) for layer in layers], _BETWEEN / 2, True) for across in _ACROSS
    )
    labels = tuple(broken(edge) for edge in edges)
    return Layouts(finished(best(wide, 1.45)), finished(best(tall, 0.6)), cards, labels)
