"""One enterprise, many names: compares the records that changed with all others, and records what follows, and answers.

The one loader that speaks to the store: what is the same as what can only be seen beside all that was loaded before.
"""

from collections.abc import Collection
from functools import partial
from typing import NamedTuple

from graphmodel.domain.identity import Decision, Profile, open_questions, representatives
from graphmodel.store import Judged, Progress, Store, View
from loaders.answering import Answer, answered, pair_of
from loaders.matching import decisions


class Resolved(NamedTuple):
    """What the recorded decisions come to: the decisions behind merged enterprises, and the open questions."""

    merged: tuple[Decision, ...]
    questions: tuple[Decision, ...]


def resolve(
    store: Store, progress: Progress = lambda *_: None, also: Collection[str] = frozenset()
) -> Resolved:
    """Merge the records that are one enterprise beyond doubt, and record the questions for a person.

    Compared are the records that a load has changed since the last time, and those of `also`. A pair's decision
    depends on its two records alone, so that the graph is the same in whatever order its sources were loaded. Raises
    BusyError while a load goes on.
    """

    def judge(told: Progress) -> Judged:
        known, fresh = store.view().profiles()
        compared = fresh | set(also)
        made = decisions(known, compared, partial(told, "Decision")) if compared else []
        return Judged(made, {profile.id for profile in known}, compared)

    store.writer(progress).decide(judge)
    return resolved(store)


def resolved(store: Store) -> Resolved:
    """What the decisions come to that are recorded now."""
    recorded = store.view().decisions()
    stands = representatives(recorded)
    merged = (
        one
        for one in recorded
        if one.verdict == "same" and len({stands.get(record, record) for record in one.pair}) == 1
    )
    return Resolved(tuple(merged), tuple(open_questions(recorded)))


def by_pair(view: View) -> dict[tuple[str, str], Decision]:
    """The recorded decisions, by the ids of their records."""
    return {decision.pair: decision for decision in view.decisions()}


def by_id(view: View) -> dict[str, Profile]:
    """The records that there are to compare, by id."""
    return {profile.id: profile for profile in view.profiles().known}


def record_answer(store: Store, one: str, other: str, said: Answer) -> None:
    """Record what a person says of two records; the enterprises are merged or parted at once.

    Raises NotFoundError for a record that is not there.
    """
    view = store.view()
    store.writer().answer([answered(by_pair(view), by_id(view), pair_of(one, other), said)])


def take_back(store: Store, pair: tuple[str, str]) -> None:
    """Take a person's answer back, and judge the two records anew."""
    store.writer().answer([], [pair])
    resolve(store, also=pair)
