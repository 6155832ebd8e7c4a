"""A small process beside a server that sessions started: it stops the server when they die without doing so.

Unlike a signal on the death of the parent it works on every
system, for a parent with threads, and for several sessions sharing one server.
"""

import sys
import time
from contextlib import suppress
from typing import Final

from graphmodel.engine import disk, process, server, users
from graphmodel.engine.home import Home
from graphmodel.errors import EngineError

_POLL_SECONDS: Final = 1.0


def post(home: Home) -> None:
    """Start a guard for `home` unless its server is to be kept; it ends by itself."""
    if not home.state().kept:
        process.detach([sys.executable, "-P", "-m", __package__, str(home.path)])


def watch(home: Home) -> None:
    """Wait until no session of `home` is left, then stop its server unless it is to be kept."""
    while _is_needed(home):
        while users.present(home.users):
            time.sleep(_POLL_SECONDS)
        with suppress(EngineError), disk.held(home.lock):
            leave(home)


def leave(home: Home) -> None:
    """Stop the server of `home` unless it is to be kept or a session is open. The caller holds the lock."""
    if not users.present(home.users):
        users.sweep(home.users)
        if not home.state().kept:
            server.down(home)


def _is_needed(home: Home) -> bool:
    state = home.state()
    return not state.kept and process.running(home, state) is not None
