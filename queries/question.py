"""One question: what it is called, what it needs, what it answers, and its Cypher."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from graphmodel.domain.dates import bounds
from graphmodel.errors import UsageError
from graphmodel.texts import Language

ParameterType = Literal["string", "integer", "number", "date", "enterprise"]
Group = Literal["who", "agreements", "chains", "gaps", "change", "quality", "provenance"]


def _first_day(value: object) -> str:
    """The first day that an EDTF date can mean, as ISO 8601; nothing stays nothing. Raises ValueError for no date."""
    given = str(value)
    first = bounds(given)[0] if given else None
    if first == date.min:
        raise ValueError(given)
    return first.isoformat() if first else ""


_READERS: Final[Mapping[ParameterType, Callable[[Any], object]]] = {
    "string": str,
    "integer": int,
    "number": float,
    "date": _first_day,
    "enterprise": str,
}


class InBothLanguages(BaseModel):
    """A text of a header."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ru: str
    en: str

    def __call__(self, lang: Language) -> str:
        """The text in one language."""
        return self.ru if lang == "ru" else self.en


class Parameter(BaseModel):
    """A value that a question needs. Without a default it must be given.

    A value of type `enterprise` is the id of one; whoever asks the user may take any of its names and look the id up.
    One of type `date` is a day, or a year or month that stands for its first day; it may be empty.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: ParameterType
    meaning: InBothLanguages
    unit: str | None = None
    default: str | int | float | None = None
    example: str | int | float


class Column(BaseModel):
    """A column of the answer. `claims` is the column of claim ids, shown by --why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    meaning: InBothLanguages


class Question(BaseModel):
    """A question of the catalogue. `statement` is its Cypher, which begins in line `line` of `file`.

    A statement that may find many rows stops at 1,001: one more than an answer shows, which tells that there are more.
    `cost` says why its plan reads all nodes of a label, or why it may take longer than others; `empty` says why the
    packaged data set has no answer to its example.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(pattern=r"^[a-z][a-z-]*[a-z]$")
    title: InBothLanguages
    explanation: InBothLanguages
    parameters: Mapping[str, Parameter] = {}
    columns: Mapping[str, Column]
    group: Group
    tags: tuple[str, ...] = ()
    cost: InBothLanguages | None = None
    empty: InBothLanguages | None = None
    file: str
    line: int
    statement: str

    @property
    def place(self) -> str:
        """Where it is: file and line, for errors."""
        return f"{self.file}:1"

    @property
    def words(self) -> str:
        """All that a search for the question goes through, in small letters."""
        told = (self.name, *self.tags, self.title.ru, self.title.en, self.explanation.ru, self.explanation.en)
        return " ".join(told).casefold()

    def place_of(self, message: str) -> str:
        """File and line of what a message of the server speaks of, which counts lines of the statement."""
        found = re.search(r"\bline (\d+)", message)
        return f"{self.file}:{self.line + int(found[1]) - 1 if found else self.line}"

    def bind(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """`given` as the types that the parameters have, with their defaults.

        Raises UsageError for a parameter that is unknown, missing or not of its type.
        """
        if unknown := sorted(given.keys() - self.parameters.keys()):
            known = ", ".join(self.parameters) or "—"
            raise UsageError(
                "queries.unknown_parameter", name=unknown[0], question=self.name, known=known, file=self.place
            )
        return {name: self._value(name, given.get(name)) for name in self.parameters}

    def _value(self, name: str, given: object) -> object:
        parameter = self.parameters[name]
        value = parameter.default if given is None else given
        if value is None:
            example = f"{name}={parameter.example}"
            raise UsageError(
                "queries.missing_parameter", name=name, question=self.name, example=example, file=self.place
            )
        try:
            return _READERS[parameter.type](value)
        except (TypeError, ValueError) as error:
            raise UsageError(
                "queries.wrong_parameter",
                name=name,
                value=value,
                type=parameter.type,
                question=self.name,
                file=self.place,
            ) from error
