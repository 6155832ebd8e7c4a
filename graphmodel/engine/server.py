"""The server of a home brought up and down. The caller holds the lock of the home."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Final

import psutil

from graphmodel.engine import bolt, causes, disk, ports, process, setup
from graphmodel.engine.closure import Closure
from graphmodel.engine.config import Connection, EngineConfig
from graphmodel.engine.home import Home, State
from graphmodel.engine.java import java
from graphmodel.engine.progress import Progress
from graphmodel.errors import EngineError
from graphmodel.texts import text

START_SECONDS: Final = 600
"""A start after a crash replays the transaction logs first; 30 s have been seen."""
ANSWER_SECONDS: Final = 15
SCAN_SECONDS: Final = 150
_POLL_SECONDS: Final = 0.1
_SPARE: Final = 100_000_000


def connection(home: Home) -> Connection:
    """How to reach the server of `home`."""
    return Connection(uri(home.state().port), bolt.USER, home.password())


def uri(port: int) -> str:
    """The address of a server on the loopback port."""
    return f"bolt://127.0.0.1:{port}"


def attach(home: Home) -> bool:
    """Wait for the server of `home` if one is alive, and see that it is ours and its store whole.

    Raises EngineError when it refuses the password, does not answer, or cannot read its store.
    """
    state = home.state()
    alive = process.running(home, state)
    if alive and not state.port:  # what was remembered is lost
        down(home)
        return False
    if alive is None:
        return False
    _await(home, alive, state)
    _check(home, alive, state)
    return True


def launch(home: Home, config: EngineConfig, closure: Closure, progress: Progress) -> None:
    """Start a server for `home`, which has none, and wait until its store answers; a failed one is ended.

    Raises EngineError with the cause.
    """
    refuse_other_version(home, closure)
    words = process.command(java(config.java), config.heap_mb, closure)
    progress.message(text("engine.starting", version=closure.version))
    with disk.writing(home.path):
        disk.need(home.path, _SPARE)
        state = _prepare(home, config, closure)
        try:
            alive = process.spawn(home, config.jars, words)
            state = home.remember(replace(state, pid=alive.pid, created=alive.create_time()))
            _await(home, alive, state)
            _check(home, alive, state)
        except BaseException:
            down(home)
            raise


def down(home: Home) -> bool:
    """Stop the server of `home`; returns whether there was one."""
    state = home.state()
    alive = process.running(home, state)
    if alive:
        process.end(alive)
    if alive or state.pid:
        home.remember(State(state.neo4j, state.port))
    return alive is not None


def refuse_other_version(home: Home, closure: Closure) -> None:
    """Raise EngineError for a store written by another line of Neo4j than `closure`, or by a later release."""
    written = home.state().neo4j
    if not (home.has_store and written):
        return
    theirs, ours = _numbers(written), _numbers(closure.version)
    if theirs[:2] != ours[:2] or theirs > ours:
        raise EngineError("engine.other_version", home=home.path, theirs=written, ours=closure.version)


def _numbers(version: str) -> list[int]:
    return [int(number) for number in version.split(".")]


def _prepare(home: Home, config: EngineConfig, closure: Closure) -> State:
    port = ports.choose(config.port, home.state().port)
    causes.set_aside_logs(home)
    setup.write_settings(home, port, config.heap_mb, config.http_port)
    setup.write_password(home)
    return home.remember(State(closure.version, port))


def _await(home: Home, alive: psutil.Process, state: State) -> None:
    deadline = time.monotonic() + (ANSWER_SECONDS if state.checked else START_SECONDS)
    while not bolt.speaks(state.port):
        if not process.is_alive(alive):
            raise causes.cause(home, state.port)
        if causes.is_hopeless(home):
            raise EngineError("engine.damaged", home=home.path)
        if time.monotonic() > deadline:
            raise EngineError("engine.no_answer", pid=alive.pid, log=home.log)
        time.sleep(_POLL_SECONDS)


def _check(home: Home, alive: psutil.Process, state: State) -> None:
    """Log in once, never again after a refusal: the third in a row would lock the user out.

    The store is read through once in the life of a server, before anybody can be writing.
    """
    with _asking(home, alive):
        if state.checked:
            bolt.log_in(state.port, home.password(), ANSWER_SECONDS)
            return
        whole = bolt.is_whole(state.port, home.password(), SCAN_SECONDS)
    if not whole:
        raise EngineError("engine.damaged", home=home.path)
    home.remember(replace(state, pid=alive.pid, created=alive.create_time(), checked=True))


@contextmanager
def _asking(home: Home, alive: psutil.Process) -> Iterator[None]:
    try:
        yield
    except bolt.BoltFailureError as error:
        key = "engine.password" if ".Security." in error.code else "engine.damaged"
        raise EngineError(key, home=home.path) from error
    except OSError as error:
        raise EngineError("engine.no_answer", pid=alive.pid, log=home.log) from error
