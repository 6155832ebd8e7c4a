"""A file of tables becomes claims, and every row of every table is accounted for."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from graphmodel.domain.claims import Claim
from graphmodel.errors import BadInputError
from loaders.accounting import FileReading, Note, Proposal, Reading, Rejected
from loaders.rows import own_source
from loaders.tables.delimited import read_delimited
from loaders.tables.layout import Table, recognised, under
from loaders.tables.links import link
from loaders.tables.mapping import EnterpriseTable, LinkTable, Mapping, TableMapping, beside, read_mapping
from loaders.tables.parties import Directory
from loaders.tables.proposal import propose
from loaders.tables.quarantine import parted
from loaders.tables.record import Record, RowError
from loaders.tables.records import read_json_lines, read_parquet
from loaders.tables.shapes import enterprise
from loaders.tables.sheets import Sheet
from loaders.tables.workbook import read_workbook

READERS: Final[dict[str, Callable[[Path], list[Sheet]]]] = {
    ".csv": read_delimited,
    ".tsv": read_delimited,
    ".xlsx": read_workbook,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".parquet": read_parquet,
}


@dataclass(frozen=True)
class _Mapped:
    table: Table
    mapping: TableMapping

    def records(self) -> Iterator[Record]:
        """Every row, with the columns of the mapping."""
        wanted = self.mapping.columns.model_dump(exclude_none=True)
        found = {field: self.table.column(heading) for field, heading in wanted.items()}
        columns = {field: column for field, column in found.items() if column is not None}
        return (Record(self.table, columns, row) for row in self.table.rows)


class _Read:
    """What one table gave."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self.rows: list[tuple[str, ...]] = []
        self.rejected: list[Rejected] = []

    def take(self, records: Iterable[Record], claims_of: Callable[[Record], list[Claim]]) -> None:
        """Of each row keep all claims, or reject it."""
        for record in records:
            try:
                claims = claims_of(record)
            except RowError as fault:
                self.rejected.append(fault.rejected)
            except ValidationError as error:
                self.rejected.append(_invalid(record, error))
            else:
                self.claims.extend(claims)
                self.rows.append(tuple(claim.id for claim in claims))


def _invalid(record: Record, error: ValidationError) -> Rejected:
    place = record.table.sheet.locate(record.row.number, 0)
    told = Rejected.from_validation(place, {}, error)
    return told.model_copy(update={"cells": record.cells()})


def read_table(file: Path, mapping: Mapping | None = None) -> Reading:
    """The claims of one file by a mapping: the one given, else the one saved beside it, else one that we propose.

    Raises BadInputError where the file is empty, not what its ending says, or has no table that fits.
    """
    sheets = _sheets(file)
    saved = beside(file)
    notes: list[Note] = []
    proposals: tuple[Proposal, ...] = ()
    if mapping is None and saved.exists():
        mapping = read_mapping(saved)
        notes.append(Note(key="tables.note_saved", values={"file": file.name, "mapping": saved.name}))
    if mapping is None:
        mapping = propose(file.name, sheets)
        proposals = (Proposal(file=file, mapping=mapping.as_yaml()),)
    tables = [one for table in mapping.tables for one in _mapped(file, sheets, table)]
    if not any(one.table.rows for one in tables):
        raise BadInputError("tables.no_rows", file=file.name)
    notes.extend(_notes(file, sheets, tables))
    return _reading(file, tables) + Reading(notes=tuple(notes), proposals=proposals)


def _sheets(file: Path) -> Sequence[Sheet]:
    try:
        sheets = READERS[file.suffix.lower()](file)
    except OSError as error:
        raise BadInputError("loaders.unreadable", file=file.name, reason=error.strerror or error) from error
    if all(row.blank for sheet in sheets for row in sheet.rows):
        raise BadInputError("tables.empty", file=file.name)
    return parted(sheets)


def _mapped(file: Path, sheets: Sequence[Sheet], mapping: TableMapping) -> list[_Mapped]:
    """The tables that a mapping speaks of: on the sheet that it names, else on every one with its headings.

    Raises BadInputError where there is none, or where a heading stands twice.
    """
    wanted = list(mapping.columns.model_dump(exclude_none=True).values())
    meant = [s for s in sheets if (s.name == mapping.sheet if mapping.sheet else not s.hidden)]
    tables = [table for sheet in meant if (table := under(sheet, wanted))]
    if not tables:
        told = {"sheet": mapping.sheet or "*", "headings": ", ".join(wanted)}
        raise BadInputError("tables.no_such_table", file=file.name, **told)
    for heading in wanted:
        if any(table.twice(heading) for table in tables):
            raise BadInputError("loaders.column_twice", file=file.name, column=heading)
    return [_Mapped(table, mapping) for table in tables]


def _notes(file: Path, sheets: Sequence[Sheet], tables: Sequence[_Mapped]) -> Iterator[Note]:
    """Sheets that were not loaded and totals that were left out."""
    used = {one.table.sheet.name for one in tables}
    for sheet in sheets:
        told: dict[str, str | int] = {"file": file.name, "sheet": sheet.name}
        if sheet.name in used or all(row.blank for row in sheet.rows):
            continue
        if sheet.hidden:
            yield Note(key="tables.note_hidden", values=told)
        else:
            key = "tables.note_unmapped" if recognised(sheet) else "tables.note_no_table"
            yield Note(key=key, values=told)
    if totals := sum(one.table.totals for one in tables):
        yield Note(key="tables.note_totals", values={"file": file.name, "totals": totals})


def _reading(file: Path, tables: Sequence[_Mapped]) -> Reading:
    """Enterprises first, so that links find them; the account in the order of the tables."""
    source = own_source(file.name)
    read = [_Read() for _ in tables]
    known: dict[str, set[str]] = defaultdict(set)
    for one, taken in zip(tables, read, strict=True):
        if isinstance(one.mapping, EnterpriseTable):
            _enterprises(one, one.mapping, source.id, known, taken)
    directory: Directory = {called: frozenset(ids) for called, ids in known.items()}
    for one, taken in zip(tables, read, strict=True):
        if not isinstance(one.mapping, EnterpriseTable):
            _links(one, one.mapping, source.id, directory, taken)
    claims = tuple(claim for taken in read for claim in taken.claims)
    files = tuple(_account(file, one, taken) for one, taken in zip(tables, read, strict=True))
    return Reading(sources=(source,) if claims else (), claims=claims, files=files)


def _enterprises(
    one: _Mapped, mapping: EnterpriseTable, source: str, known: dict[str, set[str]], taken: _Read
) -> None:
    def claims_of(record: Record) -> list[Claim]:
        party, claims = enterprise(record, mapping, source)
        for key in party.handles():
            known[key].add(party.id)
        return claims

    taken.take(one.records(), claims_of)


def _links(one: _Mapped, mapping: LinkTable, source: str, known: Directory, taken: _Read) -> None:
    taken.take(one.records(), lambda record: link(record, mapping, source, known))


def _account(file: Path, one: _Mapped, taken: _Read) -> FileReading:
    sheet = one.table.sheet.name or None
    rejected = tuple(taken.rejected)
    return FileReading(file=file.name, sheet=sheet, claims=tuple(taken.rows), rejected=rejected)
