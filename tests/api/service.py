"""How the tests configure, call and start the API, and walk through its lists."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from time import monotonic, sleep
from typing import Any

import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient

from graphmodel.api import create_app
from graphmodel.settings import Settings
from graphmodel.store import Store


def settings_for(server: Any, **changes: Any) -> Settings:
    """Settings that point to `server`, whatever the environment says."""
    given = {
        "neo4j_uri": server.uri,
        "neo4j_username": server.username,
        "neo4j_password": server.password,
        "neo4j_database": None,
        "graphmodel_lang": "ru",
    }
    return Settings(**given | changes)


def store_of(settings: Settings) -> Store:
    """The store that the API of these settings reads."""
    account = (settings.neo4j_username, settings.neo4j_password.get_secret_value())
    return Store(str(settings.neo4j_uri), *account)


def near(app: FastAPI) -> TestClient:
    """A client on the machine of the service, which needs no key."""
    return TestClient(app, "http://127.0.0.1", client=("127.0.0.1", 50_000), raise_server_exceptions=False)


def pages(client: TestClient, address: str, **parameters: Any) -> list[list[dict[str, Any]]]:
    """The items of every page."""
    found: list[list[dict[str, Any]]] = []
    while True:
        answer = client.get(address, params=parameters)
        assert answer.status_code == 200, answer.text
        found.append(answer.json()["items"])
        if answer.json()["next"] is None:
            return found
        parameters["cursor"] = answer.json()["next"]


def figure(client: TestClient, name: str, **labels: str) -> float:
    """One figure of /metrics; 0 where there is none yet."""
    told = ",".join(f'{label}="{value}"' for label, value in labels.items())
    line = f"{name}{{{told}}} "
    found = (each for each in client.get("/metrics").text.splitlines() if each.startswith(line))
    return float(next(found, "0").rpartition(" ")[2])


@contextmanager
def running(settings: Settings, factory: Callable[[Settings], FastAPI] = create_app) -> Iterator[str]:
    """The address of a real server with these settings."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(factory(settings), log_level="warning"))
        thread = Thread(target=server.run, args=([listener],))
        thread.start()
        until = monotonic() + 20
        while not server.started:
            assert monotonic() < until
            sleep(0.05)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(30)
        assert not thread.is_alive()
