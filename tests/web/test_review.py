"""Records that may be one enterprise: asked, answered and taken back on the page."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from graphmodel.keys import KeyFile
from graphmodel.settings import Settings
from tests.api.service import store_of
from tests.web.test_pages import Parsed
from tests.web.writer import PARTNERS, REGISTER, clear, load, writing

ASKED = "Небывальск-Деталь, АО"


@pytest.fixture
def editor(served: Settings, keys: KeyFile) -> Iterator[TestClient]:
    """A planner whose two tables give one question."""
    with writing(served, keys) as client:
        load(client, "реестр.csv", REGISTER)
        load(client, "партнёры.csv", PARTNERS)
        yield client
    clear(served)


def _asked(page: str) -> dict[str, str]:
    """The two records of the question about ASKED."""
    section = next(part for part in page.split("<section")[1:] if ASKED in part and 'value="accept"' in part)
    fields = [attrs for tag, attrs in Parsed(f"<section{section}").tags if tag == "input"]
    return {attrs["name"]: attrs["value"] for attrs in fields}


def test_both_are_shown_with_what_speaks_for_them(editor: TestClient) -> None:
    page = editor.get("/review").text

    assert "АО «Небывальск-Деталь»" in page and "Ростовская область" in page and "Башкортостан" in page
    parsed = Parsed(page)
    marks = [link[1:] for link in parsed.all("a", "href") if link.startswith("#claim-")]
    assert marks and set(marks) <= set(parsed.ids)
    assert len(parsed.ids) == len(set(parsed.ids))


def test_accepted_they_are_one_and_taken_back_they_are_two(editor: TestClient) -> None:
    pair = _asked(editor.get("/review").text)
    cards = [f"/v1/enterprises/{record}" for record in pair.values()]

    accepted = editor.post("/review", data={**pair, "said": "accept"})
    assert "Последний ответ" in accepted.text
    assert ASKED not in accepted.text.partition('id="questions"')[2]
    one, other = (editor.get(card).json() for card in cards)
    assert one == other and one["records"] == sorted(pair.values())

    undone = editor.post("/review", data={**pair, "said": "undo"})
    assert _asked(undone.text) == pair
    assert "Последний ответ" not in undone.text
    one, other = (editor.get(card).json() for card in cards)
    assert one != other


def test_rejected_they_stay_two(editor: TestClient) -> None:
    pair = _asked(editor.get("/review").text)
    rejected = editor.post("/review", data={**pair, "said": "reject"})

    assert "разные предприятия" in rejected.text
    assert ASKED not in rejected.text.partition('id="questions"')[2]


def test_put_off_it_stays_a_question(editor: TestClient) -> None:
    pair = _asked(editor.get("/review").text)
    put_off = editor.post("/review", data={**pair, "said": "later"})

    assert "отложено" in put_off.text
    assert _asked(put_off.text) == pair


def test_what_cannot_be_answered(editor: TestClient, served: Settings) -> None:
    pair = _asked(editor.get("/review").text)

    assert editor.post("/review", data={**pair, "said": "undo"}).status_code == 404
    assert editor.post("/review", data={"one": "x", "other": "y", "said": "accept"}).status_code == 404
    assert editor.post("/review", data={**pair, "said": "perhaps"}).status_code == 422
    with store_of(served) as store:
        assert not [one for one in store.view().decisions() if one.decided]


def test_who_may_not_write_reads_alone(client: TestClient, editor: TestClient) -> None:
    page = client.get("/review").text
    pair = _asked(editor.get("/review").text)

    assert ASKED in page
    assert 'value="accept"' not in page and 'action="/key"' in page
    assert client.post("/review", data={**pair, "said": "accept"}).status_code == 401
    editor.headers["Origin"] = "http://evil.example"
    assert editor.post("/review", data={**pair, "said": "accept"}).status_code == 403
