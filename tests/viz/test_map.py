"""The container map: boxes that fold, and what a phone shows first."""

from collections.abc import Callable
from typing import Final

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from benchmarks.views.scenes import demo, scene_of
from tests.browser import Page
from viz.scene import Scene

Open = Callable[..., Page]
PHONE: Final = {"width": 390, "height": 844}
IN_THE_REGION: Final = """
const { nodes } = graphPage.scene;
return [...document.querySelectorAll('#map .card')].filter((card, node) => nodes.region[node] === arguments[0]
    && getComputedStyle(card).display !== 'none').length"""
REGION: Final = "RU-KDA"


def heading(page: Page, title: str) -> WebElement:
    """The heading of the box with this title."""
    heads = page.driver.find_elements(By.CSS_SELECTOR, "#map .head[role]")
    return next(head for head in heads if head.text.endswith(title))


def fold_by_click(page: Page, head: WebElement) -> None:
    head.click()


def fold_by_key(page: Page, head: WebElement) -> None:
    page.run("arguments[0].focus()", head)
    head.send_keys(Keys.ENTER)


@pytest.mark.parametrize("fold", [fold_by_click, fold_by_key])
def test_a_region_folds_by_its_heading_and_unfolds(
    opened: Open, sample: Scene, fold: Callable[[Page, WebElement], None]
) -> None:
    page = opened(sample)
    head = heading(page, "Краснодарский край")
    shown = page.run(IN_THE_REGION, REGION)
    fold(page, head)

    assert shown > 0 and page.run(IN_THE_REGION, REGION) == 0
    assert head.is_displayed() and head.get_attribute("aria-expanded") == "false"
    fold(page, head)
    assert page.run(IN_THE_REGION, REGION) == shown
    assert head.get_attribute("aria-expanded") == "true"


def test_the_address_says_what_is_folded(opened: Open, sample: Scene) -> None:
    page = opened(sample, fragment=f"#off-region={REGION}")
    assert page.run(IN_THE_REGION, REGION) == 0
    assert heading(page, "Краснодарский край").get_attribute("aria-expanded") == "false"


def test_a_phone_begins_with_a_box_that_can_be_read(opened: Open) -> None:
    page = opened(scene_of(*demo()), **PHONE)
    font = page.run("return document.querySelector('#map .title').getScreenCTM().a * 14")
    spots = page.run("""return [...document.querySelectorAll('#map .head')].map((head) => head.getBoundingClientRect())
        .filter(({ left, top, bottom }) => left >= 0 && left < 60 && top >= 0 && bottom < 200).length""")

    assert font >= 8
    assert spots > 0


def test_no_button_lies_on_the_map_of_a_phone(opened: Open, sample: Scene) -> None:
    page = opened(sample, **PHONE)
    bottom, top = page.run("""const box = (id) => document.getElementById(id).getBoundingClientRect();
        return [box('map').bottom, box('controls').top]""")
    assert 400 < bottom <= top
