"""The start page with its search, and what it suggests while somebody types."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

import queries
from graphmodel.api.dependencies import Graph
from graphmodel.api.parameters import LIMIT
from graphmodel.api.parameters import Words as Typed
from graphmodel.web.finding import LISTED, SUGGESTED, found, values
from graphmodel.web.pages import page
from graphmodel.web.words import Words

router = APIRouter(include_in_schema=False)


@router.get("/", operation_id="page_start")
async def start(request: Request, graph: Graph, q: Typed = "") -> HTMLResponse:
    """The search with what it finds; where nothing is asked, what else there is."""
    hits = await found(graph, q, LISTED) if q else []
    looker = await graph.looker()
    clusters = [] if q else (await looker.listed("Cluster", "", LIMIT)).rows
    return page(request, "start.html", q=q, hits=hits, clusters=clusters, asked=len(queries.catalogue()))


@router.get("/suggestions", operation_id="page_suggestions")
async def suggestions(request: Request, graph: Graph, of: str = "q") -> HTMLResponse:
    """A list for the field `of`, whose value is sent by its name."""
    typed = request.query_params.get(of, "").strip()[:200]
    hits = await found(graph, typed, SUGGESTED) if typed else []
    told = values(hits, Words.of(request))
    return page(request, "suggestions.html", hits=list(zip(hits, told, strict=True)))
