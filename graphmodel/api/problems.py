"""Every error as `application/problem+json` (RFC 9457), in the caller's language; a page may show it otherwise.

The type of a problem is made from the class of its error, its status looked up in `graphmodel.errors`: here alone.
What lies behind a failure of ours goes to the log; the caller is told what it means and what to do.
"""

import logging
import re
from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus
from math import ceil
from time import time
from typing import Any, Final, NamedTuple

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import models_json_schema
from starlette.exceptions import HTTPException
from starlette.routing import compile_path

from graphmodel.api.database import RETRY_AFTER
from graphmodel.api.dependencies import language, view_language
from graphmodel.errors import HTTP_STATUS, BadInputError, GraphModelError, LimitedError, NotFoundError
from graphmodel.texts import ViewLanguage, catalogue, is_told, text

MEDIA_TYPE: Final = "application/problem+json"
_LOG: Final = logging.getLogger(__name__)


class ParameterError(BaseModel):
    """What is wrong with one parameter."""

    model_config = ConfigDict(frozen=True)

    parameter: str = Field(description="name of the parameter")
    detail: str = Field(description="what is wrong with it")


class Problem(BaseModel):
    """An error, as RFC 9457 has it."""

    model_config = ConfigDict(frozen=True)

    type: str = Field(description="what kind of error it is: stable, and the address of a page about it")
    title: str = Field(description="the kind in words, in the language of Accept-Language (ru, en or uz)")
    status: int = Field(description="the HTTP status, again")
    detail: str = Field(description="what was wrong here, and what to do")
    errors: tuple[ParameterError, ...] | None = Field(default=None, description="the parameters at fault")


class Kind(NamedTuple):
    """A kind of problem: the last part of its type, and its HTTP status."""

    slug: str
    status: int

    @property
    def type(self) -> str:
        """The `type` of such a problem."""
        return f"/problems/{self.slug}"

    def title(self, lang: ViewLanguage) -> str:
        """The kind in words."""
        return text(f"api.title_{self.slug.replace('-', '_')}", lang)

    @property
    def meaning_key(self) -> str:
        """The text that says what such a problem means."""
        return f"api.meaning_{self.slug.replace('-', '_')}"

    def meaning(self, lang: ViewLanguage) -> str:
        """What such a problem means, and what to do."""
        return text(self.meaning_key, lang)


def _kind(error: type[GraphModelError]) -> Kind:
    words = re.findall("[A-Z][a-z]+", error.__name__.removesuffix("Error"))
    return Kind("-".join(words).lower(), HTTP_STATUS[error])


METHOD_NOT_ALLOWED: Final = Kind("method-not-allowed", 405)
INTERNAL: Final = Kind("internal", 500)
KINDS: Final[Mapping[type[GraphModelError], Kind]] = {error: _kind(error) for error in HTTP_STATUS}
AT_THE_GATE: Final = (401, 413, 429)
ALL_KINDS: Final = (*KINDS.values(), METHOD_NOT_ALLOWED, INTERNAL)


def kind_of(error: Exception) -> Kind:
    """The kind of problem that `error` is; a subclass is what its nearest known ancestor is."""
    match error:
        case GraphModelError():
            return next((KINDS[known] for known in type(error).__mro__ if known in KINDS), INTERNAL)
        case RequestValidationError() | HTTPException(status_code=400):
            return KINDS[BadInputError]
        case HTTPException(status_code=404):
            return KINDS[NotFoundError]
        case HTTPException(status_code=405):
            return METHOD_NOT_ALLOWED
    return INTERNAL


Shown = Callable[[Request, Problem, ViewLanguage, Mapping[str, str]], Response]
"""Makes the answer of a problem, the language in which it is told, and headers."""


def install(app: FastAPI, shown: Shown) -> None:
    """Have every error of `app` answered as a problem, as `shown` shows it."""
    app.state.shown_problem = shown
    for error in (GraphModelError, RequestValidationError, HTTPException, Exception):
        app.add_exception_handler(error, answer)


def as_json(_: Request, problem: Problem, lang: ViewLanguage, headers: Mapping[str, str]) -> Response:
    """A problem for programs."""
    told = {"Content-Language": lang, "Vary": "Accept-Language"}
    shown = problem.model_dump(exclude_none=True)
    return JSONResponse(shown, problem.status, media_type=MEDIA_TYPE, headers={**headers, **told})


async def answer(request: Request, error: Exception) -> Response:
    """An error as a problem, in the caller's language; one that FastAPI met while it read the body is that one."""
    if isinstance(error, HTTPException) and isinstance(error.__cause__, GraphModelError):
        error = error.__cause__
    kind = kind_of(error)
    lang = _language(request, error, kind)
    if isinstance(error, GraphModelError) and kind.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        _LOG.warning("%s %s: %s", request.method, kind.type, error)
    problem = Problem(
        type=kind.type, title=kind.title(lang), status=kind.status, **_details(error, kind, lang)
    )
    shown: Shown = request.app.state.shown_problem
    return shown(request, problem, lang, _headers(error, kind) | _allowed(request, kind))


def _language(request: Request, error: Exception, kind: Kind) -> ViewLanguage:
    """The caller's, where all that is to be told is there in it: an answer is in one language."""
    lang = view_language(request)
    return lang if all(is_told(key, lang) for key in _keys(error, kind)) else language(request)


def _keys(error: Exception, kind: Kind) -> Iterable[str]:
    """The texts of the details."""
    if isinstance(error, RequestValidationError):
        return map(_parameter_key, error.errors())
    if isinstance(error, GraphModelError) and kind.status < HTTPStatus.INTERNAL_SERVER_ERROR:
        return [error.key]
    return [kind.meaning_key]


def _details(error: Exception, kind: Kind, lang: ViewLanguage) -> dict[str, Any]:
    if isinstance(error, RequestValidationError):
        errors = tuple(_parameter_error(each, lang) for each in error.errors())
        return {"detail": " ".join(each.detail for each in errors), "errors": errors}
    if isinstance(error, GraphModelError) and kind.status < HTTPStatus.INTERNAL_SERVER_ERROR:
        return {"detail": error.render(lang)}
    return {"detail": kind.meaning(lang)}


def _parameter_key(error: Mapping[str, Any]) -> str:
    key = f"api.invalid_{error['type']}"
    return key if key in catalogue() else "api.invalid"


def _parameter_error(error: Mapping[str, Any], lang: ViewLanguage) -> ParameterError:
    """One finding of pydantic in our words."""
    part, *names = error["loc"]
    name = str(names[0] if names and part in ("path", "query") else error["loc"][-1])
    detail = text(_parameter_key(error), lang, name=name, **(error.get("ctx") or {}))
    return ParameterError(parameter=name, detail=detail)


def _headers(error: Exception, kind: Kind) -> dict[str, str]:
    own = dict(getattr(error, "headers", None) or {})
    match kind.status:
        case HTTPStatus.SERVICE_UNAVAILABLE:
            return own | {"Retry-After": str(RETRY_AFTER)}
        case HTTPStatus.UNAUTHORIZED:
            return own | {"WWW-Authenticate": 'Bearer realm="graphmodel"'}
        case HTTPStatus.TOO_MANY_REQUESTS if isinstance(error, LimitedError):
            return own | {"Retry-After": str(max(1, ceil(float(str(error.values["reset"])) - time())))}
    return own


def _allowed(request: Request, kind: Kind) -> dict[str, str]:
    """All methods of an address: a route knows its own alone."""
    if kind != METHOD_NOT_ALLOWED:
        return {}
    paths = request.app.openapi()["paths"].items()
    known = (item for path, item in paths if compile_path(path)[0].match(request.url.path))
    methods = sorted(method.upper() for item in known for method in item)
    return {"Allow": ", ".join(methods)} if methods else {}


def responses(statuses: Iterable[int]) -> dict[int | str, dict[str, Any]]:
    """The problems of an operation, for its OpenAPI description; of several kinds of one status, the first.

    Those that any call may meet at the gate are among them.
    """
    declared = {*statuses, *AT_THE_GATE}
    return {kind.status: _response(kind) for kind in reversed(ALL_KINDS) if kind.status in declared}


def _response(kind: Kind) -> dict[str, Any]:
    example = Problem(
        type=kind.type, title=kind.title("en"), status=kind.status, detail=kind.meaning("en")
    ).model_dump(exclude_none=True)
    schema = {"$ref": "#/components/schemas/Problem"}
    described = {
        "description": kind.title("en"),
        "content": {MEDIA_TYPE: {"schema": schema, "example": example}},
    }
    if kind.status in (HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.TOO_MANY_REQUESTS):
        seconds = {"description": "seconds to wait before trying again", "schema": {"type": "integer"}}
        return described | {"headers": {"Retry-After": seconds}}
    return described


def schemas() -> dict[str, Any]:
    """The JSON schemas of a problem, for the components of the OpenAPI document."""
    _, found = models_json_schema([(Problem, "serialization")], ref_template="#/components/schemas/{model}")
    definitions: dict[str, Any] = found["$defs"]
    return definitions
