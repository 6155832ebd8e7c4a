"""The API with the pages in front of it."""

from typing import Final

from fastapi import FastAPI

from graphmodel import api
from graphmodel.settings import Settings
from graphmodel.web import errors, files
from graphmodel.web.routers import (
    clusters,
    enterprises,
    languages,
    questions,
    review,
    search,
    session,
    static,
    upload,
)
from graphmodel.web.uploads import Uploads

_ROUTERS: Final = (search, enterprises, clusters, questions, upload, review, session, languages, static)


def create_app(settings: Settings | None = None) -> FastAPI:
    """The service as `graphmodel serve` starts it. A browser that has no key can reach the form that takes one."""
    open_to_all = session.ADDRESS, languages.ADDRESS, files.FOLDER
    app = api.create_app(settings, open_to_all, errors.shown)
    app.state.uploads = Uploads()
    for each in _ROUTERS:
        app.include_router(each.router)
    return app
