"""What the views must never do: ask the network, complain, run a stranger's text, differ by the order of the input."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.views.browser import Tab, browser, silence
from benchmarks.views.figures import Figure
from benchmarks.views.scenes import scene_of, shuffled, synthetic
from tests.viz.test_hostile import HOSTILE, WALK, hostile_scene
from viz.page import render, write
from viz.renderers import RENDERERS

_CP1251: Final = {"PYTHONIOENCODING": "cp1251", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
_TOGETHER: Final = 8
_TITLE: Final = "кластер — ʻ"
_WRITE: Final = f"""
import sys, pathlib, viz
from tests.viz.test_hostile import hostile_scene
viz.write_html(hostile_scene({_TITLE!a}), pathlib.Path(sys.argv[1]))
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
    """Every hostile text in every place of a scene, eight to a page, drawn and walked through by every renderer."""
    file = folder / "hostile.html"
    for renderer in RENDERERS:
        counts: Counter[str] = Counter()
        with browser() as tab:
            tab.requests(), tab.complaints()
            for start in range(0, len(HOSTILE), _TOGETHER):
                write(
                    render(hostile_scene(*HOSTILE[start : start + _TOGETHER]), renderer=renderer.name), file
                )
                tab.open(file)
                counts["elements made of them"] += tab.run(WALK)
                counts["scripts run"] += bool(tab.run("return window.hacked"))
                counts["requests"] += _asked(tab)
                counts["complaints"] += len(tab.complaints())
        for what in ("scripts run", "elements made of them", "requests", "complaints"):
            yield Figure(f"{renderer.name}: {len(HOSTILE)} hostile texts, {what}", counts[what], "", 0)


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
        done = subprocess.run(
            [sys.executable, "-c", _WRITE, str(file)], check=False, env=os.environ | _CP1251
        )
        return int(done.returncode != 0 or _TITLE not in file.read_text(encoding="utf-8"))
