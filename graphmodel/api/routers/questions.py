"""The planners' questions, and queries by example."""

import asyncio
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Body, Path, Query, Request, Response

import queries
from graphmodel.api import examples, models
from graphmodel.api.dependencies import Graph, Pages, Shots, Tongue
from graphmodel.api.fields import FieldsRoute, wants_fields
from graphmodel.api.matching import matched
from graphmodel.api.parameters import Paged
from graphmodel.api.problems import responses
from graphmodel.sections.sheets import FOR_EXCEL, as_csv, as_xlsx, headings_of
from graphmodel.store import Table
from graphmodel.texts import Language, text

AT_A_TIME: Final = 4
"""Examples of a batch that are looked for at the same time."""

router = APIRouter(prefix="/v1", tags=["questions"], route_class=FieldsRoute)
PARAMETERS = {
    "name": "parameters",
    "in": "query",
    "required": False,
    "description": "the parameters that the list of questions names, each by its name",
    "style": "form",
    "explode": True,
    "schema": {"type": "object", "additionalProperties": {"type": "string", "maxLength": 200}},
}
FILES: Final[Mapping[str, str]] = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Media types of the forms for spreadsheets."""
_FILE: Final = {"type": "string", "contentMediaType": "application/octet-stream"}
_AS_FILE: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "content": {
            FILES["csv"]: {"schema": _FILE, "example": "enterprise,role,status"},
            FILES["xlsx"]: {"schema": _FILE, "example": "PK…"},
        }
    }
}
Form = Annotated[
    Literal["json", "csv", "xlsx"],
    Query(alias="format", description="json, or a file for spreadsheets, as `graphmodel ask` writes it"),
]
Name = Annotated[str, Path(max_length=100, description="name of the question", examples=["members"])]


@router.get(
    "/questions",
    operation_id="questions",
    summary=text("api.op_questions", "en"),
    responses=responses([422, 500]),
    dependencies=[wants_fields],
)
async def questions(
    pages: Pages,
    lang: Tongue,
    page: Paged,
    q: Annotated[str, Query(max_length=200, description="words of the title, the explanation or a tag")] = "",
) -> models.Questions:
    """The questions of the library, each with its parameters and the meaning of its columns."""
    return models.Questions(**pages.cut(page, [_told(asked, lang) for asked in queries.search(q)]))


@router.get(
    "/questions/{name}",
    operation_id="question",
    response_model=models.Table,
    summary=text("api.op_question", "en"),
    responses=responses([400, 404, 409, 422, 500, 503, 504]) | _AS_FILE,
    openapi_extra={"parameters": [PARAMETERS]},
)
async def question(
    request: Request,
    shots: Shots,
    lang: Tongue,
    name: Name,
    form: Form = "json",
) -> models.Table | Response:
    """The answer to a question, at most 1,000 rows; its parameters stand in the query string by their names."""
    asked = queries.question(name)
    given = {one: value for one, value in request.query_params.items() if one != "format"}
    table = await shots.read(lambda view: view.ask(asked, given))
    if form != "json":
        return await shots.run(lambda: _file(asked, table, form, lang))
    return models.Table.model_validate(table.model_dump(mode="json"))


@router.post(
    "/match",
    operation_id="match",
    summary=text("api.op_match", "en"),
    responses=responses([422, 500, 503, 504]),
)
async def match(
    graph: Graph, batch: Annotated[models.Batch, Body(examples=[examples.BATCH])]
) -> models.MatchList:
    """For each example, the enterprises that are so: of a name, number or place, with a product, with links."""
    looker = await graph.looker()
    turn = asyncio.Semaphore(AT_A_TIME)

    async def answered(one: models.Example) -> models.Matches:
        async with turn:
            return await matched(graph, looker, one, batch.limit)

    found = await asyncio.gather(*map(answered, batch.queries))
    return models.MatchList(items=tuple(found), next=None)


def _file(asked: queries.Question, table: Table, form: str, lang: Language) -> Response:
    headings = headings_of(asked, lang)
    if form == "xlsx":
        content = as_xlsx(table, headings, lang, why=False)
    else:
        content = as_csv(table, headings, lang, why=False).encode(FOR_EXCEL)
    name = f'attachment; filename="{asked.name}.{form}"'
    told = {"Content-Disposition": name, "Content-Language": lang}
    return Response(content, media_type=FILES[form], headers=told)


def _told(asked: queries.Question, lang: Language) -> models.Question:
    return models.Question(
        name=asked.name,
        title=asked.title(lang),
        explanation=asked.explanation(lang),
        group=asked.group,
        tags=asked.tags,
        parameters=tuple(_parameters(asked, lang)),
        columns=tuple(models.Column(name=n, meaning=c.meaning(lang)) for n, c in asked.columns.items()),
    )


def _parameters(asked: queries.Question, lang: Language) -> Iterable[models.Parameter]:
    for name, one in asked.parameters.items():
        told: dict[str, Any] = one.model_dump(include={"type", "unit", "default", "example"})
        yield models.Parameter(name=name, meaning=one.meaning(lang), **told)
