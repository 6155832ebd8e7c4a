"""Why a server died, read from its logs and put into one sentence."""

import re
from pathlib import Path
from typing import Final

from graphmodel.engine.home import Home
from graphmodel.errors import EngineError

_DAMAGED: Final = (
    r"Transaction logs are missing|Failed to start DatabaseId|Recovery.*failed|store (version|files?)"
    r"|legacy metadata store|UnderlyingStorageException"
)
_CAUSES: Final = (
    (r"PortBindException|Address already in use", "engine.port_taken"),
    (r"FileLockException|locked by another process", "engine.store_in_use"),
    (r"No space left on device|not enough space on the disk", "engine.disk_full"),
    (
        r"Could not reserve enough space|insufficient memory|Invalid maximum heap|OutOfMemoryError",
        "engine.memory",
    ),
    (r"AccessDeniedException|Permission denied", "engine.folder"),
    (_DAMAGED, "engine.damaged"),
)


def set_aside_logs(home: Home) -> None:
    """Keep the logs of the run before under the name *.previous, so that what follows is of this run."""
    home.log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for log in (home.log, home.debug_log, home.console):
        if log.exists():
            log.replace(log.with_name(log.name + ".previous"))


def is_hopeless(home: Home) -> bool:
    """Whether the server has found the transaction logs gone: it would wait 30 s more before it says so."""
    return "Transaction logs are missing" in _read(home.debug_log)


def cause(home: Home, port: int) -> EngineError:
    """The error that says why the server of `home`, started on `port`, is no longer alive."""
    said = _read(home.console) + _read(home.log)
    for pattern, key in _CAUSES:
        if re.search(pattern, said):
            return EngineError(
                key, home=home.path, path=home.path, port=port, reason=_last(said), log=home.log
            )
    return EngineError("engine.died", reason=_last(said), log=home.log)


def _last(said: str) -> str:
    """The innermost cause in a stack trace, else the last line."""
    causes = re.findall(r"^Caused by: (.*)$", said, re.MULTILINE)
    lines = causes or said.strip().splitlines() or ["?"]
    return str(lines[-1])[:300]


def _read(log: Path) -> str:
    try:
        return log.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
