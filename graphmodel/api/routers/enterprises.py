"""Enterprises, their partners, the paths between them, and on whose word all this is known."""

import asyncio
from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request, Response

from graphmodel import analysis
from graphmodel.api import models
from graphmodel.api.answers import of_enterprise, there, with_evidence
from graphmodel.api.dependencies import Graph, Pages, Shots
from graphmodel.api.fields import FieldsRoute, wants_fields
from graphmodel.api.linked_data import MEDIA_TYPE, described, linked
from graphmodel.api.parameters import (
    EXAMPLE,
    OTHER,
    AsOf,
    Confidence,
    Kinds,
    Links,
    Number,
    Paged,
    Search,
    Statuses,
)
from graphmodel.api.problems import responses
from graphmodel.errors import UsageError
from graphmodel.store import Found, Looker, Wanted
from graphmodel.store.reading.links import MOST_HOPS, MOST_STEPS
from graphmodel.store.reading.wanted import KINDS
from graphmodel.texts import text

NEAREST: Final = 50
"""Enterprises that a search finds at most."""

router = APIRouter(tags=["enterprises"], route_class=FieldsRoute, dependencies=[wants_fields])


@router.get(
    "/v1/enterprises",
    operation_id="enterprises",
    summary=text("api.op_enterprises", "en"),
    responses=responses([422, 500, 503, 504]),
)
async def enterprises(graph: Graph, pages: Pages, page: Paged, asked: Search) -> models.Enterprises:
    """All enterprises in the order of their ids, or those whose names come nearest to `q`, the nearest first."""
    looker = await graph.looker()
    enterprises_of = partial(looker.enterprises, asked.wanted, number=asked.number, cluster=asked.cluster)
    if not asked.q:
        found = await enterprises_of(page.key, page.limit)
        return models.Enterprises(**pages.page(page, found))
    nearest = [node.key for node in await asyncio.to_thread(lambda: graph.view().search(asked.q, NEAREST))]
    found = await enterprises_of("", NEAREST, among=nearest)
    rows = sorted(found.rows, key=lambda row: nearest.index(row["id"]))
    return models.Enterprises(**pages.cut(page, rows))


@router.get(
    "/v1/enterprises/{id}",
    operation_id="enterprise",
    summary=text("api.op_enterprise", "en"),
    responses=responses([404, 409, 422, 500, 503, 504]) | described,
)
async def enterprise(request: Request, graph: Graph, number: Number) -> models.EnterpriseCard:
    """Its names, numbers and places; as linked data where that is accepted (`application/ld+json`)."""
    found = await of_enterprise(graph, number, lambda looker, key: looker.enterprise(key))
    card = models.EnterpriseCard.model_validate(found)
    if MEDIA_TYPE in request.headers.get("accept", ""):
        return Response(linked(card), media_type=MEDIA_TYPE)  # type: ignore[return-value]
    return card


@router.get(
    "/v1/enterprises/{id}/partners",
    operation_id="partners",
    summary=text("api.op_partners", "en"),
    responses=responses([404, 409, 422, 500, 503, 504]),
)
async def partners(
    graph: Graph,
    pages: Pages,
    shots: Shots,
    number: Number,
    page: Paged,
    wanted: Links,
    hops: Annotated[int, Query(ge=1, le=MOST_HOPS, description="how many links away a partner may be")] = 1,
    as_of: AsOf = None,
) -> models.Partners:
    """Who supplies it, whom it supplies, with whom it has agreements, who owns it and whom it owns; with evidence.

    Of several hops, everyone so near, each by one shortest path.
    """

    async def near(looker: Looker, key: str) -> Found | None:
        if hops == 1:
            return await looker.partners(key, wanted, page.after, page.limit)
        return await looker.farther(key, wanted, hops, page.after, page.limit)

    if as_of is None:
        return models.Partners(**pages.page(page, await of_enterprise(graph, number, near)))
    key = (await of_enterprise(graph, number, lambda looker, key: looker.enterprise(key)))["id"]
    then = await shots.graph(as_of)
    rows = await shots.read(lambda view: analysis.partners(then, key, wanted, hops))
    cut = pages.cut(page, there(rows, number, "api.no_enterprise"))
    cut["items"] = await shots.read(lambda view: with_evidence(view, cut["items"]))
    return models.Partners(**cut)


@router.get(
    "/v1/enterprises/{id}/evidence",
    operation_id="evidence",
    summary=text("api.op_evidence", "en"),
    responses=responses([404, 409, 422, 500, 503, 504]),
)
async def evidence(graph: Graph, pages: Pages, page: Paged, number: Number) -> models.EvidenceList:
    """Every claim that speaks of it, with source, date and place in the source."""
    found = await of_enterprise(graph, number, lambda looker, key: looker.evidence(key, page.key, page.limit))
    return models.EvidenceList(**pages.page(page, found))


@router.get(
    "/v1/paths",
    operation_id="paths",
    summary=text("api.op_paths", "en"),
    responses=responses([400, 404, 409, 422, 500, 503, 504]),
)
async def paths(
    graph: Graph,
    start: Annotated[
        str, Query(alias="from", max_length=200, description="id or number", examples=[EXAMPLE])
    ],
    end: Annotated[str, Query(alias="to", max_length=200, description="id or number", examples=[OTHER])],
    kinds: Kinds = (),
    statuses: Statuses = (),
    min_confidence: Confidence = 0,
    hops: Annotated[int, Query(ge=1, le=MOST_STEPS, description="links at most")] = MOST_STEPS,
    limit: Annotated[int, Query(ge=1, le=100, description="paths at most")] = 10,
) -> models.Paths:
    """The shortest paths between two enterprises; links count whichever way they run."""
    wanted = Wanted(kinds or KINDS, statuses=statuses, min_confidence=min_confidence)
    ends = [
        await of_enterprise(graph, one, lambda looker, key: looker.enterprise(key)) for one in (start, end)
    ]
    if ends[0]["id"] == ends[1]["id"]:
        raise UsageError("api.one_end", id=start)
    looker = await graph.looker()
    found = await looker.paths(ends[0]["id"], ends[1]["id"], wanted, hops, limit)
    return models.Paths(items=tuple(found or ()), next=None)
