"""Codes of places, products and money, each checked by its form.

ISO 3166-1 alpha-2 (countries), ISO 3166-2 (regions), ISO 4217 (currencies), OKPD2 (OK 034-2014) and HS (products).
"""

from decimal import Decimal
from functools import cache
from typing import Annotated

from babel import Locale
from pydantic import AfterValidator, BaseModel, ConfigDict, PlainSerializer, StringConstraints

from graphmodel.domain.names import Names


@cache
def country_names(code: str) -> Names:
    """The names that Unicode CLDR gives a country, in three languages."""
    return Names(**{lang: Locale(lang).territories.get(code) for lang in ("ru", "en", "uz")})


def _known_country(code: str) -> str:
    if code not in Locale("en").territories:
        raise ValueError(f"no country has the ISO 3166-1 code {code!r}")
    return code


def _clean(code: str) -> str:
    return code.replace(" ", "")


CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$"), AfterValidator(_known_country)]
RegionCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$")]
CurrencyCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Okpd2 = Annotated[str, AfterValidator(_clean), StringConstraints(pattern=r"^\d{2}(\.\d{1,3}){0,4}$")]
HsCode = Annotated[str, AfterValidator(_clean), StringConstraints(pattern=r"^\d{2,10}$")]


def _plain_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[Decimal, PlainSerializer(_plain_number, return_type=int | float, when_used="json")]


class Money(BaseModel):
    """An amount in the units of its currency (roubles, not kopecks)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    amount: Number
    currency: CurrencyCode
