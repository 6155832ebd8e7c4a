"""A scene as one HTML file that opens offline: pyvis as the carrier of the network, all of the page our own.

The page that pyvis 0.3.2 makes runs scripts hidden in titles, ids and options, loads from a CDN, and is written in the
locale's encoding. So of pyvis only its lists of nodes and edges and its copy of vis-network are used: attributes pass a
whitelist, data stands in a JSON element, and a Content-Security-Policy lets nothing run but our own scripts, by hash.
"""

import json
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from graphmodel.texts import LANGUAGES, Language, catalogue, text
from viz import style
from viz.layout import HEAD, SIDE
from viz.scene import Layout, Scene, SceneEdge

_NODE_ATTRIBUTES: Final = ("id", "label", "x", "y")
_EDGE_ATTRIBUTES: Final = ("id", "from", "to", "arrows", "color", "dashes", "smooth", "width")
_SCRIPTS: Final = (
    "data.js",
    "draw.js",
    "network.js",
    "panel.js",
    "legend.js",
    "search.js",
    "table.js",
    "page.js",
)
_OPTIONS: Final[dict[str, Any]] = {
    "autoResize": False,
    "physics": {"enabled": False, "barnesHut": {"springLength": 190, "avoidOverlap": 0.6}},
    "interaction": {"hover": True, "selectConnectedEdges": False, "hideEdgesOnDrag": False},
    "nodes": {"shape": "custom", "font": {"multi": False}},
    "edges": {
        "font": {"strokeWidth": 0, "background": "#ffffffe6", "color": "#2F3A45", "multi": False},
        "arrows": {"to": {"scaleFactor": 0.7}},
        "labelHighlightBold": False,
        "scaling": {"label": {"drawThreshold": 8}},
    },
}


class SafeNetwork(Network):  # type: ignore[misc]
    """A pyvis network whose page is `viz/templates/network.html`, from a scene. Fill it by `of`."""

    scene: Scene

    @classmethod
    def of(cls, scene: Scene) -> "SafeNetwork":
        """The network of a scene, in its layout for a screen."""
        network = cls(directed=True, cdn_resources="in_line")
        network.scene = scene
        network.nodes = [_node(scene, node.id) for node in scene.nodes]
        network.edges = [_edge(scene.wide, edge) for edge in scene.edges]
        return network

    def payload(self) -> dict[str, Any]:
        """What vis-network is given: nodes and edges with the attributes of the whitelist alone, and our options."""
        return {
            "nodes": [_allowed(node, _NODE_ATTRIBUTES) for node in self.nodes],
            "edges": [_allowed(edge, _EDGE_ATTRIBUTES) for edge in self.edges],
            "options": _OPTIONS,
        }

    def generate_html(self, name: str = "", local: bool = True, notebook: bool = False) -> str:
        """The page. The parameters are those of pyvis, and change nothing."""
        return _page(self.scene, self.payload(), self.scene.lang)

    def write_html(
        self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False
    ) -> None:
        """The page as a file in UTF-8. The parameters but `name` are those of pyvis, and change nothing."""
        write(self.generate_html(), Path(name))


def _allowed(attributes: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: attributes[name] for name in names if name in attributes}


def _node(scene: Scene, node: str) -> dict[str, Any]:
    x, y = scene.wide.positions[node]
    return {"id": node, "label": "\n".join(getattr(scene.cards[node], scene.lang)), "x": x, "y": y}


def _edge(layout: Layout, edge: SceneEdge) -> dict[str, Any]:
    ends = {"id": edge.id, "from": edge.source, "to": edge.target}
    return ends | style.line(edge.kind, edge.status) | {"smooth": _smooth(layout.curves[edge.id])}


def _smooth(bend: float) -> dict[str, Any]:
    kind = "curvedCW" if bend > 0 else "curvedCCW"
    return {"enabled": bool(bend), "type": kind, "roundness": abs(bend)}


def _texts() -> dict[str, dict[str, str]]:
    """All texts of this room, without `viz.` before their names."""
    return {key.removeprefix("viz."): words for key, words in catalogue().items() if key.startswith("viz.")}


def as_script_data(value: Any) -> Markup:
    """JSON that can stand in a script element whatever strings it holds."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        written = written.replace(char, f"\\u{ord(char):04x}")
    return Markup(written)  # noqa: S704 - no character that HTML could read is left


@cache
def _own_file(name: str) -> str:
    return (resources.files("viz") / "static" / name).read_text(encoding="utf-8")


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


def _hash(content: str) -> str:
    """The source expression by which a Content-Security-Policy lets an inline script or style through."""
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _policy(scripts: list[str], sheet: str) -> str:
    allowed = " ".join(_hash(script) for script in scripts)
    return f"default-src 'none'; script-src {allowed}; style-src {_hash(sheet)}; base-uri 'none'; form-action 'none'"


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("viz"), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )


def _data(scene: Scene, network: dict[str, Any]) -> dict[str, Any]:
    colours = {"nodes": style.NODE_COLOURS, "edges": style.EDGE_COLOURS}
    room = {"side": SIDE, "head": HEAD}
    shown = scene.model_dump(mode="json")
    return {"scene": shown, "network": network, "texts": _texts(), "colours": colours, "room": room}


def _page(scene: Scene, network: dict[str, Any], lang: Language) -> str:
    scripts = [vis_network(), *(_own_file(name) for name in _SCRIPTS)]
    sheet = _own_file("page.css")
    return (
        _environment()
        .get_template("network.html")
        .render(
            title=scene.title,
            lang=lang,
            languages=LANGUAGES,
            policy=_policy(scripts, sheet),
            sheet=Markup(sheet),  # noqa: S704 - our own file
            scripts=[Markup(script) for script in scripts],  # noqa: S704 - our own and pyvis' files
            data=as_script_data(_data(scene, network)),
            text=lambda name: text(f"viz.{name}", lang),
        )
    )


def render(scene: Scene, lang: Language) -> str:
    """The page of a scene, opening in `lang`."""
    return str(SafeNetwork.of(scene.model_copy(update={"lang": lang})).generate_html())


def write(html: str, path: Path) -> None:
    """`html` as a file in UTF-8, whatever the locale."""
    path.write_bytes(html.encode("utf-8"))
