"""The one headless Chromium of a test session, with a profile of its own."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

FLAGS = """--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync --window-size=1280,800""".split()


AXE = (Path(__file__).parent / "data" / "vendor" / "axe.min.js").read_text(encoding="utf-8")
VIOLATIONS = """const done = arguments[arguments.length - 1];
axe.run(document).then(({ violations, passes }) =>
  done(passes.length < 10 ? passes : violations.map(({ id, nodes }) => [id, ...nodes.map((n) => n.html)])));"""


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

    def violations(self) -> Any:
        """What axe finds that keeps people out of the page as it is shown now."""
        if not self.run("return 'axe' in window"):
            self.run(AXE)
        return self.driver.execute_async_script(VIOLATIONS)

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
