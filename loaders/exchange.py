"""The files in which other programs take the graph: one list, for the command line and for the API."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Literal, NamedTuple

from graphmodel.domain.evidence import Evidence
from graphmodel.domain.graph import Graph
from loaders.ftm import ftm_entities

ExchangeFormat = Literal["graphml", "gexf", "cytoscape", "csv", "parquet", "ftm"]
Behind = Callable[[Iterable[str]], Mapping[str, Evidence]]
"""What stands behind claims, by their ids."""
_CHUNK: Final = 65_536


class Form(NamedTuple):
    """Media type and file ending of a format."""

    media: str
    ending: str


EXCHANGE_FORMS: Final[dict[ExchangeFormat, Form]] = {
    "graphml": Form("application/graphml+xml", "graphml"),
    "gexf": Form("application/gexf+xml", "gexf"),
    "cytoscape": Form("application/json", "cyjs"),
    "csv": Form("text/csv; charset=utf-8", "csv"),
    "parquet": Form("application/vnd.apache.parquet", "parquet"),
    "ftm": Form("application/x-ndjson", "ftm.json"),
}


def exchanged(format_: ExchangeFormat, graph: Graph, behind: Behind) -> Iterator[bytes]:
    """The bytes of a file, in pieces that are worth sending; what needs the evidence has it when this returns."""
    from graphmodel.analysis import EXCHANGE  # noqa: PLC0415 - takes a second and 60 MB, which no load needs

    return _joined(_ftm(graph, behind) if format_ == "ftm" else EXCHANGE[format_](graph))


def _ftm(graph: Graph, behind: Behind) -> Iterator[str]:
    """An entity a line."""
    entities = ftm_entities(graph, behind(graph.claims))
    return (json.dumps(entity, ensure_ascii=False) + "\n" for entity in entities)


def _joined(parts: Iterable[str | bytes]) -> Iterator[bytes]:
    waiting = bytearray()
    for part in parts:
        waiting += part.encode() if isinstance(part, str) else part
        if len(waiting) >= _CHUNK:
            yield bytes(waiting)
            waiting.clear()
    if waiting:
        yield bytes(waiting)
