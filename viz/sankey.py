"""Flows in two columns: each card as high as its flows, each flow with a place of its own on both cards."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from viz.cards import WIDTH, card_of
from viz.labels import broken
from viz.scene import Card, Layout, Layouts, Place, SceneEdge, SceneNode, Spot

_PORT: Final = 17
_GAP: Final = 22
_STUB: Final = 46
_LABEL: Final = 26
_WIDE: Final = 620
_TALL: Final = 250
_SWEEPS: Final = 6
Edges = Sequence[SceneEdge]


def _columns(edges: Edges) -> tuple[list[int], list[int]]:
    """The nodes on the left and on the right, each near the middle of its flows."""
    left, right = sorted({edge.source for edge in edges}), sorted({edge.target for edge in edges})
    for _ in range(_SWEEPS):
        left = _by_middle(left, right, [(edge.source, edge.target, edge.weight) for edge in edges])
        right = _by_middle(right, left, [(edge.target, edge.source, edge.weight) for edge in edges])
    return left, right


def _by_middle(own: list[int], others: list[int], flows: list[tuple[int, int, int]]) -> list[int]:
    places = {node: place for place, node in enumerate(others)}
    sums: dict[int, float] = defaultdict(float)
    weights: dict[int, int] = defaultdict(int)
    for node, other, weight in flows:
        sums[node] += places[other] * weight
        weights[node] += weight
    return sorted(own, key=lambda node: (sums[node] / weights[node], node))


def _stacked(column: list[int], cards: Sequence[Card], x: int) -> dict[int, Spot]:
    """The centres of cards from top to bottom, the middle of the column at 0."""
    height = sum(cards[node].height + _GAP for node in column) - _GAP
    spots, top = {}, -height / 2
    for node in column:
        spots[node] = (x, round(top + cards[node].height / 2))
        top += cards[node].height + _GAP
    return spots


def _ports(edges: Edges, spots: dict[int, Spot], own: str, other: str) -> dict[int, int]:
    """How high each edge meets its card on one side, in the order of the cards on the other."""
    by_node: dict[int, list[int]] = defaultdict(list)
    for number in sorted(range(len(edges)), key=lambda n: (spots[getattr(edges[n], other)][1], n)):
        by_node[getattr(edges[number], own)].append(number)
    return {
        number: spots[node][1] + round((place - (len(numbers) - 1) / 2) * _PORT)
        for node, numbers in by_node.items()
        for place, number in enumerate(numbers)
    }


def _layout(count: int, edges: Edges, cards: Sequence[Card], apart: int) -> Layout:
    left, right = _columns(edges)
    spots = _stacked(left, cards, -apart // 2) | _stacked(right, cards, apart // 2)
    leaving, entering = _ports(edges, spots, "source", "target"), _ports(edges, spots, "target", "source")
    inner = (apart - WIDTH) // 2
    paths = tuple(
        (
            (-inner, leaving[n]),
            (_STUB - inner, leaving[n]),
            (inner - _STUB, entering[n]),
            (inner, entering[n]),
        )
        for n in range(len(edges))
    )
    high = max((abs(spots[node][1]) + cards[node].height // 2 for node in spots), default=0)
    across = (apart + WIDTH) // 2
    return Layout(
        positions=tuple(spots[node] for node in range(count)),
        bounds=(-across, -high, across, high),
        paths=paths,
        labels=tuple((_LABEL - inner, leaving[n]) for n in range(len(edges))),
    )


def sankey(nodes: Sequence[SceneNode], edges: Edges, places: Sequence[Place]) -> Layouts:
    """Both layouts; every node has an edge, and is the start of all its edges or the end of all."""
    flows: dict[int, int] = defaultdict(int)
    for edge in edges:
        flows[edge.source] += 1
        flows[edge.target] += 1
    cards = [card_of(node) for node in nodes]
    high = [replace(card, height=max(card.height, flows[n] * _PORT + _GAP)) for n, card in enumerate(cards)]
    wide, tall = (_layout(len(nodes), edges, high, apart) for apart in (_WIDE, _TALL + WIDTH))
    return Layouts(wide, tall, cards=tuple(high), labels=tuple(broken(edge) for edge in edges))
