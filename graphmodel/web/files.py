"""What pages load beside themselves: style sheet, scripts and icon, each under an address that names its content."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Final, NamedTuple

FOLDER: Final = "/static/"
"""Where all of them stand."""
_MEDIA: Final = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_SOURCES: Final = (
    "static/page.css",
    "static/writing.css",
    "static/icon.svg",
    "static/suggest.js",
    "vendor/htmx.min.js",
)


class File(NamedTuple):
    """One of them; a browser refuses it where `integrity` (SRI) says otherwise than its content."""

    address: str
    integrity: str
    media: str
    content: bytes


def _file(source: str) -> File:
    content = resources.files(__package__).joinpath(source).read_bytes()
    digest, name = sha256(content), source.rpartition("/")[2]
    return File(
        f"{FOLDER}{digest.hexdigest()[:12]}/{name}",
        f"sha256-{b64encode(digest.digest()).decode()}",
        f"{_MEDIA[name.rpartition('.')[2]]}; charset=utf-8",
        content,
    )


@cache
def by_name() -> Mapping[str, File]:
    """All of them, by the name of the file."""
    return {source.rpartition("/")[2]: _file(source) for source in _SOURCES}


def at(address: str) -> File | None:
    """The one at this address, where there is one."""
    found: Iterator[File] = (file for file in by_name().values() if file.address == address)
    return next(found, None)
