"""Sizes and speed of a large scene: Python, file, first frame, heap, pan, search."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.views.baseline import as_it_comes
from benchmarks.views.browser import Tab, browser
from benchmarks.views.figures import Figure
from benchmarks.views.scenes import scene_of, synthetic
from viz import Scene
from viz.page import render, write

_SEARCHES: Final = ("т", "трактор", "syn-0042", "00499", "zzz")
_SEARCH: Final = """
const field = document.getElementById('search');
return arguments[0].map((query) => {
  field.value = query;
  const start = performance.now();
  graphPage.suggest();
  document.getElementById('found').getBoundingClientRect();
  return performance.now() - start;
});
"""
_AS_IF_A_CARD = """
for (const kind of [WebGLRenderingContext, WebGL2RenderingContext]) {
  const ask = kind.prototype.getParameter;
  kind.prototype.getParameter = function (name) { return name === 37446 ? 'a graphics card' : ask.call(this, name); };
}
"""
"""Hides from the page that WebGL is rendered by software, so that it draws with sigma."""

_MOST: Final[dict[int, dict[str, float]]] = {
    5_000: {"python": 1.0, "file": 0.8, "cpu": 0.4, "search": 100},
    20_000: {"python": 3.0, "file": 2.5, "cpu": 1.0, "heap": 60},
}
_PAN: Final = {5_000: 30.0}
_TIMES: Final = 200
"""pyvis as it comes takes so many times as long, at 5,000 nodes."""


def figures(sizes: list[int], pyvis: int, limit: float, folder: Path) -> Iterator[Figure]:
    """Every figure of speed and size; pyvis last."""
    first: dict[int, float] = {}
    for size in sizes:
        for figure in of_size(size, folder):
            if figure.name.endswith("first frame, main thread"):
                first.setdefault(size, figure.value)
            yield figure
    if pyvis:
        yield from against_pyvis(pyvis, limit, first.get(pyvis), folder)


def of_size(size: int, folder: Path) -> Iterator[Figure]:
    """The figures of one synthetic cluster."""
    most = _MOST.get(size, {})
    graph, evidence = synthetic(size)
    start = time.process_time()
    scene = scene_of(graph, evidence)
    yield Figure(f"{size:,} nodes: Python, graph → scene", time.process_time() - start, "s CPU")
    yield from _written(size, scene, folder, most)
    with browser() as tab:
        yield from _drawn(size, tab, folder, most)
    with browser(early=_AS_IF_A_CARD) as tab:
        tab.open(_file(size, folder))
        surface = tab.run("return graphPage.renderer.surface.name")
        yield Figure(
            f"{size:,} nodes: {surface}, first frame, main thread", tab.measured("TaskDuration"), "s CPU"
        )
        yield Figure(f"{size:,} nodes: {surface}, pan", tab.frames(), "frames/s")


def _file(size: int, folder: Path) -> Path:
    return folder / f"{size}.html"


def _written(size: int, scene: Scene, folder: Path, most: dict[str, float]) -> Iterator[Figure]:
    start = time.process_time()
    html = render(scene)
    yield Figure(
        f"{size:,} nodes: Python, layout and HTML", time.process_time() - start, "s CPU", most.get("python")
    )
    write(html, _file(size, folder))
    megabytes = _file(size, folder).stat().st_size / 1e6
    yield Figure(f"{size:,} nodes, {len(scene.edges):,} edges: file", megabytes, "MB", most.get("file"))


def _drawn(size: int, tab: Tab, folder: Path, most: dict[str, float]) -> Iterator[Figure]:
    tab.open(_file(size, folder))
    surface = tab.run("return graphPage.renderer.surface.name")
    wall = tab.run("return performance.now()") / 1000
    cpu = tab.measured("TaskDuration")
    yield Figure(f"{size:,} nodes: {surface}, first frame, main thread", cpu, "s CPU", most.get("cpu"))
    yield Figure(f"{size:,} nodes: {surface}, first frame, at most", wall, "s clock")
    yield Figure(f"{size:,} nodes: {surface}, heap", tab.heap() / 1e6, "MB", most.get("heap"))
    yield Figure(f"{size:,} nodes: {surface}, pan", tab.frames(), "frames/s", least=_PAN.get(size))
    longest = max(tab.run(_SEARCH, _SEARCHES))
    yield Figure(f"{size:,} nodes: search, longest of {len(_SEARCHES)}", longest, "ms", most.get("search"))


def against_pyvis(nodes: int, limit: float, ours: float | None, folder: Path) -> Iterator[Figure]:
    """pyvis as it comes on the same cluster, and how many times as long it takes, where ours was measured."""
    run = as_it_comes(scene_of(*synthetic(nodes)), folder / "pyvis.html", limit)
    told = f"{nodes:,} nodes: pyvis as it comes, "
    given_up = "" if run.drawn else f"nothing drawn after {limit:g} s"
    yield Figure(f"{told}{given_up or 'first frame'}", run.cpu, "s CPU", beyond=not run.drawn)
    yield Figure(f"{told}file", run.bytes / 1e6, "MB")
    if ours:
        least = _TIMES if nodes == 5_000 else None
        yield Figure(f"{told}times ours", run.cpu / ours, "×", least=least, beyond=not run.drawn)
