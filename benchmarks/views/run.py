"""Runs the parts and prints their figures."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks._server import server_in_a_folder
from benchmarks.views import access, safety, speed
from benchmarks.views.figures import Figure, show
from benchmarks.views.scenes import scene_of, synthetic
from graphmodel.cli.answers import REFERENCE_CLUSTER
from graphmodel.store import Store
from loaders import reference
from viz import leaflet, views
from viz.page import render, write
from viz.report import leaflet as report

PARTS: Final = ("speed", "safety", "access")
DEMO: Final = "demo map"
_KILOBYTES: Final = 60
_DAYS: Final = (date(2025, 6, 30), date(2026, 6, 30))
PARTNER: Final = "АТИСС"


def of_the_data_set() -> Iterator[tuple[str, str]]:
    """Every view of the reference data set, and the report, as pages by what they show."""
    with server_in_a_folder() as (server, _), Store(server.uri, server.username, server.password) as store:
        reading = reference()
        store.writer().load(reading.sources, reading.claims)
        view = store.view()
        yield DEMO, render(views.cluster_map(view, REFERENCE_CLUSTER))
        yield "gaps", render(views.gaps(view, REFERENCE_CLUSTER))
        yield "flows", render(views.region_flows(view, REFERENCE_CLUSTER))
        yield "agreements", render(views.agreements(view, REFERENCE_CLUSTER))
        yield "changes", render(views.changes(view, REFERENCE_CLUSTER, *_DAYS))
        yield "company", render(views.company(view, PARTNER))
        yield "chain", render(views.chain(view, "combine-harvester"))
        yield "answer", render(views.answer(view, "cross-border", {"country": "UZ"}))
        yield "report", leaflet.render(report(view, REFERENCE_CLUSTER, _DAYS[1], "ru"))


def pages(folder: Path) -> dict[str, Path]:
    """Every view, and a synthetic cluster for each renderer, by what it shows."""
    drawn = {f"{nodes:,} nodes": render(scene_of(*synthetic(nodes))) for nodes in (500, 2_500)}
    files = {}
    for number, (name, page) in enumerate([*of_the_data_set(), *drawn.items()]):
        files[name] = folder / f"page-{number}.html"
        write(page, files[name])
    return files


def main(
    parts: Sequence[str] = PARTS,
    sizes: Sequence[int] = (5_000, 20_000),
    pyvis: int = 5_000,
    limit: float = 300,
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
