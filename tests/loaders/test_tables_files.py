"""Tables of every kind of file come out alike; a file that cannot be trusted is refused as a whole."""

import json
import zipfile
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from openpyxl import load_workbook
from openpyxl.workbook.protection import WorkbookProtection

from graphmodel.errors import BadInputError
from graphmodel.texts import LANGUAGES
from loaders import Reading, read
from tests.loaders.workbooks import ENTERPRISES, PLANT_1, PLANT_2, delimited, plant, workbook

ROWS = (ENTERPRISES, PLANT_1, PLANT_2)


def said(reading: Reading) -> list[dict[str, Any]]:
    """All that is claimed, without where it stands."""
    return [one.model_dump(exclude={"id", "source", "locator"}) for one in reading.claims]


def expected(folder: Path) -> list[dict[str, Any]]:
    return said(read([delimited(folder / "expected.csv", ROWS)]))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16", "utf-16-le", "cp866", "koi8-r"]
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_text(tmp_path: Path, encoding: str, separator: str) -> None:
    reading = read([delimited(tmp_path / "own.csv", ROWS, separator, encoding)])

    assert said(reading) == expected(tmp_path)
    assert len(reading.claims) == 7
    assert [one.locator for one in reading.claims[:2]] == ["row=2", "row=2"]


def test_tsv(tmp_path: Path) -> None:
    assert said(read([delimited(tmp_path / "own.tsv", ROWS, "\t")])) == expected(tmp_path)


def test_a_decimal_comma_is_no_separator(tmp_path: Path) -> None:
    rows = [("Поставщик", "Покупатель", "Сумма"), *[(f"Синтез {n}", "Синтез 0", "1,5") for n in range(1, 9)]]
    reading = read([delimited(tmp_path / "own.csv", rows, ";")])

    assert reading.rejected == 0
    assert {one.model_dump(mode="json")["value"]["amount"] for one in reading.claims} == {1.5}


def test_excel(tmp_path: Path) -> None:
    reading = read([workbook(tmp_path / "own.xlsx", {"Лист1": ROWS})])

    assert said(reading) == expected(tmp_path)
    assert [one.locator for one in reading.claims[:4]] == ["Лист1!A2", "Лист1!C2", "Лист1!D2", "Лист1!D2"]
    assert {one.source for one in reading.claims} == {"file-own.xlsx"}
    assert [(one.id, one.title) for one in reading.sources] == [("file-own.xlsx", "own.xlsx")]


def test_json_lines(tmp_path: Path) -> None:
    lines = [json.dumps(dict(zip(ENTERPRISES, row, strict=True))) for row in (PLANT_1, PLANT_2)]
    (tmp_path / "own.jsonl").write_text("\n".join([lines[0], "", lines[1], ""]), encoding="utf-8")
    reading = read([tmp_path / "own.jsonl"])

    assert said(reading) == expected(tmp_path)
    assert {one.locator for one in reading.claims} == {"row=1", "row=3"}


def test_parquet(tmp_path: Path) -> None:
    columns = {heading: [row[n] for row in (PLANT_1, PLANT_2)] for n, heading in enumerate(ENTERPRISES)} | {
        "Продукция": [["жатки", "прицепы"], ["насосы"]]
    }
    pl.DataFrame(columns).write_parquet(tmp_path / "own.parquet")

    assert said(read([tmp_path / "own.parquet"])) == expected(tmp_path)


def test_a_folder_leaves_out_mappings_and_locks(tmp_path: Path) -> None:
    workbook(tmp_path / "own.xlsx", {"Лист1": ROWS})
    delimited(tmp_path / "own.csv", ROWS)
    (tmp_path / "~$own.xlsx").write_bytes(b"x")
    (tmp_path / "own.csv.mapping.yaml").write_text(
        "tables: [{shape: enterprises, columns: {name: наименование}}]", encoding="utf-8"
    )
    reading = read([tmp_path])

    assert [one.file for one in reading.files] == ["own.csv", "own.xlsx"]
    assert [len(one.claims) for one in reading.files] == [2, 2]
    assert [one.key for one in reading.notes] == ["tables.note_saved"]


def refused(path: Path, key: str) -> None:
    with pytest.raises(BadInputError) as caught:
        read([path])
    assert caught.value.key == f"tables.{key}"
    assert all(path.name in caught.value.render(lang) for lang in LANGUAGES)


HEADER = ",".join(ENTERPRISES).encode()
BAD_FILES: list[tuple[str, bytes, str]] = [
    ("a.csv", b"", "empty"),
    ("a.csv", b"\xef\xbb\xbf \r\n", "empty"),
    ("a.csv", b",,\n,,\n", "empty"),
    ("a.csv", HEADER, "no_rows"),
    ("a.csv", "Цвет,Вкус\nкрасный,сладкий\n".encode(), "no_headings"),
    ("a.csv", HEADER + '\n"Синтез,,,\n'.encode(), "not_csv"),
    ("a.csv", b"PK\x03\x04 rest", "not_its_ending"),
    ("a.tsv", b"%PDF-1.7", "not_its_ending"),
    ("a.xlsx", b"", "empty"),
    ("a.xlsx", HEADER, "not_its_ending"),
    ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "not_its_ending"),
    (
        "a.xlsx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "password",
    ),
    ("a.parquet", b"", "empty"),
    ("a.parquet", HEADER, "not_its_ending"),
    ("a.parquet", b"PAR1" + HEADER, "not_its_ending"),
    ("a.jsonl", b" \n", "empty"),
    ("a.jsonl", b"[1]\n", "not_json_lines"),
    ("a.ndjson", b'{"a": \n', "not_json_lines"),
]


@pytest.mark.parametrize(("name", "content", "key"), BAD_FILES)
def test_a_file_that_is_refused(tmp_path: Path, name: str, content: bytes, key: str) -> None:
    (tmp_path / name).write_bytes(content)
    refused(tmp_path / name, key)


def test_an_empty_workbook(tmp_path: Path) -> None:
    refused(workbook(tmp_path / "a.xlsx", {"Лист1": []}), "empty")


def test_a_zip_that_is_no_workbook(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("readme.txt", "x")
    refused(tmp_path / "a.xlsx", "not_its_ending")


def test_a_workbook_cut_short(tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", {"Лист1": ROWS})
    with zipfile.ZipFile(file) as whole, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as archive:
        for name in ("[Content_Types].xml", "xl/workbook.xml"):
            archive.writestr(name, whole.read(name))
    refused(tmp_path / "b.xlsx", "broken_workbook")


def test_an_archive_that_would_inflate(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", " " * 10_000_000)
    refused(tmp_path / "a.xlsx", "bomb")


def test_cells_that_lie_too_far_apart(tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", {"Лист1": ROWS})
    book = load_workbook(file)
    book["Лист1"]["XFD1048576"] = "x"
    book.save(file)
    refused(file, "far_cells")


def test_a_protected_sheet_without_a_password_opens(tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", {"Лист1": ROWS})
    book = load_workbook(file)
    book.security = WorkbookProtection(lockStructure=True)
    book.save(file)

    assert len(read([file]).claims) == 7


def test_errors_and_formulas_of_excel_are_seen(tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", {"Лист1": (*ROWS, plant("#REF!"), plant("Синтез", "=A1+1"))})
    book = load_workbook(file)
    book["Лист1"]["A4"].data_type = "e"
    book.save(file)
    rejected = read([file]).files[0].rejected

    assert [(row.locator, row.value, row.code) for row in rejected] == [
        ("Лист1!A4", "#REF!", "cell_error"),
        ("Лист1!B5", "=A1+1", "formula"),
    ]
