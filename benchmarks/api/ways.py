"""The ways to one answer."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle
from statistics import quantiles
from typing import Any, NamedTuple
from urllib.parse import quote

import httpx

from benchmarks.api.loading import Call, Measured
from benchmarks.api.statements import nearest, one_hop, two_hops
from graphmodel.engine import Connection
from graphmodel.store import Looker, Reader, Wanted


def free_port() -> int:
    """A port of this machine at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


@contextmanager
def service(app: str, server: Connection) -> Iterator[int]:
    """An application in a process of its own, on the database; its port."""
    port = free_port()
    named = {"NEO4J_URI": server.uri, "NEO4J_USERNAME": server.username, "NEO4J_PASSWORD": server.password}
    words = [sys.executable, "-m", "uvicorn", app, "--factory", "--port", str(port), "--log-level", "error"]
    process = subprocess.Popen(words, env=os.environ | named, stderr=subprocess.DEVNULL)
    try:
        _await(f"http://127.0.0.1:{port}/")
        yield port
    finally:
        process.terminate()
        process.wait(20)


def _await(address: str) -> None:
    until = time.monotonic() + 180
    while time.monotonic() < until:
        try:
            httpx.get(address)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"{address} does not answer")


class Look(NamedTuple):
    """A kind of look-up: how the API and the database are asked for the things in `asked`."""

    name: str
    path: Callable[[str], str]
    statement: Callable[[str], tuple[str, dict[str, Any]]]
    asked: Sequence[str]
    by_driver: Callable[[Looker, str], Awaitable[object]] | None = None
    """The same without HTTP, where it is statements alone."""


def looks(keys: Sequence[str], names: Sequence[str]) -> tuple[Look, ...]:
    """Partners of the enterprises with these keys, and a search for these names."""

    def near(looker: Looker, key: str) -> Awaitable[object]:
        return looker.partners(key, Wanted(), [], 100)

    def farther(looker: Looker, key: str) -> Awaitable[object]:
        return looker.farther(key, Wanted(), 2, [], 100)

    return (
        Look("1 hop", lambda key: f"/v1/enterprises/{key}/partners?hops=1", one_hop, keys, near),
        Look("2 hops", lambda key: f"/v1/enterprises/{key}/partners?hops=2", two_hops, keys, farther),
        Look("search", lambda name: f"/v1/enterprises?q={quote(name)}", nearest, names),
    )


def anew(look: Look) -> list[Call]:
    """Calls of the API of which no two are alike."""
    return [Call(f"{look.path(one)}&n=NUMBER") for one in look.asked]


def again(look: Look) -> list[Call]:
    """Calls that repeat."""
    return [Call(look.path(one)) for one in look.asked]


def unchanged(look: Look, port: int) -> list[Call]:
    """Calls by who has the answers already."""
    told = {"Accept-Encoding": "identity", "Accept-Language": "", "Accept": ""}
    tags = (httpx.get(f"http://127.0.0.1:{port}{look.path(one)}", headers=told) for one in look.asked)
    return [
        Call(look.path(one), {"If-None-Match": answer.headers["etag"]})
        for one, answer in zip(look.asked, tags, strict=True)
    ]


def query_api(look: Look, server: Connection) -> list[Call]:
    """The same of Neo4j's own HTTP service."""
    account = b64encode(f"{server.username}:{server.password}".encode()).decode()
    headers = {
        "Authorization": f"Basic {account}",
        "Content-Type": "application/json",
        "Accept": "application/json",
    }
    bodies = (dict(zip(("statement", "parameters"), look.statement(one), strict=True)) for one in look.asked)
    return [Call("/db/neo4j/query/v2", headers, body | {"accessMode": "READ"}) for body in bodies]


def bare(look: Look, server: Connection, clients: int, seconds: float) -> Measured:
    """The statements of the API by the asynchronous driver alone, without HTTP."""
    return asyncio.run(_bare(look, server, clients, seconds))


async def _bare(look: Look, server: Connection, clients: int, seconds: float) -> Measured:
    reader = Reader(server.uri, server.username, server.password, None, 30)
    looker, taken, waiting = Looker(reader), [], cycle(look.asked)
    until = time.perf_counter() + seconds

    async def client() -> None:
        while look.by_driver and (began := time.perf_counter()) < until:
            await look.by_driver(looker, next(waiting))
            taken.append(time.perf_counter() - began)

    await asyncio.gather(*(client() for _ in range(clients)))
    await reader.close()
    cut = quantiles((1000 * each for each in taken), n=100)
    return Measured(len(taken) / seconds, cut[49], cut[98])
