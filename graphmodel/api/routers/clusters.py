"""Clusters: members, hubs, gaps and rules."""

from datetime import date
from typing import Annotated, get_args

from fastapi import APIRouter, Query

from graphmodel import analysis
from graphmodel.analysis import GapKind, LinkKind, Role
from graphmodel.api import models
from graphmodel.api.answers import there, verdicts
from graphmodel.api.dependencies import Graph, Pages, Shots
from graphmodel.api.fields import FieldsRoute, wants_fields
from graphmodel.api.parameters import AsOf, CountryCode, Id, Paged, RegionCode
from graphmodel.api.problems import responses
from graphmodel.store import Wanted
from graphmodel.texts import text

router = APIRouter(
    prefix="/v1/clusters", tags=["clusters"], route_class=FieldsRoute, dependencies=[wants_fields]
)


@router.get(
    "",
    operation_id="clusters",
    summary=text("api.op_clusters", "en"),
    responses=responses([422, 500, 503, 504]),
)
async def clusters(graph: Graph, pages: Pages, page: Paged) -> models.Clusters:
    """Industrial clusters with the number of their members."""
    looker = await graph.looker()
    return models.Clusters(**pages.page(page, await looker.listed("Cluster", page.key, page.limit)))


@router.get(
    "/{id}",
    operation_id="cluster",
    summary=text("api.op_cluster", "en"),
    responses=responses([404, 422, 500, 503, 504]),
)
async def cluster(graph: Graph, key: Id) -> models.Cluster:
    """One cluster."""
    looker = await graph.looker()
    return models.Cluster.model_validate(there(await looker.cluster(key), key))


@router.get(
    "/{id}/members",
    operation_id="members",
    summary=text("api.op_members", "en"),
    responses=responses([404, 422, 500, 503, 504]),
)
async def members(
    graph: Graph, pages: Pages, key: Id, page: Paged, country: CountryCode = None, region: RegionCode = None
) -> models.Members:
    """Its members, those that have left too (`ended`), with what supports each membership."""
    looker = await graph.looker()
    found = await looker.members(key, Wanted(country=country, region=region), page.key, page.limit)
    return models.Members(**pages.page(page, there(found, key)))


@router.get(
    "/{id}/hubs",
    operation_id="hubs",
    summary=text("api.op_hubs", "en"),
    responses=responses([404, 422, 500, 503, 504]),
)
async def hubs(
    shots: Shots,
    pages: Pages,
    key: Id,
    page: Paged,
    roles: Annotated[
        tuple[Role, ...], Query(alias="role", max_length=4, description="roles; all by default")
    ] = (),
    kinds: Annotated[
        tuple[LinkKind, ...], Query(alias="kind", max_length=4, description="links that count")
    ] = (),
    as_of: AsOf = None,
) -> models.HubList:
    """The enterprises that hold the cluster together, role by role, with measures, interval of the rank and verdict."""
    found = await shots.read(
        lambda view: analysis.hubs(
            view.cluster(key, as_of),
            kinds=kinds or analysis.COOPERATION,
            roles=roles or get_args(Role),
        )
    )
    return models.HubList(samples=found.samples, top=found.top, **pages.cut(page, found.rows))


@router.get(
    "/{id}/gaps",
    operation_id="gaps",
    summary=text("api.op_gaps", "en"),
    responses=responses([404, 422, 500, 503, 504]),
)
async def gaps(
    shots: Shots,
    pages: Pages,
    key: Id,
    page: Paged,
    kinds: Annotated[
        tuple[GapKind, ...], Query(alias="kind", max_length=6, description="kinds of gaps")
    ] = (),
    as_of: AsOf = None,
) -> models.GapList:
    """Inputs of the products that members make, the heaviest first, with who could deliver them."""
    graph = await shots.graph(as_of)
    found = await shots.run(lambda: analysis.gaps(graph, key))
    rows = [row for row in found.rows if not kinds or row.kind in kinds]
    return models.GapList(cluster=found.cluster, notes=found.notes, **pages.cut(page, rows))


@router.get(
    "/{id}/rules",
    operation_id="rules",
    summary=text("api.op_rules", "en"),
    responses=responses([404, 422, 500, 503, 504]),
)
async def rules(shots: Shots, pages: Pages, key: Id, page: Paged, as_of: AsOf = None) -> models.RuleList:
    """Whether the cluster meets each rule of the act that applies on the day, by default today, and what is missing."""
    found = await verdicts(shots, key, as_of or date.today())
    told = {"cluster": found.cluster, "as_of": found.as_of, "act": found.act, "country": found.country}
    return models.RuleList(**told, **pages.cut(page, found.rows))
