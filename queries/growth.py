"""How large the values of a statement may become, and how long one of its rows may take.

The database counts the memory of rows and looks at deadlines between them. What one expression builds or walks through
it does not count, and never leaves off. So loops, lists of numbers and copies are counted here, before it runs.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import accumulate
from operator import mul
from typing import Any, Final

from queries.cypher import Code, Token
from queries.loops import check_loops
from queries.variables import SUBQUERIES, made_names, variables

MOST_NUMBERS: Final = 10_000
MOST_COPIES: Final = 100
MOST_LONGER: Final = 4
_UNKNOWN: Final = 100
"""What a range up to `size(…)` or `length(…)` counts as."""
_SEGMENTS: Final = frozenset(("WITH", "RETURN", "UNWIND"))
_ENDS: Final = frozenset("WHERE ORDER SKIP LIMIT OFFSET MATCH OPTIONAL CALL UNION WITH RETURN UNWIND".split())


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
    """A clause that names a value several times may make what it hands on as many times larger; clauses multiply."""
    begins = (index for index, token in enumerate(code.tokens) if token.upper in _SEGMENTS)
    segments, made = [index for index in begins if _is_keyword(code, index)], made_names(code)
    growth = accumulate((_growth(code, index, made) for index in segments), mul)
    for index, copies in zip(segments, growth, strict=True):
        if copies > MOST_COPIES:
            raise code.refused("guard_copies", code.at(index).offset, most=MOST_COPIES)


def _growth(code: Code, index: int, made: set[str]) -> int:
    """How many times larger the clause that begins here may make a row.

    What `*`, UNWIND and a subquery hand on stands beside what was there before.
    """
    keeps = code.at(index + 1).text == "*" or code.at(index).upper == "UNWIND" or code.around(index) >= 0
    copies = _most_copies(code, index, made)
    return copies + keeps if copies else 1


def _is_keyword(code: Code, index: int) -> bool:
    before = code.at(index - 1)
    named = before.text in (".", ":") or code.at(index + 1).text == ":"
    return not named and before.upper not in ("STARTS", "ENDS")


def _most_copies(code: Code, index: int, made: set[str]) -> int:
    """How often the clause that begins here names what it names most of `made`; each property counts by itself."""
    whole: Counter[str] = Counter()
    parts: dict[str, Counter[str]] = {}
    for place in variables(code, _projection(code, index + 1)):
        name = code.at(place).name
        if code.at(place + 1).text == ".":
            parts.setdefault(name, Counter())[code.at(place + 2).name] += 1
        else:
            whole[name] += 1
    named = made & {*whole, *parts}
    return max((whole[name] + max(parts.get(name, {"": 0}).values()) for name in named), default=0)


def _projection(code: Code, start: int) -> Iterator[int]:
    """What a clause hands on: its tokens without new names, conditions and subqueries."""
    index = start
    while index < len(code.tokens) and not _ends(code, index, start):
        before = code.at(index - 1).upper
        if code.at(index).text == "{" and before in SUBQUERIES:
            index = code.closing(index)
        elif before != "AS":
            yield index
        index += 1


def _ends(code: Code, index: int, start: int) -> bool:
    """Whether a projection that began at `start` is over: by another clause, or by the end of its subquery."""
    token = code.at(index)
    if token.text == "}":
        return code.opening(index) < start
    return token.upper in _ENDS and _is_keyword(code, index)
