"""Where a statement names variables."""

from collections.abc import Iterable, Iterator
from typing import Final

from queries.cypher import Code

_NO_NAMES: Final = frozenset(
    """AND ANY AS ASC ASCENDING CASE CONTAINS DESC DESCENDING DISTINCT ELSE END ENDS FALSE IN IS NOT NULL OR STARTS
    THEN TRUE WHEN WHERE WITH XOR""".split()
)


SUBQUERIES: Final = frozenset(("CALL", "COLLECT", "COUNT", "EXISTS", ")"))
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
    is_map = code.at(brace).text == "{" and code.at(brace - 1).upper not in SUBQUERIES
    return is_map and code.at(index + 1).text == ":" and code.at(index - 1).text in ("{", ",")


def _is_type(code: Code, index: int) -> bool:
    """Whether a name is a label or type: after a colon, or after a bar that follows such a name."""
    while code.at(index - 1).text == "|" and code.at(index - 2).name:
        index -= 2
    return code.at(index - 1).text == ":" and not _is_key(code, index - 2)
