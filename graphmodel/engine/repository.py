"""Jars from a Maven repository over HTTP, by way of the user's mirror, proxy and TLS settings."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import httpx
from jgo.constants import MAVEN_CENTRAL_URL

from graphmodel.engine.jars import Source
from graphmodel.errors import EngineError

MAVEN_SETTINGS: Final = Path("~/.m2/settings.xml")
_TIMEOUT: Final = 30.0
_MIRRORED: Final = {"*", "central", "external:*"}


def address(mirror: str | None, settings: Path = MAVEN_SETTINGS) -> str:
    """`mirror`, else the one Maven's own `settings` name for the central repository, else that repository."""
    return (mirror or _mirror_in(settings.expanduser()) or MAVEN_CENTRAL_URL).rstrip("/")


@contextmanager
def repository_source(base: str) -> Iterator[Source]:
    """Jars from the repository at `base`, each with a timeout of 30 s of silence.

    Opening or reading one raises EngineError when the network, the proxy or the repository refuses.
    """
    try:
        with httpx.Client(follow_redirects=True, timeout=_TIMEOUT) as client:
            yield lambda jar: _opened(client, f"{base}/{jar.path}")
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        raise _failure(base, error) from error


@contextmanager
def _opened(client: httpx.Client, url: str) -> Iterator[Iterable[bytes]]:
    with client.stream("GET", url) as answer:
        yield answer.raise_for_status().iter_bytes()


def _failure(base: str, error: Exception) -> EngineError:
    if isinstance(error, httpx.HTTPStatusError):
        return EngineError(
            "engine.repository", address=_shown(error.request.url), status=error.response.status_code
        )
    return EngineError("engine.no_network", address=_shown(base), reason=error or type(error).__name__)


def _shown(url: str | httpx.URL) -> str:
    """Without the user name and password a mirror's address may hold."""
    try:
        return str(httpx.URL(url).copy_with(userinfo=b""))
    except httpx.InvalidURL:
        return "?"


def _mirror_in(settings: Path) -> str | None:
    """The address in Maven's settings of a mirror of everything or of the central repository."""
    try:
        root = ET.parse(settings).getroot()  # noqa: S314 - the user's own file
    except (OSError, ET.ParseError):
        return None
    for mirror in root.iterfind(".//{*}mirror"):
        mirrored = (mirror.findtext("{*}mirrorOf") or "").replace(" ", "").split(",")
        if "!central" not in mirrored and _MIRRORED.intersection(mirrored):
            return (mirror.findtext("{*}url") or "").strip()
    return None
