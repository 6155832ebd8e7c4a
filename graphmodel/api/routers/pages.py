"""Pages for whoever opens the address in a browser."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from graphmodel.api import pages
from graphmodel.api.dependencies import Tongue
from graphmodel.api.problems import ALL_KINDS
from graphmodel.api.resolving import Route
from graphmodel.errors import NotFoundError

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse, route_class=Route)


@router.get("/v1")
async def start(request: Request, lang: Tongue) -> HTMLResponse:
    """What is here."""
    return pages.start(request.app.openapi(), lang)


@router.get("/problems/{slug}")
async def problem(slug: str, lang: Tongue) -> HTMLResponse:
    """What a `type` of a problem means."""
    for kind in ALL_KINDS:
        if kind.slug == slug:
            return pages.about(kind, lang)
    raise NotFoundError("api.meaning_not_found")
