"""Clusters: who is in one, who holds it together, what it lacks, and whether it meets the rules."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from typing import Final, Literal

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from graphmodel import analysis
from graphmodel.api.answers import there, verdicts
from graphmodel.api.dependencies import Graph, Shots
from graphmodel.api.parameters import LIMIT, Id
from graphmodel.api.snapshots import Snapshots
from graphmodel.web import cluster as told
from graphmodel.web.lines import Group, claims_of
from graphmodel.web.notes import Notes
from graphmodel.web.pages import page
from graphmodel.web.words import Words

router = APIRouter(include_in_schema=False, prefix="/clusters")
Part = Literal["members", "hubs", "gaps", "rules"]


@router.get("", operation_id="page_clusters")
async def clusters(request: Request, graph: Graph) -> HTMLResponse:
    """All clusters."""
    looker = await graph.looker()
    return page(request, "clusters.html", clusters=(await looker.listed("Cluster", "", LIMIT)).rows)


@router.get("/{id}", operation_id="page_cluster")
@router.get("/{id}/{part}", operation_id="page_cluster_part")
async def cluster(
    request: Request, graph: Graph, shots: Shots, key: Id, part: Part = "members"
) -> HTMLResponse:
    """One cluster: its members, or another part of what is known of it."""
    row = there(await (await graph.looker()).cluster(key), key)
    groups = await _PARTS[part](shots, key, Words.of(request))
    claims = [*row["claims"], *claims_of(groups)]
    notes = await shots.read(lambda view: Notes(claims, view.evidence(claims)))
    return page(
        request, "cluster.html", cluster=row, part=part, parts_of=tuple(_PARTS), groups=groups, notes=notes
    )


async def _members(shots: Snapshots, key: str, words: Words) -> list[Group]:
    return await shots.read(lambda view: told.members(view.cluster(key), key, words))


async def _hubs(shots: Snapshots, key: str, words: Words) -> list[Group]:
    return await shots.read(lambda view: told.hubs(analysis.hubs(view.cluster(key)), words))


async def _gaps(shots: Snapshots, key: str, words: Words) -> list[Group]:
    graph = await shots.graph()
    return await shots.run(lambda: told.gaps(analysis.gaps(graph, key), words))


async def _rules(shots: Snapshots, key: str, words: Words) -> list[Group]:
    return told.rules(await verdicts(shots, key, date.today()), words)


_PARTS: Final[Mapping[Part, Callable[[Snapshots, str, Words], Awaitable[list[Group]]]]] = {
    "members": _members,
    "hubs": _hubs,
    "gaps": _gaps,
    "rules": _rules,
}
