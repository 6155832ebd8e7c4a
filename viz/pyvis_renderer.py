"""pyvis as the carrier of a network, all of the page our own.

The page that pyvis 0.3.2 makes runs scripts hidden in titles, ids and options, loads from a CDN, and is written in the
locale's encoding. So of pyvis only its lists of nodes and edges and its copy of vis-network are used, and attributes
pass a whitelist.
"""

from functools import cache
from importlib import resources
from typing import Any, Final, Self

from pyvis.network import Network

from viz import style
from viz.scene import Layouts, Scene, SceneEdge

_NODE_ATTRIBUTES: Final = ("id", "x", "y")
_EDGE_ATTRIBUTES: Final = ("id", "from", "to", "arrows", "dashes", "smooth", "width")
_DASHES: Final = {"announced": [11, 7], "ended": [2, 6]}
_OPTIONS: Final[dict[str, Any]] = {
    "autoResize": False,
    "physics": {"enabled": False, "barnesHut": {"springLength": 190, "avoidOverlap": 0.6}},
    "interaction": {"hover": True, "selectConnectedEdges": False, "hideEdgesOnDrag": False},
    "nodes": {"shape": "custom", "font": {"multi": False}},
    "edges": {
        "font": {"strokeWidth": 0, "multi": False},
        "arrows": {"to": {"scaleFactor": 0.7}},
        "labelHighlightBold": False,
        "scaling": {"label": {"drawThreshold": 8}},
    },
}


class SceneNetwork(Network):  # type: ignore[misc]
    """A pyvis network that carries a scene. Fill it by `of`."""

    scene: Scene

    @classmethod
    def of(cls, scene: Scene, layouts: Layouts) -> Self:
        """The network of a scene, in its layout for a screen; ids are the places of nodes and edges in the scene."""
        network = cls(directed=True, cdn_resources="in_line")
        network.scene = scene
        network.nodes = [{"id": n, "x": x, "y": y} for n, (x, y) in enumerate(layouts.wide.positions)]
        bends = layouts.wide.bends
        network.edges = [_edge(number, edge, bends[number]) for number, edge in enumerate(scene.edges)]
        return network

    def payload(self) -> dict[str, Any]:
        """What vis-network is given: nodes and edges with the attributes of the whitelist alone, and our options."""
        return {
            "nodes": [_allowed(node, _NODE_ATTRIBUTES) for node in self.nodes],
            "edges": [_allowed(edge, _EDGE_ATTRIBUTES) for edge in self.edges],
            "options": _OPTIONS,
        }


def _allowed(attributes: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: attributes[name] for name in names if name in attributes}


def _edge(number: int, edge: SceneEdge, bend: float) -> dict[str, Any]:
    """An edge as vis-network draws it: announced dashed, ended dotted."""
    line = style.LINES[edge.kind]
    return {
        "id": number,
        "from": edge.source,
        "to": edge.target,
        "width": line.width,
        "dashes": _DASHES.get(edge.status or "", False),
        "arrows": "to" if line.directed else "",
        "smooth": smooth(bend),
    }


def smooth(bend: float) -> dict[str, Any]:
    """A bend as vis-network takes it."""
    kind = "curvedCW" if bend > 0 else "curvedCCW"
    return {"enabled": bool(bend), "type": kind, "roundness": abs(bend)}


@cache
def vis_network() -> str:
    """The newest vis-network that pyvis carries, as a browser reads it from a page, without its source map."""
    copies = [p for p in (resources.files("pyvis") / "lib").iterdir() if p.name.startswith("vis-")]
    newest = max(copies, key=lambda p: [int(part) for part in p.name.removeprefix("vis-").split(".")])
    script = (newest / "vis-network.min.js").read_text(encoding="utf-8").replace("\r\n", "\n")
    script = script.partition("//# sourceMappingURL")[0]
    if "</script" in script.lower() or "<!--" in script:
        raise ValueError(f"{newest.name} cannot stand in a script element")
    return script
