"""The planners' questions: a form for each, its answer as a table, and the claims behind every row."""

from collections.abc import Mapping
from itertools import groupby
from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse

import queries
from graphmodel.api.dependencies import Shots
from graphmodel.api.problems import kind_of
from graphmodel.errors import NotFoundError, UsageError
from graphmodel.store import Table, View
from graphmodel.texts import text
from graphmodel.web.answers import ROWS, columns, rows
from graphmodel.web.notes import Notes
from graphmodel.web.pages import page
from graphmodel.web.words import Words

router = APIRouter(include_in_schema=False, prefix="/questions")
FILES: Final = {"CSV": "csv", "Excel": "xlsx"}
FIRST: Final = "_first"
"""No parameter of a question begins so."""


@router.get("", operation_id="page_questions")
async def questions(request: Request, q: Annotated[str, Query(max_length=200)] = "") -> HTMLResponse:
    """All of them by group, or those that speak of some words."""
    words = Words.of(request)
    found = groupby(queries.search(q), key=lambda asked: asked.group)
    groups = [(text(f"words.group_{group}", words.spoken), list(asked)) for group, asked in found]
    return page(request, "questions.html", q=q, groups=groups)


@router.get("/{name}", operation_id="page_question")
async def question(
    request: Request,
    shots: Shots,
    name: Annotated[str, Path(max_length=100)],
    first: Annotated[int, Query(alias=FIRST, ge=0, le=1_000)] = 0,
) -> HTMLResponse:
    """One with its form; and its answer, as soon as nothing is missing."""
    asked = queries.question(name)
    sent = {one: value for one, value in request.query_params.items() if value and one != FIRST}
    if not sent and any(one.default is None for one in asked.parameters.values()):
        return page(request, "question.html", asked=asked, sent=sent, answer=None, problem="")
    words = Words.of(request)
    try:
        answer = await shots.read(lambda view: _answer(view, asked, sent, first, words))
    except (UsageError, NotFoundError) as error:
        told = error.render(words.spoken)
        status = kind_of(error).status
        return page(
            request, "question.html", status=status, asked=asked, sent=sent, answer=None, problem=told
        )
    return page(request, "question.html", asked=asked, sent=sent, answer=answer, problem="")


def _answer(
    view: View, asked: queries.Question, sent: Mapping[str, str], first: int, words: Words
) -> dict[str, object]:
    table = view.ask(asked, sent)
    shown = rows(asked, table, first, words)
    claims = [claim for row in shown for claim in row.claims]
    return {
        "columns": [asked.columns[name].meaning(words.spoken) for name in columns(asked)],
        "rows": shown,
        "first": first,
        "all": len(table.rows),
        "truncated": table.truncated,
        "files": {told: urlencode({**sent, "format": form}) for told, form in FILES.items()},
        "next": _next(table, sent, first),
        "notes": Notes(claims, view.evidence(claims)),
    }


def _next(table: Table, sent: Mapping[str, str], first: int) -> str:
    """The query of the next page; nothing on the last one."""
    return urlencode({**sent, FIRST: first + ROWS}) if first + ROWS < len(table.rows) else ""
