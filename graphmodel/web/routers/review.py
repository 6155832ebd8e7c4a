"""Records that may be one enterprise: a person looks at both and says so, or that they are two."""

from typing import Annotated, Final, Literal

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from graphmodel.api.dependencies import Graph, Shots
from graphmodel.web.doubts import SHOWN, doubts, undo
from graphmodel.web.pages import FRESH, page
from graphmodel.web.rights import WRITING, may_write
from graphmodel.web.words import Words
from loaders import record_answer

ADDRESS: Final = "/review"
router = APIRouter(include_in_schema=False, prefix=ADDRESS)
Record = Annotated[str, Form(max_length=500)]


@router.get("", operation_id="page_review")
async def review(
    request: Request, graph: Graph, shots: Shots, first: Annotated[int, Query(ge=0, le=1_000_000)] = 0
) -> HTMLResponse:
    """The open questions side by side, with their answers as buttons for whoever may give them."""
    words = Words.of(request)
    told = await shots.run(lambda: doubts(graph.store(), first, words))
    after = first + SHOWN if first + SHOWN < told.all else None
    return page(
        request,
        "review.html",
        headers=FRESH,
        told=told,
        first=first,
        after=after,
        before=max(first - SHOWN, 0) if first else None,
        may=may_write(request),
    )


@router.post("", operation_id="page_decide", dependencies=[WRITING])
async def decide(
    graph: Graph,
    shots: Shots,
    one: Record,
    other: Record,
    said: Annotated[Literal["accept", "reject", "later", "undo"], Form()],
) -> RedirectResponse:
    """Record what a person says of two records, or take it back."""

    def work() -> None:
        if said == "undo":
            undo(graph.store(), one, other)
        else:
            record_answer(graph.store(), one, other, said)

    with graph.changing():
        await shots.run(work)
    return RedirectResponse(f"{ADDRESS}#questions", 303)
