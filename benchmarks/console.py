"""Look-ups while strangers' hostile statements run through the console: milliseconds, and what the strangers reached.

The server is our own, in a temporary home, with the reference data set. The statements are those of the tests
(tests/data/hostile), two at a time; meanwhile enterprises are looked up one after another.
"""

import asyncio
import socket
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from threading import Event, Thread
from typing import Final

from benchmarks._server import server_in_a_folder
from graphmodel.engine import Connection
from graphmodel.errors import CrowdedError, DeadlineError, RefusedError
from graphmodel.store import Console, Store, View
from graphmodel.store.console import CONCURRENT
from loaders import reference
from tests.hostile import corpus

LOOK_UPS: Final = 300
_NAMES: Final = ("АТИСС", "Energy East", "ПромАгроТехнологии")
_PAUSE: Final = 0.02
"""Seconds between two look-ups."""


@dataclass
class Siege:
    """What became of the statements, how long each took, and how long the look-ups took meanwhile."""

    outcomes: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    look_ups: list[float] = field(default_factory=list)


def looked_up(view: View, turn: int) -> float:
    """Milliseconds of one look-up."""
    began = time.perf_counter()
    view.partners(view.enterprise(_NAMES[turn % len(_NAMES)]).key)
    return (time.perf_counter() - began) * 1000


@contextmanager
def looking_up(view: View, siege: Siege) -> Iterator[None]:
    """Look enterprises up until the end."""
    over = Event()

    def run() -> None:
        while not over.wait(_PAUSE):
            siege.look_ups.append(looked_up(view, len(siege.look_ups)))

    thread = Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


async def besiege(server: Connection, siege: Siege, port: int, file: Path) -> None:
    """Every hostile statement, as many at a time as may."""
    places = asyncio.Semaphore(CONCURRENT)
    async with Console(server.uri, server.username, server.password) as console:
        await console.prepare()

        async def run(statement: str) -> None:
            async with places:
                began = time.perf_counter()
                siege.outcomes[await outcome(console, statement)] += 1
                siege.seconds.append(time.perf_counter() - began)

        hostile = (one for one in corpus() if one.outcome != "answered")
        await asyncio.gather(*(run(one.aimed(port, file)) for one in hostile))


async def outcome(console: Console, statement: str) -> str:
    """What becomes of a statement, in a word."""
    try:
        await console.run(statement, {"n": 1_000_000_000})
    except RefusedError:
        return "refused"
    except DeadlineError:
        return "cut off"
    except CrowdedError:
        return "sent away"
    return "answered"


def knocked(listener: socket.socket) -> bool:
    """Whether anybody has connected."""
    try:
        listener.accept()
    except BlockingIOError:
        return False
    return True


def told(name: str, times: list[float]) -> str:
    """Median, 99th percentile and maximum, in milliseconds."""
    cuts = quantiles(times, n=100)
    return f"{name:<24} median {cuts[49]:7.1f}   p99 {cuts[98]:7.1f}   most {max(times):7.1f} ms   of {len(times)}"


def measure(server: Connection, folder: Path) -> None:
    """Print what happened."""
    siege, secret = Siege(), folder / "secret.csv"
    secret.write_text("secret\n", encoding="utf-8")
    reading = reference()
    with (
        Store(server.uri, server.username, server.password) as store,
        socket.create_server(("127.0.0.1", 0)) as listener,
    ):
        listener.setblocking(False)
        store.writer().load(reading.sources, reading.claims)
        view, before = store.view(), store.view().canonical()
        alone = [looked_up(view, turn) for turn in range(2 * LOOK_UPS)][LOOK_UPS:]
        with looking_up(view, siege):
            asyncio.run(besiege(server, siege, listener.getsockname()[1], secret))
        print(", ".join(f"{count} {name}" for name, count in siege.outcomes.most_common()))
        print(f"the longest took {max(siege.seconds):.1f} s")
        print(f"graph changed: {view.canonical() != before}   connections: {int(knocked(listener))}")
    print(told("look-ups alone", alone))
    print(told("look-ups meanwhile", siege.look_ups))


def main() -> None:
    """Measure on a server that lasts as long."""
    with server_in_a_folder() as (server, folder):
        measure(server, folder)


if __name__ == "__main__":
    ArgumentParser(description=__doc__).parse_args()
    main()
