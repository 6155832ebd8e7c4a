"""Files that were sent, each for whoever sent it: few at a time, and not for long. They stand in memory alone."""

import asyncio
import re
from collections.abc import Callable
from pathlib import PurePosixPath
from secrets import token_urlsafe
from time import monotonic
from typing import Final

from graphmodel.errors import BadInputError, CrowdedError, NotFoundError
from graphmodel.web.taking import Outcome, Rows
from loaders.files import READERS

MOST: Final = 8
"""Files at a time; each is as large as a call may be."""
SECONDS: Final = 3_600.0
"""How long a file is kept."""
PATIENCE: Final = 1.0
"""Seconds for which an answer waits for work that may be short."""
_LONGEST: Final = 60
_STRANGE: Final = re.compile(r"[^\w .()\-]")
Work = Callable[[Rows], Outcome]


def safe_name(given: str) -> str:
    """What a file may be called here, and as a source. Raises BadInputError for an ending that nobody reads."""
    name = _STRANGE.sub("_", PurePosixPath(given.replace("\\", "/")).name)
    stem, dot, ending = name.rpartition(".")
    if f".{ending.lower()}" not in READERS or not dot:
        raise BadInputError("loaders.unknown_kind", file=name[-_LONGEST:], known=", ".join(READERS))
    return f"{stem[:_LONGEST]}.{ending}"


class Upload:
    """A file, what it was found to hold, and what became of it. `owner` is the name of a key."""

    def __init__(self, owner: str | None, name: str, content: bytes) -> None:
        self.owner = owner
        self.name = safe_name(name)
        self.content = content
        self.until = monotonic() + SECONDS
        self.rows = Rows()
        self.checked: asyncio.Task[Outcome] | None = None
        self.loaded: asyncio.Task[Outcome] | None = None

    @property
    def running(self) -> bool:
        """Whether it is being read or loaded."""
        return any(task is not None and not task.done() for task in (self.checked, self.loaded))

    async def check(self, work: Work) -> None:
        """Read it, beside the event loop."""
        self.checked = await self._begun(work)

    async def load(self, work: Work) -> None:
        """Load it, unless that goes on or is done."""
        if not self.running and (self.loaded is None or self.loaded.exception()):
            self.loaded = await self._begun(work)

    async def _begun(self, work: Work) -> asyncio.Task[Outcome]:
        self.rows = rows = Rows()
        task = asyncio.ensure_future(asyncio.to_thread(work, rows))
        await asyncio.wait({task}, timeout=PATIENCE)
        return task


class Uploads:
    """All of them, by names that nobody guesses."""

    def __init__(self) -> None:
        self._kept: dict[str, Upload] = {}

    def add(self, upload: Upload) -> str:
        """Keep one; its name. The oldest goes where there is no room; raises CrowdedError while all are at work."""
        self._forget()
        if len(self._kept) >= MOST:
            idle = [name for name, one in self._kept.items() if not one.running]
            if not idle:
                raise CrowdedError("web.uploads_full")
            del self._kept[idle[0]]
        name = token_urlsafe(16)
        self._kept[name] = upload
        return name

    def get(self, name: str, owner: str | None) -> Upload:
        """One of this owner. Raises NotFoundError where there is none, or none any more."""
        self._forget()
        found = self._kept.get(name)
        if found is None or found.owner != owner:
            raise NotFoundError("web.upload_gone")
        return found

    def _forget(self) -> None:
        now = monotonic()
        self._kept = {name: one for name, one in self._kept.items() if one.until > now or one.running}
