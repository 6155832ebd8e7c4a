"""How alike two names are: mistyped, shortened, with their words in another order, or in another script."""

import re
from functools import lru_cache
from itertools import groupby
from typing import Final

from rapidfuzz.distance import OSA

from graphmodel.domain.names import in_latin

_SOUNDS: Final = dict(
    zip(
        "shch sch sh ch zh kh ph ck yu iu ya ia yo io ye ie c j q w x y".split(),
        "S S S C z h f k u u a a o o e e k z k v h i".split(),
        strict=True,
    )
)
_SPELT: Final = re.compile("|".join(_SOUNDS))
_SHORTENED: Final = 0.92
"""How near the beginning of a word is to it."""
_WEIGHTS: Final = (0.6, 0.3, 0.1)
"""Of the words that are looked for, of the words of the name, and of both as they are written."""


@lru_cache(maxsize=16_384)
def sound(normalised: str) -> str:
    """A normalised name in Latin letters of which one stands for all ways to transliterate a letter, none twice."""
    latin = in_latin(normalised.replace("ж", "zh"))
    return "".join(letter for letter, _ in groupby(_SPELT.sub(lambda found: _SOUNDS[found[0]], latin)))


def likeness(wanted: str, name: str) -> float:
    """From 0 to 1, how near a normalised name comes to the one that is looked for; 1 for the same name."""
    asked, told = sound(wanted), sound(name)
    shares = (_covered(asked, told), _covered(told, asked), OSA.normalized_similarity(wanted, name))
    apart = sum(weight * share for weight, share in zip(_WEIGHTS, shares, strict=True))
    joined = OSA.normalized_similarity(asked.replace(" ", ""), told.replace(" ", ""))
    return max(apart, 0.9 * joined)


def _covered(words: str, others: str) -> float:
    """How well each of the words is found among the others; the longer counts more."""
    found = [(len(word), max(_nearness(word, other) for other in others.split())) for word in words.split()]
    return sum(length * near for length, near in found) / sum(length for length, _ in found)


def _nearness(word: str, other: str) -> float:
    short, long = sorted((word, other), key=len)
    shortened = _SHORTENED if len(short) >= 3 and long.startswith(short) else 0.0
    return max(shortened, OSA.normalized_similarity(word, other))
