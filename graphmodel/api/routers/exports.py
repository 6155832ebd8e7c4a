"""The graph for other programs, sent while it is made."""

import json
from collections.abc import AsyncIterator, Iterator
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Path, Query
from fastapi.responses import StreamingResponse
from starlette.concurrency import iterate_in_threadpool

from graphmodel import analysis
from graphmodel.api.dependencies import Shots
from graphmodel.api.problems import responses
from graphmodel.domain.graph import Graph
from graphmodel.store import View
from graphmodel.texts import text
from loaders import ftm_entities

router = APIRouter(prefix="/v1/exports", tags=["exports"])
Format = Literal["graphml", "gexf", "cytoscape", "csv", "parquet", "ftm"]
MEDIA: Final[dict[Format, tuple[str, str]]] = {
    "graphml": ("application/graphml+xml", "graphml"),
    "gexf": ("application/gexf+xml", "gexf"),
    "cytoscape": ("application/json", "cyjs"),
    "csv": ("text/csv; charset=utf-8", "csv"),
    "parquet": ("application/vnd.apache.parquet", "parquet"),
    "ftm": ("application/x-ndjson", "ftm.json"),
}
"""Media type and file ending."""
_CHUNK: Final = 65_536
_BINARY: Final = {"type": "string", "contentMediaType": "application/octet-stream"}
_CONTENT: Final = {media.partition(";")[0]: {"schema": _BINARY} for media, _ in MEDIA.values()}


@router.get(
    "/{format}",
    operation_id="export",
    summary=text("api.op_export", "en"),
    responses=responses([404, 422, 500, 503, 504]) | {200: {"content": _CONTENT}},
    response_class=StreamingResponse,
)
async def export(
    shots: Shots,
    format_: Annotated[Format, Path(alias="format", description="format of the file", examples=["graphml"])],
    cluster: Annotated[
        str | None, Query(max_length=200, description="a cluster with its field alone, by id")
    ] = None,
) -> StreamingResponse:
    """The whole graph, or a cluster with its field. CSV and Parquet have a row for each edge."""
    graph = await (shots.read(lambda view: view.cluster(cluster)) if cluster else shots.graph())
    media, ending = MEDIA[format_]
    parts = await shots.read(lambda view: _parts(view, graph, format_))
    name = {"Content-Disposition": f'attachment; filename="graph.{ending}"'}
    return StreamingResponse(_chunked(parts), media_type=media, headers=name)


def _parts(view: View, graph: Graph, format_: Format) -> Iterator[str | bytes]:
    if format_ != "ftm":
        return analysis.EXCHANGE[format_](graph)
    entities = ftm_entities(graph, view.evidence(graph.claims))
    return (json.dumps(entity, ensure_ascii=False) + "\n" for entity in entities)


async def _chunked(parts: Iterator[str | bytes]) -> AsyncIterator[bytes]:
    async for chunk in iterate_in_threadpool(_joined(parts)):
        yield chunk


def _joined(parts: Iterator[str | bytes]) -> Iterator[bytes]:
    """Parts together until they are worth sending."""
    waiting = bytearray()
    for part in parts:
        waiting += part.encode() if isinstance(part, str) else part
        if len(waiting) >= _CHUNK:
            yield bytes(waiting)
            waiting.clear()
    if waiting:
        yield bytes(waiting)
