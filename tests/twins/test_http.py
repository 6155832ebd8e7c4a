"""Three answers, one truth: the API over a real connection says what the questions say of the reference data set."""

import httpx
import pytest

from graphmodel.engine import Connection
from graphmodel.store import Store, View
from queries import Question, ask, catalogue
from tests.graph import load_reference
from tests.twins.look_ups import TWINS, Twin, compared


@pytest.fixture(scope="module")
def view(neo4j_server: Connection, twin_store: Store) -> View:
    """The reference data set, loaded once: nothing here writes."""
    load_reference(neo4j_server)
    return twin_store.view()


@pytest.mark.parametrize("twin", TWINS.values(), ids=TWINS)
def test_the_api_says_what_the_question_says(view: View, api: httpx.Client, twin: Twin) -> None:
    enterprises = [node.key for node in view.graph().nodes if node.label == "Enterprise"]
    assert sum(compared(view, api, twin, key).total() for key in enterprises[::2])


def test_the_list_has_the_enterprises_of_all_places_and_of_none(view: View, api: httpx.Client) -> None:
    countries = [node.key for node in view.graph().nodes if node.label == "Country"]
    asked = [ask.without_place(), *(ask.by_region(region=country) for country in countries)]
    said = {row["id"] for each in asked for row in view.ask(*each).rows}
    listed = api.get("/v1/enterprises", params={"limit": 500}).raise_for_status().json()["items"]

    assert {item["id"] for item in listed} == said


def test_the_search_finds_what_the_command_line_finds(view: View, api: httpx.Client) -> None:
    for words in ("атис", "rostselmash", "МТЗ", "тракторный завод"):
        found = api.get("/v1/enterprises", params={"q": words}).raise_for_status().json()["items"]
        assert [item["id"] for item in found] == [node.key for node in view.search(words, 50)] != []


@pytest.mark.parametrize("asked", catalogue().values(), ids=catalogue())
def test_every_question_by_cypher(asked: Question, view: View, api: httpx.Client) -> None:
    values = asked.bind({name: parameter.example for name, parameter in asked.parameters.items()})
    table = view.ask(asked, values)
    body = {"statement": asked.statement, "parameters": values}

    answer = api.post("/v1/cypher", json=body).raise_for_status().json()
    assert tuple(answer["columns"]) == table.columns
    assert answer["rows"] == [dict(row) for row in table.rows]
