"""What the views must never do: ask the network, complain, run a stranger's text, differ by the order of the input."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.viz.corpus import HACKED, TEXTS, WALK, hostile_scene

from benchmarks.views.browser import Tab, browser, silence
from benchmarks.views.figures import Figure
from benchmarks.views.scenes import scene_of, shuffled, synthetic
from viz.page import render, write
from viz.renderers import RENDERERS

_CP1251: Final = {"PYTHONIOENCODING": "cp1251", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
_WRITE: Final = """
import sys, pathlib, viz
from tests.viz.corpus import hostile_scene
viz.write_html(hostile_scene("\\u043a\\u043b\\u0430\\u0441\\u0442\\u0435\\u0440 \\u2014 \\u02bb"), pathlib.Path(sys.argv[1]))
"""


def figures(files: dict[str, Path], folder: Path) -> Iterator[Figure]:
    """Requests and complaints of each file, hostile texts with every renderer, the same bytes, another locale."""
    with silence() as hanging:
        for flags, told in (((), "no network"), ((hanging,), "every address hangs")):
            for name, file in files.items():
                yield from opened(f"{name}, {told}", file, flags)
    yield from hostile(folder)
    yield from same_bytes()
    yield Figure("files not in UTF-8 under cp1251", under_cp1251(), "", 0)


def _asked(tab: Tab) -> int:
    return sum(not url.startswith(("file:", "data:", "blob:")) for url in tab.requests())


def opened(told: str, file: Path, flags: tuple[str, ...]) -> Iterator[Figure]:
    """Requests and complaints while a file is opened."""
    with browser(*flags) as tab:
        tab.requests(), tab.complaints()
        tab.open(file)
        yield Figure(f"{told}: requests", _asked(tab), "", 0)
        yield Figure(f"{told}: console errors", len(tab.complaints()), "", 0)


def hostile(folder: Path) -> Iterator[Figure]:
    """Every hostile text in every place of a scene, drawn by every renderer."""
    for renderer in RENDERERS:
        scripts = requests = 0
        with browser() as tab:
            tab.requests()
            for number, bad in enumerate(TEXTS):
                file = folder / f"hostile-{number}.html"
                write(render(hostile_scene(bad), renderer=renderer.name), file)
                tab.open(file)
                tab.run(WALK)
                scripts += bool(tab.run(HACKED))
                requests += _asked(tab)
        yield Figure(f"{renderer.name}: {len(TEXTS)} hostile texts, scripts run", scripts, "", 0)
        yield Figure(f"{renderer.name}: {len(TEXTS)} hostile texts, requests", requests, "", 0)


def same_bytes(nodes: int = 500) -> Iterator[Figure]:
    """How many renderers write other bytes for the same graph in another order."""
    graph, evidence = synthetic(nodes)
    for renderer in RENDERERS:
        pages = {
            render(scene_of(*shuffled(graph, evidence, seed)), renderer=renderer.name) for seed in range(3)
        }
        yield Figure(f"{renderer.name}: pages that differ by the order of the input", len(pages) - 1, "", 0)


def under_cp1251() -> int:
    """0 where a view written under a locale that is not UTF-8 is in UTF-8."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "view.html"
        command = [sys.executable, "-c", _WRITE, str(file)]
        done = subprocess.run(command, check=False, env=os.environ | _CP1251)
        return int(done.returncode != 0 or "кластер — ʻ" not in file.read_text(encoding="utf-8"))
