"""What a person answers to the question whether two records are one enterprise, as a decision."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from itertools import product
from typing import Literal

from graphmodel.domain.identity import Decision, Profile, representatives
from graphmodel.errors import BadInputError, NotFoundError
from loaders.matching import contradict

Answer = Literal["accept", "reject", "later"]


def pair_of(one: str, other: str) -> tuple[str, str]:
    """The ids of two records in sorted order."""
    first, second = sorted((one.strip(), other.strip()))
    return first, second


def answered(
    known: Mapping[tuple[str, str], Decision],
    names: Mapping[str, Profile],
    pair: tuple[str, str],
    answer: Answer,
) -> Decision:
    """The decision that an answer makes. Raises NotFoundError for a record that is not there."""
    for record in pair:
        if record not in names and pair not in known:
            raise NotFoundError("loaders.review_no_record", id=record)
    if answer == "accept":
        _check_numbers(known.values(), names, pair)
    was = known.get(pair) or Decision(one=pair[0], other=pair[1], verdict="open", by="score", score=0)
    if answer == "later":
        return was.model_copy(update={"later": True})
    told = {
        "verdict": "same" if answer == "accept" else "different",
        "by": "person",
        "later": False,
        "numbers": {record: names[record].numbers for record in pair if record in names},
        "decided": datetime.now(UTC),
    }
    return was.model_copy(update=told)


def last_answered(known: Iterable[Decision]) -> Decision | None:
    """The one that a person answered last."""
    dated = [(one.decided, one.pair, one) for one in known if one.decided]
    return max(dated)[2] if dated else None


def _check_numbers(known: Iterable[Decision], names: Mapping[str, Profile], pair: tuple[str, str]) -> None:
    """Raise BadInputError where two enterprises, of one record or several, have different numbers of one registry."""
    stands = representatives(known)
    ids = [stands.get(record, record) for record in pair]
    one, other = (
        [profile for record, profile in names.items() if stands.get(record, record) == i] for i in ids
    )
    for mine, yours in product(one, other):
        if contradict(mine, yours):
            raise BadInputError("loaders.review_contradict", one=mine.id, other=yours.id)
