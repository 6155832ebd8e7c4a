"""One example call for every operation, and what the service answers to it on the reference data set.

The answers stand in `examples.json`, written by `python -m docs.api_examples`; a test asks the service again and
compares.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, Final, NamedTuple

from graphmodel.api.parameters import CLUSTER, EXAMPLE, OTHER
from queries.example import PARTNERS_BY_NAME

STATEMENT: Final = {"statement": PARTNERS_BY_NAME, "parameters": {"name": "АТИСС"}}
BATCH: Final = {
    "queries": [{"name": "Атис", "country": "RU"}, {"links": [{"relation": "agreement", "country": "UZ"}]}],
    "limit": 1,
}

CLAIMS: Final[dict[str, Any]] = {
    "source": {
        "id": "example-source",
        "title": "Example of the documentation (synthetic)",
        "date": "2025-04-30",
    },
    "claims": [
        {
            "kind": "enterprise",
            "locator": "row=1",
            "status": "active",
            "confidence": 0.5,
            "synthetic": True,
            "name": "Образец из документации",
            "identifiers": {"inn": "0000000000"},
        }
    ],
}
DECISION: Final = {"one": "example-one", "other": "example-other", "answer": "later"}


class Call(NamedTuple):
    """How an operation is called."""

    address: str
    body: Mapping[str, Any] | None = None
    form: Mapping[str, str] | None = None


_OF_CLUSTER: Final = f"/v1/clusters/{CLUSTER}"
CALLS: Final[Mapping[str, Call]] = {
    "healthz": Call("/healthz"),
    "readyz": Call("/readyz"),
    "enterprises": Call("/v1/enterprises?q=АТИСС&limit=1"),
    "enterprise": Call(f"/v1/enterprises/{EXAMPLE}"),
    "partners": Call(f"/v1/enterprises/{EXAMPLE}/partners"),
    "evidence": Call(f"/v1/enterprises/{EXAMPLE}/evidence?limit=2"),
    "paths": Call(f"/v1/paths?from={EXAMPLE}&to={OTHER}"),
    "clusters": Call("/v1/clusters"),
    "cluster": Call(_OF_CLUSTER),
    "members": Call(f"{_OF_CLUSTER}/members?limit=1"),
    "hubs": Call(f"{_OF_CLUSTER}/hubs?role=supplier&limit=1"),
    "gaps": Call(f"{_OF_CLUSTER}/gaps?kind=no_producer&limit=1"),
    "rules": Call(f"{_OF_CLUSTER}/rules?as_of=2025-05-01&limit=1"),
    "agreements": Call("/v1/agreements?kind=memorandum&limit=1"),
    "agreement": Call("/v1/agreements/agr-A001"),
    "events": Call("/v1/events?limit=1"),
    "products": Call("/v1/products?limit=1"),
    "regions": Call("/v1/regions?limit=1"),
    "countries": Call("/v1/countries?limit=1"),
    "sources": Call("/v1/sources?limit=1"),
    "conflicts": Call("/v1/conflicts?limit=1"),
    "questions": Call("/v1/questions?limit=1"),
    "question": Call(f"/v1/questions/members?cluster={CLUSTER}"),
    "cypher": Call("/v1/cypher", STATEMENT),
    "match": Call("/v1/match", BATCH),
    "reconcile_manifest": Call("/reconcile"),
    "reconcile": Call("/reconcile", form={"queries": '{"q0": {"query": "АТИСС", "limit": 1}}'}),
    "suggest_entity": Call("/reconcile/suggest/entity?prefix=атис"),
    "suggest_property": Call("/reconcile/suggest/property?prefix=name"),
    "suggest_type": Call("/reconcile/suggest/type"),
    "propose_properties": Call("/reconcile/properties?limit=2"),
}
"""By the id of the operation; those whose answer is JSON and always the same."""


@cache
def recorded() -> Mapping[str, Any]:
    """What is answered to each call, by the id of the operation."""
    file = resources.files("graphmodel.api") / "examples.json"
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found
