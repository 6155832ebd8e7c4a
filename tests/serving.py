"""The API on a port of this machine, as `graphmodel serve` starts it."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from time import monotonic, sleep

import pytest
import uvicorn

from graphmodel.engine import Connection


@contextmanager
def serving(database: Connection) -> Iterator[str]:
    """The address of a server that takes its settings from the environment, until the end of the block."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(
            uvicorn.Config("graphmodel.api:create_app", factory=True, log_level="warning")
        )
        thread = Thread(target=server.run, args=([listener],))
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("NEO4J_URI", database.uri)
            environment.setenv("NEO4J_USERNAME", database.username)
            environment.setenv("NEO4J_PASSWORD", database.password)
            environment.delenv("NEO4J_DATABASE", raising=False)
            thread.start()
            _wait_for(server)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(20)
        assert not thread.is_alive()


def _wait_for(server: uvicorn.Server) -> None:
    until = monotonic() + 20
    while not server.started:
        assert monotonic() < until
        sleep(0.05)
