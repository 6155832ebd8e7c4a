"""How long and how many the paths of a statement may be: the planner itself takes minutes over many."""

from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from graphmodel.errors import RefusedError
from queries.guard.cypher import Code

MOST_HOPS: Final = 12
MOST_RELATIONSHIPS: Final = 20


def check_patterns(code: Code) -> None:
    """Raise RefusedError for a path of unlimited or too great length, and for too many relationships in all."""
    relationships = 0
    for index, token in enumerate(code.tokens):
        if _begins_relationship(code, index):
            relationships += 1
            if relationships > MOST_RELATIONSHIPS:
                raise code.refused("guard_relationships", token.offset, most=MOST_RELATIONSHIPS)
        for place, hops in _lengths(code, index):
            if hops is None or hops > MOST_HOPS:
                raise _too_long(code, place)


def _too_long(code: Code, index: int) -> RefusedError:
    return code.refused("guard_hops", code.at(index).offset, most=MOST_HOPS)


def _begins_relationship(code: Code, index: int) -> bool:
    """Whether an arrow begins here: after a node, `-[`, `--`, `<-[` or `<--`."""
    if code.at(index - 1).text not in (")", "}", "+", "*"):
        return False
    arrow = "".join(code.at(index + step).text for step in range(3))
    return arrow.startswith(("-[", "--", "<-[", "<--"))


def _lengths(code: Code, index: int) -> Iterator[tuple[int, int | None]]:
    """The greatest number of hops that a pattern allows here, None where there is no limit, and where it says so."""
    token = code.at(index)
    if token.text == "[" and code.at(index - 1).text == "-":
        yield from _in_brackets(code, index)
    elif token.text in ("+", "*") and _ends_pattern(code, index - 1):
        yield index, None
    elif token.text == "{" and code.at(index - 1).text in (")", "-", ">"):
        yield from _in_braces(code, index)


def _in_brackets(code: Code, index: int) -> Iterator[tuple[int, int | None]]:
    """`[r:T*1..3]`: the last number after the star, where no other sign than dots comes before it."""
    inner = range(index + 1, code.closing(index))
    star = next((place for place in inner if code.at(place).text in ("*", "{")), None)
    if star is None or code.at(star).text == "{":
        return
    told = (code.at(place) for place in range(star + 1, star + 5))
    limit = [
        token.text for token in takewhile(lambda token: token.kind == "number" or token.text == ".", told)
    ]
    yield star, _whole(limit[-1] if limit else None)


def _in_braces(code: Code, index: int) -> Iterator[tuple[int, int | None]]:
    """`{1,3}` after a pattern: the number after the comma, or the only one."""
    inner = [code.at(place) for place in range(index + 1, code.closing(index))]
    if inner and all(token.kind == "number" or token.text == "," for token in inner):
        yield index, _whole(inner[-1].text)


def _ends_pattern(code: Code, index: int) -> bool:
    """Whether a pattern that can be repeated ends here: an arrow, or brackets around a path."""
    last = code.at(index).text
    if last == ">":
        return code.at(index - 1).text == "-"
    if last == "-":
        return code.at(index - 1).text in ("]", "-")
    return last == ")" and _is_path(code, code.opening(index))


def _is_path(code: Code, index: int) -> bool:
    """Whether brackets that open here are around a path: they begin with a node and have an arrow."""
    inner = range(index + 1, code.closing(index))
    return code.at(index + 1).text == "(" and any(_begins_relationship(code, place) for place in inner)


def _whole(number: str | None) -> int | None:
    return int(number) if number and number.isdecimal() else None
