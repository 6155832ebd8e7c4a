"""What routers are given."""

from typing import Annotated

from fastapi import Depends, Request

from graphmodel.api.database import Database
from graphmodel.api.language import negotiated
from graphmodel.texts import Language


def database(request: Request) -> Database:
    """The database of the application; not touched yet, so that a wrong call is told so even while it is away."""
    found: Database = request.app.state.database
    return found


def language(request: Request) -> Language:
    """The language of this caller."""
    return negotiated(request.headers.get("accept-language", ""), request.app.state.language)


Graph = Annotated[Database, Depends(database)]
Tongue = Annotated[Language, Depends(language)]
