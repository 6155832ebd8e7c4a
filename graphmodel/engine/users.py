"""Who is using a server: one locked file for each open session, so that the last one out can stop it.

The system frees the lock of a process that dies, so no process id has to be trusted.
"""

import secrets
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout


def join(folder: Path) -> FileLock:
    """Enter a session. The caller holds the lock of the home, here and in `leave`."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    entry = FileLock(folder / secrets.token_hex(8), thread_local=False)
    entry.acquire()
    return entry


def leave(entry: FileLock) -> None:
    """Take a session out again."""
    entry.release()
    _delete(Path(entry.lock_file))


def present(folder: Path) -> bool:
    """Whether a session is open."""
    return any(_is_open(file) for file in folder.glob("*"))


def sweep(folder: Path) -> None:
    """Delete what processes left that died in a session. The caller holds the lock and none is present."""
    for file in folder.glob("*"):
        _delete(file)


def _is_open(file: Path) -> bool:
    try:
        with FileLock(file, thread_local=False).acquire(timeout=0):
            return False
    except Timeout:
        return True


def _delete(file: Path) -> None:
    with suppress(OSError):  # a guard may be looking at it
        file.unlink()
