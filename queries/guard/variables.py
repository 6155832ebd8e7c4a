"""The names of a statement: where it names variables, and which of them may hold what is long."""

from collections.abc import Iterable, Iterator
from typing import Final

from queries.guard.cypher import Code

_NO_NAMES: Final = frozenset(
    """AND ANY AS ASC ASCENDING CASE CONTAINS DESC DESCENDING DISTINCT ELSE END ENDS FALSE IN IS NOT NULL OR STARTS
    THEN TRUE WHEN WHERE WITH XOR""".split()
)


SHORT: Final = frozenset("AVG COUNT KEYS LABELS LENGTH NODES RELATIONSHIPS SIZE SUM".split())
"""Functions whose values are numbers, or as short as a path or a node is."""
_RENAMES: Final = frozenset((",", "WITH", "RETURN", "DISTINCT", "YIELD"))
_CLAUSES: Final = frozenset(("CALL", "MATCH", "RETURN", "UNION", "UNWIND", "WITH"))
_SUBQUERIES: Final = frozenset(("CALL", "COLLECT", "COUNT", "EXISTS", ")"))
"""What stands before the brace of a subquery; any other brace is that of a map."""


def variables(code: Code, place: Iterable[int]) -> Iterator[int]:
    """Those of these tokens that name variables: no keywords, properties, labels, functions or keys of maps."""
    for index in place:
        token, before, after = code.at(index), code.at(index - 1).text, code.at(index + 1).text
        if not token.name or (token.kind == "word" and token.upper in _NO_NAMES) or after == "(":
            continue
        if before != "." and not _is_key(code, index) and not _is_type(code, index):
            yield index


def _is_key(code: Code, index: int) -> bool:
    """Whether a name is a key of a map."""
    brace = code.around(index)
    is_map = code.at(brace).text == "{" and code.at(brace - 1).upper not in _SUBQUERIES
    return is_map and code.at(index + 1).text == ":" and code.at(index - 1).text in ("{", ",")


def _is_type(code: Code, index: int) -> bool:
    """Whether a name is a label or type: after a colon, or after a bar that follows such a name."""
    while code.at(index - 1).text == "|" and code.at(index - 2).name:
        index -= 2
    return code.at(index - 1).text == ":" and not _is_key(code, index - 2)


def made_names(code: Code) -> set[str]:
    """The names that a statement gives to what may be long, and new names of these; others are of what is stored.

    What the whole statement returns has names that nothing uses.
    """
    made, renamed, clause = set(), [], ""
    for index, token in enumerate(code.tokens):
        old, new = code.at(index - 1), code.at(index + 1).name
        if token.upper in _CLAUSES and code.around(index) < 0:
            clause = token.upper
        if token.upper != "AS" or not new or clause == "RETURN":
            continue
        if old.name and code.at(index - 2).upper in _RENAMES:
            renamed.append((old.name, new))
        elif not _is_short(code, index - 1):
            made.add(new)
    for _ in renamed:
        made |= {new for before, new in renamed if before in made}
    return made


def _is_short(code: Code, end: int) -> bool:
    """Whether an expression that ends here is the call of one function whose values are short, or a part of one."""
    if code.at(end).text == "]":
        end = code.opening(end) - 1
    start = code.opening(end) if code.at(end).text == ")" else -1
    return code.at(start - 1).upper in SHORT and code.at(start - 2).upper in _RENAMES
