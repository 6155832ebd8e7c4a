"""Codes of places, products, industries and money, each checked by its form, and by its list where we have one.

ISO 3166-1 alpha-2 (countries), ISO 3166-2 (regions), ISO 4217 (currencies), OKPD2 (OK 034-2014) and HS (products),
OKVED2 (OK 029-2014, industries).
"""

import re
from decimal import Decimal
from functools import cache
from typing import Annotated, Final

from babel import Locale
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainSerializer, StringConstraints
from pydantic_core import PydanticCustomError

from graphmodel.domain.classifications import is_hs, is_okved
from graphmodel.domain.names import Names

_NO_COUNTRIES: Final = frozenset("EU EZ QO UN XA XB ZZ".split())
"""Codes that Unicode CLDR names beside the countries."""
_REGION: Final = re.compile("[A-Z]{2}-[A-Z0-9]{1,3}")
_MOST: Final = 10**15
"""Beyond it, JSON readers and the database begin to lose units."""


@cache
def country_names(code: str) -> Names:
    """The names that Unicode CLDR gives a country, in three languages."""
    return Names(**{lang: Locale(lang).territories.get(code) for lang in ("ru", "en", "uz")})


@cache
def _countries() -> frozenset[str]:
    return (
        frozenset(filter(re.compile("[A-Z]{2}").fullmatch, map(str, Locale("en").territories)))
        - _NO_COUNTRIES
    )


def country_code(code: str) -> str:
    """`code` itself. Raises ValueError where no country has it."""
    if code not in _countries():
        raise ValueError(f"no country has the ISO 3166-1 code {code!r}")
    return code


def region_code(code: str) -> str:
    """`code` itself. Raises ValueError where it has not the form of ISO 3166-2 or no country begins it."""
    if not _REGION.fullmatch(code):
        raise ValueError(f"not an ISO 3166-2 code: {code!r}")
    return country_code(code[:2]) and code


def _clean(code: str) -> str:
    return code.replace(" ", "")


def _hs_exists(code: str) -> str:
    if not is_hs(code):
        raise PydanticCustomError("unknown_hs", "the Harmonized System has no such code")
    return code


def _okved_exists(code: str) -> str:
    if not is_okved(code):
        raise PydanticCustomError("unknown_okved", "OKVED2 has no such code")
    return code


Id = Annotated[str, StringConstraints(min_length=1, max_length=200)]
"""An id fits into an index of the database."""
CountryCode = Annotated[str, AfterValidator(country_code)]
RegionCode = Annotated[str, AfterValidator(region_code)]
CurrencyCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Okpd2 = Annotated[str, AfterValidator(_clean), StringConstraints(pattern=r"^\d{2}(\.\d{1,3}){0,4}$")]
HsCode = Annotated[
    str, AfterValidator(_clean), StringConstraints(pattern=r"^\d{2,10}$"), AfterValidator(_hs_exists)
]
Okved2 = Annotated[str, AfterValidator(_clean), AfterValidator(_okved_exists)]


def _plain_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _as_json_carries(value: Decimal) -> Decimal:
    return Decimal(str(_plain_number(value)))


Number = Annotated[
    Decimal,
    Field(ge=-_MOST, le=_MOST),
    AfterValidator(_as_json_carries),
    PlainSerializer(_plain_number, return_type=int | float, when_used="json"),
]


class Money(BaseModel):
    """An amount in the units of its currency (roubles, not kopecks)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    amount: Number
    currency: CurrencyCode
