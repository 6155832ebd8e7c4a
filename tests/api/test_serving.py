"""A real server, as `graphmodel serve` starts it."""

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Thread
from time import monotonic, sleep

import httpx
import pytest
import uvicorn

from graphmodel.settings import Settings


@pytest.fixture(scope="module")
def address(served: Settings) -> Iterator[str]:
    """The address of a server that takes its settings from the environment."""
    with pytest.MonkeyPatch.context() as environment, socket.create_server(("127.0.0.1", 0)) as listener:
        environment.setenv("NEO4J_URI", str(served.neo4j_uri))
        environment.setenv("NEO4J_USERNAME", served.neo4j_username)
        environment.setenv("NEO4J_PASSWORD", served.neo4j_password.get_secret_value())
        environment.delenv("NEO4J_DATABASE", raising=False)
        server = uvicorn.Server(
            uvicorn.Config("graphmodel.api:create_app", factory=True, log_level="warning")
        )
        thread = Thread(target=server.run, args=([listener],))
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


def test_a_look_up(address: str) -> None:
    [found] = httpx.get(f"{address}/v1/enterprises", params={"q": "АТИСС"}).json()["items"]

    [row] = httpx.get(f"{address}/v1/enterprises/{found['id']}/partners").json()["items"]

    assert row["partner"]["name_en"] == "Industrial Group Energy East"
    assert row["evidence"][0]["published"] == "2025-04-30"


def test_many_at_once(address: str) -> None:
    with ThreadPoolExecutor(32) as pool:
        answers = list(pool.map(httpx.get, [f"{address}/v1/enterprises?limit=500"] * 64))

    assert {(answer.status_code, answer.text) for answer in answers} == {(200, answers[0].text)}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/" + "x" * 10_240, 404),
        ("/v1/enterprises/" + "%D1%8F" * 1_700, 422),
        ("/v1/enterprises/%00", 404),
        ("/v1/enterprises/%FF%FE", 404),
        ("/v1/enterprises/%ED%A0%80", 404),
        ("/v1/enterprises/a%2Fb", 404),
        ("/v1/enterprises?q=%FF", 200),
        ("/v1/enterprises?cursor=%FF", 422),
        ("//evil.example/", 404),
    ],
    ids=lambda each: str(each)[:40],
)
def test_paths_of_the_wire(address: str, path: str, status: int) -> None:
    answer = httpx.get(address + path)

    assert answer.status_code == status
    assert (answer.headers["content-type"] == "application/problem+json") == (status >= 400)
