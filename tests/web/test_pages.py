"""What pages say, allow themselves and answer when something is wrong; called in this process."""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from graphmodel.settings import Settings
from graphmodel.texts import VIEW_LANGUAGES, ViewLanguage
from graphmodel.web import create_app
from queries import Question, catalogue
from tests.api.service import near
from tests.web.conftest import ATISS, HTML, PAGES


class Parsed(HTMLParser):
    """Attributes of every tag of a page, and its ids."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def all(self, tag: str, attribute: str) -> list[str]:
        return [attrs[attribute] for name, attrs in self.tags if name == tag and attribute in attrs]

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] for _, attrs in self.tags if "id" in attrs]


@pytest.fixture
def away() -> Iterator[TestClient]:
    with near(create_app(Settings(neo4j_uri="bolt://127.0.0.1:1", graphmodel_lang="ru"))) as client:
        client.headers.update(HTML)
        yield client


@pytest.mark.parametrize("lang", VIEW_LANGUAGES)
@pytest.mark.parametrize("name", ["start", "card", "members", "rules", "questions", "answer", "key"])
def test_a_page_speaks_the_language_of_the_reader(client: TestClient, name: str, lang: ViewLanguage) -> None:
    answer = client.get(PAGES[name], headers={"Accept-Language": lang})

    assert answer.status_code == 200
    assert answer.headers["content-language"] == lang
    assert f'<html lang="{lang}">' in answer.text


@pytest.mark.parametrize("name", PAGES)
def test_a_page_runs_our_files_alone(client: TestClient, name: str) -> None:
    answer = client.get(PAGES[name])
    parsed = Parsed(answer.text)
    policy = answer.headers["content-security-policy"]

    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; ")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert not [
        attrs for _, attrs in parsed.tags if any(one == "style" or one.startswith("on") for one in attrs)
    ]
    assert "<script>" not in answer.text
    assert all(source.startswith("/static/") for source in parsed.all("script", "src"))


def test_files_are_what_the_page_says(client: TestClient) -> None:
    parsed = Parsed(client.get("/").text)
    told = [attrs for tag, attrs in parsed.tags if "integrity" in attrs]

    assert len(told) == 3
    for attrs in told:
        file = client.get(attrs.get("src") or attrs["href"])
        assert attrs["integrity"] == f"sha256-{b64encode(sha256(file.content).digest()).decode()}"
        assert "immutable" in file.headers["cache-control"]


@pytest.mark.parametrize("name", ["card", "members", "hubs", "gaps", "rules", "answer"])
def test_every_number_leads_to_a_claim_on_the_page(client: TestClient, name: str) -> None:
    parsed = Parsed(client.get(PAGES[name]).text)
    marks = [link for link in parsed.all("a", "href") if link.startswith("#claim-")]

    assert marks
    assert {mark[1:] for mark in marks} <= set(parsed.ids)
    assert len(parsed.ids) == len(set(parsed.ids))


def test_every_line_of_a_card_has_its_claim(client: TestClient) -> None:
    page = client.get(PAGES["card"]).text
    lines = re.findall(r"<dd>.*?</dd>|<tbody>.*?</tbody>", page.partition('id="evidence"')[0], re.DOTALL)
    rows = [row for line in lines for row in (re.findall("<tr>.*?</tr>", line, re.DOTALL) or [line])]

    assert len(rows) > 5
    assert all("#claim-" in row for row in rows)


@pytest.mark.parametrize("typed", ["АТИСС", "атис", "ATISS", "fnbcc"])
def test_the_search_forgives(client: TestClient, typed: str) -> None:
    found = typed != "fnbcc"

    assert (f"/enterprises/{ATISS}" in client.get("/", params={"q": typed}).text) == found
    assert (ATISS in client.get("/suggestions", params={"q": typed}).text) == found


ANSWERED = {asked.group: asked for asked in catalogue().values()}
"""One question of each group; tests/queries answer them all."""


@pytest.mark.parametrize(
    "asked",
    [one for one in catalogue().values() if any(p.default is None for p in one.parameters.values())],
    ids=lambda asked: asked.name,
)
def test_a_question_has_a_field_for_every_value(client: TestClient, asked: Question) -> None:
    form = client.get(f"/questions/{asked.name}")

    assert form.status_code == 200
    assert set(asked.parameters) <= set(Parsed(form.text).all("input", "name"))


@pytest.mark.parametrize("asked", ANSWERED.values(), ids=lambda asked: asked.name)
def test_a_question_is_answered(client: TestClient, asked: Question) -> None:
    given = {name: str(one.example) for name, one in asked.parameters.items()}
    answer = client.get(f"/questions/{asked.name}", params=given)

    assert answer.status_code == 200
    assert 'id="answer"' in answer.text


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/nowhere", 404, "/nowhere"),
        ("/enterprises/0000000000", 404, "0000000000"),
        ("/clusters/nothing", 404, "nothing"),
        ("/clusters/yug/nothing", 422, "part"),
        ("/questions/nothing", 404, "nothing"),
        ("/questions/partners?enterprise=zzzz", 404, "zzzz"),
        ("/questions/by-code?colour=red", 400, "colour"),
        ("/static/000000000000/page.css", 404, "page.css"),
    ],
)
def test_an_error_is_a_page(client: TestClient, path: str, status: int, told: str) -> None:
    answer = client.get(path)

    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert told in answer.text
    assert 'class="notice"' in answer.text


def test_programs_get_their_own_errors(client: TestClient) -> None:
    assert client.get("/v1/nowhere").headers["content-type"] == "application/problem+json"
    assert (
        client.get("/nowhere", headers={"Accept": "*/*"}).headers["content-type"]
        == "application/problem+json"
    )


def test_a_database_that_is_away_is_told_on_a_page(away: TestClient) -> None:
    answer = away.get("/")

    assert answer.status_code == 503
    assert "База данных недоступна" in answer.text
    assert away.get("/key").status_code == 200
    assert away.get(Parsed(answer.text).all("link", "href")[1]).status_code == 200


def test_a_page_is_made_once_for_a_version_of_the_graph(client: TestClient) -> None:
    first = client.get(PAGES["card"])

    assert client.get(PAGES["card"], headers={"If-None-Match": first.headers["etag"]}).status_code == 304
    assert client.get(PAGES["key"]).headers["cache-control"] == "no-store"


@pytest.mark.parametrize(("wanted", "spoken"), [("uz, en;q=0.5", "en"), ("uz, ru;q=0.5", "ru"), ("uz", "ru")])
def test_what_is_not_told_in_uzbek_is_told_in_the_next_language(
    client: TestClient, wanted: str, spoken: str
) -> None:
    page = Parsed(client.get("/questions", headers={"Accept-Language": wanted}).text)

    assert page.all("html", "lang") == ["uz"]
    assert set(page.all("h2", "lang")) == {spoken}


def test_an_answer_can_be_taken_as_a_file(client: TestClient) -> None:
    links = Parsed(client.get(PAGES["answer"]).text).all("a", "href")
    files = [link for link in links if "format=" in link]

    assert [client.get(link).headers["content-disposition"] for link in files] == [
        'attachment; filename="partners.csv"',
        'attachment; filename="partners.xlsx"',
    ]
