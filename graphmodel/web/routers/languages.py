"""The choice of a language."""

from typing import Annotated, Final

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse

from graphmodel.api.language import COOKIE
from graphmodel.texts import ViewLanguage
from graphmodel.web.forms import own_path

ADDRESS: Final = "/language"
_YEAR: Final = 365 * 24 * 3_600
router = APIRouter(include_in_schema=False)


@router.post(ADDRESS, operation_id="page_language")
async def choose(lang: Annotated[ViewLanguage, Form()], to: Annotated[str, Form()] = "/") -> RedirectResponse:
    """Keep the choice, and go back to the page on which it was made."""
    answer = RedirectResponse(own_path(to), 303)
    answer.set_cookie(COOKIE, lang, max_age=_YEAR, httponly=True, samesite="lax")
    return answer
