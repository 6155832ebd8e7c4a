"""Which nodes a claim is about: written beside it while it is staged, and anew when enterprises merge or part."""

from collections import defaultdict
from collections.abc import Mapping

from graphmodel.domain.claims import Claim, stored_claim
from graphmodel.domain.facts import facts
from graphmodel.store import statements
from graphmodel.store.connection import Connection, Row
from graphmodel.store.projector import claims_about, marked


def about(claim: Claim, stands: Mapping[str, str]) -> dict[str, list[str]]:
    """The keys of the nodes that a claim is about, by the property of their label."""
    found: dict[str, list[str]] = defaultdict(list)
    for fact in facts(claim, stands):
        if len(fact.key) == 2:
            found[statements.to(fact.key[0])].append(fact.key[1])
    return dict(found)


def relink(connection: Connection, stands: Mapping[str, str]) -> None:
    """Take the claims about enterprises that merge or part from their nodes, to be linked anew."""
    while some := marked(connection, "Moved", "Enterprise"):
        rows: list[Row] = [
            {"id": row["id"], **about(stored_claim(row["id"], row["body"]), stands)}
            for row in claims_about(connection, some)
        ]
        connection.write((statements.UNLINK, {"rows": rows}), (statements.SETTLED, {"keys": some.keys}))
