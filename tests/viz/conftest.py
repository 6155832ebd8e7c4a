"""Pages opened from files in the Chromium of the session (tests/browser.py)."""

from collections.abc import Callable
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.support.wait import WebDriverWait

import viz
from tests.browser import Page
from tests.viz.factory import evidence_of, graph_of, sample_claims
from viz.page import Shown

DRAWN = "return document.documentElement.dataset.ready === 'true'"


@pytest.fixture
def opened(browser: Chrome, tmp_path: Path) -> Callable[..., Page]:
    """Opens a scene from a file and waits until it is drawn."""

    def open_scene(
        scene: viz.Scene,
        width: int = 1280,
        height: int = 800,
        renderer: str | None = None,
        fragment: str = "",
    ) -> Page:
        path = tmp_path / "view.html"
        viz.write_html(scene, path, renderer=renderer)
        page = Page(browser)
        browser.get("about:blank")
        page.complaints(), page.requests()
        page.size(width, height)
        browser.get(path.as_uri() + fragment)
        WebDriverWait(browser, 20).until(lambda _: page.run(DRAWN))
        return page

    return open_scene


@pytest.fixture(scope="session")
def sample() -> Shown:
    """The press release and a few links around it."""
    claims = sample_claims()
    return viz.build_scene(graph_of(claims), evidence_of(claims), title="Промкластер", lang="ru")
