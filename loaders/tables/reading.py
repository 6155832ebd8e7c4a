"""A file of tables becomes claims, and every row of every table is accounted for."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from graphmodel.domain.claims import Claim
from graphmodel.errors import BadInputError
from loaders.accounting import Note, Part, Proposal, Reading, Rejected, Row
from loaders.rows import own_source
from loaders.tables.delimited import read_delimited
from loaders.tables.layout import Table, is_total, recognised, under
from loaders.tables.links import link
from loaders.tables.mapping import EnterpriseTable, Mapping, TableMapping, beside, read_mapping
from loaders.tables.parties import Directory, Party
from loaders.tables.proposal import propose
from loaders.tables.quarantine import parted
from loaders.tables.record import Record, RowError
from loaders.tables.records import read_json_lines
from loaders.tables.shapes import enterprise
from loaders.tables.sheets import Sheet
from loaders.tables.workbook import read_workbook


def _read_parquet(file: Path) -> list[Sheet]:
    from loaders.tables.parquet import read_parquet  # noqa: PLC0415 - polars takes 25 MB

    return read_parquet(file)


READERS: Final[dict[str, Callable[[Path], list[Sheet]]]] = {
    ".csv": read_delimited,
    ".tsv": read_delimited,
    ".xlsx": read_workbook,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".parquet": _read_parquet,
}


@dataclass(frozen=True)
class _Mapped:
    table: Table
    mapping: TableMapping

    @cached_property
    def columns(self) -> dict[str, int]:
        """Where each field of the mapping stands."""
        wanted = self.mapping.columns.model_dump(exclude_none=True)
        found = {field: self.table.column(heading) for field, heading in wanted.items()}
        return {field: column for field, column in found.items() if column is not None}

    def read(self, file: str, claims_of: Callable[[Record], tuple[Claim, ...]]) -> Iterator[Row | Note]:
        """All claims of each row, or why it is rejected; after the last one how many totals were left out."""
        totals = 0
        for row in self.table.rows():
            if is_total(row):
                totals += 1
            else:
                yield _taken(Record(self.table, self.columns, row), claims_of)
        if totals:
            yield self._left_out(file, totals)

    def _left_out(self, file: str, totals: int) -> Note:
        sheet = self.table.sheet.name
        told = {"file": file, "totals": totals}
        if not sheet:
            return Note(key="tables.note_totals", values=told)
        return Note(key="tables.note_totals_on", values=told | {"sheet": sheet})


def _taken(record: Record, claims_of: Callable[[Record], tuple[Claim, ...]]) -> Row:
    try:
        return claims_of(record)
    except RowError as fault:
        return fault.rejected
    except ValidationError as error:
        return _invalid(record, error)


def _invalid(record: Record, error: ValidationError) -> Rejected:
    place = record.table.sheet.locate(record.row.number, 0)
    told = Rejected.from_validation(place, {}, error)
    return told.model_copy(update={"cells": record.cells()})


def read_table(file: Path, mapping: Mapping | None = None) -> Reading:
    """The claims of one file by a mapping: the one given, else the one saved beside it, else one that we propose.

    Its rows are read when they are asked for. Raises BadInputError where the file is empty, not what its ending says,
    or has no table that fits.
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
    if all(is_total(row) for one in tables for row in one.table.rows()):
        raise BadInputError("tables.no_rows", file=file.name)
    notes.extend(_notes(file, sheets, tables))
    source = own_source(file.name)
    listed = _Listed(tables, source.id)
    parts = tuple(_part(file, one, source.id, listed) for one in tables)
    return Reading(sources=(source,), parts=parts, noticed=tuple(notes), proposals=proposals)


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

    A quarantine file may lack a sheet that had no bad row. Raises BadInputError where another file has no such table,
    or where a heading stands twice.
    """
    wanted = list(mapping.columns.model_dump(exclude_none=True).values())
    meant = [s for s in sheets if (s.name == mapping.sheet if mapping.sheet else not s.hidden)]
    if not meant and all(sheet.part for sheet in sheets):
        return []
    tables = [table for sheet in meant if (table := under(sheet, wanted))]
    if not tables:
        told = {"sheet": mapping.sheet or "*", "headings": ", ".join(wanted)}
        raise BadInputError("tables.no_such_table", file=file.name, **told)
    for heading in wanted:
        if any(table.twice(heading) for table in tables):
            raise BadInputError("loaders.column_twice", file=file.name, column=heading)
    return [_Mapped(table, mapping) for table in tables]


def _notes(file: Path, sheets: Sequence[Sheet], tables: Sequence[_Mapped]) -> Iterator[Note]:
    """Sheets that are not loaded."""
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


class _Listed:
    """The enterprises that the tables of one file list, looked for when the first link asks."""

    def __init__(self, tables: Sequence[_Mapped], source: str) -> None:
        self._tables = tables
        self._source = source

    @cached_property
    def directory(self) -> Directory:
        """Their ids by all that a link may call them."""
        known: dict[str, frozenset[str]] = {}
        for one in self._tables:
            if isinstance(one.mapping, EnterpriseTable):
                for party in self._parties(one, one.mapping):
                    for key in party.handles():
                        known[key] = known.get(key, frozenset()) | {party.id}
        return known

    def _parties(self, one: _Mapped, mapping: EnterpriseTable) -> Iterator[Party]:
        for row in one.table.rows():
            with suppress(RowError, ValidationError):
                if not is_total(row):
                    yield enterprise(Record(one.table, one.columns, row), mapping, self._source)[0]


def _part(file: Path, one: _Mapped, source: str, listed: _Listed) -> Part:
    def claims_of(record: Record) -> tuple[Claim, ...]:
        if isinstance(one.mapping, EnterpriseTable):
            return enterprise(record, one.mapping, source)[1]
        return link(record, one.mapping, source, listed.directory)

    return Part(file.name, one.table.sheet.name or None, lambda: one.read(file.name, claims_of))
