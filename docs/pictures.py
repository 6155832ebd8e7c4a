"""Takes the pictures of the README from the reference data set: `python -m docs.pictures`, by the system's Chromium."""

import base64
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.views.browser import Tab, browser
from benchmarks.views.run import DEMO, of_the_data_set
from viz.page import write

FOLDER: Final = Path(__file__).parent
SIZE: Final = (1280, 800)
QUALITY: Final = 80
LARGEST: Final = 150_000
"""No picture has more bytes: the README is to open fast."""
PICTURES: Final = {
    "cluster.webp": "document.getElementById('filters').click()",
    "evidence.webp": """
        const { scene, word, change, renderer, state } = graphPage;
        const node = scene.nodes.title.findIndex((title) => word(title, 'ru') === 'ПромАгроТехнологии');
        change({ pick: { node } });
        renderer.fit([...state.bright.nodes]);
        document.querySelector('#panel blockquote, #panel h3:last-of-type').scrollIntoView({ block: 'center' });
    """,
}
"""What is done to the page of the demo before each picture: the whole map; a member of the cluster and its claims."""


def picture(tab: Tab, script: str) -> bytes:
    """The page as it looks after the script."""
    tab.run(script)
    tab.driver.set_script_timeout(10)
    tab.driver.execute_async_script("setTimeout(arguments[0], 600)")
    shot = tab.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    return base64.b64decode(shot["data"])


def main() -> None:
    """Draw the demo in English, take the pictures, write them beside this file."""
    with TemporaryDirectory(prefix="graphmodel-") as folder, browser() as tab:
        page = Path(folder) / "demo.html"
        write(dict(of_the_data_set())[DEMO], page)
        tab.size(*SIZE)
        tab.theme("light")
        for name, script in PICTURES.items():
            tab.open(page)
            tab.run("graphPage.change({ lang: 'en' })")
            taken = picture(tab, script)
            if len(taken) > LARGEST:
                raise SystemExit(
                    f"{name} has {len(taken):,} bytes, more than {LARGEST:,}: take a smaller one"
                )
            (FOLDER / name).write_bytes(taken)


if __name__ == "__main__":
    main()
