"""Every row that comes in is loaded, merged or rejected, and the three add up."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from graphmodel.domain.claims import Claim, Source
from graphmodel.domain.ids import claim_number, numbered_claim_id
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


class RowIds:
    """The ids of the claims of each good row, in order; eight bytes a claim, whatever the number of rows."""

    def __init__(self) -> None:
        self._numbers = array("Q")
        self._ends = array("Q")

    def add(self, claims: Iterable[Claim]) -> None:
        """Remember one row."""
        self._numbers.extend(claim_number(claim.id) for claim in claims)
        self._ends.append(len(self._numbers))

    def __len__(self) -> int:
        return len(self._ends)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return (tuple(map(numbered_claim_id, row)) for row in self.numbers())

    def numbers(self) -> Iterator[Sequence[int]]:
        """The same as numbers, see `claim_number`."""
        start = 0
        for end in self._ends:
            yield self._numbers[start:end]
            start = end


@dataclass(frozen=True)
class FileReading:
    """What one file, or one sheet of it, holds: the ids of the claims of each good row, and the bad rows."""

    file: str
    sheet: str | None
    claims: RowIds
    rejected: tuple[Rejected, ...]

    @property
    def rows(self) -> int:
        """Good and bad rows together."""
        return len(self.claims) + len(self.rejected)


Row = tuple[Claim, ...] | Rejected
"""What a row gives: its claims, or why it gives none."""


@dataclass(frozen=True)
class Part:
    """One file, or one sheet of it. `rows` reads it from its start; notes stand where they come to be known."""

    file: str
    sheet: str | None
    rows: Callable[[], Iterator[Row | Note]]


@dataclass(frozen=True)
class Reading:
    """What some files hold together, read anew by every `Stream`; `noticed` is what was known before their rows.

    The properties keep all claims in memory: they are for readings that are known to be small.
    """

    sources: tuple[Source, ...] = ()
    parts: tuple[Part, ...] = ()
    noticed: tuple[Note, ...] = ()
    proposals: tuple[Proposal, ...] = ()

    def __add__(self, other: "Reading") -> "Reading":
        return Reading(
            sources=self.sources + other.sources,
            parts=self.parts + other.parts,
            noticed=self.noticed + other.noticed,
            proposals=self.proposals + other.proposals,
        )

    @cached_property
    def _all(self) -> "tuple[Stream, tuple[Claim, ...]]":
        stream = Stream(self)
        return stream, tuple(stream.claims())

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of all files."""
        return self._all[1]

    @property
    def files(self) -> tuple[FileReading, ...]:
        """What each file and sheet holds."""
        return self._all[0].files

    @property
    def notes(self) -> tuple[Note, ...]:
        """What was noticed before the rows were read, and with them."""
        return self.noticed + self._all[0].notes

    @property
    def rows(self) -> int:
        """All rows of all files."""
        return self._all[0].rows

    @property
    def rejected(self) -> int:
        """The rows that could not become claims."""
        return self._all[0].rejected


class Stream:
    """One pass over a reading. Of what it has passed it keeps ids, rejected rows and notes, and no claim."""

    def __init__(self, reading: Reading) -> None:
        self._parts = reading.parts
        self._files: list[FileReading] = []
        self._notes: list[Note] = []
        self.passed = 0
        """Rows so far, good and bad, of a part that is being read as well."""

    def claims(self) -> Iterator[Claim]:
        """Every claim once, part after part. Raises BadInputError where a file turns out not to be what it should."""
        for part in self._parts:
            yield from self._claims(part)

    def _claims(self, part: Part) -> Iterator[Claim]:
        good, bad = RowIds(), list[Rejected]()
        for row in part.rows():
            match row:
                case Note():
                    self._notes.append(row)
                case Rejected():
                    self.passed += 1
                    bad.append(row)
                case claims:
                    self.passed += 1
                    good.add(claims)
                    yield from claims
        self._files.append(FileReading(part.file, part.sheet, good, tuple(bad)))

    @property
    def files(self) -> tuple[FileReading, ...]:
        """What each file and sheet held that was read to its end."""
        return tuple(self._files)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What was noticed with the rows."""
        return tuple(self._notes)

    @property
    def rows(self) -> int:
        """All rows so far."""
        return sum(file.rows for file in self._files)

    @property
    def rejected(self) -> int:
        """The rows so far that could not become claims."""
        return sum(len(file.rejected) for file in self._files)


class Account(BaseModel):
    """rows = loaded + merged + rejected, for one file. A row is merged where all its claims were known before it.

    Where nothing was loaded for the sake of the rejected rows, rows = `held_back` + rejected.
    """

    model_config = ConfigDict(frozen=True)

    file: str
    sheet: str | None = None
    rows: int
    loaded: int = 0
    merged: int = 0
    held_back: int | None = None
    rejected: tuple[Rejected, ...]

    def as_report(self, lang: Language) -> dict[str, Any]:
        """The file's part of the JSON report."""
        rows = [
            row.model_dump(exclude={"detail", "cells"}, exclude_none=True)
            | {"reason": row.reason(lang), "fix": row.fix(lang)}
            for row in self.rejected
        ]
        return self.model_dump(exclude={"rejected"}, exclude_none=True) | {"rejected": rows}


def account(reading: Reading | Stream, new: AbstractSet[str]) -> tuple[Account, ...]:
    """What became of every row, given the ids of the claims that were `new` to the graph."""
    unseen, accounts = set(map(claim_number, new)), []
    for file in reading.files:
        loaded = 0
        for row in file.claims.numbers():
            loaded += not unseen.isdisjoint(row)
            unseen.difference_update(row)
        told = {"loaded": loaded, "merged": len(file.claims) - loaded}
        accounts.append(_account(file, **told))
    return tuple(accounts)


def held_back(stream: Stream) -> tuple[Account, ...]:
    """The account of rows of which none was loaded, good as they may be."""
    return tuple(_account(file, held_back=len(file.claims)) for file in stream.files)


def _account(file: FileReading, **told: int) -> Account:
    return Account(file=file.file, sheet=file.sheet, rows=file.rows, rejected=file.rejected, **told)
