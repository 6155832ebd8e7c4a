"""Writes the workbooks of the page "Your own spreadsheet in five minutes": `python -m docs.spreadsheet_example`.

All their enterprises and numbers are invented; the names say so.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

FOLDER: Final = Path(__file__).parent / "spreadsheet"
Cell = str | int | float | date | None
Rows = Sequence[Sequence[Cell]]

_PLANTS_ABOVE: Final = (
    ("Перечень предприятий кластера (все данные синтетические)",),
    ("По данным учебного примера",),
    (),
    ("Наименование", "ИНН", "Регион", "Продукция"),
)
_PLANTS: Final = (
    ("ООО «Синтетический комбайн»", "9900000017", "Краснодарский край", "комбайны; жатки"),
    ("АО «Синтетический насос»", "9900000024", "Республика Башкортостан", "насосы"),
    ("АО «Синтетический гидроцилиндр»", "9900000031", "Республика Башкортостан", "гидроцилиндры"),
    ("ООО «Синтетический редуктор»", "9900000049", "Краснодарский край", "редукторы"),
    ("ООО «Синтетический подшипник»", "9900000056", "Башкирия", "подшипники"),
    ("ООО «Синтетический прицеп»", "9900000063", "Кубань", "прицепы"),
    ("АО «Синтетический трактор»", "9900000070", "Республика Башкортостан", "тракторы"),
    ("ООО «Синтетический плуг»", "9900000088", "Краснодарский край", "плуги"),
    ("ООО «Синтетический фильтр»", "9900000090", "Краснодарский край", "фильтры"),
    ("АО «Синтетический радиатор»", "9900000105", "Республика Башкортостан", "радиаторы"),
    ("ООО «Синтетический вал»", "9900000112", "Краснодарский край", "карданные валы"),
    ("АО «Синтетическая шина»", "9900000120", "Республика Башкортостан", "шины"),
    ("ООО «Синтетическая кабина»", "9900000137", "Краснодарский край", "кабины"),
    ("ООО «Синтетическая сеялка»", "9900000144", "Кубань", "сеялки"),
    ("ООО «Синтетический ремень»", "9900000151", "Башкирия", "приводные ремни"),
    ("АО «Синтетический аккумулятор»", "9900000169", "Республика Башкортостан", "аккумуляторы"),
    ("ООО «Синтетический стартер»", "9900000176", "Краснодарский край", "стартеры"),
    ("ООО «Синтетический метиз»", "9900000183", "Республика Башкортостан", "крепёж"),
    ("Синтетический хлопок", "999000001", "Ташкентская область", "хлопкоуборочные машины"),
    ("Синтетический мотор", "999000002", "Узбекистан", "двигатели"),
)
_SUPPLIES_ABOVE: Final = (
    ("Поставки по кооперации (все данные синтетические)",),
    (),
    (
        "№ п/п",
        "Дата договора",
        "Поставщик",
        "Покупатель",
        "Что поставляется",
        "Объём, шт.",
        "Сумма, тыс. руб.",
    ),
)
_SUPPLIES: Final = (
    (date(2026, 2, 2), "Синтетический насос", "Синтетический комбайн", "насосы", 120, "1 200,5"),
    (date(2026, 2, 9), "Синтетический гидроцилиндр", "Синтетический комбайн", "гидроцилиндры", 300, 2700),
    ("16.02.2026", "Синтетический гидроцилиндр", "Синтетический трактор", "гидроцилиндры", 150, 1350),
    ("20.02.2026", "Синтетический подшипник", "Завод «Синтетический редуктор»", "подшипники", 4000, 800),
    ("02.03.2026", "Синтетический редуктор", "Синтетический комбайн", "редукторы", 80, 2400),
    ("04/05/2026", "Синтетический мотор", "Синтетический хлопок", "двигатели", 60, 9000),
    ("10.03.2026", "Синтетический радиатор", "Синтетический трактор", "радиаторы", -40, 480),
    ("12.03.2026", "Синтетическая шина", "Sinteticheskiy pritsep", "шины", 800, 4000),
    ("16.03.2026", "Синтетический вал", "Синтетический трактор", "карданные валы", 90, 720),
    ("23.03.2026", "Синтетическая кабина", "Синтетический трактор", "кабины", 30, 5400),
    ("06.04.2026", "Синтетический ремень", "Синтетическая сеялка", "приводные ремни", 500, 150),
    ("13.04.2026", "Синтетический аккумулятор", "Синтетический хлопок", "аккумуляторы", 60, 540),
    ("20.04.2026", "Синтетический метиз", "Синтетический плуг", "крепёж", 20000, 200),
    ("27.04.2026", "Синтетический стартер", "Синтетический мотор", "стартеры", 60, 300),
)
_DRAFT: Final = (("Наименование", "ИНН"), ("Синтетический черновик", ""))


def _mended(rows: Rows, cells: Iterable[tuple[int, int, Cell]]) -> Rows:
    """The rows with some cells, given by row and column from 0, that say something else."""
    lines = [list(row) for row in rows]
    for row, column, cell in cells:
        lines[row][column] = cell
    return lines


def _numbered(rows: Rows) -> Rows:
    return [(number, *row) for number, row in enumerate(rows, 1)]


def first() -> Workbook:
    """The workbook as it comes: a wrong INN, a date that can be read in two ways, a volume below zero."""
    return _workbook(_PLANTS, _SUPPLIES)


def second() -> Workbook:
    """A later version: the three cells are right, the pumps are more, the last supply is there no longer."""
    plants = _mended(_PLANTS, [(8, 1, "9900000095")])
    supplies = _mended(_SUPPLIES[:-1], [(0, 4, 150), (5, 0, "04.05.2026"), (6, 4, 40)])
    return _workbook(plants, supplies)


def _workbook(plants: Rows, supplies: Rows) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    listed = _sheet(book, "Предприятия", [*_PLANTS_ABOVE, *plants, ("Всего", len(plants))])
    listed.merge_cells("A1:D1")
    total = ("Итого", None, None, None, None, None, len(supplies))
    moved = _sheet(book, "Поставки", [*_SUPPLIES_ABOVE, *_numbered(supplies), total])
    moved.merge_cells("A1:G1")
    _sheet(book, "Черновик", _DRAFT).sheet_state = "hidden"
    return book


def _sheet(book: Workbook, name: str, rows: Rows) -> Worksheet:
    sheet = book.create_sheet(name)
    for row in rows:
        sheet.append(list(row))
    for column in "ABCDEFG":
        sheet.column_dimensions[column].width = 28
    return sheet


def main() -> None:
    """Write both versions, the second under the same name in a folder of its own."""
    for folder, book in ((FOLDER, first()), (FOLDER / "new", second())):
        folder.mkdir(parents=True, exist_ok=True)
        book.save(folder / "plants.xlsx")


if __name__ == "__main__":
    main()
