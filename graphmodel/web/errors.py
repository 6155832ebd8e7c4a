"""Errors as pages, for whoever reads in a browser; programs get problems as the API has them."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

from fastapi import Request, Response

from graphmodel.api.problems import Problem, as_json
from graphmodel.texts import ViewLanguage
from graphmodel.web.pages import FRESH, page

_OF_PROGRAMS: Final = ("/v1/", "/reconcile", "/openapi.json", "/healthz", "/readyz", "/metrics")


def shown(request: Request, problem: Problem, lang: ViewLanguage, headers: Mapping[str, str]) -> Response:
    """A problem in the form that suits the caller."""
    reads = "text/html" in request.headers.get("accept", "") or "hx-request" in request.headers
    if not reads or request.url.path.startswith(_OF_PROGRAMS):
        return as_json(request, problem, lang, headers)
    return page(
        request,
        "problem.html",
        status=problem.status,
        headers={**headers, **FRESH},
        problem=problem,
        spoken=lang,
        needs_key=problem.status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN),
    )
