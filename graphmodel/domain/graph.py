"""Nodes and edges as every room above sees them: frozen, with the ids of their claims."""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel, ConfigDict

from graphmodel.texts import ViewLanguage

NAMES: Final[Mapping[ViewLanguage, tuple[str, ...]]] = {
    "ru": ("name_ru", "name_en", "name_uz"),
    "en": ("name_en", "name_uz", "name_ru"),
    "uz": ("name_uz", "name_en", "name_ru"),
}


class Node(BaseModel):
    """One entity. `key` is its id or code; `properties` has no empty values and not the key."""

    model_config = ConfigDict(frozen=True)

    label: str
    key: str
    properties: Mapping[str, Any] = {}
    placeholder: bool = False
    claims: tuple[str, ...] = ()

    def name(self, lang: ViewLanguage) -> str:
        """Its name in `lang`, else in another language, else its key."""
        return next((str(self.properties[p]) for p in NAMES[lang] if self.properties.get(p)), self.key)


class Edge(BaseModel):
    """One edge, from the node `source` to the node `target`, both by label and key."""

    model_config = ConfigDict(frozen=True)

    type: str
    source: tuple[str, str]
    target: tuple[str, str]
    properties: Mapping[str, Any] = {}
    claims: tuple[str, ...] = ()


class Graph(BaseModel):
    """Nodes and edges between them, each in the order of their keys."""

    model_config = ConfigDict(frozen=True)

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()

    @property
    def claims(self) -> set[str]:
        """The ids of all claims that its nodes and edges rest on."""
        of_nodes = {claim for node in self.nodes for claim in node.claims}
        return of_nodes | {claim for edge in self.edges for claim in edge.claims}
