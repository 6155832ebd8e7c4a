"""Claims in, sources out, and a person's decisions; only for keys with the role."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Request

from graphmodel.api import examples, models
from graphmodel.api.access import check_role
from graphmodel.api.database import Database
from graphmodel.api.dependencies import Graph, Pages, Shots, Tongue
from graphmodel.api.fields import FieldsRoute, wants_fields
from graphmodel.api.parameters import Id, Paged
from graphmodel.api.problems import responses
from graphmodel.domain.identity import Decision, Profile
from graphmodel.texts import Language, text
from loaders import Stream, account, answered, by_id, by_pair, pair_of, read, resolve, resolved
from loaders.matching import told

router = APIRouter(prefix="/v1", tags=["writing"], route_class=FieldsRoute)


async def _editor(request: Request) -> None:
    check_role(request.scope["caller"], "editor")


EDITOR = Depends(_editor)


@router.post(
    "/claims",
    operation_id="load",
    summary=text("api.op_load", "en"),
    responses=responses([403, 422, 500, 503, 504]),
    dependencies=[EDITOR],
)
async def load(
    graph: Graph, shots: Shots, lang: Tongue, sent: Annotated[models.Claims, Body(examples=[examples.CLAIMS])]
) -> models.Loaded:
    """Load claims; those that cannot be taken are named, and the others are loaded. Loading twice changes nothing."""
    with graph.changing():
        return await shots.run(lambda: _load(graph, sent, lang))


@router.delete(
    "/sources/{id}",
    operation_id="retract",
    summary=text("api.op_retract", "en"),
    responses=responses([403, 404, 422, 500, 503, 504]),
    dependencies=[EDITOR],
)
async def retract(graph: Graph, shots: Shots, key: Id) -> models.Retracted:
    """Take a source out with all that it alone supports."""
    with graph.changing():
        return models.Retracted(source=key, claims=await shots.run(lambda: _retract(graph, key)))


@router.get(
    "/review",
    operation_id="review",
    summary=text("api.op_review", "en"),
    responses=responses([422, 500, 503, 504]),
    dependencies=[wants_fields],
)
async def review(graph: Graph, shots: Shots, pages: Pages, page: Paged, lang: Tongue) -> models.Reviews:
    """Pairs of records of which a person must say whether they are one enterprise."""
    open_ = await shots.run(lambda: resolved(graph.store()).questions)
    records = await shots.read(by_id)
    return models.Reviews(**pages.cut(page, [_review(one, records, lang) for one in open_]))


@router.post(
    "/review",
    operation_id="decide",
    summary=text("api.op_decide", "en"),
    responses=responses([403, 404, 422, 500, 503, 504]),
    dependencies=[EDITOR],
)
async def decide(
    graph: Graph,
    shots: Shots,
    lang: Tongue,
    said: Annotated[models.Decision, Body(examples=[examples.DECISION])],
) -> models.Review:
    """Record what a person says of two records; the enterprises are merged or parted at once."""
    with graph.changing():
        return await shots.run(lambda: _decide(graph, said, lang))


def _load(graph: Database, sent: models.Claims, lang: Language) -> models.Loaded:
    with TemporaryDirectory(prefix="graphmodel-") as folder:
        file = Path(folder) / "claims.json"
        file.write_text(json.dumps(sent.model_dump(mode="json"), ensure_ascii=False), encoding="utf-8")
        reading = read([file])
        stream = Stream(reading)
        new = graph.writer().load(reading.sources, stream.claims()).new
        (report,) = (one.as_report(lang) for one in account(stream, new))
    resolve(graph.store())
    return models.Loaded.model_validate(report)


def _retract(graph: Database, source: str) -> int:
    claims = graph.writer().retract(source)
    resolve(graph.store())
    return claims


def _decide(graph: Database, said: models.Decision, lang: Language) -> models.Review:
    view = graph.view()
    records = by_id(view)
    decision = answered(by_pair(view), records, pair_of(said.one, said.other), said.answer)
    graph.writer().answer([decision])
    return _review(decision, records, lang)


def _review(one: Decision, records: Mapping[str, Profile], lang: Language) -> models.Review:
    told_of: Iterable[Any] = (records[record] for record in one.pair if record in records)
    return models.Review(
        **one.model_dump(include={"one", "other", "verdict", "by", "score", "later"}),
        reasons=tuple(told(reason, lang) for reason in one.reasons),
        records=tuple(models.Record(**asdict(record)) for record in told_of),
    )
