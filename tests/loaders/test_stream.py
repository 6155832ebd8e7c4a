"""What a stream keeps, and what it says of faults that stand late in a file."""

from pathlib import Path

import pytest

from graphmodel.errors import BadInputError
from graphmodel.texts import LANGUAGES
from loaders import Stream, held_back, read
from loaders.accounting import RowIds
from tests.loaders.workbooks import ENTERPRISES, PLANT_1, delimited, plant, workbook

LONG = (ENTERPRISES, *(plant(f"Синтетический завод {n}", products="жатки " * 400) for n in range(500)))
"""Longer than what is looked at before the rows are read."""


def test_a_reading_can_be_read_again(tmp_path: Path) -> None:
    reading = read([workbook(tmp_path / "own.xlsx", {"Лист1": LONG[:50]})])

    assert tuple(Stream(reading).claims()) == tuple(Stream(reading).claims()) == reading.claims


def test_a_stream_remembers_the_rows_that_it_has_passed(tmp_path: Path) -> None:
    stream = Stream(reading := read([delimited(tmp_path / "own.csv", (*LONG[:3], plant("н/д")))]))
    claims = tuple(stream.claims())

    assert (stream.rows, stream.rejected) == (3, 1)
    assert [key for row in stream.files[0].claims for key in row] == [one.id for one in claims]
    assert [one.held_back for one in held_back(stream)] == [2]
    assert stream.files[0].rejected == reading.files[0].rejected


def test_ids_of_rows_come_back(tmp_path: Path) -> None:
    claims = read([delimited(tmp_path / "own.csv", (ENTERPRISES, PLANT_1))]).claims
    ids = RowIds()
    for row in (claims[:1], (), claims[1:]):
        ids.add(row)

    assert list(ids) == [(claims[0].id,), (), tuple(one.id for one in claims[1:])]
    assert len(ids) == 3


@pytest.mark.parametrize(
    ("encoding", "added", "key"),
    [
        ("utf-8", b'"open,,,\n', "tables.not_csv"),
        ("utf-8", "Синтез,,,\n".encode("cp1251"), "loaders.not_utf8"),
        ("utf-16", b"\x00\xdc\x00\xdc", "tables.not_decoded"),
    ],
)
def test_a_fault_late_in_a_file(tmp_path: Path, encoding: str, added: bytes, key: str) -> None:
    file = delimited(tmp_path / "own.csv", LONG, encoding=encoding)
    size = file.stat().st_size
    file.write_bytes(file.read_bytes() + added)
    claims = Stream(read([file])).claims()
    assert next(claims).locator == "row=2"
    with pytest.raises(BadInputError) as caught:
        list(claims)

    assert caught.value.key == key
    assert caught.value.values.get("position", size) == size
    assert all("own.csv" in caught.value.render(lang) for lang in LANGUAGES)
