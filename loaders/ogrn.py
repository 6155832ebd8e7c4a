"""The check digit of OGRN (13 digits) and OGRNIP (15): the number before it modulo 11 or 13, of that the last digit.

The rule is that of `stdnum.ru.ogrn`, which came with python-stdnum 2.0; rigour 0.10, the last one that needs no ICU
library on the machine, does not admit that release.
"""

from typing import Final

_MODULI: Final = {13: 11, 15: 13}


def is_valid(number: str) -> bool:
    """Whether length, digits and check digit are those of an OGRN or OGRNIP."""
    modulus = _MODULI.get(len(number))
    if modulus is None or not (number.isascii() and number.isdigit()):
        return False
    return int(number[:-1]) % modulus % 10 == int(number[-1])
