"""The innermost layer: a caller that hangs up is not worked for any longer."""

import asyncio
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

PATIENCE: Final = 0.5
"""Seconds after which it is worth watching whether the caller is still there."""


class HangUp:
    """Cancels what is done for a caller that has gone, by which the database lets go of its transaction."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        watch = _Watch(receive, has_body=scope["method"] not in ("GET", "HEAD"))
        try:
            await self._app(scope, watch.receive, send)
        except asyncio.CancelledError:
            if not watch.gone:
                raise
        finally:
            watch.end()


class _Watch:
    """Looks, some time after a request has come in as a whole, for its caller going away."""

    def __init__(self, receive: Receive, has_body: bool) -> None:
        self._receive = receive
        self._waiting_for_body = has_body
        self._task = asyncio.current_task()
        self._watching: asyncio.Task[None] | None = None
        self._timer = asyncio.get_running_loop().call_later(PATIENCE, self._begin)
        self.gone = False

    async def receive(self) -> Message:
        """The next part of the request."""
        message = await self._receive()
        self._waiting_for_body = bool(message.get("more_body"))
        return message

    def end(self) -> None:
        """Watch no longer."""
        self._timer.cancel()
        if self._watching:
            self._watching.cancel()

    def _begin(self) -> None:
        if self._waiting_for_body:
            self._timer = asyncio.get_running_loop().call_later(PATIENCE, self._begin)
        else:
            self._watching = asyncio.ensure_future(self._watch())

    async def _watch(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
        self.gone = True
        if self._task:
            self._task.cancel()
