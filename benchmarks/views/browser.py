"""A headless Chromium for one measurement at a time: CPU of the main thread, heap, frames, requests, console."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from psutil import Process
from selenium.common.exceptions import TimeoutException
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

from tests.browser import FLAGS, Page, program
from tests.viz.conftest import DRAWN

READY: Final = f"""
if (document.readyState !== 'complete') return false;
if (document.scripts.length === 0) return true;
{DRAWN};"""
"""A page that runs nothing is ready when it is read; a view when it is drawn."""
_POLL: Final = 0.1
_ANSWER: Final = 5
_NO_NETWORK: Final = "--host-resolver-rules=MAP * ~NOTFOUND"
_DRAG: Final = """
const done = arguments[arguments.length - 1];
const [x, y, seconds] = arguments;
const target = document.elementFromPoint(x, y);
const send = (type, dx) => target.dispatchEvent(new PointerEvent(type, { pointerId: 1, isPrimary: true, bubbles: true,
  button: 0, buttons: 1, clientX: x + dx, clientY: y + dx / 2 }));
target.setPointerCapture = () => {};
let frames = 0;
send('pointerdown', 0);
const start = performance.now();
function step(now) {
  frames += 1;
  const t = (now - start) / 1000;
  send('pointermove', 160 * Math.sin(3 * t));
  if (t < seconds) requestAnimationFrame(step);
  else { send('pointerup', 0); done((frames - 1) / t); }
}
requestAnimationFrame(step);
"""


class Tab(Page):
    """A page that is measured."""

    def open(self, file: Path, ready: str = READY, limit: float = 60) -> bool:
        """Opens a file; whether the script `ready` came true within so many seconds. The page may hang meanwhile."""
        self.driver.set_script_timeout(_ANSWER)
        self.driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
        self.driver.get(file.as_uri())
        until = time.monotonic() + limit
        while time.monotonic() < until:
            with suppress(TimeoutException):
                if self.run(ready):
                    return True
            time.sleep(_POLL)
        return False

    def measured(self, name: str) -> float:
        """A figure of the page as Chromium counts it: `TaskDuration` in CPU seconds, `JSHeapUsedSize` in bytes."""
        told = self.driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
        return float(next(one["value"] for one in told if one["name"] == name))

    def main_thread(self) -> float:
        """CPU seconds of the main thread of the page's process, which is asked of the system: the page may hang."""
        family = Process(self.driver.service.process.pid).children(recursive=True)
        renderers = [one for one in family if "--type=renderer" in one.cmdline()]
        threads = [(one.pid, thread) for one in renderers for thread in one.threads()]
        return max(own.user_time + own.system_time for pid, own in threads if own.id == pid)

    def heap(self) -> float:
        """The heap in use after a collection, in bytes."""
        self.driver.execute_cdp_cmd("HeapProfiler.collectGarbage", {})
        return self.measured("JSHeapUsedSize")

    def frames(self, seconds: float = 3) -> float:
        """Frames a second while the map is dragged to and fro."""
        box = self.run(
            "const b = document.getElementById('map').getBoundingClientRect(); return [b.x, b.y, b.width, b.height]"
        )
        self.driver.set_script_timeout(seconds * 20)
        middle = (box[0] + box[2] / 2, box[1] + box[3] / 2)
        return float(self.driver.execute_async_script(_DRAG, *middle, seconds))

    def theme(self, name: str) -> None:
        """`light` or `dark`, as the system of the reader would ask for it."""
        features = [{"name": "prefers-color-scheme", "value": name}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


@contextmanager
def browser(*flags: str, early: str = "") -> Iterator[Tab]:
    """A browser of its own, without a network; `early` is a script that each page runs before its own."""
    options = ChromeOptions()
    options.page_load_strategy = "none"
    options.binary_location = program("chromium", "chromium-browser", "google-chrome")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    with TemporaryDirectory(prefix="graphmodel-", ignore_cleanup_errors=True) as profile:
        for flag in [*FLAGS, f"--user-data-dir={profile}", *(flags or [_NO_NETWORK])]:
            options.add_argument(flag)
        driver = Chrome(options=options, service=Service(program("chromedriver")))
        try:
            if early:
                driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": early})
            yield Tab(driver)
        finally:
            driver.quit()


@contextmanager
def silence() -> Iterator[str]:
    """The flag of a browser whose every request is accepted by a proxy that never answers."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"--proxy-server=http://127.0.0.1:{listener.getsockname()[1]}"
