"""Cypher of the caller's own."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Request

from graphmodel.api import examples, models
from graphmodel.api.access import check_role
from graphmodel.api.dependencies import Graph
from graphmodel.api.problems import responses
from graphmodel.api.resolving import Route
from graphmodel.texts import text

router = APIRouter(tags=["cypher"], route_class=Route)


async def _planner(request: Request) -> None:
    check_role(request.scope["caller"], "planner")


Asked = Annotated[models.Statement, Body(examples=[examples.STATEMENT])]


@router.post(
    "/v1/cypher",
    operation_id="cypher",
    summary=text("api.op_cypher", "en"),
    responses=responses([403, 422, 500, 503, 504]),
    dependencies=[Depends(_planner)],
)
async def cypher(graph: Graph, asked: Asked) -> models.Table:
    """A statement that reads: at most five seconds, 1,000 rows, and what SECURITY.md lists.

    What may not run is refused with the place in the statement, as line:column, and with what to write instead.
    """
    console = await graph.console()
    answer = await console.run(asked.statement, asked.parameters)
    return models.Table.model_validate(answer.model_dump())
