"""What is looked up by its key is found by the index of its constraint, in a graph of any size."""

from typing import Any, Final

import neo4j
import pytest

from graphmodel.engine import Connection as Server
from graphmodel.store import Store, statements

BY_KEY: Final = (
    "STAGE_SOURCES", "DESCRIBE_SOURCES", "STAGE_CLAIMS", "DROP_CLAIMS", "MARK_LEAVING", "UNLINK", "KNOWN_CLAIMS",
    "KNOWN_SOURCES", "SET_DECISIONS", "DROP_DECISIONS", "MARK_MOVED", "SETTLED", "COMPARED",
)  # fmt: skip


def operators(plan: dict[str, Any]) -> set[str]:
    """All operators of a plan."""
    below = (operators(child) for child in plan.get("children", ()))
    return {plan["operatorType"].partition("@")[0]}.union(*below)


@pytest.mark.parametrize("name", BY_KEY)
def test_no_statement_scans_for_a_key(store: Store, neo4j_server: Server, name: str) -> None:
    auth = (neo4j_server.username, neo4j_server.password)
    with neo4j.GraphDatabase.driver(neo4j_server.uri, auth=auth) as driver:
        explained = driver.execute_query("EXPLAIN " + getattr(statements, name), rows=[], ids=[], keys=[])
    plan = explained.summary.plan
    assert plan
    used = operators(plan)
    assert any("UniqueIndexSeek" in one for one in used), used
    assert not any(one.endswith("Scan") for one in used), used
