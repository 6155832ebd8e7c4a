"""Region-first packing: countries side by side, their regions as blocks, what lies in no country in the middle.

Nothing is drawn by lot: the same scene has the same layout. Cards with partners in another country come first in their
block and stand nearest to the middle.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import product
from math import sqrt
from typing import Final, TypeVar

from viz.boxes import Box, below, beside, framed, grid, shelves
from viz.cards import WIDTH as CARD_WIDTH
from viz.cards import card_of
from viz.geometry import Rectangle, around
from viz.ground import Ground, heading
from viz.labels import broken
from viz.scene import SHARED, Card, Layout, Layouts, Place, SceneEdge, SceneNode
from viz.scene import Box as RoundBox

Key = TypeVar("Key", int, str)

GAP: Final = (52, 34)
SIDE: Final = 18
HEAD: Final = 26
BLOCK_GAP: Final = 30
COUNTRY_GAP: Final = 110
WIDE: Final = 1.45
TALL: Final = 0.6
_STRETCHES: Final = (0.3, 0.5, 0.8, 1.2, 1.8, 2.6, 4.0)
_SHARED_ORDER: Final = ("Cluster", "Agreement", "Event", "Gap", "Enterprise")

Nodes = Sequence[SceneNode]
Edges = Sequence[SceneEdge]
Cards = Sequence[Card]


class _Plan:
    """The parts of a scene that a layout asks for, by container, the most outward-looking first."""

    def __init__(self, nodes: Nodes, edges: Edges, places: Sequence[Place], cards: Cards) -> None:
        self.cards = cards
        self.parents = {place.id: place.parent for place in places}
        self.outward = _outward(nodes, edges)
        self.card_links = _links((edge.source, edge.target) for edge in edges)
        self.place_links = _links((nodes[e.source].place, nodes[e.target].place) for e in edges)
        self.members: dict[str, list[int]] = defaultdict(list)
        for number, node in enumerate(nodes):
            self.members[node.place].append(number)
        self.order = {place: self._ordered(place) for place in self.parents}
        self.regions: dict[str, list[str]] = defaultdict(list)
        for place in places:
            if place.parent:
                self.regions[place.parent].append(place.id)
        roots = [p.id for p in places if not p.parent and not p.id.startswith(f"{SHARED}:")]
        self.countries = sorted(roots, key=lambda country: (-self.size(country), country))

    def _ordered(self, place: str) -> list[int]:
        outward_first = sorted(self.members[place], key=lambda node: (-self.outward[node], node))
        return _chained(outward_first, self.card_links)

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
        regions = _chained(ids, self.place_links)
        own = [self.block(country, columns)] if self.members[country] else []
        return [*own, *(framed(self.block(region, columns), SIDE, HEAD) for region in regions)]

    def shared(self, columns: Callable[[int], int]) -> list[Box]:
        """The blocks of what lies in no country."""
        places = [f"{SHARED}:{kind}" for kind in _SHARED_ORDER]
        return [framed(self.block(place, columns), SIDE, HEAD) for place in places if self.members[place]]

    def _reach(self, place: str) -> int:
        return sum(self.outward[node] for node in self.members[place])


def _outward(nodes: Nodes, edges: Edges) -> list[int]:
    """For each card: twice its edges that leave its country, and once all others."""
    weights = [0] * len(nodes)
    for edge in edges:
        crossing = nodes[edge.source].country != nodes[edge.target].country
        for end in (edge.source, edge.target):
            weights[end] += 2 if crossing else 1
    return weights


def _links(pairs: Iterable[tuple[Key, Key]]) -> Counter[tuple[Key, Key]]:
    """How many pairs there are of each two, in both orders."""
    found: Counter[tuple[Key, Key]] = Counter()
    for one, other in pairs:
        found.update(((one, other), (other, one)))
    return found


def _chained(ids: list[Key], links: Counter[tuple[Key, Key]]) -> list[Key]:
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


def best(boxes: Iterable[Box], aspect: float) -> Box:
    """The box that is shown largest in a window of that aspect, width to height."""
    return min(boxes, key=lambda box: max(box.width / aspect, box.height))


def _wide(plan: _Plan) -> Box:
    """For a screen: countries side by side."""
    tried = (_abreast(plan, *stretches) for stretches in product(_STRETCHES, repeat=2))
    return best(tried, WIDE)


def _tall(plan: _Plan) -> Box:
    """For a phone: countries from top to bottom."""
    return best((_stacked(plan, across) for across in (1, 2, 3, 4, 6, 9)), TALL)


def packed(
    nodes: Nodes, edges: Edges, places: Sequence[Place], route: Callable[[Edges, Ground], Layout]
) -> Layouts:
    """Both layouts with cards, their middle at 0, 0; `route` leads the edges over the ground."""
    cards = tuple(card_of(node) for node in nodes)
    plan = _Plan(nodes, edges, places, cards)

    def finished(box: Box) -> Layout:
        half = (box.width / 2, box.height / 2)
        spots = box.moved(-half[0], -half[1])
        positions = [(round(spots[n][0]), round(spots[n][1])) for n in range(len(nodes))]
        boxes = _boxes(
            plan, places, [around(at, c.width, c.height) for at, c in zip(positions, cards, strict=True)]
        )
        headings = [heading(place, box) for place, box in zip(places, boxes, strict=True)]
        layout = route(edges, Ground(positions, cards, half, headings))
        return replace(layout, boxes=boxes)

    labels = tuple(broken(edge) for edge in edges)
    return Layouts(wide=finished(_wide(plan)), tall=finished(_tall(plan)), cards=cards, labels=labels)


def _boxes(plan: _Plan, places: Sequence[Place], cards: Sequence[Rectangle]) -> tuple[RoundBox, ...]:
    """The rectangle of each container: of a region about its cards, of a country about its regions too."""
    regions = {p.id: _about([cards[n] for n in plan.members[p.id]]) for p in places if p.parent}
    inner = {p.id: [cards[n] for n in plan.members[p.id]] for p in places}
    whole = {p.id: [*inner[p.id], *(regions[r] for r in plan.regions[p.id])] for p in places}
    boxes = (_about(whole[place.id]) for place in places)
    return tuple((round(left), round(top), round(right), round(bottom)) for left, top, right, bottom in boxes)


def _about(boxes: Sequence[Rectangle]) -> Rectangle:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts) - SIDE, min(tops) - SIDE - HEAD, max(rights) + SIDE, max(bottoms) + SIDE
