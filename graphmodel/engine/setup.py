"""What is written before a start: the configuration and the first password."""

import hashlib
import secrets
from typing import Final

from graphmodel.engine import disk
from graphmodel.engine.bolt import USER
from graphmodel.engine.home import Home

CONCURRENT_TRANSACTIONS: Final = 32
TRANSACTION_SECONDS: Final = 120
_HASH_ROUNDS: Final = 1024
_SETTINGS: Final = """\
# Written anew at every start.
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
{http}
server.https.enabled=false
dbms.usage_report.enabled=false
# Memory: a statement may not take more than a quarter of the heap.
server.memory.pagecache.size=128m
db.memory.transaction.max={transaction_mb}m
db.transaction.concurrent.maximum={concurrent}
db.transaction.timeout={seconds}s
# Deadlines are looked at twice a second instead of every other second.
db.transaction.monitor.check.interval=500ms
# Cypher reads no files and opens no connections.
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
# Disk: an empty store takes 3 MB instead of 517.
db.tx_log.preallocate=false
db.tx_log.rotation.size=16m
db.tx_log.rotation.retention_policy=100m size
db.logs.query.enabled=OFF
# Stop at once instead of after 11 s.
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
internal.dbms.bolt.netty_server_shutdown_timeout=1s
"""
_HTTP: Final = "server.http.enabled=true\nserver.http.listen_address=127.0.0.1:{port}"


def write_settings(home: Home, port: int, heap_mb: int, http_port: int = 0) -> None:
    """Put neo4j.conf in place: loopback alone, safe against a stranger's statements, quick to stop."""
    settings = _SETTINGS.format(
        port=port,
        http=_HTTP.format(port=http_port) if http_port else "server.http.enabled=false",
        transaction_mb=heap_mb // 4,
        concurrent=CONCURRENT_TRANSACTIONS,
        seconds=TRANSACTION_SECONDS,
    )
    disk.replace(home.conf / "neo4j.conf", settings)


def write_password(home: Home) -> None:
    """Give the user of a store that does not exist yet the password of `home`; an existing one keeps its own."""
    if not (home.data / "databases" / "system").exists():
        disk.replace(home.data / "dbms" / "auth.ini", _credentials(home.password()))


def _credentials(password: str) -> str:
    """In the form in which Neo4j reads the first user from a file."""
    salt = secrets.token_bytes(32)
    digest = salt + password.encode()
    for _ in range(_HASH_ROUNDS):
        digest = hashlib.sha256(digest).digest()
    return f"{USER}:SHA-256,{digest.hex()},{salt.hex()},{_HASH_ROUNDS}:"
