"""Who may call what: keys with roles, and the machine itself without one."""

from collections.abc import Mapping
from ipaddress import ip_address
from time import monotonic
from typing import Any, Final, NamedTuple

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from starlette.datastructures import Headers

from graphmodel.errors import ForbiddenError, LimitedError, UnauthorisedError
from graphmodel.keys import ROLES, Key, KeyFile, Role, hashed

OPEN: Final = frozenset({"/healthz", "/readyz"})
"""What a watcher may ask without a key, wherever it is."""
_OWN_NAMES: Final = ("localhost", "127.0.0.1", "[::1]")
_FORWARDED: Final = ("forwarded", "x-forwarded-for", "x-real-ip")
_REREAD: Final = 1.0
"""Seconds after which the file of the keys is looked at again."""


class Caller(NamedTuple):
    """Who calls: the name of the key, none for the machine itself."""

    name: str | None
    role: Role


class Access:
    """Tells callers apart, and counts what each key asks for; `rate` is as in `600/minute`."""

    def __init__(self, keys: KeyFile, rate: str) -> None:
        self._file = keys
        self._rate: RateLimitItem = parse(rate)
        self._limiter = FixedWindowRateLimiter(MemoryStorage())
        self._keys: Mapping[str, Key] = {}
        self._reread_at = 0.0

    def caller(self, scope: Mapping[str, Any]) -> Caller:
        """Who calls. Raises UnauthorisedError for no key where one is needed, and for a wrong one."""
        headers = Headers(raw=scope["headers"])
        given = headers.get("authorization")
        if given is None:
            if scope["path"] in OPEN or _is_own(scope, headers):
                return Caller(None, "planner")
            raise UnauthorisedError("api.no_key")
        kind, _, secret = given.partition(" ")
        key = self._known().get(hashed(secret.strip())) if kind.lower() == "bearer" else None
        if key is None:
            raise UnauthorisedError("api.wrong_key")
        return Caller(key.name, key.role)

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
