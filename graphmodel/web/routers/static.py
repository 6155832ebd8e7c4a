"""Style sheet, scripts and icon."""

from fastapi import APIRouter, Request, Response

from graphmodel.errors import NotFoundError
from graphmodel.web.files import FOLDER, at

router = APIRouter(include_in_schema=False)


@router.get(FOLDER + "{digest}/{name}", operation_id="page_file")
async def file(request: Request) -> Response:
    """A file, good for a year: another content has another address."""
    found = at(request.url.path)
    if found is None:
        raise NotFoundError("api.nothing", id=request.url.path)
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(found.content, media_type=found.media, headers=headers)
