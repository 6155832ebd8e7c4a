"""What a route asks for, found in one pass: FastAPI describes the routes and chooses one, and this calls it.

What FastAPI would look up at every call, parameter by parameter, is settled once for each route: all parameters of the
path are checked by one model, and so are all of the query.
"""

from collections.abc import Callable, Coroutine, Iterable
from typing import Any, NamedTuple, get_origin

from fastapi import Request, Response
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import TypeAdapter, ValidationError, create_model
from starlette.datastructures import QueryParams

_OTHERS = ("header_params", "cookie_params", "body_params")


class Route(APIRoute):
    """A route that is given parameters of path and query, and what is made of these or of the request.

    One that reads more, such as a body, is left to FastAPI.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """What answers a request. It raises RequestValidationError, as FastAPI does, with all that is wrong."""
        if not _is_plain(self.dependant):
            return super().get_route_handler()
        resolved = _Plan(self.dependant).resolved
        endpoint: Callable[..., Any] = self.endpoint
        to_json = TypeAdapter(self.response_model).dump_json
        status = self.status_code or 200

        async def handler(request: Request) -> Response:
            answer = await endpoint(**await resolved(request))
            if isinstance(answer, Response):
                return answer
            return Response(to_json(answer), status, media_type="application/json")

        return handler


def _is_plain(dependant: Dependant) -> bool:
    """Whether nothing but path, query and request is read, and no dependency has one of its own."""
    whole = (dependant, *dependant.dependencies)
    nested = any(each.dependencies for each in dependant.dependencies)
    return not nested and not any(getattr(each, other) for each in whole for other in _OTHERS)


class _Call(NamedTuple):
    """A function, the name under which its outcome is handed on, and what it takes: names by places of values."""

    function: Callable[..., Any] | None
    name: str | None
    path: tuple[tuple[str, str], ...]
    query: tuple[tuple[str, str], ...]
    request: str | None

    def given(self, request: Request, path: dict[str, Any], query: dict[str, Any]) -> dict[str, Any]:
        """What it takes, by name."""
        taken = {name: path[alias] for name, alias in self.path}
        taken.update((name, query[alias]) for name, alias in self.query)
        if self.request:
            taken[self.request] = request
        return taken


class _Plan:
    """The dependencies of a route, and the parameters of all of them together."""

    def __init__(self, dependant: Dependant) -> None:
        whole = (*dependant.dependencies, dependant)
        self._path = _Parameters("path", (field for each in whole for field in each.path_params))
        self._query = _Parameters("query", (field for each in whole for field in each.query_params))
        *self._dependencies, self._route = map(_call, whole)

    async def resolved(self, request: Request) -> dict[str, Any]:
        """What the route is called with."""
        path, path_errors = self._path.checked(request.path_params)
        query, query_errors = self._query.checked(request.query_params)
        if path_errors or query_errors:
            raise RequestValidationError([*path_errors, *query_errors])
        values = self._route.given(request, path, query)
        for each in self._dependencies:
            made = await each.function(**each.given(request, path, query)) if each.function else None
            if each.name:
                values[each.name] = made
        return values


def _call(dependant: Dependant) -> _Call:
    path, query = (
        tuple((field.name, field.alias) for field in fields)
        for fields in (dependant.path_params, dependant.query_params)
    )
    return _Call(dependant.call, dependant.name, path, query, dependant.request_param_name)


class _Parameters:
    """Those of one part of an address, `path` or `query`, checked by one model."""

    def __init__(self, part: str, fields: Iterable[Any]) -> None:
        known = {field.alias: field.field_info for field in fields}
        shapes: dict[str, Any] = {alias: (info.annotation, info) for alias, info in known.items()}
        self._part = part
        self._many = {alias: get_origin(info.annotation) is tuple for alias, info in known.items()}
        self._check = create_model(part, **shapes).__pydantic_validator__.validate_python

    def checked(self, given: QueryParams | dict[str, str]) -> tuple[dict[str, Any], list[Any]]:
        """Values by alias, and what is wrong, as FastAPI tells it."""
        found = {
            alias: given.getlist(alias) if many and isinstance(given, QueryParams) else given[alias]
            for alias, many in self._many.items()
            if alias in given
        }
        try:
            return vars(self._check(found)), []
        except ValidationError as error:
            wrong = error.errors(include_url=False)
            return {}, [each | {"loc": (self._part, *each["loc"])} for each in wrong]
