"""Which renderer draws a scene: by its size, or as asked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import resources
from typing import Any, Final

from graphmodel.errors import UsageError
from viz.bends import bent
from viz.large_layout import place_large
from viz.layers import layered
from viz.layout import packed
from viz.packed import DEFLATE, LZMA, Packing
from viz.routes import routed
from viz.sankey import sankey
from viz.scene import Layouts, Place, Scene, SceneEdge, SceneNode

Layer = Callable[[Sequence[SceneNode], Sequence[SceneEdge], Sequence[Place]], Layouts]


def _nothing(scene: Scene, layouts: Layouts) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Renderer:
    """One way to draw: `most` nodes (None for any number), by the script of its name after the `vendored` scripts.

    `lay_out` places the nodes; `packing` makes the page small; `more` is what else its script is given.
    """

    name: str
    most: int | None
    lay_out: Layer
    packing: Packing
    vendored: Callable[[], Sequence[str]] = tuple
    more: Callable[[Scene, Layouts], dict[str, Any]] = _nothing


def _vis_network() -> Sequence[str]:
    from viz.pyvis_renderer import vis_network  # noqa: PLC0415 - pyvis takes most of a second to import

    return (vis_network(),)


def _scene_network(scene: Scene, layouts: Layouts) -> dict[str, Any]:
    from viz.pyvis_renderer import SceneNetwork  # noqa: PLC0415 - as above

    return SceneNetwork.of(scene, layouts).payload()


def _sigma() -> Sequence[str]:
    return ((resources.files("viz") / "vendor" / "sigma.min.js").read_text(encoding="utf-8"),)


SVG: Final = Renderer("svg", 150, partial(packed, route=routed), LZMA)
PYVIS: Final = Renderer("pyvis", 2_000, partial(packed, route=bent), DEFLATE, _vis_network, _scene_network)
SIGMA: Final = Renderer("sigma", None, place_large, DEFLATE, _sigma)
RENDERERS: Final = (SVG, PYVIS, SIGMA)
"""From the fewest nodes to the most."""
FORMS: Final[Mapping[str, Layer]] = {"layers": layered, "columns": sankey}
"""How scenes are laid out that are not made of containers; such are drawn in SVG."""


def choose(count: int, name: str | None = None) -> Renderer:
    """The renderer of this name, else the first that draws so many nodes. Raises UsageError for an unknown name."""
    for renderer in RENDERERS:
        if name == renderer.name or (not name and (renderer.most is None or count <= renderer.most)):
            return renderer
    raise UsageError("viz.no_renderer", name=name, known=", ".join(one.name for one in RENDERERS))
