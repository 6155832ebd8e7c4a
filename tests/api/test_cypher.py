"""Cypher of a caller's own, over HTTP."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from graphmodel.api.parameters import EXAMPLE
from graphmodel.texts import LANGUAGES, Language


def ask(client: TestClient, statement: object, lang: Language = "en", **parameters: Any) -> Response:
    body = {"statement": statement, "parameters": parameters}
    answer: Response = client.post("/v1/cypher", json=body, headers={"Accept-Language": lang})
    return answer


def test_an_answer(client: TestClient) -> None:
    answer = ask(
        client, "MATCH (e:Enterprise {name_ru: $name}) RETURN e.id AS id, e.lei AS lei", name="АТИСС"
    )

    assert answer.json() == {
        "columns": ["id", "lei"],
        "rows": [{"id": EXAMPLE, "lei": None}],
        "truncated": False,
    }


def test_parameters_may_be_left_out(client: TestClient) -> None:
    assert client.post("/v1/cypher", json={"statement": "RETURN 1 AS one"}).json()["rows"] == [{"one": 1}]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("statement", "place"),
    [
        ("MATCH (n)\nDETACH DELETE n", "2:1"),
        ("LOAD CSV FROM 'http://127.0.0.1:1/' AS line RETURN line", "1:1"),
        ("CALL dbms.listConfig()", "1:6"),
        ("MATCH (n) RETURN m", "1:18"),
    ],
)
def test_a_refusal_is_told(client: TestClient, statement: str, place: str, lang: Language) -> None:
    answer = ask(client, statement, lang)

    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (422, "/problems/refused")
    assert problem["detail"].startswith(f"{place}: ")
    assert answer.headers["content-language"] == lang


@pytest.mark.parametrize(
    ("body", "parameter"),
    [
        ("{", "1"),
        ("[]", "body"),
        ("{}", "statement"),
        ('{"statement": 1}', "statement"),
        ('{"statement": "RETURN 1", "parameters": []}', "parameters"),
        ("", "body"),
    ],
)
def test_a_wrong_body_is_told(client: TestClient, body: str, parameter: str) -> None:
    answer = client.post("/v1/cypher", content=body, headers={"Content-Type": "application/json"})

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/bad-input")
    assert [error["parameter"] for error in answer.json()["errors"]] == [parameter]


def test_what_a_page_elsewhere_can_send_is_not_taken(client: TestClient) -> None:
    """A form or script of another site may post text without asking us; JSON it may not."""
    answer = client.post(
        "/v1/cypher", content='{"statement": "RETURN 1"}', headers={"Content-Type": "text/plain"}
    )

    assert answer.status_code == 422


def test_a_database_that_is_away(away: TestClient) -> None:
    assert ask(away, "RETURN 1").json()["type"] == "/problems/database"
