"""Every page in a real browser: it keeps nobody out, loads nothing foreign, works by keys and without scripts."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from graphmodel.texts import VIEW_LANGUAGES, ViewLanguage
from tests.browser import Page
from tests.web.conftest import ATISS, PAGES

Open = Callable[..., Page]
WIDTH = "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
VIOLATIONS = """const done = arguments[arguments.length - 1];
axe.run(document, { iframes: false }).then(({ violations, passes }) =>
  done(passes.length < 10 ? passes : violations.map(({ id, nodes }) => [id, ...nodes.map((n) => n.html)])));"""


@pytest.mark.parametrize("name", PAGES)
def test_everybody_can_use_it(open_page: Open, address: str, axe: str, name: str) -> None:
    page = open_page(PAGES[name])
    page.run(axe)
    for width, height in ((1280, 800), (390, 844)):
        page.size(width, height)
        for theme in ("light", "dark"):
            scheme = {"features": [{"name": "prefers-color-scheme", "value": theme}]}
            page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", scheme)
            assert page.driver.execute_async_script(VIOLATIONS) == []
        inside, window = page.run(WIDTH)
        assert inside <= window
    assert {urlsplit(url).netloc for url in page.requests()} <= {urlsplit(address).netloc, ""}
    assert page.complaints() == []


def _until(page: Page, script: str) -> None:
    WebDriverWait(page.driver, 20).until(lambda _: page.run(f"return {script}"))


def test_the_keyboard_leads_from_the_search_to_a_card(open_page: Open) -> None:
    page = open_page("/")
    page.run("document.body.focus()")
    for _ in range(20):
        page.driver.switch_to.active_element.send_keys(Keys.TAB)
        if page.run("return document.activeElement.id") == "q":
            break
    field = page.driver.find_element(By.ID, "q")
    field.send_keys("атис")
    _until(page, "document.querySelectorAll('#suggested-q [role=option]').length > 0")
    assert field.get_attribute("aria-expanded") == "true"
    assert "Подсказок" in page.text("#told-q")

    field.send_keys(Keys.ARROW_DOWN)
    pointed = field.get_attribute("aria-activedescendant")
    assert page.run("return document.getElementById(arguments[0]).ariaSelected", pointed) == "true"
    assert "Краснодарский край" in page.text("#suggested-q [role=option]")
    field.send_keys(Keys.ENTER)

    _until(page, f"location.pathname === '/enterprises/{ATISS}'")
    assert page.text("h1").strip() == "АТИСС"


def test_escape_closes_the_suggestions(open_page: Open) -> None:
    page = open_page("/")
    field = page.driver.find_element(By.ID, "q")
    field.send_keys("атис")
    _until(page, "!document.getElementById('suggested-q').hidden")
    field.send_keys(Keys.ESCAPE)

    assert page.run("return document.getElementById('suggested-q').hidden")


def test_the_suggestions_keep_nobody_out(open_page: Open, axe: str) -> None:
    page = open_page("/", width=390, height=844)
    page.driver.find_element(By.ID, "q").send_keys("завод")
    _until(page, "!document.getElementById('suggested-q').hidden")
    page.run(axe)

    assert page.driver.execute_async_script(VIOLATIONS) == []


def test_a_form_is_filled_by_a_suggestion(open_page: Open) -> None:
    page = open_page("/questions/partners")
    field = page.driver.find_element(By.NAME, "enterprise")
    field.send_keys("атис")
    _until(page, "!document.getElementById('suggested-enterprise').hidden")
    field.send_keys(Keys.ARROW_DOWN, Keys.ENTER)
    assert field.get_attribute("value") == "АТИСС"
    field.send_keys(Keys.ENTER)

    _until(page, "document.querySelector('#answer') !== null")
    assert "Industrial Group Energy East" in page.text("table")


def test_a_number_leads_to_its_claim(open_page: Open) -> None:
    page = open_page(PAGES["card"])
    page.driver.find_element(By.CSS_SELECTOR, "table .marks a").click()

    assert "соглашение" in page.text("li:target")


def test_without_scripts_the_search_lists_and_leads_to_the_card(
    open_page: Open, without_scripts: None
) -> None:
    page = open_page("/")
    page.driver.find_element(By.ID, "q").send_keys("атис", Keys.ENTER)
    WebDriverWait(page.driver, 20).until(lambda driver: driver.find_elements(By.CSS_SELECTOR, ".cards a"))
    page.driver.find_element(By.LINK_TEXT, "АТИСС").click()

    WebDriverWait(page.driver, 20).until(lambda driver: f"/enterprises/{ATISS}" in driver.current_url)
    assert page.driver.find_element(By.TAG_NAME, "h1").text == "АТИСС"


@pytest.mark.parametrize("lang", VIEW_LANGUAGES)
def test_the_language_is_chosen_on_the_page(open_page: Open, lang: ViewLanguage) -> None:
    page = open_page(PAGES["members"], lang="en" if lang == "ru" else "ru")
    page.driver.find_element(By.CSS_SELECTOR, f".languages [value={lang}]").click()
    _until(page, f"document.documentElement.lang === '{lang}'")

    assert page.run("return location.pathname") == PAGES["members"]
    page.driver.find_element(By.CSS_SELECTOR, ".top nav a").click()
    _until(page, "location.pathname === '/'")
    assert page.run("return document.documentElement.lang") == lang


def test_the_picture_is_drawn_in_its_frame(open_page: Open) -> None:
    page = open_page(PAGES["card"])
    frame = page.driver.find_element(By.TAG_NAME, "iframe")
    page.run("arguments[0].scrollIntoView()", frame)
    page.driver.switch_to.frame(frame)
    try:
        _until(page, "document.documentElement.dataset.ready === 'true'")
        assert "АТИСС" in page.text("h1")
    finally:
        page.driver.switch_to.default_content()
