"""A scene as one HTML file that opens offline.

Data stands in a JSON element, text gets into the page by `textContent` alone, and a Content-Security-Policy lets
nothing run but our own scripts, by hash.
"""

import json
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
from viz.bundle import bundled, sheet
from viz.dense import packed
from viz.payload import columnar
from viz.renderers import FORMS, SVG, Renderer, choose
from viz.scene import Scene

_SHEETS: Final = ("shell/page.css", "shell/panel.css", "svg/map.css")
_ROOMS: Final = ("viz.", "words.status_", "words.locator_")


class Page(NamedTuple):
    """A page, and the Content-Security-Policy that stands in it: who serves the page says it in a header too."""

    html: str
    policy: str


def _texts() -> dict[str, list[str]]:
    """The texts that scripts use, by their names without the room, in the order of the languages."""
    return {
        key.partition(".")[2]: [template(key, lang) for lang in VIEW_LANGUAGES]
        for key in catalogue()
        if key.startswith(_ROOMS)
    }


def as_script_data(value: Any) -> Markup:
    """JSON that can stand in a script element whatever strings it holds."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        written = written.replace(char, f"\\u{ord(char):04x}")
    return Markup(written)  # noqa: S704 - no character that HTML could read is left


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
        "texts": _texts(),
        "style": style.as_json(),
        "renderer": renderer.name,
        "more": renderer.more(scene, layouts),
        "scene": columnar(scene, layouts),
    }


def render(scene: Scene, lang: ViewLanguage | None = None, renderer: str | None = None) -> str:
    """The HTML of `made`."""
    return made(scene, lang, renderer).html


def made(scene: Scene, lang: ViewLanguage | None = None, renderer: str | None = None) -> Page:
    """The page of a scene, opening in `lang` or else in the language of the scene.

    It is drawn by the renderer of this name, or else by the one for its number of nodes.
    """
    chosen = SVG if scene.form in FORMS else choose(len(scene.nodes), renderer)
    written = packed if chosen.dense else as_script_data
    speaking = lang or scene.lang
    scene = replace(scene, lang=speaking)
    vendored, own, styles = chosen.vendored(), bundled(chosen.entry), sheet(*_SHEETS)
    policy = _policy([*vendored, own], styles)
    html = (
        environment()
        .get_template("network.html")
        .render(
            title=getattr(scene.title, speaking),
            lang=speaking,
            languages=VIEW_LANGUAGES,
            policy=policy,
            sheet=Markup(styles),  # noqa: S704 - our own files
            vendored=[Markup(script) for script in vendored],  # noqa: S704 - libraries, whose own text has been checked
            script=Markup(own),  # noqa: S704 - our own files
            dense=chosen.dense,
            data=written(_data(scene, chosen) | {"lang": speaking}),
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
