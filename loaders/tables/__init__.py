"""Spreadsheets and other tables: each row becomes claims by a mapping of its columns, or is told to be bad."""

from loaders.tables.delimited import header_cells, read_delimited, sample
from loaders.tables.mapping import ENDING, Mapping, beside, read_mapping
from loaders.tables.quarantine import write_quarantine
from loaders.tables.reading import READERS, read_table
from loaders.tables.sheets import Row

__all__ = [
    "ENDING",
    "READERS",
    "Mapping",
    "Row",
    "beside",
    "header_cells",
    "read_delimited",
    "read_mapping",
    "read_table",
    "sample",
    "write_quarantine",
]
