"""Cursors: where the next page of a list begins, opaque to the caller."""

from base64 import b64decode, urlsafe_b64encode

from pydantic_core import PydanticCustomError


def cursor_after(key: str) -> str:
    """The cursor of the page that begins after `key`."""
    return urlsafe_b64encode(key.encode()).rstrip(b"=").decode()


def key_before(cursor: str) -> str:
    """The key after which the page of `cursor` begins. Raises PydanticCustomError for what is no cursor of ours."""
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        key = b64decode(padded, altchars=b"-_", validate=True).decode()
    except ValueError as error:
        raise PydanticCustomError("cursor", "not a cursor") from error
    if cursor_after(key) != cursor:
        raise PydanticCustomError("cursor", "not a cursor")
    return key
