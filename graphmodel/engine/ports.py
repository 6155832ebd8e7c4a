"""Choosing the loopback port of the server."""

import os
import socket

from graphmodel.errors import EngineError


def choose(wanted: int, remembered: int) -> int:
    """`wanted`; where it is 0 the `remembered` port while it is free, else any free one.

    Raises EngineError when `wanted` is taken by another program.
    """
    if wanted:
        if not _bind(wanted):
            raise EngineError("engine.port_taken", port=wanted)
        return wanted
    return (remembered and _bind(remembered)) or _bind(0)


def _bind(port: int) -> int:
    """The port that could be bound on 127.0.0.1, or 0; a port of 0 asks for any."""
    with socket.socket() as probe:
        if os.name == "posix":  # elsewhere this option would let two programs share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return 0
        return int(probe.getsockname()[1])
