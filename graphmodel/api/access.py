"""Who may call what: keys with roles, and the machine itself without one."""

from collections.abc import Collection, Mapping
from ipaddress import ip_address
from time import monotonic
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from starlette.datastructures import Headers
from starlette.requests import cookie_parser

from graphmodel.errors import ForbiddenError, LimitedError, UnauthorisedError
from graphmodel.keys import ROLES, Key, KeyFile, Role, hashed

OPEN: Final = frozenset({"/healthz", "/readyz"})
"""What a watcher may ask without a key, wherever it is."""
COOKIE: Final = "graphmodel_key"
"""In it a browser keeps a key: whoever has no header `Authorization` to send may show it so."""
_OWN_NAMES: Final = ("localhost", "127.0.0.1", "[::1]")
_FORWARDED: Final = ("forwarded", "x-forwarded-for", "x-real-ip")
_REREAD: Final = 1.0
"""Seconds after which the file of the keys is looked at again."""


class Caller(NamedTuple):
    """Who calls: the name of the key, none for the machine itself."""

    name: str | None
    role: Role


class Access:
    """Tells callers apart, and counts what each key asks for; `rate` is as in `600/minute`.

    `unlocked` are beginnings of paths that need no key, beside those in OPEN.
    """

    def __init__(self, keys: KeyFile, rate: str, unlocked: Collection[str] = ()) -> None:
        self._file = keys
        self._unlocked = tuple(unlocked)
        self._rate: RateLimitItem = parse(rate)
        self._limiter = FixedWindowRateLimiter(MemoryStorage())
        self._keys: Mapping[str, Key] = {}
        self._reread_at = 0.0

    def caller(self, scope: Mapping[str, Any]) -> Caller:
        """Who calls. Raises UnauthorisedError for no key where one is needed, and for a wrong one.

        A key in a cookie counts for what the pages of this service send, and no other page; one that is wrong is none.
        """
        headers = Headers(raw=scope["headers"])
        given = headers.get("authorization")
        if given is None:
            return self._by_cookie(headers, scope["method"]) or self._without_key(scope, headers)
        kind, _, secret = given.partition(" ")
        key = self.key(secret.strip()) if kind.lower() == "bearer" else None
        if key is None:
            raise UnauthorisedError("api.wrong_key")
        return Caller(key.name, key.role)

    def key(self, secret: str) -> Key | None:
        """The key with this secret, where there is one."""
        return self._known().get(hashed(secret))

    def _by_cookie(self, headers: Headers, method: str) -> Caller | None:
        secret = cookie_parser(headers.get("cookie", "")).get(COOKIE)
        key = self.key(secret) if secret else None
        if key is None:
            return None
        if method not in ("GET", "HEAD"):
            check_origin(headers)
        return Caller(key.name, key.role)

    def _without_key(self, scope: Mapping[str, Any], headers: Headers) -> Caller:
        path = scope["path"]
        if path in OPEN or path.startswith(self._unlocked) or _is_own(scope, headers):
            return Caller(None, "planner")
        raise UnauthorisedError("api.no_key")

    def count(self, caller: Caller) -> None:
        """Count a call of a key. Raises LimitedError where it has had as many as it may."""
        if caller.name is not None and not self._limiter.hit(self._rate, caller.name):
            reset = self._limiter.get_window_stats(self._rate, caller.name).reset_time
            raise LimitedError("api.limited", rate=str(self._rate), reset=reset)

    def _known(self) -> Mapping[str, Key]:
        if monotonic() >= self._reread_at:
            self._keys = {key.hash: key for key in self._file.all()}
            self._reread_at = monotonic() + _REREAD
        return self._keys


def check_role(caller: Caller, needed: Role) -> None:
    """Raise ForbiddenError where the role of the key does not reach, UnauthorisedError where there is no key."""
    if caller.name is None and needed == "editor":
        raise UnauthorisedError("api.no_key")
    if ROLES.index(caller.role) < ROLES.index(needed):
        raise ForbiddenError("api.wrong_role", role=needed)


def check_origin(headers: Headers) -> None:
    """Raise ForbiddenError for a form that was sent by a page of another site, or by one that does not say."""
    origin = urlsplit(headers.get("origin", "")).netloc
    if not origin or origin != headers.get("host"):
        raise ForbiddenError("api.foreign_form")


def _is_own(scope: Mapping[str, Any], headers: Headers) -> bool:
    """Whether the call comes from this machine and by its own name: not through a proxy, nor from a page elsewhere."""
    client = scope.get("client")
    host = headers.get("host", "")
    name = host if host.endswith("]") else host.rpartition(":")[0] or host
    try:
        near = client is not None and ip_address(client[0]).is_loopback
    except ValueError:
        near = False
    return near and name in _OWN_NAMES and not any(header in headers for header in _FORWARDED)
