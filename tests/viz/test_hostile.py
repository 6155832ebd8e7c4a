"""Strings that would run, load or break something in a page that trusts its data."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

import viz
from graphmodel.domain.evidence import Evidence
from graphmodel.domain.graph import Edge, Graph, Node
from tests.browser import Page
from tests.pages import unpacked
from viz import pyvis_renderer
from viz.packed import DEFLATE, LZMA, Packing, packed
from viz.renderers import PYVIS, RENDERERS
from viz.safe_network import SafeNetwork
from viz.scene import Scene

HOSTILE = [
    "</script><script>window.hacked=1</script>",
    "<img src=x onerror='window.hacked=1'>",
    "<a href='javascript:window.hacked=1'>href</a>",
    "<svg onload=window.hacked=1>",
    "'\"><script>window.hacked=1</script>",
    "<!--<script>window.hacked=1",
    "{{ 7*7 }}{% raw %}${window.hacked=1}`",
    "'); window.hacked=1; ('",
    "\u2028window.hacked=1\u2029",
    "<b>bold</b> *bold* _i_ `c`",
    "<iframe srcdoc='<script>parent.hacked=1</script>'></iframe>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "__proto__",
    "https://evil.example/x.png",
    "constructor",
    "toString",
    "</style><script>window.hacked=1</script>",
    "</title><script>window.hacked=1</script>",
    "</textarea><img src=x onerror=window.hacked=1>",
    "-->]]><script>window.hacked=1</script>",
    "<math><mtext><img src=x onerror=window.hacked=1></mtext></math>",
    "<svg><script>window.hacked=1</script></svg>",
    "<details open ontoggle=window.hacked=1>x</details>",
    "<input autofocus onfocus=window.hacked=1>",
    "<object data='javascript:window.hacked=1'></object>",
    "<embed src='data:text/html,<script>parent.hacked=1</script>'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<base href='https://evil.example/'>",
    "<form action='https://evil.example/'><button>x</button></form>",
    "<template><script>window.hacked=1</script></template>",
    "x' onmouseover='window.hacked=1",
    'x" onmouseover="window.hacked=1',
    "x`;window.hacked=1;`",
    "\\u003cscript\\u003ewindow.hacked=1\\u003c/script\\u003e",
    "&lt;script&gt;window.hacked=1&lt;/script&gt;",
    "\\'); window.hacked=1; //",
    "var(--ink); background: url(https://evil.example/x.png)",
    "url(javascript:window.hacked=1)",
    "=cmd|'/C calc'!A0",
    "#off-kind=Enterprise&pick=x",
    "${constructor.constructor('window.hacked=1')()}",
    "{name} {0} {count}",
    "a\nb\rc\td",
    "\u202e\u200f\u0000x",
    "\U0001f4a3" * 40,
    "A" * 400,
    "|".join("abc"),
]
ADDRESSES = [
    "javascript:window.hacked=1",
    "data:text/html,<script>1</script>",
    " javascript:alert(1)",
    "file:///etc/passwd",
]


def hostile_scene(*all_bad: str, address: str = ADDRESSES[0]) -> Scene:
    """A scene with each of these strings in every place that takes one."""
    parts = [_hostile(bad, address) for bad in all_bad]
    graph = Graph(
        nodes=tuple(node for part, _ in parts for node in part.nodes),
        edges=tuple(edge for part, _ in parts for edge in part.edges),
    )
    evidence = {told.claim: told for _, told in parts}
    return viz.build_scene(graph, evidence, title=" ".join(all_bad), lang="ru")


def _hostile(bad: str, address: str) -> tuple[Graph, Evidence]:
    names = {"name_ru": bad, "name_en": bad, "name_uz": bad, "aliases": [bad], "inn": bad, "status": bad}
    firms = [Node(label="Enterprise", key=f"{bad}{n}", properties=names, claims=(bad,)) for n in range(2)]
    places = [Node(label=label, key=bad, properties=names) for label in ("Region", "Country")]
    product = Node(label="Product", key=bad, properties=names)
    first, second, region, country = (
        ("Enterprise", f"{bad}0"),
        ("Enterprise", f"{bad}1"),
        ("Region", bad),
        ("Country", bad),
    )
    edges = (
        Edge(
            type="LOCATED_IN",
            source=first,
            target=region,
            properties={"place": bad, "country_as_stated": bad},
        ),
        Edge(type="PART_OF", source=region, target=country),
        Edge(
            type="SUPPLIES",
            source=first,
            target=second,
            properties={"product": bad, "status": bad, "since": bad, "volume": bad},
            claims=(bad,),
        ),
        Edge(
            type="MEMORANDUM",
            source=first,
            target=second,
            properties={"agreement": bad, "kind": bad, "signed": bad},
            claims=(bad,),
        ),
        Edge(type="PRODUCES", source=first, target=("Product", bad)),
    )
    told = dict.fromkeys(
        ("kind", "source", "title", "published", "locator", "quote", "asserted", "status", "note"), bad
    )
    evidence = Evidence.model_validate(told | {"claim": bad, "address": address, "confidence": 0.5})
    return Graph(nodes=(*firms, *places, product), edges=edges), evidence


WALK = """
const { change, scene, find, suggest, word, renderer } = graphPage;
for (const lang of ['en', 'uz', 'ru']) {
  change({ lang });
  for (let node = 0; node < scene.nodes.count; node += 1) change({ pick: { node } });
  for (let edge = 0; edge < scene.edges.count; edge += 1) change({ pick: { edge } });
}
const field = document.getElementById('search');
field.value = word(scene.nodes.title[0]);
suggest();
change({ view: 'table' });
change({ view: 'map', pick: { node: 0 } });
return document.querySelectorAll('a[href], img, iframe, svg[onload], b, form, object, embed, base, link').length;
"""
SCRIPTS = "return document.scripts.length"


def walk(page: Page) -> None:
    """Looks at everything there is, and finds nothing but text."""
    scripts = page.run(SCRIPTS)
    assert page.run(WALK) == 0
    page.driver.execute_async_script("setTimeout(arguments[0], 50)")
    assert page.run("return window.hacked") is None
    assert page.run(SCRIPTS) == scripts
    assert {url.partition(":")[0] for url in page.requests()} <= {"file", "data", "blob"}
    assert page.complaints() == []


def squeezed(told: str) -> str:
    return re.sub(r"[\s\0\ufffd]", "", told)


PANELS = """const { scene, change } = graphPage;
const told = (node) => (change({ pick: { node } }), document.getElementById('panel').textContent);
return scene.nodes.id.map((_, node) => told(node));"""


@pytest.mark.parametrize("renderer", [one.name for one in RENDERERS])
@pytest.mark.parametrize("start", range(0, len(HOSTILE), 8))
def test_hostile_text_is_only_text(opened: Callable[..., Page], start: int, renderer: str) -> None:
    bad = HOSTILE[start : start + 8]
    page = opened(hostile_scene(*bad), renderer=renderer)
    walk(page)
    assert squeezed(page.text("h1")) == squeezed(page.text("title")) == squeezed("".join(bad))
    told = [squeezed(panel) for panel in page.run(PANELS)]
    assert len(told) == 2 * len(bad)
    assert not [one for one in bad if sum(squeezed(one) in panel for panel in told) < 2]


@pytest.mark.parametrize("bad", [HOSTILE[0], HOSTILE[1], "]]></style><script>1</script>"])
def test_a_saved_picture_holds_text_alone(opened: Callable[..., Page], bad: str) -> None:
    page = opened(hostile_scene(bad))
    text = page.driver.execute_async_script(
        "graphPage.renderer.picture('svg').then((blob) => blob.text()).then(arguments[0])"
    )
    tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(text).iter()}  # noqa: S314
    assert tags <= {"svg", "style", "g", "rect", "path", "text", "tspan"}


def test_no_cell_of_a_saved_table_is_a_formula(opened: Callable[..., Page]) -> None:
    page = opened(hostile_scene("=cmd|'/C calc'!A0"))
    cells = re.split(r"[;\r\n]+", page.run("return graphPage.edgesAsCsv() + graphPage.nodesAsCsv()"))
    assert any("calc" in one for one in cells)
    assert not [one for one in cells if one.strip('"').startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_is_not_of_the_web_is_no_link(opened: Callable[..., Page], address: str) -> None:
    page = opened(hostile_scene("x", address=address))
    page.run("graphPage.change({ pick: { node: 0 } })")
    assert page.run("return document.querySelectorAll('[href]').length") == 0
    assert address in page.text("#panel")


def test_the_policy_stops_a_script_that_is_not_ours(opened: Callable[..., Page], sample: Scene) -> None:
    page = opened(sample)
    page.run(
        "const s = document.createElement('script'); s.textContent = 'window.hacked = 1'; document.body.append(s);"
        "const i = new Image(); i.src = 'https://evil.example/x.png'; document.body.append(i);"
    )
    assert page.run("return window.hacked") is None
    assert sum("Content Security Policy" in line for line in page.complaints()) == 2


def safe_network(scene: Scene) -> SafeNetwork:
    return SafeNetwork.of(scene, PYVIS.lay_out(scene.nodes, scene.edges, scene.places))


def test_attributes_pass_a_whitelist(sample: Scene) -> None:
    network = safe_network(sample)
    network.add_node("evil", label="x", shape="image", image="https://evil.example/x.png", title="<b>")
    assert network.payload()["nodes"][-1] == {"id": "evil"}
    assert set().union(*network.payload()["edges"]) <= set(pyvis_renderer._EDGE_ATTRIBUTES)


def test_pyvis_writes_our_page_too(sample: Scene, tmp_path: Path) -> None:
    network = safe_network(sample)
    network.write_html(str(tmp_path / "a.html"))
    assert (tmp_path / "a.html").read_bytes() == viz.render_html(sample, renderer="pyvis").encode()


def test_nothing_remote_is_named_outside_texts(sample: Scene) -> None:
    html = viz.render_html(sample)
    assert not re.search(r"<(link|img|iframe|object|embed|base)\b", html.partition("<script")[0])
    assert " src=" not in html.partition("<script")[0]
    assert "sourceMappingURL" not in html


@pytest.mark.parametrize("packing", [LZMA, DEFLATE], ids=lambda packing: packing.script)
def test_what_is_packed_is_printable_and_comes_back_whatever_it_holds(packing: Packing) -> None:
    told = [*HOSTILE, "\0\x98 — ʻ қ 🚜 \u2028 zzzz <!-- </script>", "\0" * 64]
    text = packed(told, packing)
    assert text.isascii() and text.isprintable() and "<" not in text
    assert unpacked(f'<script type="text/plain" id="packed">{text}</script>') == told


def test_the_file_is_utf8_under_a_locale_that_is_not(tmp_path: Path) -> None:
    program = """
import sys, pathlib, viz
from tests.viz.factory import sample_claims, graph_of, evidence_of
claims = sample_claims()
scene = viz.build_scene(graph_of(claims), evidence_of(claims), title="\\u043a\\u043b", lang="ru")
viz.write_html(scene, pathlib.Path(sys.argv[1]))
"""
    path = tmp_path / "view.html"
    plain = {
        "PYTHONIOENCODING": "cp1251",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "LC_ALL": "C",
        "LANG": "C",
    }
    subprocess.run([sys.executable, "-c", program, str(path)], check=True, env=os.environ | plain)
    assert "<title>кл</title>" in path.read_text(encoding="utf-8")
