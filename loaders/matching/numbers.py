"""Registry numbers of two records: one that both have, or two that cannot be of one enterprise.

A number whose checksum or form is wrong says nothing. OKPO says nothing either: Russia and Uzbekistan both give it,
each in its own register.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from stdnum import lei
from stdnum.ru import inn

from graphmodel.domain.identity import Profile
from loaders import ogrn

_VALID: Final[dict[str, Callable[[str], object]]] = {
    "inn": inn.is_valid,
    "ogrn": ogrn.is_valid,
    "stir": re.compile(r"[2-9]\d{8}").fullmatch,
    "lei": lei.is_valid,
}


@lru_cache(maxsize=65_536)
def _valid(registry: str, number: str) -> bool:
    return bool(_VALID[registry](number))


def _number(profile: Profile, registry: str) -> str:
    """The valid number that a record has in a registry, or nothing."""
    number = profile.numbers.get(registry, "").upper()
    return number if number and _valid(registry, number) else ""


def _both(one: Profile, other: Profile) -> Iterator[tuple[str, str, str]]:
    """Each registry in which two records have a valid number, and those numbers."""
    for registry in _VALID if one.numbers and other.numbers else ():
        if (number := _number(one, registry)) and (another := _number(other, registry)):
            yield registry, number, another


def contradict(one: Profile, other: Profile) -> bool:
    """Whether both have a valid number of one registry (INN, OGRN, STIR, LEI), and not the same."""
    return any(number != another for _, number, another in _both(one, other))


def shared(one: Profile, other: Profile) -> tuple[str, str] | None:
    """The first registry, with the number, in which both have the same valid one."""
    return next(
        ((registry, number) for registry, number, another in _both(one, other) if number == another), None
    )


def numbered(profile: Profile) -> list[tuple[str, str]]:
    """Its valid numbers by registry."""
    return [(registry, number) for registry in _VALID if (number := _number(profile, registry))]
