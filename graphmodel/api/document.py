"""The OpenAPI document: what FastAPI makes of the routers, and what it leaves out."""

from typing import Any, Final

from graphmodel.api import examples, problems
from graphmodel.api.access import OPEN
from graphmodel.api.meanings import MEANINGS

WRITING: Final = ("load", "retract", "decide")
"""Operations that need a key in any case."""
_KEY: Final = {
    "type": "http",
    "scheme": "bearer",
    "description": "a key that `graphmodel keys add` shows once; reading needs none on the machine itself",
}
_TEXTS: Final[dict[str, Any]] = {
    "application/json": {"data": {"name": "graphmodel"}, "elements": {"nodes": [], "edges": []}},
    "application/graphml+xml": '<graphml><graph edgedefault="directed">…</graph></graphml>',
    "application/gexf+xml": '<gexf version="1.2"><graph defaultedgetype="directed">…</graph></gexf>',
    "text/csv": "type,source_label,source,source_name,target_label,target,target_name,…",
    "application/vnd.apache.parquet": "PAR1…",
    "application/x-ndjson": '{"id": "ent-8a19e9b050b4acbc", "schema": "Company", "caption": "АТИСС"}',
    "text/html": '<!doctype html><html lang="ru">…</html>',
    "text/plain": 'graphmodel_requests_total{operation="partners",status="200"} 1.0',
    "application/ld+json": {
        "@context": {"@vocab": "https://schema.org/"},
        "@id": "urn:graphmodel:enterprise:…",
        "@type": "Organization",
    },
}
"""Examples of answers that are no JSON of a model, by media type."""


def completed(document: dict[str, Any]) -> dict[str, Any]:
    """`document` with the schema of a problem, the keys, and an example for every answer and body.

    FastAPI would drop the `null`s of an example, and with them the fields that a caller may rely on.
    """
    schemas = document["components"]["schemas"]
    schemas |= problems.schemas()
    for title, schema in schemas.items():
        _describe(title, schema)
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    document["components"]["securitySchemes"] = {"key": _KEY}
    for path, item in document["paths"].items():
        for operation in item.values():
            _complete(path, operation)
    return document


def _describe(title: str, schema: dict[str, Any]) -> None:
    """Fields of results of the analyses are told what they mean."""
    for name, field in schema.get("properties", {}).items():
        meant = MEANINGS.get(f"{title}.{name}", MEANINGS.get(name))
        if meant and "description" not in field:
            field["description"] = meant


def _complete(path: str, operation: dict[str, Any]) -> None:
    name = operation["operationId"]
    if path in OPEN:
        operation["security"] = []
    else:
        operation["security"] = [{"key": []}] if name in WRITING else [{}, {"key": []}]
    for status, response in operation["responses"].items():
        if status.startswith("2"):
            for media, content in response.get("content", {}).items():
                if "example" not in content:
                    content["example"] = _example(name, media)


def _example(name: str, media: str) -> Any:
    known = examples.recorded()
    return known[name] if media == "application/json" and name in known else _TEXTS[media]
