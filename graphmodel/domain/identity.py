"""Who is the same as whom: recorded decisions about pairs of records, and the one id that stands for all of a group.

A record is what claims say under one id, before anything is merged; a decision is about two records. Those by number
or score follow from the two records alone and are made anew when one of them changes; those of a person stay.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Final, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from graphmodel.domain.ids import REGISTRIES

Verdict = Literal["same", "different", "open"]
By = Literal["number", "score", "person"]


class Profile(BaseModel):
    """What is known of one record: `names` as the sources spell them, `numbers` by registry, `place` as ISO 3166 code.

    `numbers` has the keys of an enterprise claim's `identifiers` (inn, ogrn, stir, lei, okpo); `place` is a region
    (ISO 3166-2) or a country (ISO 3166-1 alpha-2), empty where no source says it.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    names: tuple[str, ...]
    numbers: Mapping[str, str] = {}
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

    `score` runs from 0 to 1; `later` puts an open question off; `decided` is when a person answered.
    """

    model_config = ConfigDict(frozen=True)

    one: str
    other: str
    verdict: Verdict
    by: By
    score: float = Field(ge=0, le=1)
    reasons: tuple[Reason, ...] = ()
    later: bool = False
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

    First a person is heard: records that one calls the same are one, unless others of their groups were told apart.
    Then numbers, then the higher score: two groups become one where each of what a person made one in the first is the
    same as each in the second, and nobody told any two of them apart. The outcome is the same in any order.
    """
    told = {decision.pair: decision for decision in decisions}
    same = sorted((one for one in told.values() if one.verdict == "same"), key=_order)
    apart = {pair for pair, decision in told.items() if decision.verdict == "different"}
    records = {record for decision in same for record in decision.pair}
    whole = _Groups(records)
    for decision in same:
        if not decision.automatic and not whole.across(*decision.pair) & apart:
            whole.join(*decision.pair)
    alike = {whole.pair(*decision.pair) for decision in same}
    alike -= {whole.pair(*pair) for pair in apart if records.issuperset(pair)}
    groups = _Groups(whole.of(record) for record in whole)
    for decision in same:
        pair = whole.pair(*decision.pair)
        if groups.across(*pair) <= alike:
            groups.join(*pair)
    return _lent(whole, groups)


class _Groups:
    """Disjoint groups of ids, each at first of one."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._group = {one: {one} for one in ids}

    def __iter__(self) -> Iterator[str]:
        return iter(self._group)

    def of(self, one: str) -> str:
        """The id that names its group."""
        return min(self._group[one])

    def pair(self, one: str, other: str) -> tuple[str, str]:
        """The names of two groups in sorted order."""
        first, second = sorted((self.of(one), self.of(other)))
        return first, second

    def across(self, one: str, other: str) -> set[tuple[str, str]]:
        """All pairs of an id of the one group and an id of the other, each in sorted order."""
        pairs = product(self._group[one], self._group[other])
        return {(min(pair), max(pair)) for pair in pairs}

    def join(self, one: str, other: str) -> None:
        """Make two groups one."""
        joined = self._group[one] | self._group[other]
        self._group.update(dict.fromkeys(joined, joined))


def _lent(whole: _Groups, groups: _Groups) -> dict[str, str]:
    """For each record of a group of several the id that the group is known by."""
    found: dict[str, list[str]] = defaultdict(list)
    for record in whole:
        found[groups.of(whole.of(record))].append(record)
    lent = {record: min(members, key=_rank) for members in found.values() for record in members}
    return {record: chosen for record, chosen in lent.items() if record != chosen}


def open_questions(decisions: Iterable[Decision]) -> list[Decision]:
    """The pairs that a person is to decide, best score first; none of records whose groups a person has answered for.

    A pair that is the same by score and yet was not merged, since others of its group are not, is asked, too.
    """
    known = list(decisions)
    stands = representatives(known)
    answered = {_groups(one, stands) for one in known if not one.automatic}
    asked: dict[tuple[str, str], Decision] = {}
    for decision in sorted(known, key=lambda one: (-one.score, one.pair)):
        between = _groups(decision, stands)
        if decision.automatic and len(set(between)) == 2 and between not in answered:
            asked.setdefault(between, decision)
    return list(asked.values())


def _groups(decision: Decision, stands: Mapping[str, str]) -> tuple[str, str]:
    one, other = sorted(stands.get(record, record) for record in decision.pair)
    return one, other


def members(stands: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The records of each group of several, by the id that stands for it."""
    found: dict[str, set[str]] = defaultdict(set)
    for record, chosen in stands.items():
        found[chosen] |= {record, chosen}
    return {chosen: tuple(sorted(records)) for chosen, records in sorted(found.items())}
