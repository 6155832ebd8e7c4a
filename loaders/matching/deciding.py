"""Decisions about pairs of records: one enterprise, or a question for a person."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, Final

from graphmodel.domain.identity import Decision, Profile, Reason
from loaders.matching.blocks import candidates
from loaders.matching.numbers import contradict, shared
from loaders.matching.score import score

SAME: Final = 0.85
"""The score from which two records are of one enterprise."""
OPEN: Final = 0.6
"""The score from which a person is asked."""
_STEP: Final = 1000
"""Pairs between two reports of progress."""


def decide(one: Profile, other: Profile) -> Decision | None:
    """What follows from two records alone; None where they are apart or have numbers that contradict each other."""
    if contradict(one, other):
        return None
    if other.id < one.id:
        one, other = other, one
    told: dict[str, Any] = {
        "one": one.id,
        "other": other.id,
        "numbers": {one.id: one.numbers, other.id: other.numbers},
    }
    if number := shared(one, other):
        reason = Reason(code=f"number_{number[0]}", points=1, one=number[1], other=number[1])
        return Decision(**told, verdict="same", by="number", score=1, reasons=(reason,))
    value, reasons = score(one, other)
    if value < OPEN:
        return None
    verdict = "same" if value >= SAME else "open"
    return Decision(**told, verdict=verdict, by="score", score=value, reasons=reasons)


def _silent(done: int, total: int) -> None:
    """Reports nothing."""


def decisions(
    profiles: Iterable[Profile],
    fresh: Collection[str] | None = None,
    progress: Callable[[int, int], None] = _silent,
) -> list[Decision]:
    """What follows from every pair of which at least one id is `fresh` (from all where it is None), by ids.

    Ids are taken to be unique. `progress` hears how many of the pairs worth a score are done, and how many there are.
    """
    return sorted(_decided(sorted(profiles, key=_alphabet), fresh, progress), key=_ids)


def _alphabet(profile: Profile) -> tuple[tuple[str, ...], str]:
    """The order in which names that are alike are compared one after another, so that little is worked out twice."""
    return profile.names, profile.id


def _ids(decision: Decision) -> tuple[str, str]:
    return decision.one, decision.other


def _decided(
    profiles: list[Profile], fresh: Collection[str] | None, progress: Callable[[int, int], None]
) -> Iterator[Decision]:
    pairs = candidates(profiles, fresh)
    for done, (one, other) in enumerate(pairs):
        if done % _STEP == 0:
            progress(done, len(pairs))
        if decision := decide(profiles[one], profiles[other]):
            yield decision
    progress(len(pairs), len(pairs))
