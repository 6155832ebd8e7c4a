"""The document that other systems rely on."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.openapi.models import OpenAPI
from fastapi.testclient import TestClient

from docs.api_examples import answered
from graphmodel.api import create_app, examples, models, problems
from graphmodel.domain.schema import COMMON, EDGES, NODES
from graphmodel.settings import Settings

DOCUMENT: dict[str, Any] = create_app(Settings(neo4j_uri=None)).openapi()
OPERATIONS = {
    f"{method} {path}": operation
    for path, item in DOCUMENT["paths"].items()
    for method, operation in item.items()
}
VIEWS = {"cluster_view", "cluster_report", "enterprise_view", "product_view", "question_view"}
WITHOUT_CALL = VIEWS | {"metrics", "export", "load", "retract", "review", "decide"}
"""Their answers are no JSON of a model, or they write."""


def _references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        part = list(part.values())
    if isinstance(part, list):
        for each in part:
            yield from _references(each)


def _fields() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, schema in DOCUMENT["components"]["schemas"].items():
        for field, described in schema.get("properties", {}).items():
            yield f"{name}.{field}", described


def test_it_is_openapi_3_1() -> None:
    OpenAPI.model_validate(DOCUMENT)

    assert DOCUMENT["openapi"].startswith("3.1.")
    assert json.loads(json.dumps(DOCUMENT)) == DOCUMENT


def test_references_lead_somewhere() -> None:
    known = {f"#/components/schemas/{name}" for name in DOCUMENT["components"]["schemas"]}

    assert set(_references(DOCUMENT)) == known


def test_every_field_is_described() -> None:
    assert not [name for name, described in _fields() if not described.get("description")]


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)
def test_operation_is_described(operation: dict[str, Any]) -> None:
    assert operation["summary"]
    assert operation["description"]
    assert all(each["description"] for each in operation.get("parameters", []))
    for response in operation["responses"].values():
        assert all("example" in content for content in response["content"].values())
    if operation["operationId"] in examples.CALLS:
        answer = operation["responses"]["200"]["content"]["application/json"]
        model = getattr(models, answer["schema"].get("$ref", "/Answer").rpartition("/")[2])
        assert (
            model is models.Answer
            or model.model_validate(answer["example"]).model_dump(mode="json") == answer["example"]
        )


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)
def test_operation_declares_its_problems(operation: dict[str, Any]) -> None:
    declared = {status: each for status, each in operation["responses"].items() if status != "200"}

    assert "500" in declared
    assert ("422" in declared) == bool(operation.get("parameters") or operation.get("requestBody"))
    for status, response in declared.items():
        [(media_type, content)] = response["content"].items()
        assert media_type == problems.MEDIA_TYPE
        assert problems.Problem.model_validate(content["example"]).status == int(status)
    assert "engine" not in str(declared)
    assert all("Retry-After" in each["headers"] for status, each in declared.items() if status == "503")


@pytest.mark.parametrize("operation", examples.CALLS)
def test_the_example_is_what_the_service_answers(client: TestClient, operation: str) -> None:
    assert answered(client, examples.CALLS[operation]) == examples.recorded()[operation]


def test_operations_without_an_example_of_their_own_are_few() -> None:
    names = {operation["operationId"] for operation in OPERATIONS.values()}

    assert names - set(examples.CALLS) == WITHOUT_CALL


def test_operations_have_one_name_each() -> None:
    names = [operation["operationId"] for operation in OPERATIONS.values()]

    assert len(set(names)) == len(names)
    assert all(re.fullmatch("[a-z][a-z_]*", name) for name in names)


def test_the_served_document_is_this_one(client: TestClient) -> None:
    assert client.get("/openapi.json").json() == DOCUMENT


def test_a_relation_shows_all_that_the_graph_has() -> None:
    kinds = ("SUPPLIES", "MEMORANDUM", "OWNS")
    known = {each.name for kind in kinds for each in EDGES[kind].properties} | {each.name for each in COMMON}

    assert known - {"claims"} <= set(models.RelationEdge.model_fields)


def test_an_enterprise_shows_all_that_the_graph_has() -> None:
    known = {each.name for each in (*NODES["Enterprise"].properties, *COMMON)}

    assert known - {"search", "sound", "initials"} <= set(models.Enterprise.model_fields)
