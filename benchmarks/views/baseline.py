"""pyvis as it comes: what it makes of the same nodes and edges, until its first frame."""

from pathlib import Path
from typing import Final, NamedTuple

from pyvis.network import Network

from benchmarks.views.browser import browser
from viz import Scene

_USABLE: Final = "return typeof network === 'object' && network !== null && network.physics.ready === true"
"""vis-network draws its first frame when its simulation has come to rest."""


class Run(NamedTuple):
    """`cpu` seconds of the main thread until the first frame, or until it was given up; `bytes` of the file."""

    nodes: int
    cpu: float
    drawn: bool
    bytes: int


def as_it_comes(scene: Scene, file: Path, limit: float) -> Run:
    """Draw a scene with pyvis and its defaults; given up after so many seconds of the clock."""
    network = Network(directed=True, cdn_resources="in_line")
    network.nodes = [
        {"id": place, "label": node.title.ru, "shape": "dot"} for place, node in enumerate(scene.nodes)
    ]
    network.edges = [{"from": edge.source, "to": edge.target} for edge in scene.edges]
    file.write_bytes(network.generate_html().encode())
    with browser() as tab:
        drawn = tab.open(file, _USABLE, limit)
        return Run(len(scene.nodes), tab.measured("TaskDuration"), drawn, file.stat().st_size)
