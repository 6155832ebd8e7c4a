"""A name as it is compared: its own words, the concepts it shares with many names, places, numbers, legal forms."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from loaders.matching.forms import Parted, parted
from loaders.matching.letters import readings, skeleton, spelt, words
from loaders.matching.vocabulary import Class, Meaning, meanings

_ASIDE: Final = re.compile(r"\(([^()]*)\)")
_FARM: Final = re.compile(r"\((фермерское)\)", re.IGNORECASE)
"""Brackets inside a legal form."""
_FORMER: Final = re.compile(
    r"\W*(?:бывш\w*|ранее|прежн\w+|formerly|former|собиқ|sobiq|аввалги|avvalgi)\b"
    r"(?:\W+(?:назван\w+|наименован\w+|name))?",
    re.IGNORECASE,
)
"""What stands before a former name."""
_OR: Final = re.compile(r"\s/\s")
_WEIGHTS: Final[dict[Class, int]] = {"role": 1, "word": 1, "popular": 1, "field": 2, "land": 3}
_SILENT: Final = frozenset({"idle", "kind", "number"})
"""Classes of words that tell no name from others when they are run together."""
_COINED: Final = 5
_IN_A_ROW: Final = 4
"""The weight from which a compound of common words is a name of its own, and the number of such words that is."""
_INITIALS: Final = 3
_SHORT: Final = 5
"""The least letters of a short name that is made of the beginnings of the words of a long one."""
Aside = Literal["", "former", "other"]
"""How a name stands in brackets: not at all or as good as that, as the former name of what stands before, otherwise."""
SEVERAL: Final = 3
"""The least common words in a row that, written in one, may be a name of its own."""


class Spelling(NamedTuple):
    """One spelling of a name.

    `own` are the stems that are in no table, `flat` is all that tells it from others run together, `letters` are those
    of its own words as `letters.spelt` has them, or of all that tells it where none is its own. `whole` are the
    skeletons of all words but numbers and legal forms, `sounds` these words as they are spelt. `concepts` come in
    order, `places` are ISO code and stem, `forms` kinds of legal form. `distinct`: hardly two enterprises bear it by
    chance. `compound`: one word is made up of several concepts.
    """

    written: str
    own: tuple[str, ...]
    flat: str
    letters: str
    whole: tuple[str, ...]
    sounds: tuple[str, ...]
    concepts: tuple[str, ...]
    kinds: frozenset[str]
    places: frozenset[tuple[str, str]]
    numbers: frozenset[str]
    forms: frozenset[str]
    initials: str
    distinct: bool
    compound: bool
    aside: Aside


def _parts(name: str) -> Iterator[tuple[str, Aside]]:
    """The names that a written name holds, and how each stood in brackets; a legal form there is of the whole."""
    if "(" not in name and "/" not in name:
        yield name, ""
        return
    name = _FARM.sub(r"\1", name)
    asides = [text for text in _ASIDE.findall(name) if words(text)]
    outside = " ".join([_ASIDE.sub(" ", name), *filter(_of_the_whole, asides)])
    whole = [part for part in _OR.split(outside) if words(part)] or [name]
    yield from ((part, "") for part in whole)
    yield from (_aside(text, outside) for text in asides if _names(text))


def _aside(text: str, outside: str) -> tuple[str, Aside]:
    if former := _FORMER.match(text):
        return text[former.end() :], "former"
    short = "".join(_telling(text))
    return text, "" if len(short) >= _SHORT and _made_of(short, _telling(outside)) else "other"


def _telling(text: str) -> tuple[str, ...]:
    """The skeletons of the words that tell a name from others."""
    left = parted(words(text)).words
    return tuple(skeleton(word) for word in left if meanings(word)[0].of not in _SILENT)


def _made_of(short: str, long: tuple[str, ...]) -> bool:
    """Whether a string is made of beginnings of all the words: ПриТехЮг, «Придуманные технологии юга»."""
    if not long:
        return not short
    ends = (end for end in range(1, len(long[0]) + 1) if short[:end] == long[0][:end])
    return any(_made_of(short[end:], long[1:]) for end in ends)


def _nothing_but_form(name: Parted, text: str) -> bool:
    return name.words == tuple(words(text)) and bool(name.kinds)


def _names(text: str) -> bool:
    """Whether what stands in brackets is a name itself, not only a legal form, a place or words that any may use."""
    name = parted(words(text))
    told = _bare(name.words)
    named = told.own or told.distinct or (told.concepts and told.places and told.kinds)
    return bool(named) and not _nothing_but_form(name, text)


def _of_the_whole(text: str) -> bool:
    """Whether what stands in brackets is part of the name before it: a legal form, a place, a number."""
    name = parted(words(text))
    return _nothing_but_form(name, text) or not (_names(text) or _bare(name.words).concepts)


def _distinct(own: list[str], concepts: list[str], numbers: frozenset[str], heaviest: int) -> bool:
    letters = sum(map(len, own))
    return (
        letters > 3
        or (letters > 1 and (bool(numbers) or len(concepts) > 1))
        or heaviest >= _COINED
        or len({*concepts, *own}) >= _IN_A_ROW
    )


def _weight(word: tuple[Meaning, ...]) -> int:
    return sum(_WEIGHTS.get(one.of, 0) for one in word)


def _initials(name: tuple[str, ...]) -> str:
    told = [word[0] for word in name if meanings(word)[0].of not in ("idle", "number")]
    return skeleton("".join(told)) if len(told) >= _INITIALS else ""


@lru_cache(maxsize=10_000)
def _bare(name: tuple[str, ...]) -> Spelling:
    """What the words of a name without its legal forms say, however it is written."""
    by_word = [meanings(word) for word in name]
    own_words = [word for word, told in zip(name, by_word, strict=True) if told[0].of == "own"]
    telling = [word for word, (first, *_) in zip(name, by_word, strict=True) if first.of not in _SILENT]
    told = [one for word in by_word for one in word]
    own = [one.concept for one in told if one.of == "own"]
    concepts = [one.concept for one in told if one.of in _WEIGHTS]
    numbers = frozenset(one.concept for one in told if one.of == "number")
    return Spelling(
        written="",
        own=tuple(own),
        flat="".join(one.bones for one in told if one.of not in _SILENT),
        letters="".join(map(spelt, own_words or telling)),
        whole=tuple(skeleton(word) for word in name if not word.isdecimal()),
        sounds=tuple(spelt(word) for word in name if not word.isdecimal()),
        concepts=tuple(concepts),
        kinds=frozenset(one.concept for one in told if one.of == "kind"),
        places=frozenset((one.concept, one.bones) for one in told if one.of == "place"),
        numbers=numbers,
        forms=frozenset(),
        initials=_initials(name),
        distinct=_distinct(own, concepts, numbers, max(map(_weight, by_word), default=0)),
        compound=any(len(word) > 1 for word in by_word),
        aside="",
    )


def _spelling(written: str, heard: str, aside: Aside) -> Spelling:
    name = parted(words(heard))
    return _bare(name.words)._replace(written=written.strip(), forms=name.kinds, aside=aside)


@lru_cache(maxsize=10_000)
def spellings(name: str) -> tuple[Spelling, ...]:
    """How a written name is compared: as a whole, by each side of a slash, and by what stands in brackets."""
    return tuple(_spelling(part, heard, aside) for part, aside in _parts(name) for heard in readings(part))
