"""Having the jars in a folder: whole, checked, and taken from a repository or another folder.

A jar is written under a temporary name, checked against its SHA-256 and renamed, so a folder never holds
half a jar under its own name, and what was taken before an interruption is not taken again.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from graphmodel.engine import disk
from graphmodel.engine.closure import Closure, Jar
from graphmodel.engine.progress import Progress
from graphmodel.errors import EngineError
from graphmodel.texts import text

Source = Callable[[Jar], AbstractContextManager[Iterable[bytes]]]
"""Opens a jar where it is taken from."""
_THREADS: Final = 12
_SPARE: Final = 20_000_000
_CHUNK: Final = 1 << 18


def missing(closure: Closure, folder: Path) -> list[Jar]:
    """The jars that `folder` does not hold whole; every byte of the others is read and checked."""
    with ThreadPoolExecutor() as threads:
        whole = threads.map(lambda jar: _is_whole(jar, folder), closure.jars)
    return [jar for jar, is_whole in zip(closure.jars, whole, strict=True) if not is_whole]


def ensure(closure: Closure, folder: Path, source: Source, progress: Progress) -> None:
    """Take what `folder` lacks from `source`. Their size is told to `progress` before the first byte.

    Raises EngineError for a full disk, a folder that cannot be written, a jar that is not the one expected,
    and what `source` raises.
    """
    with disk.held(folder / ".lock"), disk.writing(folder):
        lacking = missing(closure, folder)
        size = sum(jar.size for jar in lacking)
        disk.need(folder, size + _SPARE)
        said = text("engine.fetching", version=closure.version, megabytes=disk.megabytes(size))
        progress.start(size, said)
        _each(lacking, lambda jar: _take(jar, folder, source, progress))


def folder_source(folder: Path) -> Source:
    """Jars from `folder`, laid out as a Maven repository. Opening one it lacks raises EngineError."""

    @contextmanager
    def opened(jar: Jar) -> Iterator[Iterable[bytes]]:
        path = folder / jar.path
        if not path.is_file():
            raise EngineError("engine.no_jar", path=path, folder=folder)
        with path.open("rb") as file:
            yield _chunks(file)

    return opened


def _is_whole(jar: Jar, folder: Path) -> bool:
    if not jar.lies_in(folder):
        return False
    with (folder / jar.path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == jar.sha256


def _each(jars: list[Jar], take: Callable[[Jar], None]) -> None:
    """In threads; the first failure or an interrupt leaves the rest undone."""
    threads = ThreadPoolExecutor(_THREADS)
    try:
        for done in as_completed([threads.submit(take, jar) for jar in jars]):
            done.result()
    finally:
        threads.shutdown(cancel_futures=True)


def _take(jar: Jar, folder: Path, source: Source, progress: Progress) -> None:
    target = folder / jar.path
    part = target.with_name(target.name + ".part")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with source(jar) as chunks, part.open("wb") as file:
            digest = _copy(chunks, file, progress)
        if digest != jar.sha256:
            raise EngineError("engine.checksum", file=jar.path)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _copy(chunks: Iterable[bytes], file: BinaryIO, progress: Progress) -> str:
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
        file.write(chunk)
        progress.advance(len(chunk))
    return digest.hexdigest()


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK):
        yield chunk
