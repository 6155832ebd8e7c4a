"""Which nodes a claim is about: written beside it while it is staged, and anew when enterprises merge or part."""

from collections.abc import Iterable, Mapping

from graphmodel.domain.claims import stored_claim
from graphmodel.domain.facts import facts
from graphmodel.domain.telling import Fact
from graphmodel.store import statements
from graphmodel.store.connection import Connection, Row
from graphmodel.store.projector import claims_about, marked


def about(told: Iterable[Fact]) -> list[str]:
    """The nodes that a claim with these facts is about, as `LINK` reads them."""
    return [statements.target(*fact.key) for fact in told if len(fact.key) == 2]


def relink(connection: Connection, stands: Mapping[str, str]) -> None:
    """Take the claims about enterprises that merge or part from their nodes, to be linked anew."""
    while parts := marked(connection, "Moved", "Enterprise"):
        for some in parts:
            rows: list[Row] = [
                {"id": row["id"], "to": about(facts(stored_claim(row["id"], row["body"]), stands))}
                for row in claims_about(connection, some.label, some.claims)
            ]
            connection.write(
                (statements.UNLINK, {"rows": rows}), (statements.SETTLED, {"keys": list(some.claims)})
            )
