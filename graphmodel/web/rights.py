"""Who may change the graph by the pages."""

from typing import Final

from fastapi import Depends, Request

from graphmodel.api.access import check_origin, check_role
from graphmodel.errors import ForbiddenError, UnauthorisedError


def may_write(request: Request) -> bool:
    """Whether this reader may change the graph."""
    try:
        check_role(request.scope["caller"], "editor")
    except (UnauthorisedError, ForbiddenError):
        return False
    return True


async def _writing(request: Request) -> None:
    check_role(request.scope["caller"], "editor")
    if request.method == "POST":
        check_origin(request.headers)


WRITING: Final = Depends(_writing)
"""Stops whoever may not change the graph, and a page of another site in the browser of one who may."""
