"""Agreements, events, products, places, sources, and where sources disagree."""

from typing import Annotated

from fastapi import APIRouter, Query

from graphmodel.api import models
from graphmodel.api.answers import there
from graphmodel.api.dependencies import Graph, Pages, Shots
from graphmodel.api.fields import FieldsRoute, wants_fields
from graphmodel.api.parameters import Id, Key, Paged
from graphmodel.api.problems import responses
from graphmodel.domain.claims import Status
from graphmodel.texts import text

router = APIRouter(prefix="/v1", tags=["lists"], route_class=FieldsRoute, dependencies=[wants_fields])


@router.get(
    "/agreements",
    operation_id="agreements",
    summary=text("api.op_agreements", "en"),
    responses=responses([422, 500, 503, 504]),
)
async def agreements(
    graph: Graph,
    pages: Pages,
    page: Paged,
    kind: Annotated[str | None, Query(max_length=50, description="memorandum, contract, roadmap …")] = None,
    status: Annotated[Status | None, Query(description="only those in this state")] = None,
    party: Key = None,
    event: Key = None,
) -> models.Agreements:
    """Agreements with their parties, in the order of their ids; of a party, event, kind and state, as far as given."""
    looker = await graph.looker()
    wanted = {"kind": kind, "status": status, "party": party, "event": event}
    return models.Agreements(**pages.page(page, await looker.agreements(page.key, page.limit, **wanted)))


@router.get(
    "/agreements/{id}",
    operation_id="agreement",
    summary=text("api.op_agreement", "en"),
    responses=responses([404, 422, 500, 503, 504]),
)
async def agreement(graph: Graph, key: Id) -> models.Agreement:
    """One agreement with its parties."""
    looker = await graph.looker()
    return models.Agreement.model_validate(there(await looker.agreement(key), key))


@router.get(
    "/events",
    operation_id="events",
    summary=text("api.op_events", "en"),
    responses=responses([422, 500, 503, 504]),
)
async def events(graph: Graph, pages: Pages, page: Paged) -> models.Events:
    """Exhibitions, forums and signings, with the number of agreements signed there."""
    looker = await graph.looker()
    return models.Events(**pages.page(page, await looker.listed("Event", page.key, page.limit)))


@router.get(
    "/products",
    operation_id="products",
    summary=text("api.op_products", "en"),
    responses=responses([422, 500, 503, 504]),
)
async def products(graph: Graph, pages: Pages, page: Paged) -> models.Products:
    """Products with their recipes and the number of their makers."""
    looker = await graph.looker()
    return models.Products(**pages.page(page, await looker.listed("Product", page.key, page.limit)))


@router.get(
    "/regions",
    operation_id="regions",
    summary=text("api.op_regions", "en"),
    responses=responses([422, 500, 503, 504]),
)
async def regions(graph: Graph, pages: Pages, page: Paged) -> models.Regions:
    """Regions with the number of enterprises there."""
    looker = await graph.looker()
    return models.Regions(**pages.page(page, await looker.listed("Region", page.key, page.limit)))


@router.get(
    "/countries",
    operation_id="countries",
    summary=text("api.op_countries", "en"),
    responses=responses([422, 500, 503, 504]),
)
async def countries(graph: Graph, pages: Pages, page: Paged) -> models.Countries:
    """Countries with the number of enterprises there."""
    looker = await graph.looker()
    return models.Countries(**pages.page(page, await looker.listed("Country", page.key, page.limit)))


@router.get(
    "/sources",
    operation_id="sources",
    summary=text("api.op_sources", "en"),
    responses=responses([422, 500, 503, 504]),
)
async def sources(graph: Graph, pages: Pages, page: Paged) -> models.Sources:
    """Pages, files and registries that claims come from, with the number of claims."""
    looker = await graph.looker()
    return models.Sources(**pages.page(page, await looker.sources(page.key, page.limit)))


@router.get(
    "/conflicts",
    operation_id="conflicts",
    summary=text("api.op_conflicts", "en"),
    responses=responses([422, 500, 503, 504]),
)
async def conflicts(shots: Shots, pages: Pages, page: Paged) -> models.Conflicts:
    """Where sources disagree: numbers first, then states and places; the first side is the one that the graph shows."""
    return models.Conflicts(**pages.cut(page, await shots.read(lambda view: view.conflicts())))
