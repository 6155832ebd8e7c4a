"""A file from the user's own table to the graph: it is read and shown, and loaded when its user says so."""

import asyncio
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from graphmodel.api.dependencies import Graph, Tongue
from graphmodel.api.layers.gate import LARGEST_BODY
from graphmodel.api.problems import kind_of
from graphmodel.errors import GraphModelError, NotFoundError
from graphmodel.web import taking
from graphmodel.web.pages import FRESH, page
from graphmodel.web.rights import WRITING, may_write
from graphmodel.web.uploads import Upload, Uploads
from graphmodel.web.words import Words
from loaders.files import READERS

ADDRESS: Final = "/upload"
router = APIRouter(include_in_schema=False, prefix=ADDRESS)


async def _uploads(request: Request) -> Uploads:
    found: Uploads = request.app.state.uploads
    return found


async def _upload(request: Request, name: str, uploads: Annotated[Uploads, Depends(_uploads)]) -> Upload:
    return uploads.get(name, request.scope["caller"].name)


Sent = Annotated[Upload, Depends(_upload)]


@router.get("", operation_id="page_upload")
async def form(request: Request) -> HTMLResponse:
    """The form for a file; for a reader who may not write, what to do."""
    return _form(request, problem="")


@router.post("", operation_id="page_upload_sent", dependencies=[WRITING])
async def send(
    request: Request, file: UploadFile, uploads: Annotated[Uploads, Depends(_uploads)]
) -> Response:
    """Take a file and read it; nothing is loaded yet."""
    caller = request.scope["caller"]
    try:
        upload = Upload(caller.name, file.filename or "", await file.read())
    except GraphModelError as error:
        return _form(request, error.render(Words.of(request).spoken), kind_of(error).status)
    name = uploads.add(upload)
    await upload.check(lambda rows: taking.check(upload.name, upload.content, rows))
    return RedirectResponse(f"{ADDRESS}/{name}", 303)


@router.get("/{name}", operation_id="page_uploaded", dependencies=[WRITING])
async def uploaded(request: Request, upload: Sent) -> HTMLResponse:
    """What a file holds and would load, what became of it, or that it takes a while."""
    if upload.running or upload.checked is None:
        return page(request, "working.html", headers=FRESH, upload=upload)
    failed = upload.checked.exception()
    if isinstance(failed, GraphModelError):
        return _form(request, failed.render(Words.of(request).spoken), kind_of(failed).status)
    found, problem = upload.checked.result(), ""
    if upload.loaded is not None:
        problem = _problem(upload, Words.of(request))
        found = found if problem else upload.loaded.result()
    loaded = upload.loaded is not None and not problem
    return page(
        request,
        "uploaded.html",
        headers=FRESH,
        upload=upload,
        found=found,
        loaded=loaded,
        problem=problem,
        most=taking.SHOWN,
    )


@router.post("/{name}", operation_id="page_load", dependencies=[WRITING])
async def load(
    request: Request, graph: Graph, upload: Sent, replace: Annotated[bool, Form()] = False
) -> RedirectResponse:
    """Load what can be taken of it."""

    def work(rows: taking.Rows) -> taking.Outcome:
        with graph.changing():
            return taking.load(upload.name, upload.content, rows, graph.store(), replace)

    await upload.load(work)
    return RedirectResponse(request.url.path, 303)


@router.get("/{name}/rejected.csv", operation_id="page_rejected", dependencies=[WRITING])
async def rejected(upload: Sent, lang: Tongue) -> Response:
    """The rejected rows as a file that can be mended and sent again."""
    done = next((task for task in (upload.loaded, upload.checked) if task and _is_good(task)), None)
    if done is None:
        raise NotFoundError("web.upload_gone")
    headers = {"Content-Disposition": 'attachment; filename="rejected.csv"', **FRESH}
    return Response(done.result().quarantine(lang), media_type="text/csv; charset=utf-8", headers=headers)


def _form(request: Request, problem: str, status: int = 200) -> HTMLResponse:
    return page(
        request,
        "upload.html",
        status=status,
        headers=FRESH,
        problem=problem,
        may=may_write(request),
        endings=READERS,
        megabytes=LARGEST_BODY // 2**20,
    )


def _problem(upload: Upload, words: Words) -> str:
    """Why it was not loaded; nothing where it was."""
    failed = upload.loaded.exception() if upload.loaded else None
    if failed is not None and not isinstance(failed, GraphModelError):
        raise failed
    return failed.render(words.spoken) if failed else ""


def _is_good(task: asyncio.Task[taking.Outcome]) -> bool:
    return task.done() and task.exception() is None
