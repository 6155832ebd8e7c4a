"""The graph for other programs, sent while it is made."""

from typing import Annotated, Final

from fastapi import APIRouter, Path, Query
from fastapi.responses import StreamingResponse
from starlette.concurrency import iterate_in_threadpool

from graphmodel.api.dependencies import Shots
from graphmodel.api.problems import responses
from graphmodel.api.resolving import Route
from graphmodel.texts import text
from loaders import EXCHANGE_FORMS, ExchangeFormat, exchanged

router = APIRouter(prefix="/v1/exports", tags=["exports"], route_class=Route)
_BINARY: Final = {"type": "string", "contentMediaType": "application/octet-stream"}
_OBJECT: Final = {"type": "object", "description": "as Cytoscape reads it"}
_CONTENT: Final = {
    media.partition(";")[0]: {"schema": _OBJECT if media == "application/json" else _BINARY}
    for media, _ in EXCHANGE_FORMS.values()
}


@router.get(
    "/{format}",
    operation_id="export",
    summary=text("api.op_export", "en"),
    responses=responses([404, 422, 500, 503, 504]) | {200: {"content": _CONTENT}},
    response_class=StreamingResponse,
)
async def export(
    shots: Shots,
    format_: Annotated[
        ExchangeFormat, Path(alias="format", description="format of the file", examples=["graphml"])
    ],
    cluster: Annotated[
        str | None, Query(max_length=200, description="a cluster with its field alone, by id")
    ] = None,
) -> StreamingResponse:
    """The whole graph, or a cluster with its field. CSV and Parquet have a row for each edge."""
    graph = await (shots.read(lambda view: view.cluster(cluster)) if cluster else shots.graph())
    media, ending = EXCHANGE_FORMS[format_]
    parts = await shots.read(lambda view: exchanged(format_, graph, view.evidence))
    name = {"Content-Disposition": f'attachment; filename="graph.{ending}"'}
    return StreamingResponse(iterate_in_threadpool(parts), media_type=media, headers=name)
