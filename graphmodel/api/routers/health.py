"""Whether the service is there, for whoever watches over it."""

from typing import Final

from fastapi import APIRouter

from graphmodel.api import models
from graphmodel.api.dependencies import Graph
from graphmodel.api.problems import responses
from graphmodel.texts import text

_PROBE: Final = "graphmodel"
"""Any word: the index that is asked for it is the last that `prepare` makes, so all constraints are there too."""

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
    graph.view().enterprises(after="", limit=1, words=_PROBE)
    return models.Health(status="ready")
