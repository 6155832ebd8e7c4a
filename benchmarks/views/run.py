"""Runs the parts and prints their figures."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks._server import server_in_a_folder
from benchmarks.views import access, safety, speed
from benchmarks.views.figures import Figure, show
from benchmarks.views.scenes import scene_of, synthetic
from graphmodel.cli.answers import REFERENCE_CLUSTER
from graphmodel.cli.show import write_cluster_view
from graphmodel.store import Store
from loaders import reference
from viz.page import render, write

PARTS: Final = ("speed", "safety", "access")
DEMO: Final = "demo map"
_KILOBYTES: Final = 60


def demo_map(file: Path) -> None:
    """The map of the reference cluster, as `graphmodel demo` writes it."""
    with server_in_a_folder() as (server, _), Store(server.uri, server.username, server.password) as store:
        reading = reference()
        store.writer().load(reading.sources, reading.claims)
        write_cluster_view(store.view(), REFERENCE_CLUSTER, file)


def pages(folder: Path) -> dict[str, Path]:
    """One page of each renderer, by what it shows."""
    files = {DEMO: folder / "demo.html"}
    demo_map(files[DEMO])
    for nodes in (500, 2_500):
        files[f"{nodes:,} nodes"] = folder / f"{nodes}.html"
        write(render(scene_of(*synthetic(nodes))), folder / f"{nodes}.html")
    return files


def main(
    parts: Sequence[str] = PARTS,
    sizes: Sequence[int] = (5_000, 20_000),
    pyvis: int = 5_000,
    limit: float = 120,
) -> None:
    """Measure and print."""
    with TemporaryDirectory(prefix="graphmodel-") as folder:
        if "speed" in parts:
            for figure in speed.figures(list(sizes), pyvis, limit, Path(folder)):
                show(figure)
        files = pages(Path(folder)) if {"safety", "access"} & set(parts) else {}
        if files:
            show(Figure(f"{DEMO}: file", files[DEMO].stat().st_size / 1e3, "kB", _KILOBYTES))
        for figure in safety.figures(files, Path(folder)) if "safety" in parts else ():
            show(figure)
        for figure in access.figures(files) if "access" in parts else ():
            show(figure)
