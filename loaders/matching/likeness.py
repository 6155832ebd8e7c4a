"""How alike the own words of two spellings are: the base of a score."""

import re
from typing import Final, Literal, NamedTuple

from rapidfuzz.distance import OSA

from loaders.matching.spelling import Spelling

_VOWELS: Final = re.compile("[aeiou]+")
MIDDLE: Final = 5
"""The least letters of which one may be wrong; in fewer, one letter makes another name (Азот, Азов)."""
LONG: Final = 7
_HARD: Final = {"c", "k"}
"""A Latin c is either, and a writer may take it for the other."""
_LONGER: Final = 10
_CONSONANTS: Final = 4


Basis = Literal["words", "flat", "whole", "initials"]


class Likeness(NamedTuple):
    """`code` is the reason, `points` what it is worth before anything else is looked at, `by` what was compared."""

    code: str
    points: float
    by: Basis = "words"


_EQUAL: Final = Likeness("name", 0.9)
_ORDER: Final = Likeness("order", 0.9)
_COMPOUND: Final = Likeness("order", 0.75)
"""«Агромашинвест» and «Агроинвестмаш»: in a name of common words alone, their order tells."""
_PART: Final = Likeness("part", 0.65)
_SLIP: Final = Likeness("slip", 0.87)
_MISSPELT: Final = Likeness("slip", 0.87, "whole")
_LETTER: Final = Likeness("letter", 0.75)
_VOWEL: Final = Likeness("vowels", 0.8)
_CLOSE: Final = Likeness("close", 0.66)
_ABBREVIATION: Final = Likeness("abbreviation", 0.62, "initials")


def consonants(bones: str, least: int = _CONSONANTS) -> str:
    """A skeleton without vowels; empty where fewer letters than `least` are left to tell words apart."""
    left = _VOWELS.sub("", bones)
    return left if len(left) >= least else ""


def _slip(one: str, other: str) -> bool:
    """Whether one edit between two strings is a slip: a letter left out, two swapped, another vowel, c for k.

    Not at the very end, where a letter makes another word (Небылицын, Небылицына), at the beginning, nor in a short
    name; a consonant more in seven letters is none either (Небылин, Небылкин).
    """
    shorter = min(len(one), len(other))
    if shorter < LONG or (one[0] != other[0] and {one[0], other[0]} != _HARD):
        return False
    if one[:-1] == other or other[:-1] == one or one[:-1] == other[:-1]:
        return False
    if len(one) != len(other):
        return shorter > LONG or _VOWELS.sub("", one) == _VOWELS.sub("", other)
    wrong = [(x, y) for x, y in zip(one, other, strict=True) if x != y]
    if len(wrong) == 2:
        return True
    vowel = set(wrong[0]) == _HARD or all(map(_VOWELS.fullmatch, wrong[0]))
    return vowel and shorter > LONG


def _slipped(one: str, other: str) -> bool:
    return OSA.distance(one, other, score_cutoff=1) == 1 and _slip(one, other)


def _edited(one: str, other: str) -> Likeness | None:
    shorter = min(len(one), len(other))
    edits = OSA.distance(one, other, score_cutoff=2)
    if shorter < MIDDLE or edits > 2:
        return None
    if edits == 1:
        if _slip(one, other):
            return _SLIP
        return _LETTER if shorter >= _LONGER else _CLOSE
    bones = consonants(one)
    return _VOWEL if shorter > LONG and bones and bones == consonants(other) else None


def _best(found: list[Likeness | None]) -> Likeness | None:
    return max(filter(None, found), key=lambda one: (one.points, one.by, one.code), default=None)


def _abbreviated(short: Spelling, long: Spelling) -> bool:
    return len(short.own) == 1 and not short.concepts and short.own[0] == long.initials


def _own(one: Spelling, other: Spelling) -> Likeness | None:
    if one.own == other.own:
        return _EQUAL
    mine, yours = sorted(one.own), sorted(other.own)
    if mine == yours:
        return _ORDER
    shared = set(mine) & set(yours)
    if len("".join(shared)) >= MIDDLE and shared in (set(mine), set(yours)):
        return _PART
    pairs = [(one.own, other.own), (mine, yours)]
    return _best([_mistyped(one, other), *(_edited("".join(left), "".join(right)) for left, right in pairs)])


def _common(one: Spelling, other: Spelling) -> Likeness | None:
    if one.concepts == other.concepts:
        return _EQUAL
    if (one.compound or other.compound) and sorted(one.concepts) == sorted(other.concepts):
        return _COMPOUND
    return _EQUAL if set(one.concepts) & set(other.concepts) else None


def _mistyped(one: Spelling, other: Spelling) -> Likeness | None:
    """A slip in the letters as they are written, whatever it makes of their sound: «Лукоорье» for «Лукоморье»."""
    return _SLIP if _slipped(one.letters, other.letters) else None


def _edited_flat(one: Spelling, other: Spelling) -> Likeness | None:
    """Names alike when run together; of names that many bear, a slip is no more than a question."""
    found = _best([_edited(one.flat, other.flat), None if one.own and other.own else _mistyped(one, other)])
    if found and not (one.distinct and other.distinct):
        found = _CLOSE
    return found and found._replace(by="flat")


def _misspelt(one: Spelling, other: Spelling) -> Likeness | None:
    """Several words, in order the same but for a slip in one of them: «Ташкентский трактонрый завод»."""
    if len(one.whole) != len(other.whole) or len(one.whole) < 2:
        return None
    wrong = [at for at, (x, y) in enumerate(zip(one.whole, other.whole, strict=True)) if x != y]
    if len(wrong) != 1:
        return None
    at = wrong[0]
    slipped = _slipped(one.whole[at], other.whole[at]) or _slipped(one.sounds[at], other.sounds[at])
    return _MISSPELT if slipped else None


def likenesses(one: Spelling, other: Spelling) -> list[Likeness]:
    """The ways in which two names are alike; each is weighed by what else is looked at."""
    if one.flat and one.flat == other.flat:
        return [_EQUAL._replace(by="flat")]
    if _abbreviated(one, other) or _abbreviated(other, one):
        return [_ABBREVIATION]
    if misspelt := _misspelt(one, other):
        return [misspelt]
    found = [_edited_flat(one, other)]
    if bool(one.own) == bool(other.own):
        found.append(_own(one, other) if one.own else _common(one, other))
    return [alike for alike in found if alike]
