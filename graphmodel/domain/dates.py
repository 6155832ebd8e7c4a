"""Dates with their precision, as EDTF (ISO 8601-2): `2025-04-28/2025-04-30`, `2014~`, `2023-04`, `../2025-04`.

`XXXX` is the date of what no source dates.
"""

import re
from datetime import date
from functools import lru_cache
from time import struct_time
from typing import Annotated, Final

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from pydantic import AfterValidator

UNDATED: Final = "XXXX"
_DAY: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OPEN: Final = ("", "..")


@lru_cache(maxsize=65_536)
def bounds(edtf: str) -> tuple[date, date]:
    """The first and the last day that `edtf` can mean; an open or unknown end is `date.min` or `date.max`.

    Raises ValueError where `edtf` is no EDTF date.
    """
    if edtf == UNDATED:
        return date.min, date.max
    start, slash, end = edtf.partition("/")
    if not slash:
        return _single(edtf)
    first = date.min if start in _OPEN else _single(start)[0]
    last = date.max if end in _OPEN else _single(end)[1]
    if first > last or start == end == "":
        raise ValueError(f"not an EDTF date, for it ends before it begins: {edtf!r}")
    return first, last


def _single(edtf: str) -> tuple[date, date]:
    """The first and the last day of a date that is no interval."""
    try:
        if _DAY.fullmatch(edtf):
            return date.fromisoformat(edtf), date.fromisoformat(edtf)
        if edtf != edtf.strip() or "/" in edtf:
            raise ValueError("spaces around it, or an interval in an interval")
        parsed = parse_edtf(edtf)
        return _day(parsed.lower_strict(), date.min), _day(parsed.upper_strict(), date.max)
    except (EDTFParseException, AttributeError, ValueError) as error:
        raise ValueError(f"not an EDTF date: {edtf[:40]!r}") from error


def _day(moment: struct_time | float, otherwise: date) -> date:
    return date(*moment[:3]) if isinstance(moment, struct_time) else otherwise


def last_day(edtf: str) -> date:
    """The last day that `edtf` can mean. Raises ValueError where it is no EDTF date, or names no last day."""
    day = bounds(edtf)[1]
    if day == date.max:
        raise ValueError(f"no last day: {edtf!r}")
    return day


def latest(edtf: str) -> date:
    """The last day that `edtf` can mean, for putting claims in order; an undated one comes before all others."""
    return date.min if edtf == UNDATED else bounds(edtf)[1]


def contains(outer: str, inner: str) -> bool:
    """Whether the days of `inner` are all among those of `outer`."""
    (outer_first, outer_last), (inner_first, inner_last) = bounds(outer), bounds(inner)
    return outer_first <= inner_first and inner_last <= outer_last


@lru_cache(maxsize=16_384)
def _checked(edtf: str) -> str:
    bounds(edtf)
    return edtf


Edtf = Annotated[str, AfterValidator(_checked)]
