"""Registry numbers of two records: one that both have, or two that cannot be of one enterprise.

A number whose checksum or form is wrong says nothing. OKPO says nothing either: Russia and Uzbekistan both give it,
each in its own register.
"""

import re
from collections.abc import Callable
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


def contradict(one: Profile, other: Profile) -> bool:
    """Whether both have a valid number of one registry (INN, OGRN, STIR, LEI), and not the same."""
    return any(
        number != another
        for registry in _VALID
        if (number := _number(one, registry)) and (another := _number(other, registry))
    )


def shared(one: Profile, other: Profile) -> tuple[str, str] | None:
    """The first registry, with the number, in which both have the same valid one."""
    for registry in _VALID:
        if (number := _number(one, registry)) and number == _number(other, registry):
            return registry, number
    return None


def numbered(profile: Profile) -> list[tuple[str, str]]:
    """Its valid numbers by registry."""
    return [(registry, number) for registry in _VALID if (number := _number(profile, registry))]
