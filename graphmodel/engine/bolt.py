"""As much of the Bolt protocol as it takes to see that a server is up, ours and whole.

The engine may not import the driver. Bolt 5.1 with four messages is enough: HELLO, LOGON, RUN, PULL.
"""

import re
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

USER: Final = "neo4j"
DATABASE: Final = "neo4j"
_HANDSHAKE: Final = bytes.fromhex("6060B017 00000105 00000000 00000000 00000000")
_AGREED: Final = bytes.fromhex("00000105")
_TRUE: Final = b"\xb1\x71\x91\xc3"
_SUCCESS, _RECORD, _FAILURE = 0x70, 0x71, 0x7F
# The count store survives a truncated store file; a scan does not. The two must agree.
_WHOLE: Final = """
CALL () { MATCH (n) RETURN count(n) AS nodes }
CALL () { MATCH (n) WITH elementId(n) AS id RETURN count(id) AS nodes_seen }
CALL () { MATCH ()-[r]->() RETURN count(r) AS edges }
CALL () { MATCH ()-[r]->() WITH elementId(r) AS id RETURN count(id) AS edges_seen }
RETURN nodes = nodes_seen AND edges = edges_seen
"""


class BoltFailureError(Exception):
    """The server answered with a failure; `code` is Neo4j's own, such as Neo.ClientError.Security.Unauthorized."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def speaks(port: int, timeout: float = 2.0) -> bool:
    """Whether something on this loopback port completes a Bolt handshake within `timeout` seconds."""
    try:
        with _connect(port, timeout):
            return True
    except OSError:
        return False


def log_in(port: int, password: str, timeout: float) -> None:
    """See that the server on this port takes the password, waiting `timeout` seconds for each answer.

    Raises BoltFailureError when it does not, OSError when it goes away.
    """
    with _logged_in(port, password, timeout):
        pass


def is_whole(port: int, password: str, timeout: float) -> bool:
    """Log in and compare what the store has counted with what it can read: about a second per million nodes.

    Raises BoltFailureError when the password is refused or the database is offline, OSError when the server
    goes away or an answer takes longer than `timeout` seconds.
    """
    with _logged_in(port, password, timeout) as connection:
        _say(connection, 0x10, _WHOLE, {}, {"db": DATABASE, "mode": "r"})
        return _TRUE in _say(connection, 0x3F, {"n": -1})


@contextmanager
def _logged_in(port: int, password: str, timeout: float) -> Iterator[socket.socket]:
    with _connect(port, timeout) as connection:
        _say(connection, 0x01, {"user_agent": "graphmodel"})
        _say(connection, 0x6A, {"scheme": "basic", "principal": USER, "credentials": password})
        yield connection


def _connect(port: int, timeout: float) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout)
    try:
        connection.sendall(_HANDSHAKE)
        if _read(connection, 4) != _AGREED:
            raise ConnectionError("not a Bolt server")
    except OSError:
        connection.close()
        raise
    return connection


def _say(connection: socket.socket, tag: int, *fields: object) -> list[bytes]:
    """Send one message; return the records before its SUCCESS."""
    body = bytes((0xB0 + len(fields), tag)) + b"".join(map(_pack, fields))
    connection.sendall(struct.pack(">H", len(body)) + body + b"\0\0")
    records = []
    while (message := _message(connection))[1] == _RECORD:
        records.append(message)
    if message[1] != _SUCCESS:
        code = re.search(rb"Neo\.\w+\.\w+\.\w+", message)
        raise BoltFailureError(code[0].decode() if code else repr(message))
    return records


def _message(connection: socket.socket) -> bytes:
    """The next message, put together from its chunks; keep-alive chunks are empty and passed over."""
    message = b""
    while (size := struct.unpack(">H", _read(connection, 2))[0]) or not message:
        message += _read(connection, size)
    return message


def _read(connection: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        part = connection.recv(size - len(data))
        if not part:
            raise ConnectionError("the server closed the connection")
        data += part
    return data


def _pack(value: object) -> bytes:
    """PackStream for what the messages above hold: short maps, strings and small integers."""
    if isinstance(value, dict):
        return bytes((0xA0 + len(value),)) + b"".join(_pack(part) for pair in value.items() for part in pair)
    if isinstance(value, str):
        data = value.encode()
        return b"\xd1" + struct.pack(">H", len(data)) + data
    return struct.pack(">b", value)
