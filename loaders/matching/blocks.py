"""Which pairs are worth a score: those that share a key, so that the square of all pairs is never formed.

A key is a pure function of one record. *Sure* keys catch what can be the same: an equal registry number; a name run
together, all its words or its own, in order or sorted, whole or without vowels; the same as it is spelt with one letter
left out (so that one slip is caught: the deletion neighbourhood of SymSpell); for names of common words alone, the
concepts with the region. *Asking* keys catch pairs that at most become a question: one own word of several, initials,
the concepts of a common name without a region.

Narrowing: a name's sure keys tell its numbers, and so do those of what stands in brackets behind it, so that
«Агросервис-1 (юг)» and «Агросервис-2 (юг)» have none in common. Of more
than `LARGEST` records under a sure key, those in two places that are known to differ are not compared, for they cannot
be the same; of more than `ASKING` under an asking key only those of one region are, and none where these are more than
`ASKING` again. So a large block costs questions, never a merger.
"""

from array import array
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, combinations_with_replacement, product
from typing import Final

import numpy as np
from numpy.typing import NDArray

from graphmodel.domain.identity import Profile
from loaders.matching.letters import left_out
from loaders.matching.likeness import LONG, MIDDLE, consonants
from loaders.matching.numbers import numbered
from loaders.matching.places import apart, is_region
from loaders.matching.spelling import SEVERAL, Spelling, spellings

LARGEST: Final = 50
ASKING: Final = 12
"""The same for asking keys."""
_KEYS: Final = 2**63
"""A key and the position of its record share a number below this."""
Integers = NDArray[np.int64]


def _spelt(bones: str) -> Iterator[str]:
    """The keys that a string shares with what differs from it in vowels."""
    yield bones
    if len(bones) > LONG and (left := consonants(bones)):
        yield f"~{left}"


def _slips(letters: str) -> Iterator[str]:
    """The keys that a string shares with what differs from it by a slip."""
    yield letters
    if len(letters) >= MIDDLE:
        yield from left_out(letters)


def _alike(name: Spelling) -> str:
    """Own words and places alike, with the concepts: one table's place may be another name's own word."""
    told = sorted((*name.own, *(bones for _, bones in name.places)))
    return f"{' '.join(told)}&{'+'.join(sorted(name.concepts))}"


def _common(name: Spelling, place: str) -> Iterator[str]:
    """The sure keys of a name of common words and places alone."""
    concepts = "+".join(sorted(name.concepts))
    yield from (f"{concepts}@{bones[:1]}{code}" for code, bones in name.places)
    if is_region(place):
        yield from (f"{concepts}|{place}", f"{name.flat}|{place}")
    if name.distinct:
        yield from (concepts, *_spelt(name.flat), *_slips(name.letters))
    elif len(name.concepts) >= SEVERAL and not name.compound:
        yield name.flat


def _own(name: Spelling) -> Iterator[str]:
    """The sure keys of a name with words of its own."""
    for whole in {"".join(name.own), "".join(sorted(name.own)), name.flat}:
        yield from _spelt(whole)
    yield from _slips(name.letters)


def _sure(name: Spelling, place: str) -> Iterator[str]:
    yield from _own(name) if name.own else _common(name, place)
    if name.own or name.places:
        yield _alike(name)
    if len(name.whole) > 1:
        yield from _slips(" ".join(name.whole))


def _asking(name: Spelling) -> Iterator[str]:
    yield from (f".{word}" for word in name.own if len(word) >= MIDDLE)
    if len(name.own) == 1 and not name.concepts:
        yield f"^{name.own[0]}"
    if name.initials:
        yield f"^{name.initials}"
    if not (name.own or name.distinct):
        yield "+".join(sorted(name.concepts))


def keys(profile: Profile) -> set[int]:
    """The hashes of every key of a record; the last bit tells whether it is sure."""
    found = {hash(number) | 1 for number in numbered(profile)}
    for written in profile.names:
        names = spellings(written)
        counted = hash(frozenset(number for name in names for number in name.numbers))
        for name in names:
            found.update([(hash(key) ^ counted) | 1 for key in _sure(name, profile.place)])
            found.update([hash(key) & ~1 for key in _asking(name)])
    return found


def _index(profiles: Sequence[Profile]) -> Integers:
    """Every key of every record, times the number of records, plus the position of its record; sorted in place."""
    packed, size = array("q"), len(profiles)
    for number, profile in enumerate(profiles):
        packed.extend({_packed(key, size) + number for key in keys(profile)})
    index = np.frombuffer(packed, np.int64)
    index.sort()
    return index


def _packed(key: int, size: int) -> int:
    """`size` times a key that is cut off so far that there is room for a position; its last bit stays."""
    return key % (_KEYS // size & ~1) * size


def _blocks(index: Integers, fresh: NDArray[np.bool_]) -> Iterator[tuple[bool, list[int]]]:
    """The records under each key that several have, one of them fresh; and whether the key is sure."""
    size = len(fresh)
    keyed = index // size
    again = keyed[1:] == keyed[:-1]
    several = np.append(again, False) | np.append(False, again)
    hashed, owned = keyed[several], index[several] % size
    del keyed
    starts = np.flatnonzero(np.diff(hashed, prepend=-1))
    ends = np.append(starts[1:], len(hashed))
    wanted = np.logical_or.reduceat(fresh[owned], starts)
    for start, end in zip(starts[wanted].tolist(), ends[wanted].tolist(), strict=True):
        yield bool(hashed[start] & 1), owned[start:end].tolist()


def _pairs(block: list[int], sure: bool, profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    if len(block) <= (LARGEST if sure else ASKING):
        yield from combinations(block, 2)
        return
    by_place: dict[str, list[int]] = {}
    for number in block:
        by_place.setdefault(profiles[number].place, []).append(number)
    for one, other in combinations_with_replacement(by_place, 2):
        if one == other:
            if sure or (is_region(one) and len(by_place[one]) <= ASKING):
                yield from combinations(by_place[one], 2)
        elif sure and not apart(one, other):
            yield from product(by_place[one], by_place[other])


def candidates(profiles: Sequence[Profile], fresh: Collection[str] | None) -> list[tuple[int, int]]:
    """Each pair of positions that shares a key, at least one of the two fresh, once, the smaller first, in order."""
    if not profiles:
        return []
    is_fresh = np.array([fresh is None or profile.id in fresh for profile in profiles])
    size = len(profiles)
    found = array("q")
    for sure, block in _blocks(_index(profiles), is_fresh):
        found.extend(
            min(pair) * size + max(pair)
            for pair in _pairs(block, sure, profiles)
            if is_fresh[pair[0]] or is_fresh[pair[1]]
        )
    return [divmod(code, size) for code in np.unique(np.frombuffer(found, np.int64)).tolist()]
