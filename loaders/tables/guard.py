"""What is looked at before a file is opened: whether it is what its ending says, and how large it would become."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from openpyxl.utils import column_index_from_string

from graphmodel.errors import BadInputError

MOST_TIMES: Final = 100
MOST_BYTES: Final = 200_000_000
MOST_CELLS: Final = 20_000_000
"""The readers of workbooks keep the whole area between the first and the last cell."""
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PARQUET: Final = b"PAR1"
_BINARY: Final = (_ZIP, _OLE, _PARQUET, b"%PDF", b"\x1f\x8b", b"\x89PNG", b"Rar!", b"7z\xbc\xaf")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_CELL: Final = re.compile(rb'<(?:\w+:)?c\s(?:[^>]*?\s)?r="([A-Z]{1,3})([0-9]{1,7})"')
_UNCOUNTED: Final = re.compile(
    rb"(</(?:\w+:)?f>|<(?:\w+:)?f(?:\s[^>]*)?/>)\s*(<v\s*/>|<v></v>)?\s*</(?:\w+:)?c>"
)
_CHUNK: Final = 1 << 20
_OVERLAP: Final = 1 << 10


def check_text(file: Path, data: bytes) -> None:
    """Raise BadInputError where a file of text is empty or something else."""
    if not data.strip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"):
        raise BadInputError("tables.empty", file=file.name)
    if data.startswith(_BINARY):
        raise BadInputError("tables.not_its_ending", file=file.name, ending=file.suffix)


def check_parquet(file: Path) -> None:
    """Raise BadInputError where a file is empty or no Parquet."""
    if not (begins := head(file)):
        raise BadInputError("tables.empty", file=file.name)
    if not begins.startswith(_PARQUET):
        raise BadInputError("tables.not_its_ending", file=file.name, ending=file.suffix)


def check_workbook(file: Path) -> None:
    """Raise BadInputError where a file is empty, locked, no workbook, or would become too large."""
    begins = head(file)
    if not begins:
        raise BadInputError("tables.empty", file=file.name)
    if begins.startswith(_OLE) and _ENCRYPTED in file.read_bytes():
        raise BadInputError("tables.password", file=file.name)
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise BadInputError("tables.not_its_ending", file=file.name, ending=file.suffix) from error
    _check_size(file, sum(member.file_size for member in members))
    if any(member.flag_bits & 1 for member in members):
        raise BadInputError("tables.password", file=file.name)
    if not any(member.filename == "xl/workbook.xml" for member in members):
        raise BadInputError("tables.not_its_ending", file=file.name, ending=file.suffix)


def head(file: Path) -> bytes:
    """What a file begins with: a million bytes or so."""
    with file.open("rb") as opened:
        return opened.read(_CHUNK)


def _check_size(file: Path, inflated: int) -> None:
    times = inflated // max(file.stat().st_size, 1)
    if inflated > MOST_BYTES or times > MOST_TIMES:
        raise BadInputError("tables.bomb", file=file.name, megabytes=inflated // 1_000_000, times=times)


@dataclass(frozen=True)
class Marks:
    """Whether a workbook has cells that only its XML tells: errors, and formulas that were never computed."""

    errors: bool
    uncounted: bool


def marks(file: Path) -> Marks:
    """Look through the XML of all sheets. Raises BadInputError where their cells lie too far apart."""
    errors = uncounted = False
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            if not name.startswith("xl/worksheets/") or not name.endswith(".xml"):
                continue
            with archive.open(name) as sheet:
                columns, row = set[bytes](), 0
                for chunk in _chunks(sheet):
                    errors = errors or b't="e"' in chunk
                    uncounted = uncounted or bool(_UNCOUNTED.search(chunk))
                    found = _CELL.findall(chunk)
                    columns.update(column for column, _ in found)
                    row = max(row, max((int(number) for _, number in found), default=0))
            _check_area(file, columns, row)
    return Marks(errors, uncounted)


def _chunks(sheet: IO[bytes]) -> Iterator[bytes]:
    tail = b""
    while chunk := sheet.read(_CHUNK):
        yield tail + chunk
        tail = chunk[-_OVERLAP:]


def _check_area(file: Path, columns: set[bytes], row: int) -> None:
    column = max((column_index_from_string(name.decode()) for name in columns), default=0)
    if column * row > MOST_CELLS:
        raise BadInputError("tables.far_cells", file=file.name, columns=column, rows=row)
