"""Claims in, sources out and decisions, over HTTP."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from graphmodel.api import create_app, examples
from graphmodel.keys import KeyFile
from graphmodel.settings import Settings
from tests.api.service import near, store_of

SOURCE = examples.CLAIMS["source"]["id"]


@pytest.fixture
def editor(served: Settings, tmp_path: Path) -> Iterator[TestClient]:
    """A client with a key of the role editor; what it loads is taken out again."""
    settings = served.model_copy(update={"graphmodel_data": tmp_path})
    with near(create_app(settings)) as client:
        client.headers["Authorization"] = f"Bearer {KeyFile(tmp_path).add('test', 'editor')}"
        yield client
        client.delete(f"/v1/sources/{SOURCE}")


def test_claims_in_and_out(editor: TestClient) -> None:
    before = editor.get("/v1/enterprises?limit=500").json()

    loaded = editor.post("/v1/claims", json=examples.CLAIMS).json()
    again = editor.post("/v1/claims", json=examples.CLAIMS).json()
    [found] = editor.get("/v1/enterprises?number=0000000000").json()["items"]
    retracted = editor.delete(f"/v1/sources/{SOURCE}").json()

    assert (loaded["rows"], loaded["loaded"], loaded["merged"], loaded["rejected"]) == (1, 1, 0, [])
    assert (again["loaded"], again["merged"]) == (0, 1)
    assert (found["name_ru"], found["synthetic"]) == ("Образец из документации", True)
    assert retracted == {"source": SOURCE, "claims": 1}
    assert editor.get("/v1/enterprises?limit=500").json() == before
    assert editor.delete(f"/v1/sources/{SOURCE}").status_code == 404


def test_a_claim_that_cannot_be_taken_is_named(editor: TestClient) -> None:
    [good] = examples.CLAIMS["claims"]
    bad = {**good, "confidence": 7, "locator": "row=2"}

    answer = editor.post("/v1/claims", json={**examples.CLAIMS, "claims": [good, bad]}).json()

    assert (answer["rows"], answer["loaded"]) == (2, 1)
    assert [(row["locator"], row["column"]) for row in answer["rejected"]] == [("/claims/1", "confidence")]


@pytest.mark.parametrize("body", [{}, {"claims": []}, {"source": {"id": "x"}, "claims": []}, []])
def test_what_is_no_load(editor: TestClient, body: object) -> None:
    assert editor.post("/v1/claims", json=body).status_code == 422


def test_a_decision_merges_and_parts(editor: TestClient, served: Settings) -> None:
    claims = [
        examples.CLAIMS["claims"][0] | {"locator": f"row={row}", "name": name, "identifiers": {}}
        for row, name in enumerate(("Синтетический комбайн завод", "Совсем другое синтетическое имя"))
    ]
    editor.post("/v1/claims", json=examples.CLAIMS | {"claims": claims})
    one, other = sorted(
        editor.get("/v1/enterprises", params={"q": claim["name"]}).json()["items"][0]["id"]
        for claim in claims
    )
    try:
        answer = editor.post("/v1/review", json={"one": other, "other": one, "answer": "accept"}).json()
        assert (answer["one"], answer["other"], answer["verdict"], answer["by"]) == (
            one,
            other,
            "same",
            "person",
        )
        cards = [editor.get(f"/v1/enterprises/{key}").json() for key in (one, other)]
        assert cards[0] == cards[1]
        assert cards[0]["records"] == [one, other]

        editor.post("/v1/review", json={"one": one, "other": other, "answer": "reject"})
        assert editor.get(f"/v1/enterprises/{one}").json() != editor.get(f"/v1/enterprises/{other}").json()
    finally:
        with store_of(served) as store:
            store.writer().answer([], [(one, other)])


def test_a_decision_about_nothing(editor: TestClient) -> None:
    answer = editor.post("/v1/review", json={"one": "x", "other": "y", "answer": "accept"})

    assert answer.status_code == 404
