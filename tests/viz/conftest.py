"""One headless Chromium for all tests of a session, and pages opened in it from files."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.wait import WebDriverWait

import viz
from tests.viz.factory import evidence_of, graph_of, sample_claims
from viz.page import Shown

FLAGS = """--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync --window-size=1280,800""".split()
DRAWN = "return document.documentElement.dataset.ready === 'true'"


def program(*names: str) -> str:
    """The path of the first of these programs that is here."""
    for name in names:
        if path := shutil.which(name):
            return path
    pytest.fail(f"No {names[0]} on this machine: install it with `apt-get install chromium chromium-driver`.")


class Page:
    """A page in the browser, and what it did."""

    def __init__(self, driver: Chrome) -> None:
        self.driver = driver

    def run(self, script: str, *arguments: Any) -> Any:
        """The value that `script` returns in the page."""
        return self.driver.execute_script(script, *arguments)

    def text(self, selector: str) -> str:
        """All text within an element, shown or not."""
        return str(self.run("return document.querySelector(arguments[0]).textContent", selector))

    def node(self, ru: str) -> int:
        """The place of the node with this Russian name."""
        titles = "const { title } = graphPage.scene.nodes; return title.map((place) => graphPage.word(place, 'ru'))"
        return list(self.run(titles)).index(ru)

    def complaints(self) -> list[str]:
        """What the console holds: errors, warnings, violations of the policy."""
        return [entry["message"] for entry in self.driver.get_log("browser")]  # type: ignore[no-untyped-call]

    def requests(self) -> set[str]:
        """The addresses of all requests since the last call, without those of the browser's own first tab."""
        entries = self.driver.get_log("performance")  # type: ignore[no-untyped-call]
        messages = [json.loads(entry["message"])["message"] for entry in entries]
        sent = [m["params"] for m in messages if m["method"] == "Network.requestWillBeSent"]
        return {one["request"]["url"] for one in sent if not one["documentURL"].startswith("chrome:")}

    def size(self, width: int, height: int) -> None:
        """Sets the size of the window's inside, in CSS pixels."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """The browser, with a profile of its own."""
    options = ChromeOptions()
    options.binary_location = program("chromium", "chromium-browser", "google-chrome")
    for flag in [*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = Chrome(options=options, service=Service(program("chromedriver")))
    yield driver
    driver.quit()


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
