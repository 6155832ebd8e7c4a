"""Synthetic tables for the tests: enterprises and supplies that do not exist, and say so."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from graphmodel.domain.claims import SuppliesClaim
from loaders import Reading

ENTERPRISES = ("Наименование", "ИНН", "Регион", "Продукция")
SUPPLIES = ("Поставщик", "Покупатель", "Продукция", "Объём, шт", "Сумма, тыс. руб.", "Дата договора")
INN_1 = "7701234560"
INN_2 = "0277012341"
PLANT_1 = ('ООО "Синтетический завод 1"', INN_1, "Краснодарский край", "жатки; прицепы")
PLANT_2 = ("Синтетический завод 2", INN_2, "Республика Башкортостан", "насосы")
SUPPLY = (
    "Синтетический завод 2",
    "Синтетический завод 1",
    "насосы",
    "120",
    "1 200,5",
    "30.04.2025",
)
Table = Sequence[Sequence[Any]]


def plant(
    name: str, inn: Any = "", region: str = "Краснодарский край", products: str = ""
) -> tuple[Any, ...]:
    """A row of a table of enterprises."""
    return (name, inn, region, products)


def workbook(file: Path, sheets: Mapping[str, Table], hidden: Sequence[str] = ()) -> Path:
    """An Excel file with these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    book.save(file)
    return file


def delimited(
    file: Path, rows: Table, separator: str = ",", encoding: str = "utf-8", quoting: int = csv.QUOTE_MINIMAL
) -> Path:
    """A text file with these rows."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator, quoting=quoting, lineterminator="\n").writerows(rows)  # type: ignore[arg-type]
    file.write_bytes(text.getvalue().encode(encoding))
    return file


def supplies_of(reading: Reading) -> list[SuppliesClaim]:
    """The supplies among the claims of a reading."""
    return [one for one in reading.claims if isinstance(one, SuppliesClaim)]
