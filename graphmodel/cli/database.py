"""From the settings to an open store: the user's own Neo4j, else the managed one."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from graphmodel.cli.output import engine_progress
from graphmodel.engine import Engine, EngineConfig
from graphmodel.settings import Settings, settings
from graphmodel.store import Console, Store


def managed(chosen: Settings) -> Engine:
    """The managed Neo4j of these settings."""
    data = chosen.graphmodel_data
    return Engine(
        EngineConfig(
            home=data / "engine",
            jars=data / "jars",
            java=chosen.graphmodel_java,
            mirror=chosen.graphmodel_mirror,
        )
    )


@contextmanager
def address() -> Iterator[tuple[str, str, str]]:
    """Address, user and password of a running database; a managed one that was started for this is stopped again."""
    chosen = settings()
    if chosen.neo4j_uri:
        yield chosen.neo4j_uri, chosen.neo4j_username, chosen.neo4j_password.get_secret_value()
        return
    with engine_progress() as progress, managed(chosen).session(progress) as server:
        yield server.uri, server.username, server.password


@contextmanager
def open_store(resume: bool = False) -> Iterator[Store]:
    """A store on the database of the settings, closed again at the end.

    With `resume`, what an interrupted load has staged is left for the next load to go on with.
    """
    chosen = settings()
    with address() as (uri, username, password):
        database = chosen.neo4j_database if chosen.neo4j_uri else None
        with Store(uri, username, password, database, chosen.graphmodel_deadline, resume) as store:
            yield store


@asynccontextmanager
async def open_console() -> AsyncIterator[Console]:
    """A console on the database of the settings, closed again at the end."""
    chosen = settings()
    with address() as (uri, username, password):
        database = chosen.neo4j_database if chosen.neo4j_uri else None
        async with Console(uri, username, password, database) as console:
            yield console
