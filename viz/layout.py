"""Region-first packing: countries side by side, their regions as blocks, what lies in no country in the middle.

Nothing is drawn by lot: the same scene has the same layout. Cards with partners in another country come first in their
block and stand nearest to the middle.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from math import sqrt
from typing import Final

from viz.boxes import Box, below, beside, framed, grid, shelves
from viz.cards import WIDTH as CARD_WIDTH
from viz.routing import Roads, route
from viz.scene import SHARED, Card, Layout, Place, SceneEdge, SceneNode

GAP: Final = (52, 34)
SIDE: Final = 18
HEAD: Final = 26
BLOCK_GAP: Final = 30
COUNTRY_GAP: Final = 110
WIDE: Final = 1.45
TALL: Final = 0.6
_STRETCHES: Final = (0.3, 0.5, 0.8, 1.2, 1.8, 2.6, 4.0)
_SHARED_ORDER: Final = ("Cluster", "Agreement", "Event", "Enterprise")

Nodes = Sequence[SceneNode]
Edges = Sequence[SceneEdge]
Cards = Mapping[str, Card]


class _Plan:
    """The parts of a scene that a layout asks for, by container, the most outward-looking first."""

    def __init__(self, nodes: Nodes, edges: Edges, places: Sequence[Place], cards: Cards) -> None:
        self.cards = cards
        self.parents = {place.id: place.parent for place in places}
        self.outward = _outward(nodes, edges)
        self.links = _links(nodes, edges)
        self.members: dict[str, list[SceneNode]] = defaultdict(list)
        for node in nodes:
            self.members[node.place].append(node)
        self.order = {place: self._ordered(place) for place in self.parents}
        self.regions: dict[str, list[str]] = defaultdict(list)
        for place in places:
            if place.parent:
                self.regions[place.parent].append(place.id)
        roots = [p.id for p in places if not p.parent and not p.id.startswith(f"{SHARED}:")]
        self.countries = sorted(roots, key=lambda country: (-self.size(country), country))

    def _ordered(self, place: str) -> list[str]:
        ids = sorted((node.id for node in self.members[place]), key=lambda node: (-self.outward[node], node))
        return _chained(ids, self.links)

    def size(self, place: str) -> int:
        """How many cards stand in a place and its regions."""
        return len(self.members[place]) + sum(len(self.members[region]) for region in self.regions[place])

    def block(self, place: str, columns: Callable[[int], int]) -> Box:
        """The cards of one container."""
        sizes = [(key, self.cards[key].width, self.cards[key].height) for key in self.order[place]]
        return grid(sizes, columns(len(sizes)), GAP)

    def blocks(self, country: str, columns: Callable[[int], int]) -> list[Box]:
        """A country's own cards and its regions, those with most partners elsewhere first."""
        ids = sorted(self.regions[country], key=lambda region: (-self._reach(region), region))
        regions = _chained(ids, self.links)
        own = [self.block(country, columns)] if self.members[country] else []
        return [*own, *(framed(self.block(region, columns), SIDE, HEAD) for region in regions)]

    def shared(self, columns: Callable[[int], int]) -> list[Box]:
        """The blocks of what lies in no country."""
        places = [f"{SHARED}:{kind}" for kind in _SHARED_ORDER]
        return [framed(self.block(place, columns), SIDE, HEAD) for place in places if self.members[place]]

    def _reach(self, place: str) -> int:
        return sum(self.outward[node.id] for node in self.members[place])


def _outward(nodes: Nodes, edges: Edges) -> dict[str, int]:
    """For each card: twice its edges that leave its country, and once all others."""
    countries = {node.id: node.country for node in nodes}
    weights = dict.fromkeys(countries, 0)
    for edge in edges:
        crossing = countries[edge.source] != countries[edge.target]
        for end in (edge.source, edge.target):
            weights[end] += 2 if crossing else 1
    return weights


def _links(nodes: Nodes, edges: Edges) -> Counter[tuple[str, str]]:
    """How many edges there are between two cards and between two places, in both orders."""
    places = {node.id: node.place for node in nodes}
    cards = [(edge.source, edge.target) for edge in edges]
    ends = [*cards, *((places[a], places[b]) for a, b in cards)]
    return Counter([*ends, *((b, a) for a, b in ends)])


def _chained(ids: list[str], links: Counter[tuple[str, str]]) -> list[str]:
    """The ids in their order, but each next to one that it has edges with where there is one."""
    rest, chain = list(ids), ids[:1]
    while rest := [one for one in rest if one != chain[-1]]:
        chain.append(max(rest, key=lambda one: links[one, chain[-1]]))
    return chain


def _country(blocks: list[Box], width: float) -> Box:
    widest = max(box.width for box in blocks)
    return framed(shelves(blocks, max(width, widest), BLOCK_GAP), SIDE, HEAD)


def _width_for(blocks: list[Box], stretch: float) -> float:
    """The width of shelves that come out about `stretch` times as wide as high."""
    return sqrt(stretch * sum((box.width + BLOCK_GAP) * (box.height + BLOCK_GAP) for box in blocks))


def _in_columns(boxes: list[Box], height: float) -> Box:
    """The boxes in columns of at most about `height`."""
    columns: list[list[Box]] = []
    free = 0.0
    for box in boxes:
        if not columns or free < box.height:
            columns.append([])
            free = height
        columns[-1].append(box)
        free -= box.height + BLOCK_GAP
    return beside([below(column, BLOCK_GAP) for column in columns], COUNTRY_GAP / 2)


def _abreast(plan: _Plan, stretch: float, country_stretch: float) -> Box:
    """The largest country left, the shared in the middle, the second right, all others beyond.

    Blocks come out about `stretch` times as wide as high, countries `country_stretch` times.
    """

    def columns(count: int) -> int:
        return max(1, round(sqrt(0.4 * stretch * count)))

    blocks = [plan.blocks(country, columns) for country in plan.countries]
    countries = [_country(inner, _width_for(inner, country_stretch)) for inner in blocks]
    shared = below(plan.shared(columns), BLOCK_GAP, centred=True)
    height = max([shared.height, *(box.height for box in countries[:2])])
    first = [box.mirrored() for box in countries[:1]]
    return beside([*first, shared, *countries[1:2], _in_columns(countries[2:], height)], COUNTRY_GAP)


def _stacked(plan: _Plan, across: float) -> Box:
    """The largest country at the top, the shared below it, then the others; `across` cards wide."""
    width = across * (CARD_WIDTH + GAP[0]) + 2 * SIDE

    def columns(count: int) -> int:
        return max(1, min(count, int(across), round(sqrt(0.6 * count))))

    countries = [_country(plan.blocks(country, columns), width) for country in plan.countries]
    shared = shelves(plan.shared(columns), width, BLOCK_GAP)
    others = shelves(countries[1:], width, BLOCK_GAP)
    return below([*countries[:1], shared, others], COUNTRY_GAP / 2, centred=True)


def _best(boxes: Iterable[Box], aspect: float) -> Box:
    """The box that is shown largest in a window of that aspect, width to height."""
    return min(boxes, key=lambda box: max(box.width / aspect, box.height))


def wide(nodes: Nodes, edges: Edges, places: Sequence[Place], cards: Cards) -> Layout:
    """For a screen: countries side by side."""
    plan = _Plan(nodes, edges, places, cards)
    tried = (_abreast(plan, *stretches) for stretches in product(_STRETCHES, repeat=2))
    return _finished(_best(tried, WIDE), edges, cards)


def tall(nodes: Nodes, edges: Edges, places: Sequence[Place], cards: Cards) -> Layout:
    """For a phone: countries from top to bottom."""
    plan = _Plan(nodes, edges, places, cards)
    return _finished(_best((_stacked(plan, across) for across in (2, 3, 4, 6, 9)), TALL), edges, cards)


def _finished(box: Box, edges: Edges, cards: Cards) -> Layout:
    """The layout with its middle at 0, 0 and its edges led around the cards."""
    spots = box.moved(-box.width / 2, -box.height / 2)
    positions = {key: (round(x), round(y)) for key, (x, y) in spots.items()}
    return route(edges, Roads(positions, cards, (box.width / 2, box.height / 2)))
