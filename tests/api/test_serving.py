"""A real server, as `graphmodel serve` starts it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from graphmodel.engine import Connection
from graphmodel.settings import Settings
from tests.serving import serving


@pytest.fixture(scope="module")
def address(served: Settings, neo4j_server: Connection) -> Iterator[str]:
    """Over the reference data set."""
    with serving(neo4j_server) as address:
        yield address


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
