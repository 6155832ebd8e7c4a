"""Every row that comes in is loaded, merged or rejected, and the three add up."""

from collections.abc import Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from graphmodel.domain.claims import Claim, Source
from graphmodel.texts import Language, catalogue, text


class Rejected(BaseModel):
    """A row that could not become a claim: where it stands, what was wrong, and how to mend it."""

    model_config = ConfigDict(frozen=True)

    locator: str
    column: str | None = None
    value: str = ""
    code: str
    detail: str = ""

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
        return self._told("reason", lang)

    def fix(self, lang: Language) -> str:
        """What to do."""
        return self._told("fix", lang)

    def _told(self, part: str, lang: Language) -> str:
        key = f"loaders.{part}_{self.code}"
        known = key if key in catalogue() else f"loaders.{part}_other"
        return text(known, lang, column=self.column or "", value=self.value, detail=self.detail)


class FileReading(BaseModel):
    """What one file holds: the id of the claim of each good row, in order, and the bad rows."""

    model_config = ConfigDict(frozen=True)

    file: str
    claims: tuple[str, ...] = ()
    rejected: tuple[Rejected, ...] = ()

    @property
    def rows(self) -> int:
        """Good and bad rows together."""
        return len(self.claims) + len(self.rejected)


class Reading(BaseModel):
    """What some files hold together."""

    model_config = ConfigDict(frozen=True)

    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    files: tuple[FileReading, ...] = ()

    def __add__(self, other: "Reading") -> "Reading":
        return Reading(
            sources=self.sources + other.sources,
            claims=self.claims + other.claims,
            files=self.files + other.files,
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
    """rows = loaded + merged + rejected, for one file. A row is merged where its claim was known before it."""

    model_config = ConfigDict(frozen=True)

    file: str
    rows: int
    loaded: int
    merged: int
    rejected: tuple[Rejected, ...]

    def as_report(self, lang: Language) -> dict[str, Any]:
        """The file's part of the JSON report."""
        rows = [
            row.model_dump(exclude={"detail"}, exclude_none=True)
            | {"reason": row.reason(lang), "fix": row.fix(lang)}
            for row in self.rejected
        ]
        return self.model_dump(exclude={"rejected"}) | {"rejected": rows}


def account(reading: Reading, new: frozenset[str]) -> tuple[Account, ...]:
    """What became of every row, given the ids of the claims that were `new` to the graph."""
    unseen, accounts = set(new), []
    for file in reading.files:
        fresh = [claim for claim in dict.fromkeys(file.claims) if claim in unseen]
        unseen.difference_update(fresh)
        merged = len(file.claims) - len(fresh)
        accounts.append(
            Account(file=file.file, rows=file.rows, loaded=len(fresh), merged=merged, rejected=file.rejected)
        )
    return tuple(accounts)
