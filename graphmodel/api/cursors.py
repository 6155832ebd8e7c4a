"""Cursors: where the next page of a list begins, signed, so that only this service makes them.

A cursor belongs to the list that gave it: `place` is the path of that list. The same service makes the same cursors
again after a restart, and so do its other processes.
"""

import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from typing import Any, Final

_SIGNED: Final = 12
"""Bytes of the signature."""


class Cursors:
    """Makes and reads cursors; `secret` is known to nobody else."""

    def __init__(self, secret: bytes) -> None:
        self._secret = hmac.digest(secret, b"graphmodel cursors", sha256)

    def after(self, place: str, position: list[Any]) -> str:
        """The cursor of the page that begins after a position, which is made of texts and numbers."""
        told = json.dumps(position, ensure_ascii=False, separators=(",", ":")).encode()
        return urlsafe_b64encode(self._signature(place, told) + told).rstrip(b"=").decode()

    def before(self, place: str, cursor: str) -> list[Any]:
        """The position after which the page of a cursor begins. Raises ValueError for what is no cursor of ours."""
        read = urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
        signature, told = read[:_SIGNED], read[_SIGNED:]
        if not hmac.compare_digest(signature, self._signature(place, told)):
            raise ValueError(cursor)
        position: list[Any] = json.loads(told)
        if self.after(place, position) != cursor:
            raise ValueError(cursor)
        return position

    def _signature(self, place: str, told: bytes) -> bytes:
        return hmac.digest(self._secret, place.encode(errors="surrogatepass") + b"\0" + told, sha256)[
            :_SIGNED
        ]
