"""Strings that would run, load or break something in the page that pyvis makes."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import viz
from graphmodel.domain.evidence import Evidence
from graphmodel.domain.graph import Edge, Graph, Node
from tests.viz.conftest import Page
from viz import pyvis_renderer
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
]
ADDRESSES = [
    "javascript:window.hacked=1",
    "data:text/html,<script>1</script>",
    " javascript:alert(1)",
    "file:///etc/passwd",
]


def hostile_scene(bad: str, address: str = ADDRESSES[0]) -> Scene:
    """A scene with `bad` in every place that takes a string."""
    names = {"name_ru": bad, "name_en": bad, "name_uz": bad, "aliases": [bad], "inn": bad, "status": bad}
    firms = [Node(label="Enterprise", key=f"{bad}{n}", properties=names, claims=("c1",)) for n in range(2)]
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
            claims=("c1",),
        ),
        Edge(
            type="MEMORANDUM",
            source=first,
            target=second,
            properties={"agreement": bad, "kind": bad, "signed": bad},
            claims=("c1",),
        ),
        Edge(type="PRODUCES", source=first, target=("Product", bad)),
    )
    told = dict.fromkeys(
        ("kind", "source", "title", "published", "locator", "quote", "asserted", "status", "note"), bad
    )
    evidence = Evidence.model_validate(told | {"claim": "c1", "address": address, "confidence": 0.5})
    graph = Graph(nodes=(*firms, *places, product), edges=edges)
    return viz.build_scene(graph, {"c1": evidence}, title=bad, lang="ru")


WALK = """
const ids = [...SCENE.nodes, ...SCENE.edges].map((thing) => thing.id);
for (const lang of ['en', 'ru']) {
  graphPage.speak(lang);
  ids.forEach((id) => graphPage.select(id));
}
const field = document.getElementById('search');
field.value = SCENE.nodes[0].search[0];
suggest();
graphPage.select(SCENE.nodes[0].id);
return document.querySelectorAll('a[href], img, iframe, svg[onload], b, script:not([type])').length - SCRIPTS;
"""


@pytest.mark.parametrize("bad", HOSTILE)
def test_hostile_text_is_only_text(opened: Callable[..., Page], bad: str) -> None:
    page = opened(hostile_scene(bad))
    scripts = len(pyvis_renderer._SCRIPTS) + 1
    assert page.run(WALK.replace("SCRIPTS", str(scripts))) == 0
    page.driver.execute_async_script("setTimeout(arguments[0], 50)")
    assert page.run("return window.hacked") is None
    assert page.text("h1") == page.text("title") == bad
    shown = re.sub(r"\s", "", page.text("#panel"))
    assert re.sub(r"\s", "", bad) in shown
    assert {url.partition(":")[0] for url in page.requests()} == {"file"}
    assert page.complaints() == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_is_not_of_the_web_is_no_link(opened: Callable[..., Page], address: str) -> None:
    page = opened(hostile_scene("x", address))
    page.run("graphPage.select(SCENE.nodes[0].id)")
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


def test_attributes_pass_a_whitelist(sample: Scene) -> None:
    network = pyvis_renderer.SafeNetwork.of(sample)
    network.add_node("evil", label="x", shape="image", image="https://evil.example/x.png", title="<b>")
    assert network.payload()["nodes"][-1] == {"id": "evil", "label": "x"}
    assert set().union(*network.payload()["edges"]) <= set(pyvis_renderer._EDGE_ATTRIBUTES)


def test_pyvis_writes_our_page_too(sample: Scene, tmp_path: Path) -> None:
    network = pyvis_renderer.SafeNetwork.of(sample)
    network.write_html(str(tmp_path / "a.html"))
    assert (tmp_path / "a.html").read_bytes() == viz.render_html(sample).encode()


def test_nothing_remote_is_named_outside_texts(sample: Scene) -> None:
    html = viz.render_html(sample)
    assert not re.search(r"<(link|img|iframe|object|embed|base)\b", html.partition("<script")[0])
    assert " src=" not in html.partition("<script")[0]
    assert "sourceMappingURL" not in html


def test_the_data_is_valid_json_whatever_it_holds() -> None:
    written = pyvis_renderer.as_script_data(HOSTILE)
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == HOSTILE


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
