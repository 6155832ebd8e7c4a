"""One question: what it is called, what it needs, what it answers, and its Cypher."""

from collections.abc import Mapping
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from graphmodel.errors import UsageError
from graphmodel.texts import Language

ParameterType = Literal["string", "integer", "number", "enterprise"]
_READERS: Final = {"string": str, "integer": int, "number": float, "enterprise": str}


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
    """A question of the catalogue. `statement` is its Cypher, `file` where it stands."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(pattern=r"^[a-z][a-z-]*[a-z]$")
    title: InBothLanguages
    explanation: InBothLanguages
    parameters: Mapping[str, Parameter] = {}
    columns: Mapping[str, Column]
    tags: tuple[str, ...] = ()
    group: str
    file: str
    statement: str

    def bind(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """`given` as the types that the parameters have, with their defaults.

        Raises UsageError for a parameter that is unknown, missing or not of its type.
        """
        if unknown := sorted(given.keys() - self.parameters.keys()):
            known = ", ".join(self.parameters) or "—"
            raise UsageError("queries.unknown_parameter", name=unknown[0], question=self.name, known=known)
        return {name: self._value(name, given.get(name)) for name in self.parameters}

    def _value(self, name: str, given: object) -> object:
        parameter = self.parameters[name]
        value = parameter.default if given is None else given
        if value is None:
            example = f"{name}={parameter.example}"
            raise UsageError("queries.missing_parameter", name=name, question=self.name, example=example)
        try:
            return _READERS[parameter.type](value)
        except (TypeError, ValueError) as error:
            raise UsageError(
                "queries.wrong_parameter", name=name, value=value, type=parameter.type, question=self.name
            ) from error
