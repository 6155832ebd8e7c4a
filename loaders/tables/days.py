"""Dates as offices write them, as EDTF."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

from openpyxl.utils.datetime import from_excel

from loaders.tables.cells import CellError, words
from loaders.tables.sheets import Raw

_FIRST: Final = date(1900, 1, 1)
_LAST: Final = date(2100, 1, 1)
_SERIALS: Final = (10_000, 73_050)
"""1927 to 2099: a smaller number is rather a year or a day, and is not guessed at."""
_ISO: Final = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:[T ]\d\d:\d\d.*)?(?:\s*г\.?)?")
_DOTS: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s+\d{1,2}:\d\d.*)?(?:\s*г\.?)?")
_MONTH: Final = re.compile(r"(\d{1,2})[./](\d{4})")
_OTHER: Final = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_SPOKEN: Final = re.compile(r"(?:(\d{1,2})\s+)?([а-я]+)\s+(\d{4})(?:\s*г(?:\.|ода)?)?", re.IGNORECASE)
_MONTHS: Final = (
    "январь января янв|февраль февраля фев|март марта мар|апрель апреля апр|май мая|июнь июня июн|июль июля июл"
    "|август августа авг|сентябрь сентября сен сент|октябрь октября окт|ноябрь ноября ноя|декабрь декабря дек"
).split("|")


def edtf(raw: Raw) -> str:
    """A cell as an EDTF date. Raises CellError for a day that does not exist or that can be read in two ways."""
    if isinstance(raw, datetime | date):
        return _checked(raw.year, raw.month, raw.day)
    if isinstance(raw, bool | time | timedelta):
        raise CellError("not_date")
    if isinstance(raw, int | float):
        return _serial(raw)
    return _written(words(raw))


def _serial(raw: float) -> str:
    if float(raw).is_integer() and _FIRST.year <= raw < _LAST.year:
        return str(int(raw))
    if not _SERIALS[0] <= raw <= _SERIALS[1]:
        raise CellError("not_date")
    day = from_excel(raw)
    return _checked(day.year, day.month, day.day)


@lru_cache(maxsize=16_384)
def _written(text: str) -> str:
    if found := _ISO.fullmatch(text):
        return _partial(*found.groups())
    if found := _DOTS.fullmatch(text):
        day, month, year = map(int, found.groups())
        return _checked(year, month, day)
    if found := _MONTH.fullmatch(text):
        return _partial(found[2], found[1], None)
    if found := _OTHER.fullmatch(text):
        return _unordered(*map(int, found.groups()))
    if found := _SPOKEN.fullmatch(text):
        return _spoken(*found.groups())
    if re.fullmatch(r"\d{5}(\.0)?", text):
        return _serial(float(text))
    if re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}", text):
        raise CellError("ambiguous_date")
    raise CellError("not_date")


def _unordered(one: int, two: int, year: int) -> str:
    """Slashes leave open which of the two is the month, unless only one can be."""
    if one <= 12 and two <= 12 and one != two:
        raise CellError("ambiguous_date")
    return _checked(year, two, one) if two <= 12 else _checked(year, one, two)


def _spoken(day: str | None, month: str, year: str) -> str:
    number = next((n for n, known in enumerate(_MONTHS, 1) if month.casefold() in known.split()), 0)
    if not number:
        raise CellError("not_date")
    return _partial(year, str(number), day)


def _partial(year: str, month: str | None, day: str | None) -> str:
    """A date with as much as is given of it."""
    checked = _checked(int(year), int(month or 1), int(day or 1))
    return checked[: 10 if day else 7 if month else 4]


def _checked(year: int, month: int, day: int) -> str:
    try:
        told = date(year, month, day)
    except ValueError as error:
        raise CellError("impossible_date") from error
    if not _FIRST <= told < _LAST:
        raise CellError("impossible_date")
    return told.isoformat()
