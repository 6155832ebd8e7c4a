"""Numbers, money and shares as offices write them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Final, TypeVar

from loaders.tables.cells import CellError, words
from loaders.tables.sheets import Raw

T = TypeVar("T")
_NUMBER: Final = re.compile(r"(?P<sign>[-−–+]?)\s*(?P<figures>\d[\d\s.,'’]*)(?P<rest>.*)", re.DOTALL)
_SCALES: Final = {
    r"тыс\w*\.?|thousand|ming": Decimal(1_000),
    r"млн\.?|миллион\w*|mln\.?|million": Decimal(1_000_000),
    r"млрд\.?|миллиард\w*|bln\.?|billion|mlrd\.?": Decimal(1_000_000_000),
}
_CURRENCIES: Final = {
    r"руб\w*\.?|р\.|₽|rub\w*": "RUB",
    r"долл\w*\.?|\$|usd|us\$": "USD",
    r"евро|€|eur\w*": "EUR",
    r"юан\w*|¥|cny|rmb": "CNY",
    r"сум\w{0,2}|so['ʻʼ‘’`]?m\w*|uzs": "UZS",
}


_SPACES: Final = re.compile(r"[\s'’]")
_THOUSANDS: Final = re.compile(r"\d{1,3}([.,]\d{3})+")


@dataclass(frozen=True)
class Quantity:
    """A number with the scale and the unit that stand beside it; either may be missing."""

    value: Decimal
    unit: str = ""
    scale: Decimal | None = None
    currency: str | None = None


def number(raw: Raw) -> Decimal:
    """A bare number or a percentage (`15 %` is 0.15). Raises CellError where a cell is no number."""
    told = quantity(raw)
    if told.unit == "%":
        return told.value / 100
    if told.unit:
        raise CellError("not_number")
    return told.value * (told.scale or 1)


def quantity(raw: Raw) -> Quantity:
    """A number and what stands behind it: `1 200,5 тыс. руб.`. Raises CellError where no number begins the cell."""
    if isinstance(raw, bool | datetime | date | time | timedelta):
        raise CellError("not_number")
    if isinstance(raw, int | float):
        return Quantity(_finite(raw))
    found = _NUMBER.fullmatch(words(raw))
    if not found:
        raise CellError("not_number")
    value = _figures(found["figures"])
    unit, scale, currency = unit_of(found["rest"])
    return Quantity(
        -value if found["sign"] in ("-", "−", "–") and found["sign"] else value, unit, scale, currency
    )


def not_negative(value: Decimal) -> Decimal:
    """`value` itself. Raises CellError below zero."""
    if value < 0:
        raise CellError("negative")
    return value


@lru_cache(maxsize=1_000)
def unit_of(text: str) -> tuple[str, Decimal | None, str | None]:
    """What is left of a unit without its scale and currency, the scale, and the currency: `тыс. руб.`."""
    rest, scale = _taken(text.strip(), _SCALES)
    rest, currency = _taken(rest, _CURRENCIES)
    return rest.strip(" ,."), scale, currency


def _taken(text: str, known: Mapping[str, T]) -> tuple[str, T | None]:
    for pattern, meaning in known.items():
        if found := re.match(rf"(?:{pattern})(?!\w)", text, re.IGNORECASE):
            return text[found.end() :].strip(), meaning
    return text, None


def _finite(raw: float) -> Decimal:
    value = Decimal(str(raw))
    if not value.is_finite():
        raise CellError("not_number")
    return value


def _figures(text: str) -> Decimal:
    """Digits with separators. The last of a comma and a point is decimal; one that repeats parts thousands."""
    plain = _SPACES.sub("", text).rstrip(".,")
    marks = [sign for sign in plain if sign in ".,"]
    if len(set(marks)) == 2:
        thousands = "," if plain.rfind(".") > plain.rfind(",") else "."
        plain = plain.replace(thousands, "")
    elif len(marks) > 1:
        if not _THOUSANDS.fullmatch(plain):
            raise CellError("not_number")
        plain = plain.replace(marks[0], "")
    plain = plain.replace(",", ".")
    if plain.count(".") > 1:
        raise CellError("not_number")
    return Decimal(plain)
