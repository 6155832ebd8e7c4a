"""What the database itself says against a stranger's statement, in the stranger's words."""

import re
from typing import Final

from neo4j.exceptions import Neo4jError

from graphmodel.errors import CrowdedError, DeadlineError, GraphModelError, RefusedError

_PLACE: Final = re.compile(r"\s*\(line (\d+), column (\d+) .*", re.DOTALL)
_MEMORY: Final = ("MemoryPoolOutOfMemory", "OutOfMemoryError", "StackOverFlowError")


def refusal(error: Neo4jError, seconds: float) -> GraphModelError | None:
    """The error as one of the statement; None for one of the database or of the account."""
    code, message = error.code or "", error.message or ""
    if "TransactionTimedOut" in code:
        return DeadlineError("store.console_deadline", seconds=round(seconds))
    if "MaximumTransactionLimit" in code:
        return CrowdedError("store.console_crowded")
    if any(part in code for part in _MEMORY):
        return RefusedError("store.console_memory")
    if code.startswith("Neo.ClientError.Statement"):
        return RefusedError("store.console_error", place=_place(message), message=_PLACE.sub("", message))
    return None


def _place(message: str) -> str:
    """Line and column that the database names, without the line in which we ask for the plan."""
    found = _PLACE.search(message)
    return f"{max(int(found[1]) - 1, 1)}:{found[2]}" if found else "1:1"
