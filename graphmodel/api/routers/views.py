"""Pictures of a cluster and of an enterprise's surroundings: pages that open offline too."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from graphmodel.api.answers import of_enterprise
from graphmodel.api.dependencies import Graph, Shots, Tongue
from graphmodel.api.pages import FRAMED
from graphmodel.api.parameters import Id, Number
from graphmodel.api.problems import responses
from graphmodel.domain.graph import Graph as DomainGraph
from graphmodel.store import View
from graphmodel.texts import Language, text
from viz import build_scene
from viz.page import made

router = APIRouter(prefix="/v1/views", tags=["views"], default_response_class=HTMLResponse)


@router.get(
    "/clusters/{id}",
    operation_id="cluster_view",
    summary=text("api.op_cluster_view", "en"),
    responses=responses([404, 422, 500, 503, 504]),
)
async def cluster_view(shots: Shots, key: Id, lang: Tongue) -> HTMLResponse:
    """A cluster with its field as one page, with the evidence behind every node and line."""
    return await shots.read(lambda view: _page(view, view.cluster(key), ("Cluster", key), lang))


@router.get(
    "/enterprises/{id}",
    operation_id="enterprise_view",
    summary=text("api.op_enterprise_view", "en"),
    responses=responses([404, 409, 422, 500, 503, 504]),
)
async def enterprise_view(graph: Graph, shots: Shots, number: Number, lang: Tongue) -> HTMLResponse:
    """An enterprise and everything one link away as one page, with the evidence behind it."""
    found = await of_enterprise(graph, number, lambda looker, key: looker.enterprise(key))
    key = found["id"]
    return await shots.read(lambda view: _page(view, view.neighbourhood(key), ("Enterprise", key), lang))


def _page(view: View, graph: DomainGraph, about: tuple[str, str], lang: Language) -> HTMLResponse:
    title = next(node.name(lang) for node in graph.nodes if (node.label, node.key) == about)
    page = made(build_scene(graph, view.evidence(graph.claims), title=title, lang=lang), lang)
    headers = FRAMED | {
        "Content-Security-Policy": f"{page.policy}; frame-ancestors 'self'",
        "Content-Language": lang,
    }
    return HTMLResponse(page.html, headers=headers)
