"""The settings that a server should have where strangers may write Cypher to it."""

from collections.abc import Mapping
from typing import Final

SETTINGS: Final = "SHOW SETTINGS YIELD name, value RETURN name, value"
PROBE: Final = "LOAD CSV FROM 'http://127.0.0.1:1/' AS line RETURN line"
"""A server does not show its internal settings; it tells whether it would open a connection when it is to. Nobody
listens at this port."""
_FILES: Final = "dbms.security.allow_csv_import_from_file_urls"
_BOUNDED: Final = {
    "db.memory.transaction.max": "128m",
    "db.transaction.timeout": "120s",
    "db.transaction.concurrent.maximum": "32",
}
_UNBOUNDED: Final = ("", "0", "0s", "0B")
_BLOCKLIST: Final = "internal.dbms.cypher_ip_blocklist"


def lacking(settings: Mapping[str, str], probed: str) -> tuple[str, ...]:
    """The safe settings that a server lacks, as lines of neo4j.conf; `probed` is what it answers to PROBE."""
    wanted = [] if settings.get(_FILES) == "false" else [f"{_FILES}=false"]
    wanted += [] if _BLOCKLIST in probed else [f"{_BLOCKLIST}=0.0.0.0/0,::/0"]
    bounds = (f"{name}={value}" for name, value in _BOUNDED.items() if settings.get(name, "") in _UNBOUNDED)
    return (*wanted, *bounds)
