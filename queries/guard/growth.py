"""How large the values of a statement may become, and how long one of its rows may take.

The database counts the memory of rows and looks at deadlines between them. What one expression builds or walks through
it does not count, and never leaves off. So loops, lists of numbers and copies are counted here, before it runs.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from queries.guard.cypher import Code, Token
from queries.guard.loops import check_loops
from queries.guard.variables import made_names, variables

MOST_NUMBERS: Final = 10_000
MOST_COPIES: Final = 100
MOST_RETURNED: Final = 1_000
MOST_LONGER: Final = 4
_UNKNOWN: Final = 100
"""What a range up to `size(…)` or `length(…)` counts as."""


def check_growth(code: Code, parameters: Mapping[str, Any]) -> None:
    """Raise RefusedError for loops, ranges and copies that may grow beyond what a row may hold."""
    check_loops(code, parameters)
    _ranges(code, parameters)
    _replacements(code)
    _splits(code)
    _copies(code)


def _ranges(code: Code, parameters: Mapping[str, Any]) -> None:
    numbers = 1
    for index in _calls(code, "RANGE"):
        bounds = [_bound(code, one, parameters) for one in code.arguments(index + 1)]
        if None in bounds or not 1 < len(bounds) < 4:
            raise code.refused("guard_range_bounds", code.at(index).offset)
        numbers *= _count(*bounds)  # type: ignore[arg-type]
        if numbers > MOST_NUMBERS:
            raise code.refused("guard_range", code.at(index).offset, most=MOST_NUMBERS)


def _calls(code: Code, function: str) -> Iterator[int]:
    """Where a function is called."""
    for index, token in enumerate(code.tokens):
        if token.name.upper() == function and code.at(index + 1).text == "(":
            yield index


def _bound(code: Code, place: range, parameters: Mapping[str, Any]) -> int | None:
    """The number that a bound of a range is, _UNKNOWN for one that follows from a size, None for any other."""
    tokens = [code.at(index) for index in place]
    if tokens and tokens[0].upper in ("SIZE", "LENGTH") and code.at(place[1]).text == "(":
        rest = [code.at(index) for index in range(code.closing(place[1]) + 1, place.stop)]
        shifted = len(rest) == 2 and rest[0].text in ("+", "-") and _whole(rest[1:], parameters) is not None
        return _UNKNOWN if shifted or not rest else None
    return _whole(tokens, parameters)


def _whole(tokens: list[Token], parameters: Mapping[str, Any]) -> int | None:
    sign, told = (-1, tokens[1:]) if tokens and tokens[0].text == "-" else (1, tokens)
    if len(told) != 1:
        return None
    if told[0].kind == "parameter":
        value = parameters.get(told[0].text[1:].strip("`"))
        return sign * value if isinstance(value, int) else None
    return sign * int(told[0].text) if told[0].text.isdecimal() else None


def _count(first: int, last: int, step: int = 1) -> int:
    return max(abs(last - first) // max(abs(step), 1) + 1, 1)


def _replacements(code: Code) -> None:
    """`replace` may hardly make a text longer: by words written out, seldom to twice the length, and never more."""
    longer = 0
    for index in _calls(code, "REPLACE"):
        parts = [[code.at(place) for place in one] for one in code.arguments(index + 1)][1:]
        if len(parts) != 2 or not all(len(part) == 1 and part[0].kind == "string" for part in parts):
            raise code.refused("guard_replace", code.at(index).offset)
        old, new = (len(part[0].text) - 2 for part in parts)
        longer += new > old
        if "\\" in parts[0][0].text or new > 2 * old or longer > MOST_LONGER:
            raise code.refused("guard_replace", code.at(index).offset)


def _splits(code: Code) -> None:
    """`split` may not make a text of each character: by a separator that is written out."""
    for index in _calls(code, "SPLIT"):
        parts = [[code.at(place) for place in one] for one in code.arguments(index + 1)]
        if len(parts) != 2 or len(parts[1]) != 1 or parts[1][0].kind != "string" or len(parts[1][0].text) < 3:
            raise code.refused("guard_split", code.at(index).offset)


def _copies(code: Code) -> None:
    """An expression is as large as all that it names together: how many times the first value, is counted by name."""
    made = made_names(code)
    sizes = dict.fromkeys(made, 1)
    for index, token in enumerate(code.tokens):
        name = code.at(index + 1).name
        if token.upper == "AS" and name in made:
            size = _size(code, range(_start(code, index), index), sizes)
            sizes[name] = max(sizes[name], size)
            if size > MOST_COPIES:
                raise code.refused("guard_copies", token.offset, most=MOST_COPIES)
        if token.upper == "RETURN" and _size(code, _projection(code, index + 1), sizes) > MOST_RETURNED:
            raise code.refused("guard_copies", token.offset, most=MOST_RETURNED)


def _size(code: Code, place: Iterable[int], sizes: Mapping[str, int]) -> int:
    return sum(sizes.get(code.at(index).name, 0) for index in variables(code, place))


def _start(code: Code, index: int) -> int:
    """Where the expression begins that is given a name here: after a comma or the word of the clause."""
    around = code.around(index)
    for place in range(index - 1, -1, -1):
        begins = code.at(place).upper in (",", "WITH", "RETURN", "UNWIND", "DISTINCT", "YIELD")
        if code.around(place) == around and begins:
            return place + 1
    return 0


def _projection(code: Code, start: int) -> range:
    """What a clause returns: up to the end of the statement, of its subquery, or to its order and limits."""
    around = code.around(start - 1)
    for place in range(start, len(code.tokens)):
        ends = code.at(place).upper in ("ORDER", "SKIP", "LIMIT", "UNION")
        if code.around(place) < around or (code.around(place) == around and ends):
            return range(start, place)
    return range(start, len(code.tokens))
