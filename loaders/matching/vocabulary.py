"""What the words of a company's name say: words that many names share, places, numbers, and the name's own words.

The table `data/matching/words.csv` gives each concept in Russian, Uzbek and English, so that a translation is the same
concept. `*` takes any ending of up to six letters, `-` stands for a part of a compound alone, `=` for a word that is
none. Classes: `idle` says nothing, `kind` is the kind of works (plant, factory), `role` tells one firm of a family from
another (holding, service, project), `word` is used by everyone, `field` narrows the trade, `land` names a country or
region in short, `popular` is a favourite proper name, `number` counts.
"""

import csv
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import Final, Literal, NamedTuple, cast, get_args

from graphmodel.domain.references import Place
from loaders.matching.letters import skeleton, stem, words
from loaders.places import cities, place_of, spellings

Class = Literal["idle", "kind", "role", "word", "field", "land", "popular", "number", "place", "own"]
_ENDING: Final = 6
_PART: Final = 3
"""The least letters of a part of a compound that may stand alone as well."""
_LINKS: Final = "oe"
_PLURAL: Final = re.compile("(?:завод|комбинат|zavod|kombinat)[ыy]")
"""Several works, as against the Uzbek «заводи», zavodi, which has the same skeleton."""


class Meaning(NamedTuple):
    """One word: its class, its concept (a place's ISO code, a number, or itself), its skeleton."""

    of: Class
    concept: str
    bones: str


class _Entry(NamedTuple):
    of: Class
    concept: str
    open: bool
    whole: bool
    part: bool


@cache
def _table() -> dict[str, _Entry]:
    """Every spelling of the table by its skeleton."""
    text = (resources.files("loaders") / "data" / "matching" / "words.csv").read_text(encoding="utf-8")
    return dict(entry for row in csv.DictReader(text.splitlines()) for entry in _entries(row))


@cache
def loose() -> frozenset[str]:
    """The concepts that everyone uses, in translations one for another: agricultural machinery, «сельхозтехника»."""
    return frozenset(entry.concept for entry in _table().values() if entry.of == "word")


def _entries(row: dict[str, str]) -> Iterator[tuple[str, _Entry]]:
    if row["class"] not in get_args(Class):
        raise ValueError(f"words.csv has the unknown class {row['class']!r}")
    for written in row["words"].split():
        bones = "".join(map(skeleton, words(written.rstrip("*-="))))
        mark = written[-1]
        entry = _Entry(cast(Class, row["class"]), row["concept"], mark == "*", mark != "-", mark != "=")
        yield bones, entry


def _whole(bones: str) -> _Entry | None:
    entry = _table().get(bones)
    return entry if entry and entry.whole else None


def _inflected(bones: str) -> str:
    """The longest word of the table that this one is with an ending; empty where there is none."""
    for end in range(len(bones) - 1, max(1, len(bones) - _ENDING - 1), -1):
        entry = _table().get(bones[:end])
        if entry and entry.open:
            return bones[:end]
    return ""


def _known(bones: str) -> tuple[_Entry, ...] | None:
    """What a word of the table says, or each part of a compound of nothing but its words: «Сельхозтехника».

    Where a word can be both inflected and compound, the longer beginning wins, and a compound at equal length.
    """
    if entry := _whole(bones):
        return (entry,)
    beginning = _inflected(bones)
    if parts := _compound(bones, len(beginning)):
        return parts
    return (_table()[beginning],) if beginning else None


def _joins(entry: _Entry) -> bool:
    """Whether a word may be part of a compound."""
    return entry.part and entry.of != "idle"


def _compound(bones: str, least: int) -> tuple[_Entry, ...] | None:
    for end in range(len(bones) - _PART, max(1, least - 1), -1):
        first = _table().get(bones[:end])
        if first and _joins(first) and (end >= _PART or not first.whole):
            for rest in _rests(bones, end):
                if len(rest) >= _PART and (found := _known(rest)) and _joins(found[0]):
                    return (first, *found)
    return None


def _rests(bones: str, end: int) -> Iterator[str]:
    """What follows the first part of a compound: at once, after a linking vowel, after a letter that both share."""
    yield bones[end:]
    if bones[end] in _LINKS:
        yield bones[end + 1 :]
    yield bones[end - 1 :]


@cache
def _cities() -> frozenset[str | None]:
    """Those that are no capitals: they say more than their region, and are own words of a name."""
    return frozenset(city.names[0] for city in cities())


@cache
def _romanised() -> dict[str, str]:
    """The words that names of places are made of, by skeleton, so that «Минский» is found in Minskii as well."""
    return {skeleton(word): word for spelling in spellings() for word in words(spelling) if len(word) > 3}


def _found(word: str, bones: str) -> Place | None:
    if len(word) < 4:
        return None
    another = _romanised().get(bones, "")
    return place_of(word, codes=False) or (place_of(another, codes=False) if another else None)


def _place(word: str, bones: str) -> Meaning | None:
    place = _found(word, bones)
    if place is None:
        return None
    if place.settlement in _cities():
        return Meaning("own", stem(skeleton("".join(words(place.settlement or "")))), bones)
    return Meaning("place", place.code or place.country, stem(bones))


@lru_cache(maxsize=65_536)
def meanings(word: str) -> tuple[Meaning, ...]:
    """What a word of `letters.words` says; several meanings where it is a compound of the table's words."""
    if word.isdecimal():
        return (Meaning("number", str(int(word)), word),)
    bones = skeleton(word)
    if not _whole(bones) and (place := _place(word, bones)):
        return (place,)
    if _PLURAL.fullmatch(word):
        return (Meaning("role", "plural", bones),)
    if parts := _known(bones):
        return tuple(Meaning(part.of, part.concept, bones if n == 0 else "") for n, part in enumerate(parts))
    return (Meaning("own", stem(bones), bones),)
