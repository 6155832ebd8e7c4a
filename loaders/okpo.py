"""The check digit of OKPO (8 digits, 10 for sole proprietors), by the rules PR 50.1.024-2005.

The digits before it are weighed 1, 2, 3 …, and their sum is taken modulo 11; where that is 10, they are weighed
3, 4, 5 … instead. Weights start again after 10, and a second 10 stands for 0.
"""

from typing import Final

_LENGTHS: Final = (8, 10)


def is_valid(number: str) -> bool:
    """Whether length and check digit are those of an OKPO."""
    if len(number) not in _LENGTHS or not (number.isascii() and number.isdigit()):
        return False
    first = _remainder(number, 1)
    check = first if first < 10 else _remainder(number, 3) % 10
    return check == int(number[-1])


def _remainder(number: str, start: int) -> int:
    weights = ((start - 1 + place) % 10 + 1 for place in range(len(number) - 1))
    return sum(weight * int(digit) for weight, digit in zip(weights, number, strict=False)) % 11
