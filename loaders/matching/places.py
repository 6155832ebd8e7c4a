"""How two places of records stand to each other, by their ISO codes."""

from typing import Literal

Relation = Literal["same", "within", "unknown", "regions", "countries"]


def is_region(place: str) -> bool:
    """Whether a code is that of a region."""
    return len(place) > 2


def relation(one: str, other: str) -> Relation:
    """`same` region; `within`: one country, as far as it is known; `regions` or `countries` that differ."""
    if not one or not other:
        return "unknown"
    if one[:2] != other[:2]:
        return "countries"
    if not (is_region(one) and is_region(other)):
        return "within"
    return "same" if one == other else "regions"


def apart(one: str, other: str) -> bool:
    """Whether the places are known to differ."""
    return relation(one, other) in ("regions", "countries")
