"""Loops of expressions: list comprehensions and the quantifiers `all`, `any`, `none`, `single`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from typing import Final

from queries.cypher import Code, Token
from queries.variables import variables

_QUANTIFIERS: Final = frozenset(("ALL", "ANY", "NONE", "SINGLE"))
_PARTS: Final = frozenset(("NODES", "RELATIONSHIPS", "LABELS", "KEYS"))
"""Functions whose lists are as short as a path or a node is."""


@dataclass(frozen=True)
class Loop:
    """`[name IN source WHERE … | result]`, as numbers of tokens; a quantifier has no result."""

    start: int
    name: str
    source: range
    inner: range
    result: range


def check_loops(code: Code) -> None:
    """Raise RefusedError for a loop in a loop over what may be long, for a third one, and for a copy in every turn."""
    loops, made = list(_loops(code)), _made(code)
    for loop in loops:
        around = [other for other in loops if loop.start in other.inner]
        names = {other.name for other in around}
        if len(around) > 1 or (around and _may_be_long(code, loop.source, names, made)):
            raise code.refused("guard_loops", code.at(loop.start).offset)
    for loop in loops:
        names = {other.name for other in loops if loop.start in other.inner or other.start in loop.result}
        for token in _copied(
            code, loop, names | {other.name for other in loops if other.start in loop.result}
        ):
            raise code.refused("guard_loop_copies", token.offset, name=token.name)


def _loops(code: Code) -> Iterator[Loop]:
    for index, token in enumerate(code.tokens):
        quantifier = token.text == "(" and code.at(index - 1).upper in _QUANTIFIERS
        named = code.at(index + 1).name and code.at(index + 2).upper == "IN"
        if named and (quantifier or token.text == "["):
            yield _loop(code, index)


def _loop(code: Code, start: int) -> Loop:
    end = code.closing(start)
    parts = [place for place in _outermost(code, start + 3, end) if code.at(place).upper in ("WHERE", "|")]
    bars = [place for place in parts if code.at(place).text == "|"]
    source = range(start + 3, parts[0] if parts else end)
    result = range(bars[-1] + 1, end) if bars else range(0)
    return Loop(start, code.at(start + 1).name, source, range(source.stop, end), result)


def _outermost(code: Code, start: int, end: int) -> Iterator[int]:
    """The tokens of a stretch that are in no further brackets."""
    index = start
    while index < end:
        yield index
        index = code.closing(index) + 1 if code.at(index).text in ("(", "[", "{") else index + 1


def _may_be_long(code: Code, source: range, loops: set[str], made: set[str]) -> bool:
    """Whether a source is more than a loop's own variable, a property of what is stored, or the parts of a path."""
    for index in variables(code, source):
        name = code.at(index).name
        is_property = code.at(index + 1).text == "." and name not in made
        is_part = code.at(index - 1).text == "(" and code.at(index - 2).upper in _PARTS
        if name not in loops and not is_property and not is_part:
            return True
    return any(code.at(index).text == "range" for index in source)


def _copied(code: Code, loop: Loop, loops: set[str]) -> Iterator[Token]:
    """The variables from outside a loop of which its result has a copy for every turn."""
    for index in variables(code, loop.result):
        token, after = code.at(index), code.at(index + 1).text
        counted = code.at(index - 1).text == "(" and code.at(index - 2).upper in (*_PARTS, "SIZE", "LENGTH")
        if token.name not in loops | {loop.name} and after not in (".", "[") and not counted:
            yield token


def _made(code: Code) -> set[str]:
    """The names that a statement gives to expressions, and new names of these; other names are of what is stored."""
    made, renamed = set(), []
    for index, token in enumerate(code.tokens):
        if token.upper == "AS" and code.at(index + 1).name:
            simple = code.at(index - 1).name and code.at(index - 2).upper in (
                ",",
                "WITH",
                "RETURN",
                "DISTINCT",
                "YIELD",
            )
            if simple:
                renamed.append((code.at(index - 1).name, code.at(index + 1).name))
            else:
                made.add(code.at(index + 1).name)
    return reduce(lambda known, _: known | {new for old, new in renamed if old in known}, renamed, made)
