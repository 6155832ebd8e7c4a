"""CSV and TSV in the encodings and with the separators that offices use."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from charset_normalizer import from_bytes

from graphmodel.errors import BadInputError
from loaders.rows import opened
from loaders.tables.guard import check_text, head
from loaders.tables.sheets import Row, Sheet, Streamed

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
_LINES: Final = 200


@dataclass(frozen=True)
class Sample:
    """What a file begins with, and the encoding that this tells."""

    encoding: str
    text: str


def read_delimited(file: Path) -> list[Sheet]:
    """The one sheet of a CSV or TSV file, whose rows are read when they are asked for.

    Raises BadInputError where it is none.
    """
    found = sample(file)
    separator = "\t" if file.suffix.lower() == ".tsv" else _separator(found.text)
    return [Sheet("", Streamed(lambda: _rows(file, found.encoding, separator)), ragged=True)]


def sample(file: Path) -> Sample:
    """The whole lines at the head of a file.

    Raises BadInputError where the file is empty, something else, or in no encoding that offices use.
    """
    data = head(file)
    whole = len(data) == file.stat().st_size
    check_text(file, data)
    encoding = _encoding(data, file.name)
    text = codecs.getincrementaldecoder(encoding)().decode(data, final=whole)
    return Sample(encoding, text if whole else text[: text.rfind("\n") + 1] or text)


def _encoding(data: bytes, name: str) -> str:
    encoding = next((encoding for mark, encoding in _MARKS.items() if data.startswith(mark)), "utf-8")
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(data)
    except UnicodeDecodeError:
        return _guessed(data, name)
    return _guessed(data, name) if encoding == "utf-8" and text.count("\0") * 8 > len(text) else encoding


def _guessed(data: bytes, name: str) -> str:
    best = from_bytes(data, cp_isolation=_ENCODINGS).best()
    if best is None:
        raise BadInputError("tables.no_encoding", file=name)
    return best.encoding


def header_cells(text: str) -> list[str]:
    """The cells of the first line that is not empty."""
    first = next((line for line in text[:_LONGEST_HEADER].splitlines() if line.strip()), "")
    rows = csv.reader([first], delimiter=_separator(first))
    return [cell.strip() for cell in next(rows, [])]


def _rows(file: Path, encoding: str, separator: str) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST)
    try:
        with opened(file, encoding) as text:
            for number, cells in enumerate(csv.reader(text, delimiter=separator, strict=True), 1):
                yield Row(number, tuple(cells))
    except csv.Error as error:
        raise BadInputError("tables.not_csv", file=file.name, reason=error) from error


def _separator(text: str) -> str:
    """The separator that cuts most lines into the same number of fields."""
    return max(_SEPARATORS, key=lambda separator: _regularity(text, separator))


def _regularity(text: str, separator: str) -> tuple[float, int]:
    widths = Counter(islice(_widths(text, separator), _LINES))
    width, times = max(widths.items(), key=lambda item: (item[0] > 1, item[1]), default=(1, 0))
    return (times / widths.total(), width) if width > 1 else (0, 0)


def _widths(text: str, separator: str) -> Iterator[int]:
    try:
        yield from (len(row) for row in csv.reader(io.StringIO(text), delimiter=separator) if row)
    except csv.Error:
        return
