"""Whether the service is there, for whoever watches over it."""

from fastapi import APIRouter

from graphmodel.api import models
from graphmodel.api.dependencies import Graph
from graphmodel.api.problems import responses
from graphmodel.errors import DatabaseError
from graphmodel.texts import text

router = APIRouter(tags=["health"])


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
def readyz(graph: Graph) -> models.Health:
    """The database answers, and its constraints and indexes are there."""
    if not graph.view().prepared():
        raise DatabaseError("api.unprepared")
    return models.Health(status="ready")
