"""Whether the service is there, for whoever watches over it."""

import asyncio

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse

from graphmodel.api import models
from graphmodel.api.dependencies import Graph
from graphmodel.api.problems import responses
from graphmodel.api.resolving import Route
from graphmodel.errors import DatabaseError
from graphmodel.texts import text

router = APIRouter(tags=["health"], route_class=Route)


@router.get(
    "/healthz",
    operation_id="healthz",
    summary=text("api.op_healthz", "en"),
    responses=responses([500]),
)
async def healthz() -> models.Health:
    """The process answers. Says nothing of the database."""
    return models.Health(status="alive")


@router.get(
    "/readyz",
    operation_id="readyz",
    summary=text("api.op_readyz", "en"),
    responses=responses([500, 503, 504]),
)
async def readyz(graph: Graph) -> models.Health:
    """The database answers, its constraints and indexes are there, and no load was left half done."""
    if not await asyncio.to_thread(lambda: graph.view().prepared()):
        raise DatabaseError("api.unprepared")
    if not await (await graph.looker()).whole():
        raise DatabaseError("api.half_done")
    return models.Health(status="ready")


@router.get(
    "/metrics",
    operation_id="metrics",
    summary=text("api.op_metrics", "en"),
    responses=responses([500]),
    response_class=PlainTextResponse,
)
async def metrics(request: Request) -> PlainTextResponse:
    """Figures in the text format of Prometheus: answers by operation and status, and the time they took."""
    return PlainTextResponse(request.app.state.metrics.told(), media_type="text/plain; version=0.0.4")
