"""The API with the pages in front of it."""

from typing import Final

from fastapi import FastAPI

from graphmodel import api
from graphmodel.api import problems
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
    app = api.create_app(settings, unlocked=(session.ADDRESS, languages.ADDRESS, files.FOLDER))
    app.state.uploads = Uploads()
    problems.install(app, errors.shown)
    for each in _ROUTERS:
        app.include_router(each.router)
    return app
