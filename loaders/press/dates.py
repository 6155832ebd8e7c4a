"""Dates as Russian news writes them, as EDTF."""

import re
from typing import Final

from graphmodel.domain.dates import bounds
from loaders.press.words import MONTHS

_DATE: Final = re.compile(
    rf"(?:\b(?P<day>\d{{1,2}})\s+)?\b(?P<month>{'|'.join(MONTHS)})\s+(?P<year>\d{{4}})"
    r"|\b(?P<d>\d{1,2})\.(?P<m>\d{2})\.(?P<y>\d{4})\b"
    r"|\bв\s+(?P<only>\d{4})\s+году",
    re.IGNORECASE,
)
_IN_MONTH: Final = re.compile(r"\bв\s+(\w+)е\s+(\d{4})", re.IGNORECASE)


def _edtf(year: str, month: int | None, day: str | None) -> str:
    parts = [year, f"{month:02d}" if month else "", f"{int(day):02d}" if day else ""]
    return "-".join(filter(None, parts))


def _month(locative: str) -> int | None:
    """`апрел` of «в апреле» and `ма` of «в мае»."""
    return next((n for name, n in MONTHS.items() if name[:-1] == locative.lower()), None)


def _of_match(found: re.Match[str]) -> str | None:
    if found["month"]:
        return _edtf(found["year"], MONTHS[found["month"].lower()], found["day"])
    return _edtf(found["y"], int(found["m"]), found["d"]) if found["d"] else None


def _known(edtf: str) -> bool:
    try:
        bounds(edtf)
    except ValueError:
        return False
    return True


def first_date(text: str) -> str | None:
    """The first date in a text: a day, a month or a year; None where there is none that the calendar knows."""
    days = (edtf for found in _DATE.finditer(text) if (edtf := _of_match(found)))
    months = (
        _edtf(found[2], month, None) for found in _IN_MONTH.finditer(text) if (month := _month(found[1]))
    )
    years = (found["only"] for found in _DATE.finditer(text) if found["only"])
    return next((edtf for edtf in (*days, *months, *years) if _known(edtf)), None)
