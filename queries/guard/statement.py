"""What is refused of a stranger's statement before the database sees it.

A read-only session keeps writes out. This keeps out what such a session lets through: what reads files and addresses,
what hides from other checks, and what holds a core or the memory of the server past every deadline, because the
database looks at its deadlines between rows alone. How each was found is told in `docs/adr/0011-the-console.md`.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from queries.guard.allowed import FUNCTIONS, PROCEDURES
from queries.guard.cypher import Code, Token
from queries.guard.growth import check_growth
from queries.guard.patterns import check_patterns

MOST_CHARACTERS: Final = 10_000
MOST_TOKENS: Final = 1_500
MOST_NESTING: Final = 40
MOST_EXCLUSIVE: Final = 4
"""More terms of one XOR take the planner minutes."""

_WRITING: Final = frozenset(
    "CREATE MERGE SET DELETE DETACH NODETACH REMOVE INSERT FOREACH DROP ALTER RENAME GRANT DENY REVOKE".split()
)
_OUTSIDE: Final = frozenset("LOAD SHOW TERMINATE USE".split())
_PREFIXES: Final = frozenset("EXPLAIN PROFILE CYPHER".split())
_BEFORE_NAMES: Final = frozenset(
    "AND AS BY CASE CONTAINS DISTINCT ELSE IN NOT OR RETURN THEN UNWIND WHEN WHERE WITH XOR YIELD".split()
)
_BEFORE_CLAUSES: Final = frozenset(")]}{*;")
_BEFORE_BRACKETS: Final = frozenset(
    """ALL AND ANY AS BY CALL CASE CONTAINS COUNT DISTINCT ELSE EXISTS IN IS LIMIT MATCH NOT OFFSET ON OR OPTIONAL
    PATH PATHS RETURN SHORTEST SKIP THEN UNION UNWIND WHEN WHERE WITH XOR GROUP GROUPS YIELD""".split()
)


def check(statement: str, parameters: Mapping[str, Any]) -> None:
    """See that a statement may be shown to the database. Raises RefusedError, with the place, where it may not."""
    code = Code(statement)
    _size(code, parameters)
    _escapes(code)
    _nesting(code)
    _words(code)
    _calls(code)
    check_patterns(code)
    check_growth(code, parameters)


def _size(code: Code, parameters: Mapping[str, Any]) -> None:
    if len(code.text) > MOST_CHARACTERS:
        raise code.refused("guard_long", MOST_CHARACTERS, found=len(code.text), most=MOST_CHARACTERS)
    size = len(json.dumps(parameters, ensure_ascii=False, default=str))
    if size > MOST_CHARACTERS:
        raise code.refused("guard_parameters", 0, found=size, most=MOST_CHARACTERS)


def _escapes(code: Code) -> None:
    """The database decodes them before it looks for quotes and operators, in comments too."""
    found = code.text.lower().find("\\u")
    if found >= 0:
        raise code.refused("guard_escape", found)
    if len(code.tokens) > MOST_TOKENS:
        raise code.refused(
            "guard_tokens", code.tokens[MOST_TOKENS].offset, found=len(code.tokens), most=MOST_TOKENS
        )
    if not code.tokens:
        raise code.refused("guard_empty", 0)


def _nesting(code: Code) -> None:
    """Brackets and CASE within each other, and chains of NOT and of signs, which nest as well."""
    depth = chain = exclusive = 0
    for token in code.tokens:
        depth += (token.upper in ("(", "[", "{", "CASE")) - (token.upper in (")", "]", "}", "END"))
        chain = chain + 1 if token.upper in ("NOT", "-", "+") else 0
        exclusive += token.upper == "XOR"
        if max(depth, chain) > MOST_NESTING:
            raise code.refused("guard_nesting", token.offset, most=MOST_NESTING)
        if exclusive > MOST_EXCLUSIVE:
            raise code.refused("guard_xor", token.offset, most=MOST_EXCLUSIVE)


def _words(code: Code) -> None:
    for index, token in enumerate(code.tokens):
        if token.upper == "~":
            raise code.refused("guard_regex", token.offset)
        if token.upper in _PREFIXES and index == 0:
            raise code.refused("guard_prefix", token.offset, word=token.upper)
        if token.upper in _WRITING and _is_clause(code, index):
            raise code.refused("guard_writes", token.offset, word=token.upper)
        if token.upper in _OUTSIDE and _is_clause(code, index):
            raise code.refused("guard_outside", token.offset, word=token.upper)


def _is_clause(code: Code, index: int) -> bool:
    """Whether a word begins a clause here, and is no name of a variable, property, label or key."""
    before, after = code.at(index - 1), code.at(index + 1)
    if after.text in (":", "."):
        return False
    if before.kind == "sign":
        return index == 0 or before.text in _BEFORE_CLAUSES
    return before.upper not in _BEFORE_NAMES


def _calls(code: Code) -> None:
    for token, name, is_procedure in _called(code):
        if is_procedure and name not in PROCEDURES:
            known = ", ".join(sorted(PROCEDURES))
            raise code.refused("guard_procedure", token.offset, name=name, known=known)
        if not is_procedure and name.lower() not in FUNCTIONS:
            raise code.refused("guard_function", token.offset, name=name)


def _called(code: Code) -> Iterator[tuple[Token, str, bool]]:
    """Every function and procedure that is called: where, by which name, and whether it is a procedure."""
    for index, token in enumerate(code.tokens):
        if token.upper == "CALL" and code.at(index + 1).name and _is_clause(code, index):
            yield code.at(index + 1), _dotted(code, index + 1), True
        elif token.text == "(" and code.at(index - 1).name:
            first = index - 1
            while code.at(first - 1).text == "." and code.at(first - 2).name:
                first -= 2
            word = code.at(first)
            if code.at(first - 1).upper != "CALL" and word.upper not in _BEFORE_BRACKETS:
                yield word, _dotted(code, first), False


def _dotted(code: Code, index: int) -> str:
    """The name that begins here, with all its parts."""
    name = code.at(index).name
    while code.at(index + 1).text == "." and code.at(index + 2).name:
        index += 2
        name += f".{code.at(index).name}"
    return name
