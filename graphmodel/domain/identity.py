"""Who is the same as whom: recorded decisions about pairs of records, and the one id that stands for all of a group.

A record is what claims say under one id, before anything is merged; a decision is about two records. Those by number
or score follow from the two records alone and are made anew when one of them changes; those of a person stay.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
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


def _order(decision: Decision) -> tuple[bool, bool, float, tuple[str, str]]:
    return decision.automatic, decision.by != "number", -decision.score, decision.pair


def representatives(decisions: Iterable[Decision]) -> dict[str, str]:
    """The id that stands for each record that is merged; one that stands for itself is left out.

    Two groups become one where a person says so of two of their records, or where by number or score every record of
    the one is the same as every record of the other; never where a person says that two of their records differ. A
    person is heard first, then numbers, then the higher score; the outcome is the same in any order of decisions.
    """
    told = {decision.pair: decision for decision in decisions}
    same = sorted((one for one in told.values() if one.verdict == "same"), key=_order)
    group = {record: {record} for decision in same for record in decision.pair}
    for decision in same:
        one, other = (group[record] for record in decision.pair)
        if one is not other and _agree(one, other, told, decision.by == "person"):
            one |= other
            group.update(dict.fromkeys(other, one))
    lent = {record: min(members, key=_rank) for record, members in group.items()}
    return {record: chosen for record, chosen in lent.items() if record != chosen}


def _agree(one: set[str], other: set[str], told: Mapping[tuple[str, str], Decision], by_person: bool) -> bool:
    across = [told.get((min(pair), max(pair))) for pair in product(one, other)]
    if any(decision and decision.verdict == "different" for decision in across):
        return False
    return by_person or all(decision and decision.verdict == "same" for decision in across)


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
