"""Codes, dates and places in a source, in words, in the languages of a view."""

from collections.abc import Callable
from functools import lru_cache

from graphmodel.domain import wording
from graphmodel.domain.graph import Node
from graphmodel.texts import ViewLanguage, text
from viz.scene import Words


def each(say: Callable[[ViewLanguage], str]) -> Words:
    """What `say` says in each language."""
    return Words(ru=say("ru"), en=say("en"), uz=say("uz"))


def same(value: object) -> Words:
    """A value that reads alike in all languages."""
    return Words(*(str(value),) * 3)


def worded(key: str, /, **values: object) -> Words:
    """The text `viz.<key>` in each language."""
    return each(lambda lang: text(f"viz.{key}", lang, **values))


@lru_cache(maxsize=4_096)
def code(family: str, value: str) -> Words:
    """A code such as `announced` of the family `status` in words; one that the catalogue does not know, as it is."""
    return each(lambda lang: wording.code(family, value, lang))


def name(node: Node) -> Words:
    """The name of a node; that of one which no source names says so."""
    if node.placeholder:
        return each(lambda lang: text("words.unnamed", lang, name=node.name(lang)))
    return each(node.name)


def joined(separator: str, parts: list[Words]) -> Words:
    """Several texts as one."""
    return Words(*(separator.join(told) for told in zip(*parts, strict=True)))


@lru_cache(maxsize=4_096)
def date(edtf: str) -> Words:
    """An EDTF date in words."""
    return each(lambda lang: wording.date(edtf, lang))


@lru_cache(maxsize=4_096)
def locator(place: str) -> Words:
    """A place in a source in words."""
    return each(lambda lang: wording.place_in_source(place, lang))


@lru_cache(maxsize=4_096)
def percent(share: float) -> Words:
    """A share from 0 to 1 in per cent."""
    return each(lambda lang: wording.percent(share, lang))


def amount(value: float, currency: str | None) -> Words:
    """An amount in units of its currency."""
    return each(lambda lang: wording.amount(value, currency, lang))


@lru_cache(maxsize=512)
def country(iso: str) -> Words:
    """The name of a country by its ISO 3166-1 code."""
    return each(lambda lang: wording.country(iso, lang))
