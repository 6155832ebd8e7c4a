"""Loops of expressions: comprehensions of lists and patterns, and the quantifiers `all`, `any`, `none`, `single`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from queries.guard.cypher import Code, Token
from queries.guard.variables import SHORT, made_names, variables

_QUANTIFIERS: Final = frozenset(("ALL", "ANY", "NONE", "SINGLE"))
MOST_LOOPS: Final = 3
"""Within each other."""
_MOST_WRITTEN: Final = 60
"""Tokens of a list within a loop."""
_MOST_TEXT: Final = 100
"""Characters of a text that a loop may repeat."""


@dataclass(frozen=True)
class Loop:
    """`[name IN source WHERE … | result]`, as numbers of tokens; a quantifier has no result, a pattern no name."""

    start: int
    name: str
    source: range
    inner: range
    result: range


def check_loops(code: Code, parameters: Mapping[str, Any]) -> None:
    """Raise RefusedError for a loop in a loop over what may be long, for a fourth one, and for a copy in every turn."""
    loops, made = list(_loops(code)), made_names(code)
    for loop in loops:
        around = [other for other in loops if loop.start in other.inner]
        names = {other.name for other in around}
        if len(around) > MOST_LOOPS - 1 or (around and _may_be_long(code, loop.source, names, made)):
            raise code.refused("guard_loops", code.at(loop.start).offset)
    for loop in loops:
        names = made - {
            other.name for other in loops if loop.start in other.inner or other.start in loop.result
        }
        for token in _copied(code, loop.result, names - {loop.name}, parameters):
            raise code.refused("guard_loop_copies", token.offset, name=token.text[:_MOST_TEXT])


def _loops(code: Code) -> Iterator[Loop]:
    for index, token in enumerate(code.tokens):
        named = code.at(index + 1).name and code.at(index + 2).upper == "IN"
        quantifier = token.text == "(" and code.at(index - 1).upper in _QUANTIFIERS
        pattern = token.text == "[" and "(" in (code.at(index + 1).text, code.at(index + 3).text)
        if (named and (quantifier or token.text == "[")) or pattern:
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


def _may_be_long(code: Code, source: range, around: set[str], made: set[str]) -> bool:
    """Whether a source is more than what belongs to the turn around it, to what is stored, or to a path.

    What is stored has short lists but for `claims`.
    """
    names = {code.at(index).name for index in variables(code, source)}
    claims = (index for index in source if code.at(index).name == "claims" and code.at(index - 1).text == ".")
    return (
        len(source) > _MOST_WRITTEN
        or bool(names & made - around)
        or any(
            code.at(index).upper in ("RANGE", "{") or code.at(index).kind == "parameter" for index in source
        )
        or any(code.at(index - 2).name not in around for index in claims)
    )


def _copied(code: Code, result: range, made: set[str], parameters: Mapping[str, Any]) -> Iterator[Token]:
    """What the result of a loop has a copy of for every turn: expressions from outside, and long texts."""
    for index in variables(code, result):
        measured = code.at(index - 1).text == "(" and code.at(index - 2).upper in SHORT
        if code.at(index).name in made and not measured:
            yield code.at(index)
    for token in map(code.at, result):
        value = parameters.get(token.text[1:].strip("`")) if token.kind == "parameter" else None
        if (token.kind == "string" and len(token.text) > _MOST_TEXT) or len(str(value)) > _MOST_TEXT:
            yield token
