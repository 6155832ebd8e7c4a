"""The view model: what a view shows, frozen and free of any renderer. `viz.builder` builds it, renderers draw it.

Nodes, edges, claims and sources are referred to by their place in the scene (0 is the first).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from graphmodel.texts import ViewLanguage

SCENE_VERSION: Final = 2
SHARED: Final = "shared"
Form = Literal["containers", "layers", "columns"]
Spot = tuple[int, int]
Box = tuple[int, int, int, int]


class Words(NamedTuple):
    """One text in the three languages of a view."""

    ru: str
    en: str
    uz: str


class Fact(NamedTuple):
    """One line of the details panel. `name` is a text of the catalogue: `viz.fact_<name>`."""

    name: str
    value: Words


@dataclass(frozen=True, slots=True)
class SceneNode:
    """One thing on the map.

    `aliases` are further spellings and numbers by which it can be found. `place` is the id of the container it stands
    in; `country` and `region` are ISO 3166 codes. `claims` are places in the table of claims. `measures` by name; what
    is not known of it is not there.
    """

    id: str
    kind: str
    title: Words
    aliases: tuple[str, ...]
    place: str
    country: str | None
    region: str | None
    placeholder: bool
    synthetic: bool
    status: str | None
    facts: tuple[Fact, ...]
    claims: tuple[int, ...]
    measures: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SceneEdge:
    """One line, from the node `source` to the node `target`.

    `label` says what it is about, `dates` when; `weight` is how many edges of the graph it
    stands for. `since` is the first and `until` the last day on which it may have
    held (ISO 8601), null where no source says.
    """

    kind: str
    source: int
    target: int
    label: Words | None
    dates: Words | None
    since: str | None
    until: str | None
    status: str | None
    synthetic: bool
    facts: tuple[Fact, ...]
    claims: tuple[int, ...]
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    """A container: a country, a region in its `parent`, or the block of one kind of node that lies in no country."""

    id: str
    title: Words
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class SceneSource:
    """A page, file or registry. `address` is text, not checked to be a link."""

    title: str
    address: str | None
    published: Words


@dataclass(frozen=True, slots=True)
class SceneClaim:
    """What one `source` says at one place in it, the `locator`. `confidence` runs from 0 to 1."""

    id: str
    kind: Words
    source: int
    locator: str
    quote: str | None
    asserted: Words
    status: Words
    confidence: float
    note: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """The size of a node in pixels at zoom 1, and its title broken into lines that fit, a line break between them."""

    width: int
    height: int
    lines: Words


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand, in pixels at zoom 1, in the order of the scene's nodes and edges.

    `positions`: centres. `bounds`: left, top, right and bottom of all that is drawn. The rest is there where a renderer
    asks for it. `boxes`: left, top, right and bottom of each container. `bends`: how far an edge bends, as the
    roundness of vis-network (above 0 to one side, below 0 to the other). `paths`: an edge from border to border; three
    points are one quadratic curve with its control point, more are the corners of a broken line. `labels`: the middle
    of an edge's label, null where it has no free room.
    """

    positions: tuple[Spot, ...]
    bounds: Box
    boxes: tuple[Box, ...] = ()
    bends: tuple[float, ...] = ()
    paths: tuple[tuple[Spot, ...], ...] = ()
    labels: tuple[Spot | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Layouts:
    """The layout for a screen and that for a phone.

    `cards` by node and `labels` by edge, in lines, where nodes are drawn as cards and edges with text.
    """

    wide: Layout
    tall: Layout
    cards: tuple[Card, ...] = ()
    labels: tuple[Words | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a view shows. `lang` is the language that it opens in; all languages are in it.

    `form`: nodes stand in the containers of their places, in layers along the edges, or in two columns.
    """

    title: Words
    lang: ViewLanguage
    nodes: tuple[SceneNode, ...]
    edges: tuple[SceneEdge, ...]
    places: tuple[Place, ...]
    claims: tuple[SceneClaim, ...]
    sources: tuple[SceneSource, ...]
    form: Form = "containers"
