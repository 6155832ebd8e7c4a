"""The outermost layer: an id for every request, headers for every answer, its line in the log, and its count."""

import re
from secrets import token_hex
from time import perf_counter
from typing import Any, Final

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graphmodel.api import problems
from graphmodel.api.log import Log
from graphmodel.api.metrics import Metrics

_ID: Final = re.compile(rb"[A-Za-z0-9._-]{1,64}")
_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
}
"""Of every answer that does not say otherwise; an answer 304 leaves those of the one that the caller has."""


class Envelope:
    """Whatever happens inside is answered, logged and counted. The log has no address, query or name of a caller."""

    def __init__(self, app: ASGIApp, log: Log, metrics: Metrics) -> None:
        self._app = app
        self._log = log
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = perf_counter()
        told: dict[str, Any] = {"request": _request_id(scope), "status": 0}
        scope["told"] = told

        async def enveloped(message: Message) -> None:
            if message["type"] == "http.response.start":
                told["status"] = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-Id"] = told["request"]
                for name, value in _HEADERS.items() if message["status"] != 304 else ():
                    headers.setdefault(name, value)
            await send(message)

        try:
            await self._app(scope, receive, enveloped)
        except Exception as error:
            self._log.error("failed", exc_info=error, request=told["request"])
            if not told["status"]:
                await (await problems.answer(Request(scope), error))(scope, receive, enveloped)
        finally:
            self._end(scope, told, perf_counter() - began)

    def _end(self, scope: Scope, told: dict[str, Any], seconds: float) -> None:
        operation = told.pop("operation", None) or _operation(scope)
        self._metrics.count(operation, told["status"], seconds)
        self._log.info(
            "request", method=scope["method"], operation=operation, ms=round(seconds * 1000, 2), **told
        )


def _request_id(scope: Scope) -> str:
    """The caller's own id for the request where it is a plain one, else a new one."""
    given = next((value for name, value in scope["headers"] if name == b"x-request-id"), b"")
    return given.decode() if _ID.fullmatch(given) else token_hex(8)


def _operation(scope: Scope) -> str:
    return getattr(scope.get("route"), "operation_id", None) or "other"
