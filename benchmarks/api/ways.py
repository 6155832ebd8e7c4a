"""The ways to one answer."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle
from statistics import quantiles

import httpx

from benchmarks.api.loading import Call, Measured
from benchmarks.api.statements import one_hop, two_hops
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
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            httpx.get(address)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"{address} does not answer")


def partners(key: str, hops: int) -> str:
    """The address of the look-up."""
    return f"/v1/enterprises/{key}/partners?hops={hops}"


def anew(keys: Sequence[str], hops: int) -> list[Call]:
    """Calls of the API of which no two are alike."""
    return [Call(f"{partners(key, hops)}&n=NUMBER") for key in keys]


def again(keys: Sequence[str], hops: int) -> list[Call]:
    """Calls that repeat."""
    return [Call(partners(key, hops)) for key in keys]


def unchanged(port: int, keys: Sequence[str], hops: int) -> list[Call]:
    """Calls by who has the answers already."""
    calls = []
    for key in keys:
        path = partners(key, hops)
        told = {"Accept-Encoding": "identity", "Accept-Language": "", "Accept": ""}
        tag = httpx.get(f"http://127.0.0.1:{port}{path}", headers=told).headers["etag"]
        calls.append(Call(path, {"If-None-Match": tag}))
    return calls


def query_api(keys: Sequence[str], hops: int, server: Connection) -> list[Call]:
    """The same of Neo4j's own HTTP service."""
    account = b64encode(f"{server.username}:{server.password}".encode()).decode()
    headers = {
        "Authorization": f"Basic {account}",
        "Content-Type": "application/json",
        "Accept": "application/json",
    }
    asked = one_hop if hops == 1 else two_hops
    bodies = (dict(zip(("statement", "parameters"), asked(key), strict=True)) for key in keys)
    return [Call("/db/neo4j/query/v2", headers, body | {"accessMode": "READ"}) for body in bodies]


def bare(server: Connection, keys: Sequence[str], hops: int, clients: int, seconds: float) -> Measured:
    """The statements of the API by the asynchronous driver alone, without HTTP."""
    return asyncio.run(_bare(server, keys, hops, clients, seconds))


async def _bare(server: Connection, keys: Sequence[str], hops: int, clients: int, seconds: float) -> Measured:
    reader = Reader(server.uri, server.username, server.password, None, 30)
    looker, taken, waiting = Looker(reader), [], cycle(keys)
    until = time.perf_counter() + seconds

    async def client() -> None:
        while (began := time.perf_counter()) < until:
            key = next(waiting)
            if hops == 1:
                await looker.partners(key, Wanted(), [], 100)
            else:
                await looker.farther(key, Wanted(), hops, [], 100)
            taken.append(time.perf_counter() - began)

    await asyncio.gather(*(client() for _ in range(clients)))
    await reader.close()
    cut = quantiles((1000 * each for each in taken), n=100)
    return Measured(len(taken) / seconds, cut[49], cut[98])
