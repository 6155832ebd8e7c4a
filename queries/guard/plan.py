"""The plan that the database makes of a stranger's statement, against the lists of what may be in one."""

from collections.abc import Iterator, Mapping
from typing import Any

from queries.guard.allowed import OPERATORS, PROCEDURES
from queries.guard.cypher import Code

Plan = Mapping[str, Any]
"""As the driver hands it over: `operatorType`, `args`, `children`."""


def check_plan(statement: str, kind: str, plan: Plan) -> None:
    """See that a statement only reads, and by known operators and procedures. `kind` is the server's `query_type`.

    Raises RefusedError, with the place of the clause at fault where the operator tells it.
    """
    code = Code(statement)
    for operator, details in _steps(plan):
        if operator not in OPERATORS:
            raise code.refused("guard_operator", _place(code, operator), operator=operator)
        procedure = details.partition("(")[0]
        if operator == "ProcedureCall" and procedure not in PROCEDURES:
            known = ", ".join(sorted(PROCEDURES))
            raise code.refused("guard_procedure", _place(code, "Call"), name=procedure, known=known)
    if kind != "r":
        raise code.refused("guard_kind", 0)


def _steps(plan: Plan) -> Iterator[tuple[str, str]]:
    """Name and details of every operator; an operator is called `Filter@neo4j`."""
    yield plan["operatorType"].partition("@")[0], plan.get("args", {}).get("Details", "")
    for child in plan.get("children", ()):
        yield from _steps(child)


def _place(code: Code, operator: str) -> int:
    """Where the first word stands with which an operator's name begins; the start where none does."""
    words = (token for token in code.tokens if token.kind == "word" and len(token.text) > 2)
    return next((word.offset for word in words if operator.upper().startswith(word.upper)), 0)
