"""Views of the graph: scene (view model) → builder → renderer → one HTML file that opens offline."""

from pathlib import Path

from graphmodel.texts import Language
from viz.builder import build_scene
from viz.scene import Scene

__all__ = ["Scene", "build_scene", "render_html", "write_html"]


def render_html(scene: Scene, lang: Language | None = None) -> str:
    """The page of a scene, opening in `lang` or else in the language of the scene."""
    from viz import pyvis_renderer  # noqa: PLC0415 - pyvis takes most of a second to import

    return pyvis_renderer.render(scene, lang or scene.lang)


def write_html(scene: Scene, path: Path, lang: Language | None = None) -> None:
    """The page of a scene as a file in UTF-8, whatever the locale."""
    from viz import pyvis_renderer  # noqa: PLC0415 - as above

    pyvis_renderer.write(render_html(scene, lang), path)
