"""Who is the same as whom: recorded decisions about pairs of records, and the one id that stands for all of a group.

A record is what claims say under one id, before anything is merged; a decision is about two records. Those by number
or score follow from the two records alone and are made anew when one of them changes; those of a person stay.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Final, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from graphmodel.domain.ids import REGISTRIES

Verdict = Literal["same", "different", "open"]
By = Literal["number", "score", "person"]


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of one record: `names` as the sources spell them, `numbers` by registry, `place` as ISO 3166 code.

    `numbers` has the keys of an enterprise claim's `identifiers` (inn, ogrn, stir, lei, okpo); `place` is a region
    (ISO 3166-2) or a country (ISO 3166-1 alpha-2), empty where no source says it.
    """

    id: str
    names: tuple[str, ...]
    numbers: Mapping[str, str] = field(default_factory=dict)
    place: str = ""


class Reason(BaseModel):
    """One part of a score: `code` names its text, `one` and `other` are what was compared."""

    model_config = ConfigDict(frozen=True)

    code: str
    points: float
    one: str = ""
    other: str = ""


class Decision(BaseModel):
    """About two records, by their ids in sorted order: one enterprise, two, or a question for a person.

    `score` runs from 0 to 1; `later` puts an open question off; `decided` is when a person answered. `numbers` are the
    registry numbers of the two records when it was made, by record and registry.
    """

    model_config = ConfigDict(frozen=True)

    one: str
    other: str
    verdict: Verdict
    by: By
    score: float = Field(ge=0, le=1)
    reasons: tuple[Reason, ...] = ()
    later: bool = False
    numbers: Mapping[str, Mapping[str, str]] = {}
    decided: AwareDatetime | None = None

    @property
    def pair(self) -> tuple[str, str]:
        """The two records."""
        return self.one, self.other

    @property
    def key(self) -> str:
        """The id under which the decision about this pair is kept."""
        return f"{self.one}|{self.other}"

    @property
    def automatic(self) -> bool:
        """Whether it follows from the two records."""
        return self.by != "person"


_PREFIXES: Final = (*(f"{prefix}-" for prefix in REGISTRIES.values()), "")
_DERIVED: Final = ("ent-", "unnamed-")
"""How ids begin that are hashes of names."""


def _rank(record: str) -> tuple[bool, int, str]:
    """The order in which the records of a group may lend it their id: by registry, then given ids, then hashes."""
    registry = next(n for n, prefix in enumerate(_PREFIXES) if record.startswith(prefix))
    return record.startswith(_DERIVED), registry, record


def _order(decision: Decision) -> tuple[bool, float, tuple[str, str]]:
    return decision.by != "number", -decision.score, decision.pair


def representatives(decisions: Iterable[Decision]) -> dict[str, str]:
    """The id that stands for each record that is merged; one that stands for itself is left out.

    Records are apart where a person told them apart or where they have two numbers of one registry; no group holds two
    that are. First a person is heard: records that one calls the same are one. Then numbers, then the higher score: two
    groups become one where each of what a person made one in the first is the same as each in the second. A record
    that is like one as well as like another from which that one is apart is merged with neither. The outcome is the
    same in any order.
    """
    return _Groups(decisions).representatives()


class _Groups:
    """Disjoint groups of records, as decisions make them."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        told = sorted(decisions, key=_order)
        self._numbers = {record: numbers for one in told for record, numbers in one.numbers.items()}
        self._different = {one.pair for one in told if one.verdict == "different"}
        self._group = {record: {record} for one in told for record in one.pair}
        same = [one for one in told if one.verdict == "same"]
        for decision in same:
            if not decision.automatic and not self.torn(*decision.pair):
                self._join(*decision.pair)
        self._whole = {record: min(group) for record, group in self._group.items()}
        self._like: dict[str, set[str]] = defaultdict(set)
        for decision in same:
            self._like[decision.one].add(decision.other)
            self._like[decision.other].add(decision.one)
        alike = {self._wholes(*decision.pair) for decision in same}
        for decision in same:
            blocks = {self._wholes(*pair) for pair in self._across(*decision.pair)}
            if blocks <= alike and not self._in_doubt(decision) and not self.torn(*decision.pair):
                self._join(*decision.pair)

    def torn(self, one: str, other: str) -> bool:
        """Whether a record of the one's group is apart from a record of the other's."""
        return any(self._apart(*pair) for pair in self._across(one, other))

    def name(self, record: str) -> str:
        """The id that stands for a record."""
        return min(self._group.get(record, {record}), key=_rank)

    def representatives(self) -> dict[str, str]:
        """Every merged record with the id that stands for it."""
        named = {record: self.name(record) for record in self._group}
        return {record: name for record, name in named.items() if record != name}

    def _apart(self, one: str, other: str) -> bool:
        mine, theirs = self._numbers.get(one, {}), self._numbers.get(other, {})
        registries = REGISTRIES.keys() & mine.keys() & theirs.keys()
        return _sorted(one, other) in self._different or any(mine[r] != theirs[r] for r in registries)

    def _in_doubt(self, decision: Decision) -> bool:
        """Whether one of two records that are alike by score is as much like a third that is apart from the other."""
        ends = (decision.pair, decision.pair[::-1])
        thirds = ((third, end) for one, end in ends for third in self._like[one] - {end})
        return decision.by == "score" and any(self._apart(third, end) for third, end in thirds)

    def _across(self, one: str, other: str) -> Iterator[tuple[str, str]]:
        return product(self._group[one], self._group[other])

    def _wholes(self, one: str, other: str) -> tuple[str, str]:
        return _sorted(self._whole[one], self._whole[other])

    def _join(self, one: str, other: str) -> None:
        joined = self._group[one] | self._group[other]
        self._group.update(dict.fromkeys(joined, joined))


def _sorted(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def open_questions(decisions: Iterable[Decision]) -> list[Decision]:
    """The pairs that a person is to decide, best score first; none of records whose groups a person has answered for.

    A pair that is the same by score and yet was not merged is asked, too, unless the two groups cannot be one.
    """
    known = list(decisions)
    groups = _Groups(known)
    answered = {_between(one, groups) for one in known if not one.automatic}
    asked: dict[tuple[str, str], Decision] = {}
    for decision in sorted(known, key=lambda one: (-one.score, one.pair)):
        between = _between(decision, groups)
        if decision.automatic and between not in answered and not groups.torn(*decision.pair):
            asked.setdefault(between, decision)
    return [decision for (one, other), decision in asked.items() if one != other]


def _between(decision: Decision, groups: _Groups) -> tuple[str, str]:
    return _sorted(groups.name(decision.one), groups.name(decision.other))


def members(stands: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The records of each group of several, by the id that stands for it."""
    found: dict[str, set[str]] = defaultdict(set)
    for record, chosen in stands.items():
        found[chosen] |= {record, chosen}
    return {chosen: tuple(sorted(records)) for chosen, records in sorted(found.items())}
