"""The key of a reader, kept by the browser: a page cannot read it, and no other site can use it."""

from typing import Annotated, Final

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from graphmodel.api.access import COOKIE, Access, check_origin
from graphmodel.web.forms import own_path
from graphmodel.web.pages import FRESH, page

ADDRESS: Final = "/key"
_MONTH: Final = 30 * 24 * 3_600
router = APIRouter(include_in_schema=False)


@router.get(ADDRESS, operation_id="page_key")
async def form(request: Request, to: str = "/") -> HTMLResponse:
    """Whose key this browser has, and a form for another one."""
    return _form(request, own_path(to), wrong=False)


@router.post(ADDRESS, operation_id="page_key_given")
async def give(
    request: Request, key: Annotated[str, Form(max_length=200)] = "", to: Annotated[str, Form()] = "/"
) -> Response:
    """Keep a key, or let go of the one that is kept where none is given."""
    check_origin(request.headers)
    access: Access = request.app.state.access
    if key and access.key(key.strip()) is None:
        return _form(request, own_path(to), wrong=True)
    answer = RedirectResponse(own_path(to), 303)
    secure = request.url.scheme == "https"
    answer.set_cookie(
        COOKIE, key.strip(), max_age=_MONTH if key else 0, httponly=True, samesite="strict", secure=secure
    )
    return answer


def _form(request: Request, to: str, wrong: bool) -> HTMLResponse:
    caller = request.scope["caller"]
    return page(
        request, "key.html", status=401 if wrong else 200, headers=FRESH, caller=caller, to=to, wrong=wrong
    )
