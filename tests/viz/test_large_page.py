"""The page of a large scene in a real browser: its data, its two surfaces, and what the reader does on the map."""

import base64
from collections.abc import Callable
from typing import Any

import pytest

import viz
from tests.browser import Page
from tests.viz.factory import evidence_of, graph_of, large_claims, sample_claims
from viz import renderers
from viz.scene import Scene, SceneEdge, SceneNode

Open = Callable[..., Page]
SCENE = """
const { scene: { nodes, edges, layouts }, word } = graphPage;
const told = (place) => ['ru', 'en', 'uz'].map((lang) => word(place, lang));
const facts = (flat) => flat.map((part, at) => (at % 2 ? told(part) : part));
return [
  nodes.id.map((id, node) =>
    [id, told(nodes.title[node]), facts(nodes.facts[node]), nodes.claims[node], nodes.aliases[node]]),
  edges.kind.map((kind, edge) =>
    [kind, edges.source[edge], edges.target[edge], facts(edges.facts[edge]), edges.claims[edge], edges.since[edge]]),
  layouts.wide.paths,
];"""
PIXELS = """
const done = arguments[arguments.length - 1];
graphPage.renderer.picture('png').then((blob) => createImageBitmap(blob)).then((image) => {
  const canvas = new OffscreenCanvas(image.width, image.height);
  const ctx = canvas.getContext('2d');
  ctx.drawImage(image, 0, 0);
  done(new Set(new Uint32Array(ctx.getImageData(0, 0, image.width, image.height).data.buffer)).size);
});
"""
SPOT = """const { camera, at } = graphPage.renderer.view;
return [at.x, at.y].map((column) => column[arguments[0]] * camera.zoom).map((x, i) => x + [camera.x, camera.y][i])"""
HEADING = """const { camera, boxes } = graphPage.renderer.view;
const { left, top } = boxes[graphPage.scene.places.id.indexOf(arguments[0])];
return [(left + 4) * camera.zoom + camera.x, (top + 4) * camera.zoom + camera.y]"""
DRAWN = "const { raw, bundles } = graphPage.renderer.view; return [raw.length, bundles.length]"
AS_IF_A_CARD = """
for (const kind of [WebGLRenderingContext, WebGL2RenderingContext]) {
  const ask = kind.prototype.getParameter;
  kind.prototype.getParameter = function (name) { return name === 37446 ? 'a graphics card' : ask.call(this, name); };
}
"""


def scene_of(claims: Any) -> Scene:
    return viz.build_scene(graph_of(claims), evidence_of(claims), title="Промкластер", lang="ru")


@pytest.fixture(scope="module")
def large() -> Scene:
    return scene_of([*large_claims(), *sample_claims()])


def facts_of(thing: SceneNode | SceneEdge) -> list[Any]:
    return [part for fact in thing.facts for part in (fact.name, list(fact.value))]


def click(page: Page, at: tuple[float, float], times: int = 1) -> None:
    box = page.run("const b = document.getElementById('map').getBoundingClientRect(); return [b.x, b.y]")
    for count in range(1, times + 1):
        for kind in ("mousePressed", "mouseReleased"):
            spot = {"x": box[0] + at[0], "y": box[1] + at[1], "button": "left", "clickCount": count}
            page.driver.execute_cdp_cmd("Input.dispatchMouseEvent", {"type": kind, **spot})


def next_frame(page: Page) -> None:
    page.driver.execute_async_script(
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(done))"
    )


def test_dense_data_says_the_same(opened: Open, large: Scene) -> None:
    page = opened(large, renderer="sigma")
    nodes, edges, _ = page.run(SCENE)

    assert nodes == [
        [node.id, list(node.title), facts_of(node), sorted(node.claims), list(node.aliases)]
        for node in large.nodes
    ]
    assert edges == [
        [edge.kind, edge.source, edge.target, facts_of(edge), list(edge.claims), edge.since]
        for edge in large.edges
    ]


def test_paths_come_back(opened: Open) -> None:
    scene = scene_of(sample_claims())
    layouts = renderers.SVG.lay_out(scene.nodes, scene.edges, scene.places)
    paths = opened(scene).run(SCENE)[2]

    assert paths == [[part for spot in path for part in spot] for path in layouts.wide.paths]


def test_without_a_graphics_card_it_is_a_plain_canvas(opened: Open, large: Scene) -> None:
    page = opened(large, renderer="sigma")

    assert page.run("return graphPage.renderer.surface.name") == "canvas"
    assert page.driver.execute_async_script(PIXELS) > 20
    assert page.complaints() == []


def test_with_a_graphics_card_it_is_sigma(opened: Open, large: Scene) -> None:
    page = opened(scene_of(sample_claims()))
    early = page.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": AS_IF_A_CARD})
    page = opened(large, renderer="sigma")
    page.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", early)
    page.run("graphPage.pick({ node: 0 })")
    next_frame(page)

    assert page.run("return graphPage.renderer.surface.name") == "webgl"
    assert page.run("return document.querySelectorAll('#map canvas').length") > 2
    assert not [line for line in page.complaints() if "WebGL" not in line]


def test_a_click_picks_the_node_under_it(opened: Open, large: Scene) -> None:
    page = opened(large, renderer="sigma")
    click(page, page.run(SPOT, 5))

    assert page.run("return graphPage.state.pick") == {"node": 5}
    click(page, (3, 3))
    assert page.run("return graphPage.state.pick") is None


def test_sigma_and_canvas_show_a_node_in_one_place(opened: Open, large: Scene) -> None:
    page = opened(large, renderer="sigma")
    plain = page.run(SPOT, 7)
    early = page.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": AS_IF_A_CARD})
    page = opened(large, renderer="sigma")
    page.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", early)
    next_frame(page)
    drawn = page.run("const at = graphPage.renderer.surface.spotOf(7); return [at.x, at.y]")

    assert drawn == pytest.approx(plain, abs=1)


def test_a_double_click_opens_a_region_and_closes_it(opened: Open, large: Scene) -> None:
    page = opened(large, renderer="sigma")
    for expanded in (1, 0):
        click(page, page.run(HEADING, "Region:RU-KDA"), times=2)
        assert page.run("return graphPage.renderer.view.expanded.size") == expanded


def test_every_link_is_shown_on_demand(opened: Open, large: Scene) -> None:
    page = opened(large, renderer="sigma")
    next_frame(page)
    raw, bundles = page.run(DRAWN)
    assert raw == 0
    assert bundles > 3
    page.run("document.getElementById('every_edge').click()")
    next_frame(page)
    assert page.run(DRAWN) == [len(large.edges), 0]
    assert page.run("return document.getElementById('every_edge').getAttribute('aria-pressed')") == "true"


def test_the_edges_of_the_selection_lie_on_top(opened: Open, large: Scene) -> None:
    page = opened(large, renderer="sigma")
    page.run("graphPage.pick({ node: 3 })")
    next_frame(page)

    assert sorted(page.run("return graphPage.renderer.view.top")) == page.run(
        "return graphPage.scene.links[3]"
    )


def test_names_do_not_meet(opened: Open, large: Scene) -> None:
    page = opened(large, renderer="sigma")
    page.run("for (let i = 0; i < 6; i += 1) graphPage.renderer.zoom(1.3)")
    page.driver.execute_async_script("setTimeout(arguments[0], 400)")
    boxes = page.run("return graphPage.renderer.view.names")

    assert len(boxes) > 3
    for place, a in enumerate(boxes):
        for b in boxes[:place]:
            assert (
                a["left"] >= b["right"]
                or b["left"] >= a["right"]
                or a["top"] >= b["bottom"]
                or b["top"] >= a["bottom"]
            )


def test_a_picture_is_a_png(opened: Open, large: Scene) -> None:
    page = opened(large, renderer="sigma")
    script = """const done = arguments[0]; graphPage.renderer.picture('png').then((blob) => {
        const reader = new FileReader(); reader.onload = () => done(reader.result); reader.readAsDataURL(blob); });"""
    head, _, body = page.driver.execute_async_script(script).partition(",")

    assert head == "data:image/png;base64"
    assert base64.b64decode(body)[:8] == b"\x89PNG\r\n\x1a\n"


def test_a_browser_that_is_too_old_is_told_so(opened: Open, large: Scene) -> None:
    page = opened(large, renderer="sigma")
    assert not page.run("return document.getElementById('old-browser').checkVisibility()")
    old = {"source": "delete window.DecompressionStream"}
    early = page.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", old)
    page.driver.refresh()
    page.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", early)

    assert page.run("return document.getElementById('old-browser').checkVisibility()")
    assert "2023" in page.text("#old-browser")


def test_a_small_page_needs_nothing_new_of_the_browser(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    old = {"source": "delete window.DecompressionStream"}
    early = page.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", old)
    page.driver.refresh()
    page.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", early)

    assert not page.run("return 'DecompressionStream' in window")
    assert page.run("return graphPage.scene.nodes.count") == len(sample.nodes)


def test_a_large_scene_is_drawn_by_it_unasked() -> None:
    assert renderers.choose(2_000).name == "pyvis"
    assert renderers.choose(2_001).name == "sigma"
