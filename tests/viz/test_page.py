"""The page in a real browser, opened from a file."""

import shutil
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

import viz
from graphmodel.domain.graph import Graph
from tests.viz.conftest import Page, program
from tests.viz.factory import ADDRESS, evidence_of, graph_of, large_claims
from viz.scene import Scene

Open = Callable[..., Page]
OF = "return SCENE.nodes.find((node) => node.names.ru === arguments[0]).id"


def test_it_is_drawn_without_the_network_and_without_complaints(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    assert page.text("h1") == "Промкластер"
    painted = """const map = document.querySelector('#map canvas');
        const pixels = map.getContext('2d').getImageData(0, 0, map.width, map.height).data;
        return new Set(new Uint32Array(pixels.buffer)).size"""
    assert page.run(painted) > 50
    assert {urlsplit(url).scheme for url in page.requests()} == {"file"}
    assert page.complaints() == []


@pytest.mark.parametrize("query", ["АТИСС", "ATISS", "атис", "«ATISS»"])
def test_search_finds_a_name_in_any_language(opened: Open, sample: Scene, query: str) -> None:
    page = opened(sample)
    field = page.driver.find_element(By.ID, "search")
    field.send_keys(query)
    assert page.run("return document.querySelectorAll('#found li').length") == 1
    field.send_keys(Keys.ENTER)
    assert page.text("#panel h2") == "АТИСС"
    assert page.run("return document.getElementById('found').hidden")


def test_search_says_when_it_finds_nothing(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    page.driver.find_element(By.ID, "search").send_keys("zzz")
    assert page.text("#found") == "Ничего не найдено"


def test_the_panel_shows_the_claims_and_their_source(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    page.run("graphPage.select(arguments[0])", page.run(OF, "АТИСС"))
    told = page.text("#panel")
    for part in (
        "Краснодарский край",
        "намерены создать промкластер",
        "символы 412–803",
        "достоверность 90 %",
    ):
        assert part in told
    links = "return [...document.querySelectorAll('[href]')].map((a) => [a.tagName, a.href, a.rel])"
    assert page.run(links) == [["A", ADDRESS, "noopener noreferrer"]]


def test_a_click_on_a_card_selects_it_and_dims_what_is_far(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    own = page.run(OF, "Ростсельмаш")
    at = page.run("return network.canvasToDOM(network.getPositions([arguments[0]])[arguments[0]])", own)
    stage = page.run(
        "const box = document.getElementById('map').getBoundingClientRect(); return [box.x, box.y]"
    )
    for kind in ("mousePressed", "mouseReleased"):
        event = {
            "type": kind,
            "x": stage[0] + at["x"],
            "y": stage[1] + at["y"],
            "button": "left",
            "clickCount": 1,
        }
        page.driver.execute_cdp_cmd("Input.dispatchMouseEvent", event)
    page.run("network.redraw()")
    assert page.run("return state.selected") == own
    assert page.run("return state.near.has(arguments[0])", page.run(OF, "АТИСС")) is False
    partner = page.run(OF, "Чирчикский завод сельскохозяйственной техники")
    assert page.run("return state.near.has(arguments[0])", partner) is True


def test_an_edge_has_a_panel_of_its_own(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    pair = next(
        e for e in sample.edges if e.kind == "MEMORANDUM" and page.run(OF, "АТИСС") in (e.source, e.target)
    )
    page.run("graphPage.select(arguments[0])", pair.id)
    assert page.text("#panel h2") == "меморандум"
    assert "долгосрочное сотрудничество · ИННОПРОМ" in page.text("#panel")
    assert "символы 412–803" in page.text("#panel")


@pytest.mark.parametrize(("group", "key", "drawn"), [("node", "Cluster", 1), ("country", "UZ", 3)])
def test_the_legend_filters(opened: Open, sample: Scene, group: str, key: str, drawn: int) -> None:
    page = opened(sample)
    box = page.driver.find_element(By.CSS_SELECTOR, f"#legend input[data-group={group}][data-key={key}]")
    count = int(page.run("return arguments[0].closest('label').querySelector('output').textContent", box))
    assert count == drawn
    box.click()
    assert page.run("return nodeSet.get({ filter: (node) => node.hidden }).length") == count
    assert page.text("#tables h2") == f"Узлы: {len(sample.nodes) - count}"


def test_the_legend_filters_edges(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    page.driver.find_element(By.CSS_SELECTOR, "#legend input[data-key=MEMORANDUM]").click()
    assert page.run("return edgeSet.get({ filter: (edge) => edge.hidden }).length") == 5


def test_the_table_tells_the_same_and_works_by_keyboard(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    page.driver.find_element(By.ID, "view-table").send_keys(Keys.ENTER)
    rows = page.driver.find_elements(By.CSS_SELECTOR, "#tables tbody tr")
    assert len(rows) == len(sample.nodes) + len(sample.edges)
    first = page.driver.find_element(By.CSS_SELECTOR, "#tables td button")
    name = first.text
    first.send_keys(Keys.ENTER)
    assert page.text("#panel h2") == name
    first.send_keys(Keys.ESCAPE)
    assert page.run("return document.getElementById('panel').hidden")


def test_the_language_can_be_changed(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    page.run("graphPage.select(arguments[0])", page.run(OF, "башкирские производители"))
    page.driver.find_element(By.CSS_SELECTOR, "[data-language=en]").click()
    assert page.text("#panel h2") == "(unnamed) Bashkir producers"
    assert page.text("#view-table") == "Table"
    assert "characters 412–803" in page.text("#panel")
    assert page.complaints() == []


def test_physics_is_off_until_it_is_asked_for(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    own = page.run(OF, "АТИСС")
    where = "const at = network.getPositions()[arguments[0]]; return [at.x, at.y]"
    assert page.run(where, own) == list(sample.wide.positions[own])
    physics = page.driver.find_element(By.ID, "physics")
    physics.click()
    assert page.run("return network.physics.physicsEnabled") is True
    physics.click()
    assert page.run(where, own) == list(sample.wide.positions[own])


def test_a_phone_has_its_own_layout_and_nothing_sticks_out(opened: Open, sample: Scene) -> None:
    page = opened(sample, 390, 844)
    own = page.run(OF, "АТИСС")
    assert page.run("return network.getPositions()[arguments[0]].x", own) == sample.tall.positions[own][0]
    for script in ("", "graphPage.select(SCENE.nodes[0].id)", "showView('table')", "showLegend(true)"):
        page.run(script)
        assert page.run("return document.documentElement.scrollWidth") <= 390
    assert page.run("return document.getElementById('map').clientHeight") >= 0


def test_synthetic_data_is_called_so(opened: Open) -> None:
    claims = large_claims(6)
    page = opened(viz.build_scene(graph_of(claims), evidence_of(claims), title="x", lang="ru"))
    assert "синтетические" in page.text("#notice")
    assert not page.run("return document.getElementById('notice').hidden")
    assert page.run("return document.querySelectorAll('#tables .badge').length") == page.run(
        "return SCENE.nodes.length + SCENE.edges.length"
    )


def test_a_missing_browser_is_a_failure_that_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(pytest.fail.Exception, match="apt-get install chromium chromium-driver"):
        program("chromium", "google-chrome")


def test_an_empty_scene_says_so(opened: Open) -> None:
    page = opened(viz.build_scene(Graph(), {}, title="x", lang="en"))
    assert not page.run("return document.getElementById('empty').hidden")
    assert page.complaints() == []
