"""Who is the same as whom: recorded decisions about pairs of records, and the one id that stands for all of a group.

A record is what claims say under one id, before anything is merged; a decision is about two records. Those by number
or score follow from the two records alone and are made anew when one of them changes; those of a person stay.
"""

from collections.abc import Mapping
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

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
