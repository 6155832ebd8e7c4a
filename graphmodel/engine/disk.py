"""Writing to disk: free space, whole files only, one process at a time."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from graphmodel.errors import EngineError

LOCK_SECONDS: Final = 120
_MEGABYTE: Final = 1_000_000
_FULL: Final = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


def megabytes(size: int) -> str:
    """`size` bytes for people, in megabytes with one decimal."""
    return f"{size / _MEGABYTE:.1f}"


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn a failure to write below `path` into an EngineError that says so."""
    try:
        yield
    except OSError as error:
        key = "engine.disk_full" if error.errno in _FULL else "engine.folder"
        raise EngineError(key, path=error.filename or path, reason=error.strerror or error) from error


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock file `path` alone among all processes and threads; the system frees it when one dies.

    Raises EngineError when somebody else has it for LOCK_SECONDS.
    """
    with writing(path.parent):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FileLock(path, thread_local=False)
        try:
            lock.acquire(timeout=LOCK_SECONDS)
        except Timeout as error:
            raise EngineError("engine.busy", path=path, seconds=LOCK_SECONDS) from error
    try:
        yield
    finally:
        lock.release()


def need(path: Path, size: int) -> None:
    """Raise EngineError unless `size` bytes are free where `path` is or will be."""
    present = next(folder for folder in (path, *path.parents) if folder.exists())
    free = shutil.disk_usage(present).free
    if free < size:
        raise EngineError("engine.no_space", path=path, needed=megabytes(size), free=megabytes(free))


def replace(path: Path, content: str) -> None:
    """Put a file that its owner alone may read in place of `path`, whole or not at all."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def size_of(folder: Path) -> int:
    """Bytes of all files below `folder`; 0 where there is none."""
    total = 0
    for file in folder.rglob("*"):
        try:
            total += file.stat().st_size if file.is_file() else 0
        except FileNotFoundError:
            continue
    return total
