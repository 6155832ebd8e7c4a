"""Every error is application/problem+json, in the language of the caller."""

import re
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx import Response

from graphmodel.api import create_app, problems
from graphmodel.api.problems import ALL_KINDS, Kind, Problem, kind_of
from graphmodel.errors import HTTP_STATUS, BadInputError, GraphModelError, NotFoundError
from graphmodel.settings import Settings
from graphmodel.texts import LANGUAGES, Language, is_told, text
from tests.api.service import near

WRONG_CALLS = [
    ("GET", "/nowhere", 404),
    ("GET", "/v1/enterprises/", 404),
    ("GET", "/v1/enterprises/x/y/z", 404),
    ("GET", "/docs", 404),
    ("GET", "/redoc", 404),
    ("GET", "/favicon.ico", 404),
    ("GET", "/problems/nowhere", 404),
    ("GET", "/v1/enterprises/nobody", 404),
    ("GET", "/v1/enterprises/nobody/partners", 404),
    ("GET", "/v1/enterprises/nobody/evidence", 404),
    ("GET", "/v1/enterprises/" + "x" * 10_240, 422),
    ("GET", "/" + "x" * 10_240, 404),
    ("POST", "/v1/enterprises", 405),
    ("DELETE", "/v1/enterprises/x", 405),
    ("PUT", "/healthz", 405),
    ("GET", "/v1/cypher", 405),
    ("BREW", "/v1", 405),
    ("GET", "/v1/enterprises?limit=0", 422),
    ("GET", "/v1/enterprises?limit=501", 422),
    ("GET", "/v1/enterprises?limit=-1", 422),
    ("GET", "/v1/enterprises?limit=ten", 422),
    ("GET", "/v1/enterprises?limit=", 422),
    ("GET", "/v1/enterprises?limit=1.5", 422),
    ("GET", "/v1/enterprises?limit=" + "9" * 5_000, 422),
    ("GET", "/v1/enterprises?cursor=*", 422),
    ("GET", "/v1/enterprises?cursor=a", 422),
    ("GET", "/v1/enterprises?cursor=YQ%3D%3D", 422),
    ("GET", "/v1/enterprises?cursor=%D1%8F", 422),
    ("GET", "/v1/enterprises?cursor=__8", 422),
    ("GET", "/v1/enterprises?cursor=YR", 422),
    ("GET", "/v1/enterprises?cursor=" + "YWFh" * 200, 422),
    ("GET", "/v1/enterprises?q=" + "x" * 201, 422),
]
HOSTILE = [
    "'}) DETACH DELETE n //",
    '" OR *:* OR "',
    "*:*",
    "name:(a AND b) ~2 ^3 [a TO z] \\",
    "{0.__class__.__init__.__globals__}",
    "{name} {candidates} %s %(x)s",
    "<script>alert(1)</script>",
    "\x00",
    "a\x00b\r\nSet-Cookie: x=1",
    "\u202e\u200b\ufeff",
    "😀" * 50,
    "..%2f..%2fetc/passwd",
    "$text",
    "AND OR NOT",
    "-" * 200,
    "a " * 99,
]


def _problem(answer: Response, status: int, lang: Language) -> Problem:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["content-language"] == lang
    assert "accept-language" in answer.headers["vary"].lower()
    problem = Problem.model_validate(answer.json())
    assert problem.status == status
    assert bool(re.search("[А-Яа-я]", problem.title)) == (lang == "ru")
    assert "Traceback" not in answer.text
    return problem


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("method", "address", "status"), WRONG_CALLS, ids=lambda each: str(each)[:60])
def test_wrong_call(client: TestClient, method: str, address: str, status: int, lang: Language) -> None:
    answer = client.request(method, address, headers={"Accept-Language": lang})

    problem = _problem(answer, status, lang)

    assert ("allow" in answer.headers) == (status == 405)
    assert bool(problem.errors) == (status == 422)
    assert len(answer.content) < 2_000


def test_a_wrong_parameter_is_named(client: TestClient) -> None:
    answer = client.get(f"/v1/enterprises?limit=501&q={'x' * 201}", headers={"Accept-Language": "en"})

    errors = _problem(answer, 422, "en").errors or ()

    told = {each.parameter: each.detail for each in errors}
    assert told.keys() == {"limit", "q"}
    assert told["limit"] == "“limit” must be at most 500."


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_are_names_like_any_other(client: TestClient, hostile: str) -> None:
    before = {one["id"] for one in client.get("/v1/enterprises?limit=500").json()["items"]}

    searched = client.get("/v1/enterprises", params={"q": hostile})
    named = client.get("/v1/enterprises/" + quote(hostile, safe="")[:200] + "/partners")

    assert searched.status_code == 200
    assert {one["id"] for one in searched.json()["items"]} < before
    assert named.status_code in (404, 422)
    assert named.headers["content-type"] == "application/problem+json"
    assert "set-cookie" not in named.headers
    assert {one["id"] for one in client.get("/v1/enterprises?limit=500").json()["items"]} == before


def _broken(error: Exception) -> TestClient:
    """An application with one address that fails."""
    app: FastAPI = create_app(Settings(neo4j_uri=None, graphmodel_lang="en"))

    def fail() -> None:
        raise error

    app.add_api_route("/broken", fail)
    return near(app)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_defect_is_no_stack_trace(lang: Language, capsys: pytest.CaptureFixture[str]) -> None:
    answer = _broken(RuntimeError("secret")).get("/broken", headers={"Accept-Language": lang})

    assert _problem(answer, 500, lang).type == "/problems/internal"
    assert "secret" not in answer.text
    assert '"frames"' in (logged := capsys.readouterr().err) and '"locals"' not in logged


@pytest.mark.parametrize("error", HTTP_STATUS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_error_has_its_status(error: type[GraphModelError], lang: Language) -> None:
    failure = error("store.which_company", name="x", candidates="y", reset=0)

    answer = _broken(failure).get("/broken", headers={"Accept-Language": lang})

    problem = _problem(answer, HTTP_STATUS[error], lang)
    assert ("retry-after" in answer.headers) == (problem.status in (429, 503))
    assert (problem.detail == failure.render(lang)) == (problem.status < 500)


def test_a_subclass_is_what_its_parent_is() -> None:
    class LostError(NotFoundError):
        pass

    class OwnError(GraphModelError):
        pass

    assert kind_of(LostError("x")) == problems.KINDS[NotFoundError]
    assert kind_of(OwnError("x")) == problems.INTERNAL
    assert kind_of(BadInputError("x")).status == 422


def test_types_are_stable() -> None:
    assert [kind.type for kind in problems.ALL_KINDS] == [
        "/problems/usage",
        "/problems/not-found",
        "/problems/ambiguous-name",
        "/problems/bad-input",
        "/problems/too-large",
        "/problems/unauthorised",
        "/problems/forbidden",
        "/problems/limited",
        "/problems/refused",
        "/problems/database",
        "/problems/busy",
        "/problems/crowded",
        "/problems/statement",
        "/problems/engine",
        "/problems/deadline",
        "/problems/method-not-allowed",
        "/problems/internal",
    ]


def test_a_problem_in_uzbek(client: TestClient) -> None:
    answer = client.get("/v1/enterprises/none", headers={"Accept-Language": "uz, en;q=0.5"})

    assert answer.headers["content-language"] == "uz"
    assert answer.json()["title"] == "Topilmadi"
    assert answer.json()["detail"] == text("api.no_enterprise", "uz", id="none")


def test_a_problem_is_told_in_one_language(client: TestClient) -> None:
    answer = client.get("/v1/questions/none", headers={"Accept-Language": "uz, en;q=0.5"})

    assert not is_told("queries.unknown_question", "uz")
    assert answer.headers["content-language"] == "en"
    assert answer.json()["title"] == "Not found"


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_every_kind_has_a_title_and_a_meaning_in_uzbek(kind: Kind) -> None:
    assert is_told(kind.meaning_key, "uz")
    assert kind.title("uz") != kind.title("ru")


def test_a_value_of_several_is_told_by_the_name_of_its_parameter(client: TestClient) -> None:
    answer = client.get("/v1/enterprises/x/partners?kind=owns&kind=nonsense&limit=0")

    assert [each["parameter"] for each in answer.json()["errors"]] == ["limit", "kind"]
