"""The application: made by a factory, alive whether or not the database is."""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any, Final

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from graphmodel.api import problems
from graphmodel.api.access import Access
from graphmodel.api.cursors import Cursors
from graphmodel.api.database import Database
from graphmodel.api.document import completed
from graphmodel.api.layers import Envelope, Gate, HangUp, Kept
from graphmodel.api.log import new_log
from graphmodel.api.metrics import Metrics
from graphmodel.api.routers import (
    clusters,
    cypher,
    enterprises,
    exports,
    health,
    lists,
    pages,
    questions,
    reconcile,
    views,
    writing,
)
from graphmodel.api.snapshots import Snapshots
from graphmodel.keys import KeyFile
from graphmodel.settings import Settings
from graphmodel.settings import settings as current_settings
from graphmodel.texts import LANGUAGES, default_language, text

_ROUTERS: Final = (
    health,
    enterprises,
    clusters,
    lists,
    questions,
    cypher,
    exports,
    views,
    reconcile,
    writing,
    pages,
)


class Application(FastAPI):
    """FastAPI with a document that is whole."""

    def openapi(self) -> dict[str, Any]:
        """The OpenAPI 3.1 document."""
        if self.openapi_schema is None:
            self.openapi_schema = completed(super().openapi())
        return self.openapi_schema


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    yield
    app.state.snapshots.close()
    await app.state.database.close()


def _lay_around(app: FastAPI, access: Access) -> None:
    """The layers, from the inside out."""
    state = app.state
    state.metrics = Metrics()
    app.add_middleware(GZipMiddleware, minimum_size=1_000, compresslevel=5)
    app.add_middleware(HangUp)
    app.add_middleware(Kept, database=state.database, metrics=state.metrics, default=state.language)
    app.add_middleware(Gate, access=access)
    app.add_middleware(Envelope, log=new_log(), metrics=state.metrics)


def create_app(
    settings: Settings | None = None,
    unlocked: Collection[str] = (),
    shown: problems.Shown = problems.as_json,
) -> FastAPI:
    """The API over the database of `settings` (of the environment by default), which is opened at the first need.

    `unlocked` are beginnings of paths that need no key; `shown` makes the answer of a problem.
    """
    settings = settings or current_settings()
    app = Application(
        title="graphmodel",
        summary=text("api.summary", "en"),
        version=version("graphmodel"),
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        lifespan=_lifespan,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    asked = (language for language in LANGUAGES if language == settings.graphmodel_lang)
    app.state.language = next(asked, default_language())
    app.state.database = Database(settings)
    app.state.snapshots = Snapshots(app.state.database, settings.graphmodel_deadline)
    app.state.cursors = Cursors(settings.neo4j_password.get_secret_value().encode())
    app.state.access = Access(KeyFile(settings.graphmodel_data), settings.graphmodel_rate, unlocked)
    problems.install(app, shown)
    _lay_around(app, app.state.access)
    for each in _ROUTERS:
        app.include_router(each.router)
    return app
