"""The page in a real browser, opened from a file: what the shell does with any renderer."""

import shutil
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

import viz
from graphmodel.domain.graph import Graph
from graphmodel.errors import UsageError
from tests.browser import Page, program
from tests.viz.factory import ADDRESS, evidence_of, graph_of, large_claims
from viz.renderers import RENDERERS, choose
from viz.scene import Scene

Open = Callable[..., Page]
RENDERER = pytest.mark.parametrize("renderer", [one.name for one in RENDERERS])


def click(page: Page, selector: str) -> None:
    page.driver.find_element(By.CSS_SELECTOR, selector).click()


def shown(page: Page, table: str) -> int:
    return int(page.run(f"return graphPage.state.shown.{table}.reduce((sum, one) => sum + one, 0)"))


def change(page: Page, fields: dict[str, Any]) -> None:
    page.run("graphPage.change(arguments[0])", fields)


@RENDERER
@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_it_is_drawn_without_the_network_and_without_complaints(
    opened: Open, sample: Scene, renderer: str, size: tuple[int, int]
) -> None:
    page = opened(sample, *size, renderer=renderer)
    assert page.text("h1") == "Промкластер"
    assert (
        page.run("return document.querySelector('#map').firstElementChild.getBoundingClientRect().width")
        > 300
    )
    assert {urlsplit(url).scheme for url in page.requests()} == {"file"}
    assert page.complaints() == []


@RENDERER
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_axe_finds_nothing(
    opened: Open, sample: Scene, renderer: str, theme: str, size: tuple[int, int]
) -> None:
    page = opened(sample, *size, renderer=renderer, fragment=f"#theme={theme}")
    for script in ("", "graphPage.pick({ node: 3 })", "graphPage.change({ view: 'table' })"):
        page.run(script)
        assert page.violations() == []
    page.run("graphPage.change({ pick: null, path: { from: 0, to: 4 } })")
    page.run("document.getElementById('side').hidden = false")
    assert page.violations() == []


@pytest.mark.parametrize("query", ["АТИСС", "ATISS", "атис", "«ATISS»"])
def test_search_finds_a_name_in_any_language(opened: Open, sample: Scene, query: str) -> None:
    page = opened(sample)
    field = page.driver.find_element(By.ID, "search")
    field.send_keys(query)
    assert page.run("return document.querySelectorAll('#found li').length") == 1
    field.send_keys(Keys.ENTER)
    assert page.text("#panel h2") == "АТИСС"
    assert page.run("return document.getElementById('found').hidden")


def test_search_finds_an_uzbek_name_however_its_apostrophe_is_written(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    found = page.run("return ['xoʻjaligi', \"xo'jaligi\"].map((query) => graphPage.find(query))")
    own = page.node("Чирчикский завод сельскохозяйственной техники")
    assert found == [[own], [own]]


def test_search_says_when_it_finds_nothing(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    page.driver.find_element(By.ID, "search").send_keys("zzz")
    assert page.text("#found") == "Ничего не найдено"


def test_the_panel_shows_the_claims_and_their_source(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    change(page, {"pick": {"node": page.node("АТИСС")}})
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


def test_an_edge_has_a_panel_of_its_own(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    own = page.node("АТИСС")
    pair = next(
        n for n, e in enumerate(sample.edges) if e.kind == "MEMORANDUM" and own in (e.source, e.target)
    )
    change(page, {"pick": {"edge": pair}})
    assert page.text("#panel h2") == "меморандум"
    assert "долгосрочное сотрудничество · ИННОПРОМ" in page.text("#panel")
    assert "меморандум о долгосрочном сотрудничестве" in page.text("#panel blockquote")


@RENDERER
def test_a_click_on_a_card_picks_it_and_dims_what_is_far(opened: Open, sample: Scene, renderer: str) -> None:
    page = opened(sample, renderer=renderer)
    own = page.node("Ростсельмаш")
    x, y = page.run(SPOT[renderer], own)
    for kind in ("mousePressed", "mouseReleased"):
        event = {"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1}
        page.driver.execute_cdp_cmd("Input.dispatchMouseEvent", event)
    assert page.run("return graphPage.state.pick") == {"node": own}
    bright = page.run("return [...graphPage.state.bright.nodes]")
    assert page.node("АТИСС") not in bright
    assert page.node("Чирчикский завод сельскохозяйственной техники") in bright


SPOT = {
    "svg": """const box = document.querySelector(`[data-node="${arguments[0]}"]`).getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2]""",
    "pyvis": """const { network } = graphPage.renderer;
        const at = network.canvasToDOM(network.getPositions([arguments[0]])[arguments[0]]);
        const box = document.getElementById('map').getBoundingClientRect();
        return [box.x + at.x, box.y + at.y]""",
    "sigma": """const { camera, at } = graphPage.renderer.view;
        const { x, y } = document.getElementById('map').getBoundingClientRect();
        const on = (column, shift) => column[arguments[0]] * camera.zoom + shift;
        return [x + on(at.x, camera.x), y + on(at.y, camera.y)]""",
}


@pytest.mark.parametrize(
    ("group", "key", "hidden"),
    [("kind", "Cluster", 1), ("country", "UZ", 3), ("region", "RU-KDA", 3), ("country", "", 1)],
)
def test_the_legend_filters_nodes(opened: Open, sample: Scene, group: str, key: str, hidden: int) -> None:
    page = opened(sample)
    box = f"#legend input[data-group={group}][data-key='{key}']"
    assert page.run(
        "return document.querySelector(arguments[0]).parentNode.lastChild.textContent", box
    ) == str(hidden)
    click(page, box)
    assert shown(page, "nodes") == len(sample.nodes) - hidden
    assert (
        page.run("return document.querySelectorAll('.card:not(.off)').length") == len(sample.nodes) - hidden
    )


@pytest.mark.parametrize(("group", "key", "hidden"), [("line", "MEMORANDUM", 5), ("status", "announced", 4)])
def test_the_legend_filters_edges(opened: Open, sample: Scene, group: str, key: str, hidden: int) -> None:
    page = opened(sample)
    click(page, f"#legend input[data-group={group}][data-key={key}]")
    assert shown(page, "edges") == len(sample.edges) - hidden
    assert (
        page.run("return document.querySelectorAll('.line:not(.off)').length") == len(sample.edges) - hidden
    )


def test_the_neighbourhood_reaches_as_far_as_asked_and_can_stand_alone(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    change(page, {"pick": {"node": page.node("ОС-НОВА")}})
    near = "return graphPage.state.bright.nodes.size"
    assert page.run(near) == 2
    click(page, ".actions .pair button:nth-child(2)")
    assert page.run(near) == 5
    click(page, ".actions > button")
    assert shown(page, "nodes") == 5
    page.driver.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE)
    assert shown(page, "nodes") == len(sample.nodes)


def test_a_shortest_path_is_shown_step_by_step(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    change(page, {"pick": {"node": page.node("ОС-НОВА")}})
    click(page, ".actions > button:last-child")
    assert "ОС-НОВА" in page.text("#hint")
    page.run("graphPage.pick({ node: arguments[0] })", page.node("(не назван) узбекские производители"))
    assert page.text("#panel .kind") == "Кратчайший путь"
    assert page.run("return document.querySelectorAll('#panel li').length") == 2
    change(page, {"path": {"from": page.node("ОС-НОВА"), "to": page.node("Ростсельмаш")}})
    assert "Пути нет" in page.text("#panel")


def test_the_slider_shows_what_held_on_a_day(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    slider = page.driver.find_element(By.ID, "day")
    slider.send_keys(Keys.HOME)
    assert page.run("return graphPage.state.day") == "2016-11-28"
    dated = [edge for edge in sample.edges if not edge.since or edge.since <= "2016-11-28"]
    assert shown(page, "edges") == len(dated)
    assert "28 ноября 2016" in page.text("#day-shown")
    slider.send_keys(Keys.END)
    assert shown(page, "edges") == len(sample.edges)


def test_a_measure_sizes_the_bars_and_colours_the_cards(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    change(page, {"size": "links", "colour": "links"})
    bars = "return [...document.querySelectorAll('.bar')].map((bar) => Number(bar.getAttribute('width')))"
    links = page.run("return graphPage.scene.measures.links")
    widths = page.run(bars)
    assert sorted(range(len(links)), key=lambda n: (links[n], n)) == sorted(
        range(len(links)), key=lambda n: (round(widths[n], 3), n)
    )
    assert (
        page.run("return new Set([...document.querySelectorAll('.paper')].map((one) => one.style.fill)).size")
        > 1
    )


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


def test_the_map_works_by_keyboard(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    stage = page.driver.find_element(By.ID, "map")
    change(page, {"pick": {"node": page.node("ПромАгроТехнологии")}})
    stage.send_keys(Keys.ARROW_DOWN)
    assert page.text("#panel h2") == "ОС-НОВА"
    stage.send_keys(Keys.ENTER)
    assert page.run("return document.activeElement.id") == "panel"


@pytest.mark.parametrize(
    ("lang", "name"), [("en", "(unnamed) Bashkir producers"), ("uz", "(nomlanmagan) Bashkir producers")]
)
def test_the_language_can_be_changed(opened: Open, sample: Scene, lang: str, name: str) -> None:
    page = opened(sample)
    change(page, {"pick": {"node": page.node("(не назван) башкирские производители")}})
    click(page, f"[data-language={lang}]")
    assert page.text("#panel h2") == name
    assert page.run("return document.documentElement.lang") == lang
    assert "412–803" in page.text("#panel")
    assert page.complaints() == []


def test_the_address_keeps_the_state_and_a_wrong_one_does_no_harm(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    edge = next(number for number, edge in enumerate(sample.edges) if edge.kind == "SUPPLIES")
    change(
        page, {"lang": "en", "pick": {"edge": edge}, "day": "2025-05-01", "size": "links", "theme": "dark"}
    )
    click(page, "#legend input[data-key=MEMBER_OF]")
    WebDriverWait(page.driver, 5).until(lambda _: page.run("return location.hash.includes('MEMBER_OF')"))
    fragment = page.run("return location.hash")
    again = opened(sample, fragment=fragment)
    kept = """const { lang, pick, day, size, theme, off } = graphPage.state;
        return [lang, pick, day, size, theme, [...off.line]]"""
    assert again.run(kept) == ["en", {"edge": edge}, "2025-05-01", "links", "dark", ["MEMBER_OF"]]
    wrong = opened(
        sample, fragment="#lang=xx&pick=%3Cb%3E&path=a|b&day=x&size=__proto__&hops=99&off-kind=%22"
    )
    assert wrong.run(kept) == ["ru", None, None, "", "auto", []]
    assert wrong.complaints() == []


def test_files_are_saved_whole(opened: Open, sample: Scene) -> None:
    page = opened(sample)
    read = """const done = arguments[1];
        const told = async (blob) => done([blob.type, blob.size, await blob.text()]);
        graphPage.renderer.picture(arguments[0]).then(told)"""
    kind, size, text = page.driver.execute_async_script(read, "svg")
    assert (kind, text[:4]) == ("image/svg+xml", "<svg") and size > 5000 and "var(--" not in text
    kind, size, text = page.driver.execute_async_script(read, "png")
    assert kind == "image/png" and size > 20_000
    table = page.run("return graphPage.edgesAsCsv()")
    assert len(table.split("\r\n")) == len(sample.edges) + 2
    assert table.startswith("\ufeffВид;От;К;О чём;Статус;Даты;Утверждений;Источники\r\n") and ADDRESS in table
    assert page.complaints() == []


def test_physics_is_off_until_it_is_asked_for(opened: Open, sample: Scene) -> None:
    page = opened(sample, renderer="pyvis")
    where = "const at = graphPage.renderer.network.getPositions()[0]; return [at.x, at.y]"
    first = page.run("const { x, y } = graphPage.scene.layouts.wide; return [x[0], y[0]]")
    assert page.run(where) == first
    click(page, "#physics")
    assert page.run("return graphPage.renderer.network.physics.physicsEnabled") is True
    click(page, "#physics")
    assert page.run(where) == first


@RENDERER
def test_a_phone_has_its_own_layout_and_nothing_sticks_out(
    opened: Open, sample: Scene, renderer: str
) -> None:
    page = opened(sample, 390, 844, renderer=renderer)
    for script in ("", "graphPage.pick({ node: 0 })", "graphPage.change({ view: 'table' })"):
        page.run(script)
        assert page.run("return document.documentElement.scrollWidth") <= 390
    page.run("graphPage.change({ view: 'map', pick: null })")
    assert page.run("return document.getElementById('map').clientHeight") > 0.75 * 844


def test_synthetic_data_is_called_so(opened: Open) -> None:
    claims = large_claims(6)
    page = opened(
        viz.build_scene(graph_of(claims), evidence_of(claims), title="x", lang="ru"), fragment="#view=table"
    )
    assert "синтетические" in page.text("#notice")
    assert not page.run("return document.getElementById('notice').hidden")
    things = page.run("return graphPage.scene.nodes.count + graphPage.scene.edges.count")
    assert page.run("return document.querySelectorAll('#tables .badge').length") == things


def test_a_missing_browser_is_a_failure_that_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(pytest.fail.Exception, match="apt-get install chromium chromium-driver"):
        program("chromium", "google-chrome")


@RENDERER
def test_an_empty_scene_says_so(opened: Open, renderer: str) -> None:
    page = opened(viz.build_scene(Graph(), {}, title="x", lang="en"), renderer=renderer)
    assert not page.run("return document.getElementById('empty').hidden")
    assert page.complaints() == []


def test_the_renderer_is_chosen_by_size_or_as_asked() -> None:
    assert [choose(150).name, choose(151).name, choose(3, "pyvis").name] == ["svg", "pyvis", "pyvis"]
    with pytest.raises(UsageError, match="svg, pyvis"):
        choose(3, "oil")
