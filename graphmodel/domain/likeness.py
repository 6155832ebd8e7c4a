"""How alike two names are: mistyped, shortened, with their words in another order, or in another script."""

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

_TO_LATIN: Final = str.maketrans(
    dict(
        zip(
            "абвгдеёжзийклмнопрстуфхцчшщыэюяўқғҳ",
            "a b v g d e yo zh z i y k l m n o p r s t u f h ts ch sh sh i e yu ya u q g h".split(),
            strict=True,
        )
    )
    | {"ъ": "", "ь": ""}
)
_SOUNDS: Final = dict(
    zip(
        "shch sch sh ch zh kh ph ck yu iu ya ia yo io ye ie c j q w x y".split(),
        "w w w c z h f k u u a a o o e e k z k v h i".split(),
        strict=True,
    )
)
_SPELT: Final = re.compile("|".join(_SOUNDS))
_IOTA: Final = re.compile(r"j(?![aeiou])|(?<=[bcdfghklmnpqrstvwxz])j(?=[aou])")
"""A j that stands for й, or for the first half of ю and я, and not for ж as in Uzbek."""
_DOUBLED: Final = re.compile(r"([^\W\d])\1+")
_ABBREVIATED: Final = range(2, 7)
"""Words of a name that is abbreviated."""
_COMPARED: Final = 200
"""Letters of a name that are compared; names are shorter."""
_SHORTENED: Final = 0.92
"""How near the beginning of a word is to it."""
_JOINED: Final = 0.9
"""How near a name is to the same letters with other spaces."""


@lru_cache(maxsize=16_384)
def sound(normalised: str) -> str:
    """A normalised name in small Latin letters, one for all the ways to transliterate a letter; double ones once."""
    latin = _IOTA.sub("y", normalised.translate(_TO_LATIN))
    return _DOUBLED.sub(r"\1", _SPELT.sub(lambda found: _SOUNDS[found[0]], latin))


def initials(normalised: str) -> str:
    """What a normalised name of two to six words is abbreviated to, each as `sound` begins; nothing for other names."""
    words = normalised.split()
    return "".join(sound(word)[:1] for word in words) if len(words) in _ABBREVIATED else ""


def likeness(asked: str, told: str) -> float:
    """From 0 to 1, how near a name comes to the one that is asked for, both as `sound` gives them; 1 for equal ones."""
    asked, told = asked[:_COMPARED], told[:_COMPARED]
    covered = (
        0.6 * _covered(asked, told)
        + 0.3 * _covered(told, asked)
        + 0.1 * OSA.normalized_similarity(asked, told)
    )
    return max(covered, _JOINED * OSA.normalized_similarity(asked.replace(" ", ""), told.replace(" ", "")))


def _covered(words: str, others: str) -> float:
    """How well each of the words is found among the others; the longer counts more."""
    near = [
        len(word) * max((_nearness(word, other) for other in others.split()), default=0.0)
        for word in words.split()
    ]
    return sum(near) / max(1, len(words.replace(" ", "")))


def _nearness(word: str, other: str) -> float:
    short, long = sorted((word, other), key=len)
    shortened = _SHORTENED if len(short) >= 3 and long.startswith(short) else 0.0
    return max(shortened, OSA.normalized_similarity(word, other))
