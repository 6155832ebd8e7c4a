"""Every row that comes in is loaded, merged or rejected, and the three add up."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, SkipValidation, ValidationError

from graphmodel.domain.claims import Claim, Source
from graphmodel.texts import Language, catalogue, text


class Rejected(BaseModel):
    """A row that could not become a claim: where it stands, what was wrong, and how to mend it.

    `cells` is the whole row by its headings, where it came from a table.
    """

    model_config = ConfigDict(frozen=True)

    locator: str
    column: str | None = None
    value: str = ""
    code: str
    detail: str = ""
    cells: dict[str, str] = {}

    @classmethod
    def from_validation(cls, locator: str, row: Mapping[str, Any], error: ValidationError) -> Self:
        """The first thing that was wrong with a row."""
        first = error.errors()[0]
        kind = row.get("kind")
        path = first["loc"][1:] if first["loc"][:1] == (kind,) else first["loc"]
        column = ".".join(str(part) for part in path) or "kind"
        given = first["input"]
        value = "" if isinstance(given, dict) else str(given)
        return cls(locator=locator, column=column, value=value, code=first["type"], detail=first["msg"])

    def reason(self, lang: Language) -> str:
        """What was wrong."""
        own = (f"loaders.reason_{self.code}", f"tables.reason_{self.code}")
        return self._told((*own, "loaders.reason_other"), lang)

    def fix(self, lang: Language) -> str:
        """What to do."""
        own = (f"loaders.fix_{self.code}", f"tables.fix_{self.code}")
        return self._told((*own, "loaders.fix_other"), lang)

    def _told(self, keys: tuple[str, ...], lang: Language) -> str:
        known = next(key for key in keys if key in catalogue())
        return text(known, lang, column=self.column or "", value=self.value, detail=self.detail)


class Note(BaseModel):
    """Something about a file that its user should know; `key` names the text, `values` fill its fields."""

    model_config = ConfigDict(frozen=True)

    key: str
    values: dict[str, str | int] = {}

    def say(self, lang: Language) -> str:
        """The note in words."""
        return text(self.key, lang, **self.values)


class Proposal(BaseModel):
    """What a loader took the columns of a file for, as YAML that its user can correct."""

    model_config = ConfigDict(frozen=True)

    file: Path
    mapping: str


def _one_or_more(ids: Any) -> Any:
    return (ids,) if isinstance(ids, str) else ids


RowClaims = Annotated[tuple[str, ...], BeforeValidator(_one_or_more)]
"""The ids of the claims of one row; a single id may be given bare."""


class FileReading(BaseModel):
    """What one file, or one sheet of it, holds: the ids of the claims of each good row, in order, and the bad rows."""

    model_config = ConfigDict(frozen=True)

    file: str
    sheet: str | None = None
    claims: tuple[RowClaims, ...] = ()
    rejected: tuple[Rejected, ...] = ()

    @property
    def rows(self) -> int:
        """Good and bad rows together."""
        return len(self.claims) + len(self.rejected)


class Reading(BaseModel):
    """What some files hold together. Its claims were checked when they were made."""

    model_config = ConfigDict(frozen=True)

    sources: tuple[Source, ...] = ()
    claims: tuple[SkipValidation[Claim], ...] = ()
    files: tuple[FileReading, ...] = ()
    notes: tuple[Note, ...] = ()
    proposals: tuple[Proposal, ...] = ()

    def __add__(self, other: "Reading") -> "Reading":
        return Reading(
            sources=self.sources + other.sources,
            claims=self.claims + other.claims,
            files=self.files + other.files,
            notes=self.notes + other.notes,
            proposals=self.proposals + other.proposals,
        )

    @property
    def rows(self) -> int:
        """All rows of all files."""
        return sum(file.rows for file in self.files)

    @property
    def rejected(self) -> int:
        """The rows that could not become claims."""
        return sum(len(file.rejected) for file in self.files)


class Account(BaseModel):
    """rows = loaded + merged + rejected, for one file. A row is merged where all its claims were known before it."""

    model_config = ConfigDict(frozen=True)

    file: str
    sheet: str | None = None
    rows: int
    loaded: int
    merged: int
    rejected: tuple[Rejected, ...]

    def as_report(self, lang: Language) -> dict[str, Any]:
        """The file's part of the JSON report."""
        rows = [
            row.model_dump(exclude={"detail", "cells"}, exclude_none=True)
            | {"reason": row.reason(lang), "fix": row.fix(lang)}
            for row in self.rejected
        ]
        return self.model_dump(exclude={"rejected"}, exclude_none=True) | {"rejected": rows}


def account(reading: Reading, new: frozenset[str]) -> tuple[Account, ...]:
    """What became of every row, given the ids of the claims that were `new` to the graph."""
    unseen, accounts = set(new), []
    for file in reading.files:
        loaded = 0
        for row in file.claims:
            loaded += not unseen.isdisjoint(row)
            unseen.difference_update(row)
        told = {"loaded": loaded, "merged": len(file.claims) - loaded, "rejected": file.rejected}
        accounts.append(Account(file=file.file, sheet=file.sheet, rows=file.rows, **told))
    return tuple(accounts)
