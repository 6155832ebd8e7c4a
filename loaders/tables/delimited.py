"""CSV and TSV in the encodings and with the separators that offices use."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from charset_normalizer import from_bytes

from graphmodel.errors import BadInputError
from loaders.tables.guard import check_text
from loaders.tables.sheets import Row, Sheet

_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_ENCODINGS: Final = ["cp1251", "cp866", "koi8_r", "utf_16_le", "utf_16_be"]
_SEPARATORS: Final = ",;\t|"
_LONGEST: Final = 1 << 26
"""Fields are measured by us, row by row; the csv module need not refuse a file for one of them."""
_LONGEST_HEADER: Final = 1 << 16
_SAMPLE: Final = 200


def read_delimited(file: Path) -> list[Sheet]:
    """The one sheet of a CSV or TSV file. Raises BadInputError where it is none."""
    data = file.read_bytes()
    check_text(file, data)
    return [_sheet(file, decoded(data, file.name))]


def decoded(data: bytes, name: str) -> str:
    """The text of a file, whatever its encoding. Raises BadInputError where it has none that offices use."""
    encoding = next((encoding for mark, encoding in _MARKS.items() if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = _guessed(data, name)
    return _guessed(data, name) if encoding == "utf-8" and text.count("\0") * 8 > len(text) else text


def _guessed(data: bytes, name: str) -> str:
    best = from_bytes(data, cp_isolation=_ENCODINGS).best()
    if best is None:
        raise BadInputError("tables.no_encoding", file=name)
    return str(best)


def header_cells(text: str) -> list[str]:
    """The cells of the first line that is not empty."""
    first = next((line for line in text[:_LONGEST_HEADER].splitlines() if line.strip()), "")
    rows = csv.reader([first], delimiter=_separator(first))
    return [cell.strip() for cell in next(rows, [])]


def _sheet(file: Path, text: str) -> Sheet:
    separator = "\t" if file.suffix.lower() == ".tsv" else _separator(text)
    csv.field_size_limit(_LONGEST)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise BadInputError("tables.not_csv", file=file.name, reason=error) from error
    return Sheet("", [Row(number, tuple(row)) for number, row in enumerate(rows, 1)], ragged=True)


def _separator(text: str) -> str:
    """The separator that cuts most lines into the same number of fields."""
    return max(_SEPARATORS, key=lambda separator: _regularity(text, separator))


def _regularity(text: str, separator: str) -> tuple[float, int]:
    widths = Counter(islice(_widths(text, separator), _SAMPLE))
    width, times = max(widths.items(), key=lambda item: (item[0] > 1, item[1]), default=(1, 0))
    return (times / widths.total(), width) if width > 1 else (0, 0)


def _widths(text: str, separator: str) -> Iterator[int]:
    try:
        yield from (len(row) for row in csv.reader(io.StringIO(text), delimiter=separator) if row)
    except csv.Error:
        return
