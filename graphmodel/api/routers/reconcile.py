"""Reconciliation for OpenRefine and its kin (Reconciliation Service API 0.2), with suggest and extend."""

from collections.abc import Mapping
from typing import Annotated, Any, Final, TypeVar
from urllib.parse import parse_qs

from fastapi import APIRouter, Query, Request
from fastapi.exceptions import RequestValidationError
from pydantic import TypeAdapter, ValidationError

from graphmodel.api import reconciling
from graphmodel.api.dependencies import Graph, Shots, ViewTongue
from graphmodel.api.problems import responses
from graphmodel.api.resolving import Route
from graphmodel.texts import ViewLanguage, text

router = APIRouter(prefix="/reconcile", tags=["reconcile"], route_class=Route)
MOST: Final = 50
"""Names in one call."""
_QUERIES: Final = TypeAdapter(dict[str, reconciling.Query])
_EXTENSION: Final = TypeAdapter(reconciling.Extension)
T = TypeVar("T")
Prefix = Annotated[str, Query(max_length=200, description="what was typed so far", examples=["атис"])]
_JSON: Final = {"type": "string", "contentMediaType": "application/json", "maxLength": 100_000}
_FORM: Final = {
    "requestBody": {
        "required": True,
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {"type": "object", "properties": {"queries": _JSON, "extend": _JSON}},
                "example": {"queries": '{"q0": {"query": "АТИСС", "limit": 1}}'},
            }
        },
    }
}


@router.get(
    "",
    operation_id="reconcile_manifest",
    summary=text("api.op_reconcile_manifest", "en"),
    responses=responses([422, 500, 503, 504]),
)
async def manifest(
    request: Request,
    graph: Graph,
    shots: Shots,
    lang: ViewTongue,
    queries: Annotated[str | None, Query(max_length=2_000, description="names to match, JSON")] = None,
    extend: Annotated[str | None, Query(max_length=2_000, description="properties to add, JSON")] = None,
) -> dict[str, Any]:
    """What this service offers or, with `queries` or `extend`, what POST answers to them."""
    if queries or extend:
        return await _answer(graph, shots, {"queries": queries or "", "extend": extend or ""}, lang)
    root = str(request.base_url).rstrip("/")
    suggest = {
        kind: {"service_url": root, "service_path": f"/reconcile/suggest/{kind}"}
        for kind in ("entity", "property", "type")
    }
    propose = {"service_url": root, "service_path": "/reconcile/properties"}
    return {
        "versions": ["0.2"],
        "name": text("api.reconcile_name", lang),
        "identifierSpace": "urn:graphmodel:enterprise:",
        "schemaSpace": "urn:graphmodel:schema:",
        "defaultTypes": reconciling.typed(lang),
        "view": {"url": f"{root}/v1/enterprises/{{{{id}}}}"},
        "suggest": suggest,
        "extend": {"propose_properties": propose, "property_settings": []},
    }


@router.post(
    "",
    operation_id="reconcile",
    summary=text("api.op_reconcile", "en"),
    responses=responses([422, 500, 503, 504]),
    openapi_extra=_FORM,
)
async def reconcile(request: Request, graph: Graph, shots: Shots, lang: ViewTongue) -> dict[str, Any]:
    """Match names (`queries`), or add properties to enterprises (`extend`), sent as a form."""
    form = parse_qs(
        (await request.body()).decode(errors="replace"), keep_blank_values=True, max_num_fields=20
    )
    return await _answer(graph, shots, {name: values[0] for name, values in form.items()}, lang)


@router.get(
    "/suggest/entity",
    operation_id="suggest_entity",
    summary=text("api.op_suggest_entity", "en"),
    responses=responses([422, 500, 503, 504]),
)
async def suggest_entity(shots: Shots, lang: ViewTongue, prefix: Prefix = "") -> dict[str, Any]:
    """Enterprises whose names come near what was typed."""
    found = await shots.read(lambda view: view.search(prefix, 10)) if prefix.strip() else []
    return {"result": [reconciling.suggestion(node, lang) for node in found]}


@router.get(
    "/suggest/property",
    operation_id="suggest_property",
    summary=text("api.op_suggest_property", "en"),
    responses=responses([422, 500]),
)
async def suggest_property(lang: ViewTongue, prefix: Prefix = "") -> dict[str, Any]:
    """Properties whose names begin like what was typed."""
    return {"result": reconciling.named(lang, prefix)}


@router.get(
    "/suggest/type",
    operation_id="suggest_type",
    summary=text("api.op_suggest_type", "en"),
    responses=responses([422, 500]),
)
async def suggest_type(lang: ViewTongue, prefix: Prefix = "") -> dict[str, Any]:
    """The one type that there is, whatever was typed."""
    return {"result": reconciling.typed(lang)}


@router.get(
    "/properties",
    operation_id="propose_properties",
    summary=text("api.op_propose_properties", "en"),
    responses=responses([422, 500]),
)
async def propose_properties(
    lang: ViewTongue,
    type_: Annotated[str, Query(alias="type", max_length=50, description="a type")] = reconciling.TYPE,
    limit: Annotated[int, Query(ge=1, le=100, description="properties at most")] = 100,
) -> dict[str, Any]:
    """What may be added to a table."""
    return {"type": type_, "limit": limit, "properties": reconciling.named(lang)[:limit]}


async def _answer(graph: Graph, shots: Shots, sent: Mapping[str, str], lang: ViewLanguage) -> dict[str, Any]:
    looker = await graph.looker()
    if sent.get("extend"):
        return await reconciling.extended(looker, _read(_EXTENSION, sent["extend"], "extend"), lang)
    queries = _read(_QUERIES, sent.get("queries", ""), "queries")
    if len(queries) > MOST:
        raise _wrong("queries", "too_long", {"max_length": MOST})
    answers = {}
    for name, query in queries.items():
        words = query.query
        near = await shots.read(lambda view, words=words: reconciling.searched(view, words, 50))  # type: ignore[misc]
        answers[name] = {"result": await reconciling.candidates(looker, query, near, lang)}
    return answers


def _read(adapter: TypeAdapter[T], sent: str, name: str) -> T:
    try:
        return adapter.validate_json(sent)
    except ValidationError as error:
        raise _wrong(name, "reconcile_json", {}) from error


def _wrong(name: str, kind: str, context: dict[str, Any]) -> RequestValidationError:
    return RequestValidationError(
        [{"loc": ("body", name), "type": kind, "msg": "", "input": "", "ctx": context}]
    )
