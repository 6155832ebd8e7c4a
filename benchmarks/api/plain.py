"""The same look-up the way it is written first: FastAPI and `execute_query`."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from neo4j import AsyncGraphDatabase, RoutingControl

from benchmarks.api.statements import one_hop, two_hops
from graphmodel.api import models


def create_app() -> FastAPI:
    """The service; the database is that of the environment."""
    account = os.environ["NEO4J_USERNAME"], os.environ["NEO4J_PASSWORD"]
    driver = AsyncGraphDatabase.driver(os.environ["NEO4J_URI"], auth=account)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        await driver.close()

    app = FastAPI(lifespan=lifespan)

    async def asked(statement: str, parameters: dict[str, Any]) -> list[Any]:
        found = await driver.execute_query(statement, parameters, routing_=RoutingControl.READ)
        return [record[0] for record in found.records]

    @app.get("/v1/enterprises/{key}/partners")
    async def partners(key: str, hops: int = 1) -> models.Partners:
        if hops == 1:
            (rows,) = await asked(*one_hop(key))
            return models.Partners(items=tuple(rows), next=None)
        return models.Partners(items=tuple(await asked(*two_hops(key))), next=None)

    return app
