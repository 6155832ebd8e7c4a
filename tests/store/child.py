"""A process of its own that loads, and dies or waits at a chosen write: `python -m tests.store.child die|wait N`."""

import json
import os
import signal
import sys
import time
from collections.abc import Mapping
from typing import Any

from graphmodel.domain.claims import CLAIM
from graphmodel.store import Store
from graphmodel.store.connection import Connection
from tests.store.graphs import SOURCES


def _at_write(number: int, act: str) -> None:
    count, write = 0, Connection.write

    def writing(self: Connection, *steps: tuple[str, Mapping[str, Any]]) -> None:
        nonlocal count
        count += 1
        if count == number and act == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if count == number:
            print("holding", flush=True)  # noqa: T201
            time.sleep(60)
        write(self, *steps)

    Connection.write = writing  # type: ignore[method-assign]


def main() -> None:
    """Load the claims that standard input gives."""
    task = json.load(sys.stdin)
    with Store(**task["server"]) as store:
        writer = store.writer()
        _at_write(int(sys.argv[2]), sys.argv[1])
        writer.load(SOURCES, [CLAIM.validate_python(one) for one in task["claims"]])


if __name__ == "__main__":
    main()
