"""The leaflet in a real browser, on the screen and on paper."""

import base64
import re
from pathlib import Path

from selenium.webdriver import Chrome

from tests.browser import Page
from viz import page as pages
from viz.leaflet import CitedSource, Leaflet, Part, Statement, render

BAD = "<script>window.hacked=1</script><img src=x onerror=window.hacked=1>"


def leaflet(told: str, lines: int) -> Leaflet:
    statements = tuple(Statement(f"{told} {number}", (1, 2), number % 2) for number in range(lines))
    parts = tuple(Part(f"{told} {name}", statements, more=3) for name in ("a", "b", "c", "d"))
    sources = tuple(
        CitedSource(f"{told} {n}", "01.02.2025", "https://example.org/a-rather-long-address")
        for n in range(12)
    )
    return Leaflet(told, "ru", "25.11.2026", parts, sources)


def opened(browser: Chrome, folder: Path, shown: Leaflet) -> Page:
    pages.write(render(shown), folder / "leaflet.html")
    page = Page(browser)
    browser.get("about:blank")
    page.complaints(), page.requests()
    browser.get((folder / "leaflet.html").as_uri())
    return page


def test_it_fits_one_page_of_a4(browser: Chrome, tmp_path: Path) -> None:
    line = "Синтетический завод сельскохозяйственных машин: нет поставщика карданной передачи, вес"
    opened(browser, tmp_path, leaflet(line, 11))
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    assert len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(printed["data"]))) == 1


def test_it_trusts_nothing(browser: Chrome, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, leaflet(BAD, 3))
    assert page.run("return [window.hacked, document.images.length, document.scripts.length]") == [None, 0, 0]
    assert page.text("h1") == BAD and page.complaints() == []
    assert {url.partition(":")[0] for url in page.requests()} == {"file"}
    page.size(390, 844)
    assert page.run("return document.documentElement.scrollWidth") <= 390
