"""The pages that write, in a real browser: a file is chosen, loaded and found; a question is answered by keys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from graphmodel.keys import KeyFile
from graphmodel.settings import Settings
from tests.browser import Page
from tests.web.test_in_browser import VIOLATIONS, WIDTH
from tests.web.writer import BAD, PARTNERS, REGISTER, clear

Open = Callable[..., Page]


@pytest.fixture
def signed_in(open_page: Open, served: Settings, keys: KeyFile) -> Iterator[Page]:
    """The upload page, for whoever gave a key in the form."""
    secret = keys.add("browser", "editor")
    page = open_page("/upload")
    page.driver.find_element(By.ID, "key").send_keys(secret, Keys.ENTER)
    _until(page, "document.querySelector('#file') !== null")
    yield page
    page.driver.delete_all_cookies()
    keys.revoke("browser")
    clear(served)


def _until(page: Page, script: str) -> None:
    WebDriverWait(page.driver, 30).until(lambda _: page.run(f"return {script}"))


def _fits(page: Page, axe: str) -> None:
    """It keeps nobody out, and needs no scrolling to the side."""
    page.run(axe)
    for width, height in ((1280, 800), (390, 844)):
        page.size(width, height)
        assert page.driver.execute_async_script(VIOLATIONS) == []
        inside, window = page.run(WIDTH)
        assert inside <= window
    page.size(1280, 800)


def _load(page: Page, file: Path) -> None:
    page.driver.find_element(By.LINK_TEXT, "Загрузка").click()
    page.driver.find_element(By.ID, "file").send_keys(str(file))
    page.driver.find_element(By.CSS_SELECTOR, "form.stack button").click()
    _until(page, "document.querySelector('[name=replace]') !== null")
    page.driver.find_element(By.CSS_SELECTOR, "section form button").click()
    _until(page, "document.querySelector('#rows')?.textContent === 'Загружено'")


def test_from_a_table_to_an_answer(signed_in: Page, axe: str, tmp_path: Path) -> None:
    page = signed_in
    (tmp_path / "реестр.csv").write_text(REGISTER + BAD, encoding="utf-8")
    (tmp_path / "партнёры.csv").write_text(PARTNERS, encoding="utf-8")
    _fits(page, axe)

    _load(page, tmp_path / "реестр.csv")
    assert "отклонено 1" in page.text("#main")
    _fits(page, axe)
    _load(page, tmp_path / "партнёры.csv")

    page.driver.find_element(By.LINK_TEXT, "Сверка").click()
    _fits(page, axe)
    asked = page.run("return document.querySelectorAll('[value=accept]').length")
    page.driver.find_element(By.CSS_SELECTOR, "[value=accept]").send_keys(Keys.ENTER)
    _until(page, f"document.querySelectorAll('[value=accept]').length === {asked - 1}")
    _fits(page, axe)
    page.driver.find_element(By.CSS_SELECTOR, "[value=undo]").send_keys(Keys.ENTER)
    _until(page, f"document.querySelectorAll('[value=accept]').length === {asked}")
    assert page.complaints() == []
