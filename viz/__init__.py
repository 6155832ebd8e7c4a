"""Views of the graph: scene (view model) → renderer → one HTML file that opens offline."""

from pathlib import Path

from graphmodel.texts import ViewLanguage
from viz import page
from viz.builder import build_scene
from viz.region_flows import flows
from viz.renderers import choose
from viz.scene import Scene

__all__ = ["Scene", "build_scene", "choose", "flows", "render_html", "write_html"]


def render_html(scene: Scene, lang: ViewLanguage | None = None, renderer: str | None = None) -> str:
    """The page of a scene, opening in `lang` or else in its own language; `renderer` by its size where not given."""
    return page.render(scene, lang, renderer)


def write_html(
    scene: Scene, path: Path | str, lang: ViewLanguage | None = None, renderer: str | None = None
) -> None:
    """The page of a scene as a file in UTF-8, whatever the locale."""
    page.write(page.render(scene, lang, renderer), Path(path))
