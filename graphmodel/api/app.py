"""The application: made by a factory, alive whether or not the database is."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI

from graphmodel.api import problems
from graphmodel.api.database import Database
from graphmodel.api.document import completed
from graphmodel.api.routers import cypher, enterprises, health, pages
from graphmodel.settings import Settings
from graphmodel.settings import settings as current_settings
from graphmodel.texts import LANGUAGES, default_language, text


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
    await app.state.database.close()


def create_app(settings: Settings | None = None) -> FastAPI:
    """The API over the database of `settings` (of the environment by default), which is opened at the first need."""
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
    problems.install(app)
    for router in (health.router, enterprises.router, cypher.router, pages.router):
        app.include_router(router)
    return app
