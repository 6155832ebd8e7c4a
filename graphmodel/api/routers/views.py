"""Views, as `graphmodel view` writes them: pages that open offline too, with the evidence behind all they show."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse

from graphmodel.api.answers import of_enterprise
from graphmodel.api.dependencies import Graph, Shots, Tongue, ViewTongue
from graphmodel.api.pages import FRAMED
from graphmodel.api.parameters import AsOf, Day, Id, Number
from graphmodel.api.problems import responses
from graphmodel.api.resolving import Route
from graphmodel.api.routers.questions import PARAMETERS, Name
from graphmodel.texts import ViewLanguage, text
from viz import Scene, leaflet, views
from viz.page import Page, made
from viz.report import leaflet as report

router = APIRouter(prefix="/v1/views", tags=["views"], default_response_class=HTMLResponse, route_class=Route)
Subject = Annotated[
    views.Subject, Query(description="map, gaps (what is missing), flows (between regions) or agreements")
]
Days = Annotated[
    tuple[Day, ...],
    Query(
        alias="as_of",
        max_length=2,
        description="as it was on this day (EDTF); of a year or month on its last day; two: what changed between them",
    ),
]
Code = Annotated[
    str, Path(alias="id", max_length=200, description="its code", examples=["combine-harvester"])
]


@router.get(
    "/clusters/{id}",
    operation_id="cluster_view",
    summary=text("api.op_cluster_view", "en"),
    responses=responses([400, 404, 422, 500, 503, 504]),
)
async def cluster_view(
    shots: Shots, key: Id, lang: ViewTongue, show: Subject = "map", days: Days = ()
) -> HTMLResponse:
    """A cluster with its field: the map, what is missing, flows, agreements, or what changed between two days."""
    return await shots.read(lambda view: _drawn(views.cluster(view, key, show, days), lang))


@router.get(
    "/clusters/{id}/report",
    operation_id="cluster_report",
    summary=text("api.op_cluster_report", "en"),
    responses=responses([404, 422, 500, 503, 504]),
)
async def cluster_report(shots: Shots, key: Id, lang: Tongue, as_of: AsOf = None) -> HTMLResponse:
    """A leaflet about a cluster, one page to print: members, hubs, gaps, rules, and sources; by default of today."""
    day = as_of or date.today()
    return await shots.read(lambda view: _answer(leaflet.made(report(view, key, day, lang)), lang))


@router.get(
    "/enterprises/{id}",
    operation_id="enterprise_view",
    summary=text("api.op_enterprise_view", "en"),
    responses=responses([404, 409, 422, 500, 503, 504]),
)
async def enterprise_view(graph: Graph, shots: Shots, number: Number, lang: ViewTongue) -> HTMLResponse:
    """An enterprise and everything one link away."""
    found = await of_enterprise(graph, number, lambda looker, key: looker.enterprise(key))
    return await shots.read(lambda view: _drawn(views.company(view, found["id"]), lang))


@router.get(
    "/products/{id}",
    operation_id="product_view",
    summary=text("api.op_product_view", "en"),
    responses=responses([404, 422, 500, 503, 504]),
)
async def product_view(shots: Shots, code: Code, lang: ViewTongue) -> HTMLResponse:
    """The cooperation chain around a product, from its suppliers' suppliers on the left to its buyers."""
    return await shots.read(lambda view: _drawn(views.chain(view, code), lang))


@router.get(
    "/questions/{name}",
    operation_id="question_view",
    summary=text("api.op_question_view", "en"),
    responses=responses([400, 404, 409, 422, 500, 503, 504]),
    openapi_extra={"parameters": [PARAMETERS]},
)
async def question_view(request: Request, shots: Shots, name: Name, lang: ViewTongue) -> HTMLResponse:
    """What the answer to a question names; its parameters stand in the query string by their names."""
    given = dict(request.query_params)
    return await shots.read(lambda view: _drawn(views.answer(view, name, given), lang))


def _drawn(scene: Scene, lang: ViewLanguage) -> HTMLResponse:
    return _answer(made(scene, lang), lang)


def _answer(page: Page, lang: ViewLanguage) -> HTMLResponse:
    headers = FRAMED | {
        "Content-Security-Policy": f"{page.policy}; frame-ancestors 'self'",
        "Content-Language": lang,
    }
    return HTMLResponse(page.html, headers=headers)
