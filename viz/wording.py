"""Codes, dates and places in a source, in words, in both languages of the interface."""

import re
from collections.abc import Callable
from typing import Any, Final

from graphmodel.domain.codes import country_names
from graphmodel.domain.dates import UNDATED
from graphmodel.domain.graph import Node
from graphmodel.texts import Language, catalogue, text
from viz.scene import Words

_DAY: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)")
_CHARS: Final = re.compile(r"char=(\d+),(\d+)")
_ROW: Final = re.compile(r"row=(\d+)")
_DOUBT: Final = {"~": "viz.date_about", "?": "viz.date_uncertain", "%": "viz.date_about"}


def both(say: Callable[[Language], str]) -> Words:
    """What `say` says in each language."""
    return Words(ru=say("ru"), en=say("en"))


def same(value: object) -> Words:
    """A value that reads alike in both languages."""
    return Words(ru=str(value), en=str(value))


def worded(key: str, /, **values: object) -> Words:
    """The text `viz.<key>` in both languages."""
    return both(lambda lang: text(f"viz.{key}", lang, **values))


def code(family: str, value: str) -> Words:
    """A code such as `announced` of the family `status` in words; one that the catalogue does not know, as it is."""
    key = f"{family}_{value}"
    return worded(key) if f"viz.{key}" in catalogue() else same(value)


def name(node: Node) -> Words:
    """The name of a node; that of one which no source names says so."""
    if node.placeholder:
        return both(lambda lang: text("viz.unnamed", lang, name=node.name(lang)))
    return both(node.name)


def joined(separator: str, parts: list[Words]) -> Words:
    """Several texts as one."""
    return Words(ru=separator.join(p.ru for p in parts), en=separator.join(p.en for p in parts))


def _day(edtf: str, lang: Language) -> str:
    match = _DAY.fullmatch(edtf)
    if not match:
        return edtf
    year, month, day, doubt = match.groups()
    given = [part for part in (year, month, day) if part]
    written = ".".join(reversed(given)) if lang == "ru" else "-".join(given)
    return text(_DOUBT[doubt], lang, date=written) if doubt else written


def _date(edtf: str, lang: Language) -> str:
    if edtf == UNDATED:
        return text("viz.date_undated", lang)
    first, slash, last = edtf.partition("/")
    if not slash:
        return _day(first, lang)
    if first in ("", ".."):
        return text("viz.date_to", lang, date=_day(last, lang))
    if last in ("", ".."):
        return text("viz.date_from", lang, date=_day(first, lang))
    return f"{_day(first, lang)} – {_day(last, lang)}"


def date(edtf: str) -> Words:
    """An EDTF date in words; a form that is not known here, as it is."""
    return both(lambda lang: _date(edtf, lang))


def locator(place: str) -> Words:
    """A place in a source: `char=412,803` as characters 412–803, `row=5` as row 5, others as they are."""
    if match := _CHARS.fullmatch(place):
        return worded("locator_char", first=match[1], last=match[2])
    if match := _ROW.fullmatch(place):
        return worded("locator_row", row=match[1])
    return same(place)


def percent(share: float) -> Words:
    """A share from 0 to 1 in per cent."""
    return Words(ru=f"{share:.0%}".replace("%", "\u00a0%"), en=f"{share:.0%}")


def amount(value: float, currency: Any) -> Words:
    """An amount in units of its currency, thousands apart."""
    figures = f"{value:,.2f}".removesuffix(".00")
    spaced = figures.replace(",", "\u00a0").replace(".", ",")
    return Words(ru=f"{spaced} {currency or ''}".strip(), en=f"{figures} {currency or ''}".strip())


def country(iso: str) -> Words:
    """The name of a country by its ISO 3166-1 code; of one that CLDR does not know, the code."""
    names = country_names(iso)
    return Words(ru=names.ru or iso, en=names.en or iso)
