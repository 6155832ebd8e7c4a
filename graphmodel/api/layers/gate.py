"""The second layer: who may come in, and how large a call may be."""

from typing import Final

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graphmodel.api import problems
from graphmodel.api.access import Access
from graphmodel.errors import GraphModelError, TooLargeError

LONGEST_URL: Final = 16_384
"""Bytes of path and query."""
LARGEST_BODY: Final = 16 * 2**20
"""Bytes."""


class Gate:
    """Answers itself where a call may not come in; tells the layers inside who calls (`scope["caller"]`)."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            _check_size(scope)
            caller = scope["caller"] = self._access.caller(scope)
            scope["told"]["key"] = caller.name
            self._access.count(caller)
            if scope["method"] != "GET":
                receive = _bounded(receive)
            await self._app(scope, receive, send)
        except GraphModelError as error:
            await (await problems.answer(Request(scope), error))(scope, receive, send)


def _check_size(scope: Scope) -> None:
    if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_URL:
        raise TooLargeError("api.long_url", most=LONGEST_URL)
    length = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
    if length.isdigit() and int(length[:20]) > LARGEST_BODY:
        raise TooLargeError("api.large_body", most=LARGEST_BODY)


def _bounded(receive: Receive) -> Receive:
    """The same body, but TooLargeError for one that is larger than it may be."""
    taken = 0

    async def bounded() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LARGEST_BODY:
            raise TooLargeError("api.large_body", most=LARGEST_BODY)
        return message

    return bounded
