"""Codes, dates and places in a source, in the words of the user's language."""

import re
from decimal import Decimal
from typing import Final

from graphmodel.domain.codes import country_names
from graphmodel.domain.dates import UNDATED
from graphmodel.texts import ViewLanguage, catalogue, text

_DAY: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)")
_DOUBT: Final = {"~": "words.date_about", "?": "words.date_uncertain", "%": "words.date_about"}
_PLACES: Final = {
    "words.locator_char": re.compile(r"char=(?P<first>\d+),(?P<last>\d+)"),
    "words.locator_row": re.compile(r"row=(?P<row>\d+)"),
    "words.locator_record": re.compile(r"record=(?P<record>.+)"),
}
SPACE: Final = "\N{NO-BREAK SPACE}"


def code(family: str, value: str, lang: ViewLanguage) -> str:
    """A code such as `announced` of the family `status` in words; one that the catalogue does not know, as it is."""
    key = f"words.{family}_{value}"
    return text(key, lang) if key in catalogue() else value


def _day(edtf: str, lang: ViewLanguage) -> str:
    match = _DAY.fullmatch(edtf)
    if not match:
        return edtf
    *date, doubt = match.groups()
    given = [part for part in date if part]
    written = ".".join(reversed(given)) if lang != "en" else "-".join(given)
    return text(_DOUBT[doubt], lang, date=written) if doubt else written


def date(edtf: str, lang: ViewLanguage) -> str:
    """An EDTF date in words; a form that is not known here, as it is."""
    if edtf == UNDATED:
        return text("words.date_undated", lang)
    first, slash, last = edtf.partition("/")
    if not slash:
        return _day(first, lang)
    if first in ("", ".."):
        return text("words.date_to", lang, date=_day(last, lang))
    if last in ("", ".."):
        return text("words.date_from", lang, date=_day(first, lang))
    return f"{_day(first, lang)} – {_day(last, lang)}"


def place_in_source(locator: str, lang: ViewLanguage) -> str:
    """A locator in words: `char=412,803` as characters 412–803, `row=5` as row 5, others as they are."""
    for key, pattern in _PLACES.items():
        if match := pattern.fullmatch(locator):
            return text(key, lang, **match.groupdict())
    return locator


def amount(value: float | Decimal, unit: str | None, lang: ViewLanguage) -> str:
    """A number with its unit or currency, thousands apart."""
    figures = f"{value:,.2f}".removesuffix(".00")
    if lang != "en":
        figures = figures.replace(",", SPACE).replace(".", ",")
    return f"{figures} {unit or ''}".strip()


def percent(share: float, lang: ViewLanguage) -> str:
    """A share from 0 to 1 in whole per cent, rounded down: only the certain is 100 %."""
    return f"{int(round(share * 100, 6))}{SPACE if lang == 'ru' else ''}%"


def country(iso: str, lang: ViewLanguage) -> str:
    """The name of a country by its ISO 3166-1 code; of one that CLDR does not know, the code."""
    return getattr(country_names(iso), lang) or iso
