"""The Java processes of a home: started, recognised, ended."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

import psutil

from graphmodel.engine.closure import Closure
from graphmodel.engine.home import Home, State

TERM_SECONDS: Final = 30
_CLOCK_SECONDS: Final = 5
_FLAGS: Final = (
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-XX:-UsePerfData",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
)
_children: Final[list[subprocess.Popen[bytes]]] = []


def command(java: Path, heap_mb: int, closure: Closure, *rest: str) -> list[str]:
    """Run a class of Neo4j. The class path is relative to the folder of the jars: the whole must fit into
    the 32,767 characters that Windows allows."""
    paths = os.pathsep.join(sorted(jar.path for jar in closure.jars))
    return [str(java), f"-Xmx{heap_mb}m", *_FLAGS, "-cp", paths, *rest]


def spawn(home: Home, jars: Path, words: list[str]) -> psutil.Process:
    """Start the server of `home` with what it prints in its console log."""
    main = ("org.neo4j.server.CommunityEntryPoint", _mark(home), f"--config-dir={home.conf}")
    with home.console.open("wb") as console:
        return detach([*words, *main], jars, console)


def detach(words: list[str], folder: Path | None = None, output: BinaryIO | None = None) -> psutil.Process:
    """Run a program in `folder` so that it outlives this process, its terminal and Ctrl+C."""
    child = subprocess.Popen(  # noqa: S603
        words,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=output or subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )
    _children[:] = [started for started in _children if started.poll() is None]
    _children.append(child)  # a Popen that is collected while its process runs gives a warning
    return psutil.Process(child.pid)


def running(home: Home, state: State) -> psutil.Process | None:
    """The live server of `home`: the one remembered, else any whose command line names this home.

    The second finds a server whose starter was killed before it could remember it.
    """
    return _remembered(home, state) or next(_find(home), None)


def is_alive(process: psutil.Process) -> bool:
    """Whether it runs; a dead child nobody has waited for does not."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def end(process: psutil.Process) -> None:
    """Ask it to stop, kill it after TERM_SECONDS, and wait until it is gone."""
    try:
        process.terminate()
        process.wait(TERM_SECONDS)
    except psutil.TimeoutExpired:
        process.kill()
        process.wait(TERM_SECONDS)
    except psutil.NoSuchProcess:
        pass


def _mark(home: Home) -> str:
    return f"--home-dir={home.path}"


def _remembered(home: Home, state: State) -> psutil.Process | None:
    try:
        process = psutil.Process(state.pid) if state.pid else None
        if process and abs(process.create_time() - state.created) < _CLOCK_SECONDS:
            return process if is_alive(process) and _mark(home) in process.cmdline() else None
    except psutil.Error:
        pass
    return None


def _find(home: Home) -> Iterator[psutil.Process]:
    for process in psutil.process_iter(["cmdline"]):
        if _mark(home) in (process.info["cmdline"] or ()) and is_alive(process):
            yield process
