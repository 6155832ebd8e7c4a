"""What an act requires of a cluster, since which edition, and who says so; null where nobody confirms it."""

from datetime import date
from importlib import resources
from typing import Annotated, Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from graphmodel.analysis.results import Sentence
from graphmodel.domain.codes import CountryCode
from graphmodel.errors import BadInputError

Check = Literal["cooperation", "contracts", "without_contracts", "members", "unmeasured"]
Threshold = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Edition(_Told):
    """One edition of the act and the day from which it applies."""

    id: str
    date: date


class Rule(_Told):
    """One requirement as one edition words it.

    `check` says what is measured; `value` is the threshold in `unit`, `relaxed` one that is enough under a condition
    that the graph cannot settle. `counted` are the kinds of agreement that are contracts, `doubtful` those that may be,
    `instead` those that stand in for any contract. `since` and `until` are ids of editions.
    """

    id: str
    check: Check
    text: Sentence
    value: Threshold | None
    relaxed: Threshold | None = None
    unit: str | None
    since: str | None = None
    until: str | None = None
    sources: tuple[str, ...] = ()
    counted: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    instead: frozenset[str] = frozenset()

    @property
    def worded(self) -> Sentence:
        """The text with its thresholds."""
        numbers = {"value": self.value, "relaxed": self.relaxed}
        values = {name: "—" if number is None else f"{number:g}" for name, number in numbers.items()}
        return Sentence(ru=self.text.ru.format(**values), en=self.text.en.format(**values))

    @model_validator(mode="after")
    def _text_can_be_worded(self) -> Self:
        try:
            _ = self.worded
        except (KeyError, IndexError, ValueError) as error:
            raise ValueError(f"the text of {self.id!r} has a field other than value and relaxed") from error
        return self

    @model_validator(mode="after")
    def _a_value_has_a_source(self) -> Self:
        if self.value is not None and not self.sources:
            raise ValueError(f"the value of {self.id!r} has no source; name one, or set it to null")
        return self


class Rulebook(_Told):
    """The rules of one act, edition by edition."""

    country: CountryCode
    act: Sentence
    editions: tuple[Edition, ...] = Field(min_length=1)
    rules: tuple[Rule, ...]

    @model_validator(mode="after")
    def _editions_are_known(self) -> Self:
        known = {edition.id for edition in self.editions} | {None}
        for rule in self.rules:
            if unknown := {rule.since, rule.until} - known:
                raise ValueError(f"the rule {rule.id!r} names an unknown edition: {unknown}")
        return self

    def on(self, day: date) -> tuple[Rule, ...]:
        """The rules that apply on a day: since their edition, or since the first where no source names it."""
        return tuple(rule for rule in self.rules if self._begins(rule) <= day < self._ends(rule))

    def later(self, rule: Rule, day: date) -> tuple[str, ...]:
        """The editions after that of a rule, up to a day, of which nobody has confirmed that they left it as it is."""
        return tuple(e.id for e in self.editions if self._begins(rule) < e.date <= day)

    def _begins(self, rule: Rule) -> date:
        return min(e.date for e in self.editions if rule.since in (e.id, None))

    def _ends(self, rule: Rule) -> date:
        return min((e.date for e in self.editions if e.id == rule.until), default=date.max)


def parse(text: str, name: str) -> Rulebook:
    """The rulebook in the YAML of a file of this name. Raises BadInputError, which says what is wrong in it."""
    try:
        return Rulebook.model_validate(yaml.safe_load(text))
    except (yaml.YAMLError, ValidationError) as error:
        raise BadInputError("analysis.bad_rulebook", file=name, reason=error) from error


def russian() -> Rulebook:
    """Decree 779 of 31.07.2015 with its editions, as far as it is confirmed."""
    name = "rules-ru.yaml"
    return parse((resources.files(__package__) / "data" / name).read_text(encoding="utf-8"), name)
