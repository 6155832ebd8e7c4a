"""Enterprises, their partners, and on whose word both are known."""

from typing import Annotated, Final

from fastapi import APIRouter, Path, Query
from pydantic import AfterValidator, StringConstraints

from graphmodel.api import answers, examples, models
from graphmodel.api.cursors import key_before
from graphmodel.api.dependencies import Graph
from graphmodel.api.problems import responses
from graphmodel.texts import text

LIMIT: Final = 500

router = APIRouter(prefix="/v1/enterprises", tags=["enterprises"])

Number = Annotated[
    str,
    Path(
        alias="id",
        max_length=200,
        description="id or registry number (INN, OGRN, STIR, LEI); for names there is the search",
        examples=[examples.ATISS["id"]],
    ),
]
Words = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    Query(max_length=200, description="a name, in any script; mistyped or shortened too", examples=["АТИСС"]),
]
Limit = Annotated[int, Query(ge=1, le=LIMIT, description="rows a page")]
After = Annotated[
    str,
    Query(alias="cursor", max_length=400, description="`next` of the page before; none for the first page"),
    AfterValidator(key_before),
]


@router.get(
    "",
    operation_id="enterprises",
    summary=text("api.op_enterprises", "en"),
    responses=responses([422, 500, 503, 504]),
)
def enterprises(graph: Graph, q: Words = "", limit: Limit = 100, after: After = "") -> models.Enterprises:
    """All enterprises in the order of their ids, or those whose names come nearest to `q`, the nearest first."""
    return answers.enterprises(graph.view(), q, limit, after)


@router.get(
    "/{id}",
    operation_id="enterprise",
    summary=text("api.op_enterprise", "en"),
    responses=responses([404, 409, 422, 500, 503, 504]),
)
def enterprise(graph: Graph, number: Number) -> models.EnterpriseCard:
    """Its names, numbers and places."""
    return answers.card(graph.view(), number)


@router.get(
    "/{id}/partners",
    operation_id="partners",
    summary=text("api.op_partners", "en"),
    responses=responses([404, 409, 422, 500, 503, 504]),
)
def partners(graph: Graph, number: Number) -> models.Partners:
    """Who supplies it, whom it supplies, with whom it has agreements, who owns it and whom it owns; with evidence."""
    return answers.partners(graph.view(), number)


@router.get(
    "/{id}/evidence",
    operation_id="evidence",
    summary=text("api.op_evidence", "en"),
    responses=responses([404, 409, 422, 500, 503, 504]),
)
def evidence(graph: Graph, number: Number) -> models.EvidenceList:
    """Every claim that speaks of it, with source, date and place in the source."""
    return answers.evidence(graph.view(), number)
