"""Filters by the number of edges and by what hangs together, what a small or printed map shows, and the texts."""

import re
from collections.abc import Callable
from typing import Final

from selenium.webdriver.common.by import By

from tests.browser import Page
from viz.scene import Scene

Open = Callable[..., Page]
SHOWN: Final = (
    "return [...graphPage.state.shown.nodes.keys()].filter((node) => graphPage.state.shown.nodes[node])"
)
CODE: Final = re.compile(r"\b(fact|node|edge|column|status|locator)_\w+")


def together(scene: Scene, start: int) -> list[int]:
    """The nodes of the component of `start`."""
    found, border = {start}, {start}
    while border:
        ends = [(edge.source, edge.target) for edge in scene.edges]
        border = {other for pair in ends for other in pair if border & set(pair)} - found
        found |= border
    return sorted(found)


def test_nodes_with_few_edges_can_be_hidden(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    ends = [end for edge in sample.edges for end in {edge.source, edge.target}]
    wanted = [node for node in range(len(sample.nodes)) if ends.count(node) >= 2]
    page.driver.find_element(By.ID, "least").send_keys("2")

    assert page.run(SHOWN) == wanted
    assert 0 < len(wanted) < len(sample.nodes)
    assert opened(sample, fragment="#least=2").run(SHOWN) == wanted


def test_all_that_hangs_together_can_stand_alone(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    own = page.node("Ростсельмаш")
    page.run("graphPage.pick({ node: arguments[0] })", own)
    page.driver.find_element(By.XPATH, "//div[@class='pair']/button[text()='∞']").click()
    page.run("graphPage.change({ focus: true })")

    assert page.run(SHOWN) == together(sample, own)


def test_labels_that_are_too_small_to_read_are_hidden(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    shown = """return [...document.querySelectorAll('#map .label')]
        .filter((label) => getComputedStyle(label).display !== 'none').length"""
    page.run("graphPage.renderer.zoom(10)")
    assert page.run(shown) > 0
    page.run("graphPage.renderer.zoom(0.01)")
    assert page.run(shown) == 0


def test_paper_shows_what_the_screen_shows(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    map_ = "document.querySelector('#map svg')"
    size = page.run(f"return [{map_}.clientWidth, {map_}.clientHeight]")
    box = f"return {map_}.getAttribute('viewBox')"
    page.run("window.dispatchEvent(new Event('beforeprint'))")
    assert page.run(box) == f"0 0 {size[0]} {size[1]}"
    page.run("window.dispatchEvent(new Event('afterprint'))")
    assert page.run(box) is None


def test_the_page_has_every_text_that_it_says(opened: Open, sample: Scene) -> None:
    page = opened(sample, fragment="#view=table")
    told = page.run(
        """const { scene, change } = graphPage;
        const said = () => document.body.innerText;
        return [said(), ...scene.nodes.id.map((_, node) => (change({ pick: { node } }), said())),
          ...scene.edges.kind.map((_, edge) => (change({ pick: { edge } }), said()))]"""
    )

    assert len(told) == 1 + len(sample.nodes) + len(sample.edges)
    assert not [found[0] for text in told if (found := CODE.search(text))]
