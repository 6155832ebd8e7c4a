"""The third layer: answers that are still true. None is made anew while the graph is the one it was made from."""

from collections import OrderedDict
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from importlib.metadata import version
from typing import Final, NamedTuple

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graphmodel.api import problems
from graphmodel.api.database import Database
from graphmodel.api.language import negotiated
from graphmodel.api.metrics import Metrics
from graphmodel.errors import DatabaseError, DeadlineError
from graphmodel.texts import LANGUAGES, VIEW_LANGUAGES, Language

ROOM: Final = 64 * 2**20
"""Bytes of all answers that are kept."""
LARGEST: Final = 2**20
"""Bytes of one that is worth keeping."""
_RELEASE: Final = version("graphmodel").encode()
_ALWAYS_NEW: Final = ("/healthz", "/readyz", "/metrics")
_FIELDS: Final = (b"accept", b"accept-encoding", b"accept-language", b"cookie")


class Answer(NamedTuple):
    """One that is kept: the operation that made it, its headers and its body."""

    operation: str
    headers: list[tuple[bytes, bytes]]
    body: bytes


class _Shelf:
    """The answers of one version of the graph, those asked for last at the end."""

    def __init__(self) -> None:
        self._version = ""
        self._answers: OrderedDict[str, Answer] = OrderedDict()
        self._size = 0

    def get(self, version: str, tag: str) -> Answer | None:
        """An answer, where it is kept; all go where the version is another one."""
        if version != self._version:
            self._version, self._size = version, 0
            self._answers.clear()
        if tag in self._answers:
            self._answers.move_to_end(tag)
        return self._answers.get(tag)

    def put(self, version: str, tag: str, answer: Answer) -> None:
        """Keep an answer; the one not asked for longest goes where there is no room."""
        if version == self._version and tag not in self._answers:
            self._answers[tag] = answer
            self._size += len(answer.body)
            while self._size > ROOM:
                self._size -= len(self._answers.popitem(last=False)[1].body)


class Kept:
    """Answers GET from what it keeps, or with 304 where the caller has it; tags every other answer to a GET.

    An answer that says itself how long it is good is left as it is.
    """

    def __init__(self, app: ASGIApp, database: Database, metrics: Metrics, default: Language) -> None:
        self._app = app
        self._database = database
        self._metrics = metrics
        self._shelf = _Shelf()
        self._languages = lru_cache(256)(lambda header: _languages(header, default))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] in _ALWAYS_NEW:
            await self._app(scope, receive, send)
            return
        try:
            version = await self._database.version()
        except DeadlineError as error:
            await (await problems.answer(Request(scope), error))(scope, receive, send)
            return
        except DatabaseError:
            await self._app(scope, receive, send)
            return
        await self._answer(version, self._tag(scope, version), scope, receive, send)

    async def _answer(self, version: str, tag: str, scope: Scope, receive: Receive, send: Send) -> None:
        if _has(scope, tag):
            self._metrics.came_from("unchanged")
            scope["told"]["operation"] = "unchanged"
            headers = [(b"etag", tag.encode()), (b"cache-control", b"private, no-cache")]
            await _send(send, 304, headers, b"")
            return
        kept = self._shelf.get(version, tag)
        if kept:
            self._metrics.came_from("kept")
            scope["told"]["operation"] = kept.operation
            await _send(send, 200, list(kept.headers), kept.body)
            return
        self._metrics.came_from("graph")
        await self._app(scope, receive, _Keeping(self._shelf, version, tag, scope, send))

    def _tag(self, scope: Scope, version: str) -> str:
        """The entity tag: of version, release, address and day, and of what the caller accepts and its cookies."""
        accepted = dict(pair for pair in scope["headers"] if pair[0] in _FIELDS)
        languages = self._languages(accepted.get(b"accept-language", b"").decode("latin-1"))
        form = b"ld" if b"application/ld+json" in accepted.get(b"accept", b"") else b""
        packed = b"gzip" if b"gzip" in accepted.get(b"accept-encoding", b"") else b""
        day = str(date.today().toordinal())
        path = scope.get("raw_path") or scope["path"].encode()
        cookie = accepted.get(b"cookie", b"")
        parts = (_RELEASE, path, scope["query_string"], languages, form, packed, cookie, day.encode())
        told = blake2b(b"\0".join(parts), digest_size=8).hexdigest()
        return f'W/"{version}-{told}"'


def _languages(header: str, default: Language) -> bytes:
    """Those in which this caller is answered."""
    spoken = negotiated(header, default, VIEW_LANGUAGES), negotiated(header, default, LANGUAGES)
    return " ".join(spoken).encode()


def _has(scope: Scope, tag: str) -> bool:
    """Whether the caller has the answer with this tag (RFC 9110, weak comparison)."""
    given = next((value for name, value in scope["headers"] if name == b"if-none-match"), None)
    return given is not None and tag in given.decode("latin-1")


async def _send(send: Send, status: int, headers: Iterable[tuple[bytes, bytes]], body: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": list(headers)})
    await send({"type": "http.response.body", "body": body})


class _Keeping:
    """Sends an answer on, tagged, and keeps it where it is whole and not too large."""

    def __init__(self, shelf: _Shelf, version: str, tag: str, scope: Scope, send: Send) -> None:
        self._shelf, self._version, self._tag = shelf, version, tag
        self._scope = scope
        self._send = send
        self._headers: list[tuple[bytes, bytes]] = []
        self._good = False

    async def __call__(self, message: Message) -> None:
        """Send a part of the answer on."""
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            self._good = message["status"] == 200 and "cache-control" not in headers
            if self._good:
                headers["ETag"] = self._tag
                headers["Cache-Control"] = "private, no-cache"
                headers.add_vary_header("Accept, Accept-Language, Cookie")
                self._headers = list(message["headers"])
        elif self._good and _worth_keeping(self._headers, message):
            operation = getattr(self._scope.get("route"), "operation_id", None) or "other"
            self._shelf.put(self._version, self._tag, Answer(operation, self._headers, message["body"]))
        await self._send(message)


def _worth_keeping(headers: list[tuple[bytes, bytes]], message: Message) -> bool:
    """Whether a part is a whole body, and not too large: an answer that is sent piece by piece says no length."""
    body = message.get("body", b"")
    return len(body) <= LARGEST and Headers(raw=headers).get("content-length") == str(len(body))
