"""A scene as one HTML file that opens offline.

Data, script, style sheet and the parts of the page (`templates/shell.html`, which names no data) stand packed in an
element that nothing runs; a small script unpacks them. Text gets into the page by `textContent` alone, and a
Content-Security-Policy lets nothing run but our own scripts, by hash.
"""

from base64 import b64encode
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from graphmodel.texts import VIEW_LANGUAGES, ViewLanguage, catalogue, template, text
from viz import style
from viz.bundle import built
from viz.dense import dense
from viz.packed import DEFLATE, packed
from viz.payload import columnar
from viz.renderers import FORMS, SVG, Renderer, choose
from viz.scene import Scene

_ROOMS: Final = ("viz.", "words.status_", "words.locator_")
_FAMILIES: Final = ("column_", "locator_")
_OWN_FACTS: Final = {
    *("fact_aliases", "fact_country", "fact_region", "fact_measure_links"),
    *(f"fact_name_{lang}" for lang in VIEW_LANGUAGES),
}
"""Facts that the panel tells of every node."""


class Page(NamedTuple):
    """A page, and the Content-Security-Policy that stands in it: who serves the page says it in a header too."""

    html: str
    policy: str


def _codes(scene: Scene) -> set[str]:
    """The kinds, facts, measures and statuses that the page of a scene calls by a name of the catalogue."""
    facts = {f"fact_{fact.name}" for node in scene.nodes for fact in node.facts}
    facts |= {f"fact_{fact.name}" for edge in scene.edges for fact in edge.facts}
    measures = {f"fact_measure_{name}" for node in scene.nodes for name in node.measures}
    kinds = {f"node_{node.kind}" for node in scene.nodes} | {f"edge_{edge.kind}" for edge in scene.edges}
    statuses = {f"status_{node.status}" for node in scene.nodes}
    statuses |= {f"status_{edge.status}" for edge in scene.edges}
    return facts | measures | kinds | statuses | _OWN_FACTS


def _texts(scene: Scene, script: str) -> dict[str, list[str]]:
    """The texts that the page says, by their names without the room, in the order of the languages."""
    said, codes = script + _shell(), _codes(scene)

    def needed(name: str) -> bool:
        return name.startswith(_FAMILIES) or name in codes or f'"{name}"' in said

    names = {key: key.partition(".")[2] for key in catalogue() if key.startswith(_ROOMS)}
    return {
        name: [template(key, lang) for lang in VIEW_LANGUAGES] for key, name in names.items() if needed(name)
    }


@cache
def _shell() -> str:
    """The parts of the page, without a word of it."""
    return environment().get_template("shell.html").render(languages=VIEW_LANGUAGES)


def _hash(content: str) -> str:
    """The source expression by which a Content-Security-Policy lets an inline script or style through."""
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _policy(scripts: list[str], styles: str) -> str:
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(styles)}; img-src blob: data:; "
        "base-uri 'none'; form-action 'none'"
    )


def style_policy(styles: str) -> str:
    """The policy of a page that runs nothing: its style sheet, by hash, and nothing else."""
    return f"default-src 'none'; style-src {_hash(styles)}; base-uri 'none'; form-action 'none'"


@cache
def environment() -> Environment:
    """The templates: every value is escaped, and none may be missing."""
    return Environment(
        loader=PackageLoader("viz"), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )


def _data(scene: Scene, renderer: Renderer) -> dict[str, Any]:
    layouts = FORMS.get(scene.form, renderer.lay_out)(scene.nodes, scene.edges, scene.places)
    return {
        "texts": _texts(scene, built(f"{renderer.name}.js")),
        "style": style.as_json(),
        "renderer": renderer.name,
        "more": renderer.more(scene, layouts),
        "scene": dense(columnar(scene, layouts)),
    }


def render(scene: Scene, lang: ViewLanguage | None = None, renderer: str | None = None) -> str:
    """The HTML of `made`."""
    return made(scene, lang, renderer).html


def made(scene: Scene, lang: ViewLanguage | None = None, renderer: str | None = None) -> Page:
    """The page of a scene, opening in `lang` or else in the language of the scene.

    It is drawn by the renderer of this name, or else by the one for its number of nodes.
    """
    chosen = SVG if scene.form in FORMS else choose(len(scene.nodes), renderer)
    speaking = lang or scene.lang
    scene = replace(scene, lang=speaking)
    vendored = chosen.vendored()
    start, script, styles = (
        built(name) for name in (chosen.packing.script, f"{chosen.name}.js", f"{chosen.name}.css")
    )
    data = _data(scene, chosen) | {"lang": speaking}
    parts = {"style": styles, "markup": _shell(), "script": script, "data": data}
    policy = _policy([*vendored, start, script], styles)
    html = (
        environment()
        .get_template("network.html")
        .render(
            title=getattr(scene.title, speaking),
            lang=speaking,
            needs_stream=chosen.packing is DEFLATE,
            policy=policy,
            vendored=[Markup(one) for one in vendored],  # noqa: S704 - libraries, whose own text has been checked
            start=Markup(start),  # noqa: S704 - our own file
            packed=Markup(packed(parts, chosen.packing)),  # noqa: S704 - it has no character that could end its element
            text=lambda name: text(f"viz.{name}", speaking),
        )
    )
    return Page(html, policy)


class Shown(Scene):
    """A scene that a notebook shows."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """The page in a frame that may run its scripts and save its files, and nothing else."""
        source = escape(render(self))
        allowed = "allow-scripts allow-downloads"
        return f'<iframe srcdoc="{source}" width="100%" height="640" sandbox="{allowed}"></iframe>'


def write(html: str, path: Path) -> None:
    """`html` as a file in UTF-8, whatever the locale."""
    path.write_bytes(html.encode("utf-8"))
