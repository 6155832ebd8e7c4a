"""`fields=`: an answer with those fields alone that a caller wants, of every item of a list or of the one thing."""

import json
from collections.abc import Callable, Coroutine
from typing import Annotated, Any, get_args

from fastapi import Depends, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel

from graphmodel.api.resolving import Route


async def _fields(
    request: Request,
    fields: Annotated[
        str | None,
        Query(max_length=500, description="names of fields, separated by commas; all where none are given"),
    ] = None,
) -> None:
    """Keep the names for the answer. Raises RequestValidationError for one that the answer has not."""
    names = fields.split(",") if fields else []
    known = _known(request.scope["route"].response_model)
    if any(name not in known for name in names):
        wrong = {"loc": ("query", "fields"), "type": "fields", "msg": "", "input": fields}
        raise RequestValidationError([wrong | {"ctx": {"known": ", ".join(known)}}])
    request.state.fields = names


wants_fields = Depends(_fields)


def _known(model: type[BaseModel]) -> list[str]:
    """The fields of a thing, or of the things that a list holds."""
    listed = model.model_fields.get("items")
    return list(get_args(listed.annotation)[0].model_fields if listed else model.model_fields)


class FieldsRoute(Route):
    """A route whose answer holds the wanted fields alone."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """What answers a request."""
        whole = super().get_route_handler()

        async def handler(request: Request) -> Response:
            response = await whole(request)
            names = getattr(request.state, "fields", None)
            return _narrowed(response, names) if names else response

        return handler


def _narrowed(response: Response, names: list[str]) -> Response:
    told = json.loads(bytes(response.body))
    if "items" in told:
        told["items"] = [_only(row, names) for row in told["items"]]
    else:
        told = _only(told, names)
    return Response(
        json.dumps(told, ensure_ascii=False), media_type=response.media_type or "application/json"
    )


def _only(row: dict[str, Any], names: list[str]) -> dict[str, Any]:
    return {name: row[name] for name in names}
