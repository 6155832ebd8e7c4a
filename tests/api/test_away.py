"""While the database is away the service lives, says so, and takes up again."""

import logging
import time
from typing import Any
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient
from neo4j import GraphDatabase

from graphmodel.api import create_app
from graphmodel.api.database import RETRY_AFTER
from graphmodel.settings import Settings
from tests.api.relay import Relay
from tests.api.service import near, settings_for, store_of

WRONG = "not the password"
ADDRESSES = [
    "/v1/enterprises",
    "/v1/enterprises/x",
    "/v1/enterprises/x/partners",
    "/v1/enterprises/x/evidence",
]


@pytest.mark.parametrize("address", [*ADDRESSES, "/readyz"])
def test_what_needs_the_database_is_unavailable(away: TestClient, address: str) -> None:
    answer = away.get(address)

    assert answer.status_code == 503
    assert answer.json()["type"] == "/problems/database"
    assert int(answer.headers["retry-after"]) > 0


@pytest.mark.parametrize("address", ["/healthz", "/v1", "/openapi.json", "/problems/database"])
def test_what_does_not_need_it_answers(away: TestClient, address: str) -> None:
    assert away.get(address).status_code == 200


def test_a_wrong_call_is_told_so_all_the_same(away: TestClient) -> None:
    assert away.get("/v1/enterprises?limit=0").status_code == 422


def test_the_caller_is_not_told_where_the_database_is(
    away: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        answer = away.get("/readyz")

    assert "127.0.0.1" not in answer.text
    assert "127.0.0.1" in caplog.text


def test_a_database_that_was_away_is_not_tried_at_every_call(away: TestClient) -> None:
    away.get("/readyz")
    began = time.monotonic()

    assert {away.get("/readyz").status_code for _ in range(50)} == {503}
    assert time.monotonic() - began < RETRY_AFTER


def test_no_address() -> None:
    with near(create_app(Settings(neo4j_uri=None))) as client:
        assert client.get("/readyz").status_code == 503
        assert client.get("/healthz").status_code == 200


def test_wrong_password(neo4j_server: Any) -> None:
    with near(create_app(settings_for(neo4j_server, neo4j_password=WRONG))) as client:
        assert client.get("/readyz").status_code == 503


def test_it_takes_up_again(served: Settings) -> None:
    target = urlsplit(str(served.neo4j_uri))
    with Relay(str(target.hostname), int(target.port or 7687)) as relay:
        uri = f"bolt://127.0.0.1:{relay.port}"
        changed = served.model_copy(update={"neo4j_uri": uri, "graphmodel_deadline": 5})
        with near(create_app(changed)) as client:
            relay.cut()
            assert client.get("/readyz").status_code == 503
            relay.mend()
            time.sleep(RETRY_AFTER)
            assert client.get("/readyz").status_code == 200
            relay.cut()
            assert client.get("/v1/enterprises").status_code in (503, 504)
            relay.mend()
            assert client.get("/v1/enterprises").status_code == 200


def test_an_unprepared_database_is_not_ready(served: Settings, client: TestClient) -> None:
    account = (served.neo4j_username, served.neo4j_password.get_secret_value())
    assert client.get("/readyz").json() == {"status": "ready"}
    try:
        with GraphDatabase.driver(str(served.neo4j_uri), auth=account) as driver:
            driver.execute_query("DROP INDEX enterprise_search IF EXISTS")
        assert client.get("/readyz").status_code == 503
    finally:
        store_of(served).close()
    assert client.get("/readyz").status_code == 200
