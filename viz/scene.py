"""The view model: what a view shows, frozen and free of any renderer. `viz.builder` builds it, renderers draw it."""

from collections.abc import Mapping
from typing import Final

from pydantic import BaseModel, ConfigDict

from graphmodel.domain.names import Names
from graphmodel.texts import Language

SCENE_VERSION: Final = 1
SHARED: Final = "shared"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Words(_Frozen):
    """One text in both languages of the interface."""

    ru: str
    en: str


class Fact(_Frozen):
    """One line of the details panel. `name` is a text of the catalogue: `viz.fact_<name>`."""

    name: str
    value: Words


class SceneNode(_Frozen):
    """One card. `place` is the id of the container it stands in; `country` and `region` are ISO 3166 codes.

    `search` holds every spelling and number by which it can be found, normalised.
    """

    id: str
    kind: str
    title: Words
    names: Names
    search: tuple[str, ...]
    place: str
    country: str | None
    region: str | None
    placeholder: bool
    synthetic: bool
    status: str | None
    facts: tuple[Fact, ...]
    evidence: tuple[str, ...]


class SceneEdge(_Frozen):
    """One line, from the card `source` to the card `target`. `label` says what it is about, `dates` when."""

    id: str
    kind: str
    source: str
    target: str
    label: Words | None
    dates: Words | None
    status: str | None
    synthetic: bool
    facts: tuple[Fact, ...]
    evidence: tuple[str, ...]


class Place(_Frozen):
    """A container: a country, a region in its `parent`, or the block of one kind of node that lies in no country."""

    id: str
    title: Words
    parent: str | None = None


class SceneClaim(_Frozen):
    """One row of the evidence table. `confidence` runs from 0 to 1; `address` is text, not checked to be a link."""

    id: str
    kind: Words
    title: str
    address: str | None
    published: Words
    locator: Words
    quote: str | None
    asserted: Words
    status: Words
    confidence: float
    note: str | None


class Card(_Frozen):
    """The size of a node in pixels at zoom 1, and its title broken into lines that fit."""

    width: int
    height: int
    ru: tuple[str, ...]
    en: tuple[str, ...]


class Layout(_Frozen):
    """Where things stand, in pixels at zoom 1.

    `positions`: centre of each card. `curves`: how far an edge bends, as the roundness of vis-network (above 0 to one
    side, below 0 to the other, 0 straight). `labelled`: edges whose label has free room. `bounds`: left, top, right and
    bottom of all that is drawn.
    """

    positions: Mapping[str, tuple[int, int]]
    curves: Mapping[str, float]
    labelled: tuple[str, ...]
    bounds: tuple[int, int, int, int]


class Scene(_Frozen):
    """All that a view shows. `wide` is the layout for a screen, `tall` for a phone."""

    version: int = SCENE_VERSION
    title: str
    lang: Language
    nodes: tuple[SceneNode, ...]
    edges: tuple[SceneEdge, ...]
    places: tuple[Place, ...]
    claims: tuple[SceneClaim, ...]
    cards: Mapping[str, Card]
    wide: Layout
    tall: Layout
