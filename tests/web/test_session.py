"""The key of a reader in a cookie, and what forms of other sites can do with it."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from graphmodel.keys import KeyFile
from graphmodel.settings import Settings
from graphmodel.web import create_app
from graphmodel.web.forms import own_path
from tests.web.conftest import HTML

HOST = "http://service.example"
OWN = {"Origin": HOST}


@pytest.fixture
def far(served: Settings) -> Iterator[TestClient]:
    """A browser on another machine."""
    with TestClient(
        create_app(served), HOST, client=("192.0.2.1", 50_000), follow_redirects=False, headers=HTML
    ) as client:
        yield client


@pytest.fixture
def secret(keys: KeyFile) -> Iterator[str]:
    yield keys.add("planner", "editor")
    keys.revoke("planner")


def test_from_elsewhere_a_page_asks_for_a_key(far: TestClient) -> None:
    answer = far.get("/clusters")

    assert answer.status_code == 401
    assert 'action="/key"' in answer.text
    assert 'name="to" value="/clusters"' in answer.text


def test_a_key_opens_the_pages_and_can_be_let_go_of(far: TestClient, secret: str) -> None:
    given = far.post("/key", data={"key": f" {secret} ", "to": "/clusters"}, headers=OWN)

    assert (given.status_code, given.headers["location"]) == (303, "/clusters")
    cookie = given.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert far.get("/clusters").status_code == 200
    assert "planner" in far.get("/key").text
    assert secret not in far.get("/key").text

    far.post("/key", data={"to": "/"}, headers=OWN)
    assert far.get("/clusters").status_code == 401


def test_a_wrong_key_is_told_so(far: TestClient) -> None:
    answer = far.post("/key", data={"key": "gm_wrong"}, headers=OWN)

    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers
    assert 'role="alert"' in answer.text


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://evil.example"}, {"Origin": "null"}])
def test_a_form_of_another_site_is_refused(far: TestClient, secret: str, headers: dict[str, str]) -> None:
    assert far.post("/key", data={"key": secret}, headers=headers).status_code == 403
    far.post("/key", data={"key": secret}, headers=OWN)

    assert far.delete("/v1/sources/nothing", headers=headers).status_code == 403
    assert far.delete("/v1/sources/nothing", headers=OWN).status_code == 404


@pytest.mark.parametrize(
    "given", ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:1", "", "/a\r\nX: y"]
)
def test_a_form_leads_nowhere_else(given: str) -> None:
    assert own_path(given) == "/"


def test_a_form_leads_back() -> None:
    assert own_path("/questions/partners?enterprise=АТИСС&x=1") == "/questions/partners?enterprise=АТИСС&x=1"


def test_the_language_is_kept(far: TestClient) -> None:
    answer = far.post("/language", data={"lang": "uz", "to": "/key"})

    assert (answer.status_code, answer.headers["location"]) == (303, "/key")
    assert '<html lang="uz">' in far.get("/key").text
    assert far.post("/language", data={"lang": "xx"}).status_code == 422
