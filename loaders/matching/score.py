"""The score of two records, from their names and places alone, with its reasons: points that add up to it.

Rules with stated points, in the manner of the linear models of record linkage (Fellegi and Sunter 1969: agreement adds,
disagreement takes away), so that a person can follow each decision. The points were set on the `dev` half of
tests/data/matching.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

from graphmodel.domain.identity import Profile, Reason
from loaders.matching.likeness import Basis, Likeness, consonants, likenesses
from loaders.matching.places import Relation, apart, relation
from loaders.matching.spelling import SEVERAL, Spelling, spellings
from loaders.matching.vocabulary import loose

_PLACES: Final[dict[Relation, float]] = {
    "same": 0.08,
    "within": 0.03,
    "unknown": 0,
    "regions": -0.25,
    "countries": -0.28,
}
_EXTRA: Final = -0.25
_OTHER: Final = -0.45
_TRANSLATED: Final = -0.25
_ONE_KIND: Final = -0.08
_TWO_KINDS: Final = -0.25
_FORM: Final = -0.2
_COMMON: Final = -0.2
_ASIDE: Final = -0.28
_PLANT: Final = "plant"
"""The English word stands for works of every kind."""


class Score(NamedTuple):
    """From 0 to 1, with the reasons whose points add up to it (but for the ends of the scale)."""

    value: float
    reasons: tuple[Reason, ...]


class _Said(NamedTuple):
    """What a score looks at in a record; thousands may have the same."""

    names: tuple[str, ...]
    place: str


class Pair(NamedTuple):
    """Two spellings, with the places of their records."""

    one: Spelling
    other: Spelling
    places: tuple[str, str]

    def reason(self, code: str, points: float) -> Reason:
        """A reason about the two names."""
        return Reason(code=code, points=points, one=self.one.written, other=self.other.written)


def _numbers(pair: Pair) -> Iterator[Reason]:
    if pair.one.numbers != pair.other.numbers:
        yield pair.reason("name_number", _EXTRA)


def _cyrillic(name: str) -> bool:
    return any("а" <= letter <= "ӿ" for letter in name.casefold())


def _concepts(pair: Pair) -> Iterator[Reason]:
    one, other = Counter(pair.one.concepts), Counter(pair.other.concepts)
    mine, yours = one - other, other - one
    if mine and yours:
        two_scripts = _cyrillic(pair.one.written) != _cyrillic(pair.other.written)
        translated = two_scripts and loose() >= {*mine, *yours}
        yield pair.reason("words_differ", _TRANSLATED if translated else _OTHER)
    elif mine or yours:
        yield pair.reason("words_extra", _EXTRA)


def _kinds(pair: Pair) -> Iterator[Reason]:
    one, other = pair.one.kinds, pair.other.kinds
    if one and other:
        if not one & other and _PLANT not in one | other:
            yield pair.reason("kind_differs", _TWO_KINDS)
    elif one or other:
        yield pair.reason("kind_missing", _ONE_KIND)


def _alike(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two words name a place by one name: Тошкент and Tashkent, not Kuban and Krasnodar."""
    (code, bones), (another, others) = one, other
    return bones == others or (code == another and consonants(bones, 2) == consonants(others, 2) != "")


def _same_place_named(pair: Pair) -> bool:
    return any(_alike(*both) for both in product(pair.one.places, pair.other.places))


def _places_named(pair: Pair) -> Iterator[Reason]:
    one, other = pair.one.places, pair.other.places
    if one and other:
        if not _same_place_named(pair):
            yield pair.reason("place_in_name", _OTHER)
    elif one or other:
        codes = {code for code, _ in one or other}
        if not codes & set(pair.places):
            yield pair.reason("place_in_name", _EXTRA)


def _forms(pair: Pair) -> Iterator[Reason]:
    one, other = pair.one.forms, pair.other.forms
    if one and other and not one & other:
        yield pair.reason("form_differs", _FORM)


def _coined(pair: Pair) -> bool:
    """Whether common words in a row are a name of its own, since it is also written in one word.

    «Пром-Агро-Технологии» is, beside «ПромАгроТехнологии».
    """
    one, other = sorted((pair.one, pair.other), key=lambda name: name.distinct)
    several = len(one.concepts) >= SEVERAL and not one.compound
    return several and other.distinct and one.flat == other.flat


def _here(pair: Pair) -> bool:
    """Whether both are known to be in one place, by their records or their names."""
    return relation(*pair.places) == "same" or (_same_place_named(pair) and not apart(*pair.places))


def _misspelt_commonness(pair: Pair) -> Iterator[Reason]:
    """Of names that are the same word by word but for a slip, a place in one is in the other: «Ташкенткий»."""
    places = pair.one.places | pair.other.places
    one, other = pair.one._replace(places=places), pair.other._replace(places=places)
    yield from _commonness(pair._replace(one=one, other=other))


def _commonness(pair: Pair) -> Iterator[Reason]:
    if not (_here(pair) or (pair.one.distinct and pair.other.distinct) or _coined(pair)):
        yield pair.reason("common", _COMMON)


def _aside(pair: Pair) -> Iterator[Reason]:
    asides = {pair.one.aside, pair.other.aside}
    if "other" in asides or asides == {"former"}:
        yield pair.reason("aside", _ASIDE)


_RUN_TOGETHER: Final = (_numbers, _kinds, _places_named, _forms, _commonness, _aside)
_CHECKS: Final[dict[Basis, tuple[Callable[[Pair], Iterator[Reason]], ...]]] = {
    "words": (_concepts, *_RUN_TOGETHER),
    "flat": _RUN_TOGETHER,
    "whole": (_numbers, _forms, _misspelt_commonness, _aside),
    "initials": (_numbers, _forms, _aside),
}
"""What is looked at next. Names that are alike run together may be cut into words in two ways."""


def _own_place(name: Spelling, other: Spelling) -> Spelling:
    """`name` with the words that are places here and own words there as own words: «Беларус» is a make of tractor."""
    moved = {place for place in name.places if place[1] in other.own} if other.own else None
    if not moved:
        return name
    own = name.own + tuple(sorted(bones for _, bones in moved))
    return name._replace(own=own, places=name.places - moved)


def _compared(pair: Pair, alike: Likeness) -> Iterator[Reason]:
    """The reasons that two names give which are alike."""
    yield pair.reason(alike.code, alike.points)
    for check in _CHECKS[alike.by]:
        yield from check(pair)


def _sum(reasons: tuple[Reason, ...]) -> float:
    return sum(reason.points for reason in reasons)


def _strength(reasons: tuple[Reason, ...]) -> tuple[float, str, str]:
    return _sum(reasons), reasons[0].one, reasons[0].other


def _best(one: _Said, other: _Said) -> tuple[Reason, ...]:
    """The reasons of the two names that are most alike; likeness first, since all that follows takes points away."""
    mine, yours = ([part for name in said.names for part in spellings(name)] for said in (one, other))
    if _numbered_apart(mine, yours):
        return ()
    pairs = [
        Pair(_own_place(x, y), _own_place(y, x), (one.place, other.place)) for x, y in product(mine, yours)
    ]
    likely = [(alike, pair) for pair in pairs for alike in likenesses(pair.one, pair.other)]
    best: tuple[Reason, ...] = ()
    for alike, pair in sorted(likely, key=lambda one: -one[0].points):
        if best and alike.points < _sum(best):
            break
        found = tuple(_compared(pair, alike))
        best = max(best, found, key=_strength) if best else found
    return best


def _numbered_apart(one: list[Spelling], other: list[Spelling]) -> bool:
    """Whether both names bear numbers, and none is the same: works no. 5 and works no. 7."""
    mine, yours = ({number for name in names for number in name.numbers} for names in (one, other))
    return bool(mine and yours) and not mine & yours


def _placed(one: _Said, other: _Said) -> Iterator[Reason]:
    how = relation(one.place, other.place)
    if points := _PLACES[how]:
        yield Reason(code=f"place_{how}", points=points, one=one.place, other=other.place)


def score(one: Profile, other: Profile) -> Score:
    """How likely two records are of one enterprise, numbers aside."""
    return _scored(_Said(one.names, one.place), _Said(other.names, other.place))


@lru_cache(maxsize=1_000)
def _scored(one: _Said, other: _Said) -> Score:
    names = _best(one, other)
    if not names:
        return Score(0, ())
    reasons = (*names, *_placed(one, other))
    return Score(round(min(1, max(0, _sum(reasons))), 3), reasons)
