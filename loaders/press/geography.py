"""Which words of a text are places, and which region a release speaks from."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from graphmodel.domain.codes import country_names
from graphmodel.domain.references import Place
from loaders.places import place_of
from loaders.press.inflection import nominative
from loaders.press.language import Sentence, Token
from loaders.press.words import HERE, HOME, LARGE


@cache
def _found(words: str) -> Place | None:
    place = place_of(words)
    if place is None:
        return None
    named = place.names or country_names(place.country)
    return place.model_copy(update={"name": named.ru or place.name})


def adjective_place(token: Token) -> Place | None:
    """The place of an adjective: «узбекская», «кубанские»."""
    if token.pos not in ("ADJ", "PROPN") or token.quoted:
        return None
    return _found(token.lemma)


def named_after(name: str) -> Place | None:
    """The place that a name begins with: «Минский тракторный завод», «Кубань-Лемех»."""
    first, _, rest = re.sub("-(?=[А-ЯЁ])", " ", name).partition(" ")
    adjective = first.endswith(("ский", "цкий", "ская", "цкая", "ское"))
    return _found(first.lower() if adjective else first) if rest else None


def noun_place(token: Token) -> Place | None:
    """The place that one word names: «Кубани», «Ташкенте»."""
    if not token.capital or token.quoted:
        return None
    return _found(nominative(token)) or _found(token.lemma) or _found(token.text)


def home_place(token: Token, home: Place | None) -> Place | None:
    """The region of the release where an adjective points to it: «краевая компания»."""
    kind = HOME.get(token.lemma)
    return home if kind and home and kind in home.name.lower() else None


def places(sentence: Sentence) -> list[tuple[int, Place]]:
    """The places that a sentence names, each with the number of its first word."""
    found = []
    for number, token in enumerate(sentence.tokens):
        place = noun_place(token) if token.pos != "ADJ" else None
        if place is None and token.pos in ("ADJ", "PROPN"):
            following = sentence.tokens[number + 1 : number + 2]
            here = following[0].lemma if following and following[0].lemma in HERE else None
            place = (_found(f"{token.lemma} {here}") or adjective_place(token)) if here else None
        if place:
            found.append((number, place))
    return found


_PEOPLE: Final = ("чанин", "янин", "анин", "ец", "ич", "як", "")
_ADJECTIVES: Final = ("ский", "инский", "овский", "ейский", "ьский", "ск", "")
_SHORT: Final = frozenset(("узбек", "белорус", "казах"))
"""Peoples whose name has no ending of its own."""


@cache
def _peopled(word: str) -> Place | None:
    """The place of the first adjective that the name of a people gives: «ростовчанин», «ростовский»."""
    endings = [ending for ending in _PEOPLE if word.endswith(ending) and (ending or word in _SHORT)]
    stems = [word.removesuffix(ending) for ending in endings]
    formed = (f"{stem}{ending}" for stem in stems if len(stem) > 1 for ending in _ADJECTIVES)
    return next((place for one in formed if (place := _found(one))), None)


def people_place(token: Token) -> Place | None:
    """The place of its people: «ростовчане», «минчане», «белорусы»."""
    return _peopled(token.lemma) if token.pos in ("NOUN", "PROPN") and not token.quoted else None


def in_large(token: Token, place: Place) -> bool:
    """Whether an adjective of a large part of the country covers a place: «уральское», «донское»."""
    return place.code in LARGE.get(token.lemma, ())


def lies_in(one: Place | None, other: Place) -> bool:
    """Whether a firm of `one` place may be meant by the `other`: by region, by country where no region is known."""
    return one is not None and one.country == other.country and one.code in (other.code, None)


def home_region(sentences: Iterable[Sentence]) -> Place | None:
    """The region that a release names most often, the earliest of equals; «кубанские» counts, «в Ташкенте» does not."""
    every = list(sentences)
    spoken = [place for sentence in every for place in _homes(sentence)]
    named = spoken or [place for sentence in every for _, place in places(sentence) if place.code]
    counted = Counter(place.code for place in named).most_common(1)
    return next((place for place in named if place.code == counted[0][0]), None) if counted else None


def _homes(sentence: Sentence) -> Iterator[Place]:
    for number, place in places(sentence):
        before = sentence.tokens[number - 1].text.lower() if number else ""
        if _is_land(place) and before not in ("в", "во"):
            yield place
    for token in sentence.tokens:
        adjective = adjective_place(token) if token.lemma.endswith("ий") else None
        if adjective and _is_land(adjective):
            yield adjective


def _is_land(place: Place) -> bool:
    """Whether a place is a region of several words, «Краснодарский край», and no city."""
    return place.code is not None and " " in place.name
