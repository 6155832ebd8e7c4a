"""Codes, dates and places in a source, in words, in both languages of the interface."""

from collections.abc import Callable

from graphmodel.domain import wording
from graphmodel.domain.graph import Node
from graphmodel.texts import Language, text
from viz.scene import Words


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
    return both(lambda lang: wording.code(family, value, lang))


def name(node: Node) -> Words:
    """The name of a node; that of one which no source names says so."""
    if node.placeholder:
        return both(lambda lang: text("words.unnamed", lang, name=node.name(lang)))
    return both(node.name)


def joined(separator: str, parts: list[Words]) -> Words:
    """Several texts as one."""
    return Words(ru=separator.join(p.ru for p in parts), en=separator.join(p.en for p in parts))


def date(edtf: str) -> Words:
    """An EDTF date in words."""
    return both(lambda lang: wording.date(edtf, lang))


def locator(place: str) -> Words:
    """A place in a source in words."""
    return both(lambda lang: wording.place_in_source(place, lang))


def percent(share: float) -> Words:
    """A share from 0 to 1 in per cent."""
    return both(lambda lang: wording.percent(share, lang))


def amount(value: float, currency: str | None) -> Words:
    """An amount in units of its currency."""
    return both(lambda lang: wording.amount(value, currency, lang))


def country(iso: str) -> Words:
    """The name of a country by its ISO 3166-1 code."""
    return both(lambda lang: wording.country(iso, lang))
