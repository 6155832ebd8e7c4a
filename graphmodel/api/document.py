"""The OpenAPI document: what FastAPI makes of the routers, and what it leaves out."""

from typing import Any

from graphmodel.api import examples, problems


def completed(document: dict[str, Any]) -> dict[str, Any]:
    """`document` with the schema of a problem and an example for every operation.

    FastAPI would drop the `null`s of an example, and with them the fields that a caller may rely on.
    """
    document["components"]["schemas"] |= problems.schemas()
    for item in document["paths"].values():
        for operation in item.values():
            answer = operation["responses"]["200"]["content"]["application/json"]
            answer["example"] = examples.EXAMPLES[operation["operationId"]]
    return document
