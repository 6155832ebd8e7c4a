"""What the rows of tables say, which rows are none, and what is told of those that are bad."""

import csv
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmodel.domain.claims import Claim
from graphmodel.domain.codes import Money
from graphmodel.domain.ids import enterprise_id
from graphmodel.errors import BadInputError
from graphmodel.texts import LANGUAGES
from loaders import Reading, account, read, write_quarantine
from tests.loaders.workbooks import (
    ENTERPRISES,
    INN_1,
    INN_2,
    PLANT_1,
    PLANT_2,
    SUPPLIES,
    SUPPLY,
    Table,
    delimited,
    plant,
    supplies_of,
    workbook,
)

PLANTS = (ENTERPRISES, PLANT_1, PLANT_2)


def of_kind(reading: Reading, kind: str) -> list[Claim]:
    return [one for one in reading.claims if one.kind == kind]


def excel(folder: Path, rows: Table, name: str = "Лист1") -> Reading:
    return read([workbook(folder / "own.xlsx", {name: rows})])


def codes(reading: Reading) -> list[tuple[str, str]]:
    return [(row.locator, row.code) for file in reading.files for row in file.rejected]


def test_a_row_of_enterprises(tmp_path: Path) -> None:
    reading = excel(tmp_path, (ENTERPRISES, PLANT_1))
    told = [one.model_dump(mode="json", exclude_defaults=True) for one in reading.claims]
    ref = {"type": "enterprise", "name": 'ООО "Синтетический завод 1"', "id": f"ru-inn-{INN_1}"}

    assert [one["kind"] for one in told] == ["enterprise", "located_in", "produces", "produces"]
    assert told[0]["identifiers"] == {"inn": INN_1}
    assert told[0]["enterprise"] == ref["id"]
    assert told[1]["place"]["code"] == "RU-KDA"
    assert [one["product"]["name"] for one in told[2:]] == ["жатки", "прицепы"]
    assert told[1]["subject"] == told[2]["enterprise"] == ref
    assert {(one["status"], one["confidence"]) for one in told} == {("active", 0.9)}


def test_supplies_find_the_enterprises_of_their_file(tmp_path: Path) -> None:
    reading = read([workbook(tmp_path / "own.xlsx", {"Поставки": (SUPPLIES, SUPPLY), "Список": PLANTS})])
    (one,) = supplies_of(reading)

    assert (one.supplier.id, one.buyer.id) == (f"ru-inn-{INN_2}", f"ru-inn-{INN_1}")
    assert one.locator == "Поставки!A2"
    assert (one.asserted, one.volume) == ("2025-04-30", "120 шт")
    assert one.value == Money(amount=Decimal(1_200_500), currency="RUB")
    assert [(file.sheet, file.rows) for file in reading.files] == [("Поставки", 1), ("Список", 2)]


def test_a_volume_in_money_is_a_value(tmp_path: Path) -> None:
    rows = (("Продавец", "Заказчик", "Объём поставок, млн руб."), ("Синтез 1", "Синтез 2", "1,5"))
    (one,) = supplies_of(excel(tmp_path, rows))

    assert (one.volume, one.value) == (None, Money(amount=Decimal(1_500_000), currency="RUB"))


def test_a_name_alone_stands_for_an_enterprise_without_a_place(tmp_path: Path) -> None:
    (one,) = supplies_of(excel(tmp_path, (SUPPLIES, SUPPLY)))

    assert one.supplier.id == enterprise_id("Синтетический завод 2")


def test_uzbek_numbers_and_headings(tmp_path: Path) -> None:
    rows = (
        ("Korxona nomi", "INN", "Viloyat", "Mahsulotlar"),
        plant("“Sintetik zavod” MCHJ", 301234567.0, "Узбекистан", "nasoslar"),
    )
    one = of_kind(excel(tmp_path, rows), "enterprise")[0].model_dump()

    assert one["identifiers"] == {"stir": "301234567"}


def test_titles_totals_numbers_and_repeated_headers_are_no_rows(tmp_path: Path) -> None:
    rows: Table = (
        ("Перечень предприятий",),
        (),
        ("Предприятие и его продукция на 30.04.2025",),
        ENTERPRISES,
        ("1", "2", "3", "4"),
        PLANT_1,
        (),
        ENTERPRISES,
        PLANT_2,
        ("Итого по краю:", "", "", "2"),
    )
    reading = excel(tmp_path, rows)

    assert reading.rows == 2
    assert {one.locator for one in of_kind(reading, "enterprise")} == {"Лист1!A6", "Лист1!A9"}
    assert [note.say("ru") for note in reading.notes] == [
        "own.xlsx: на листе «Лист1» пропущены строки итогов: 1."
    ]


def test_sheets_that_are_not_loaded_are_told(tmp_path: Path) -> None:
    sheets = {"Список": PLANTS, "Черновик": PLANTS, "Заметки": (("Цвет", "Вкус"),), "Пусто": ()}
    reading = read([workbook(tmp_path / "own.xlsx", sheets, hidden=["Черновик"])])

    assert [one.sheet for one in reading.files] == ["Список"]
    assert [one.key for one in reading.notes] == ["tables.note_hidden", "tables.note_no_table"]
    assert all("Черновик" in reading.notes[0].say(lang) for lang in LANGUAGES)


BAD: list[tuple[tuple[Any, ...], str, str]] = [
    (plant(""), "A3", "empty_cell"),
    (plant("н/д"), "A3", "unknown_name"),
    (plant("Синтез", "7701234561"), "B3", "inn_checksum"),
    (plant("Синтез", "7.70123E+11"), "B3", "scientific"),
    (plant("Синтез", region="Синтетический край"), "C3", "unknown_region"),
    (plant("Синтез", products="#REF!"), "D3", "cell_error"),
]


@pytest.mark.parametrize(("row", "cell", "code"), BAD)
def test_a_bad_row_of_enterprises(tmp_path: Path, row: tuple[Any, ...], cell: str, code: str) -> None:
    reading = excel(tmp_path, (ENTERPRISES, PLANT_1, row), name="Мой лист")
    (rejected,) = reading.files[0].rejected

    assert codes(reading) == [(f"'Мой лист'!{cell}", code)]
    assert len(of_kind(reading, "enterprise")) == 1
    for lang in LANGUAGES:
        assert rejected.reason(lang) and rejected.fix(lang)
        assert "{" not in rejected.reason(lang) + rejected.fix(lang)


BAD_SUPPLIES: list[tuple[int, Any, str]] = [
    (0, "Синтетический завод 3", "unknown_supplier"),
    (3, "-5", "negative"),
    (4, -1.0, "negative"),
    (4, "дорого", "not_number"),
    (4, 1e16, "less_than_equal"),
    (5, "31.02.2025", "impossible_date"),
    (5, "04/05/2025", "ambiguous_date"),
]


@pytest.mark.parametrize(("column", "value", "code"), BAD_SUPPLIES)
def test_a_bad_supply(tmp_path: Path, column: int, value: Any, code: str) -> None:
    bad = [*SUPPLY[:column], value, *SUPPLY[column + 1 :]]
    reading = read([workbook(tmp_path / "own.xlsx", {"Список": PLANTS, "Поставки": (SUPPLIES, SUPPLY, bad)})])

    assert [code for _, code in codes(reading)] == [code]
    assert len(supplies_of(reading)) == 1


def test_one_name_for_two_enterprises(tmp_path: Path) -> None:
    twins = (ENTERPRISES, PLANT_2, plant("Синтетический завод 2", INN_1))
    reading = read([workbook(tmp_path / "own.xlsx", {"Список": twins, "Поставки": (SUPPLIES, SUPPLY)})])

    assert [code for _, code in codes(reading)] == ["several_enterprises"]


def test_more_or_fewer_fields(tmp_path: Path) -> None:
    reading = read([delimited(tmp_path / "own.csv", (*PLANTS, ("Синтез", ""), (*PLANT_1, "ещё")))])

    assert codes(reading) == [("row=4", "fewer_fields"), ("row=5", "more_fields")]


def test_a_heading_that_stands_twice(tmp_path: Path) -> None:
    with pytest.raises(BadInputError) as caught:
        excel(tmp_path, ((*ENTERPRISES, "ИНН"), (*PLANT_1, "")))
    assert caught.value.key == "loaders.column_twice"


def test_rejected_rows_can_be_mended_and_loaded_again(tmp_path: Path) -> None:
    bad = (plant("Синтез", "7701234561"), plant("=Синтез"))
    reading = excel(tmp_path, (*PLANTS, *bad))
    mended = tmp_path / "quarantine.csv"

    assert write_quarantine(reading, mended, "ru") == 2
    assert [code for _, code in codes(read([mended]))] == ["inn_checksum", "formula"]
    with mended.open(encoding="utf-8-sig", newline="") as file:
        first = next(csv.DictReader(file, delimiter=";"))
    assert (first["_file"], first["_sheet"], first["_cell"]) == ("own.xlsx", "Лист1", "Лист1!B4")
    assert (first["_value"], first["_code"]) == ("7701234561", "inn_checksum")
    assert first["_reason"] and first["_fix"]
    text = mended.read_text(encoding="utf-8-sig")
    mended.write_text(text.replace("7701234561", INN_1).replace("=Синтез", "Синтез"), encoding="utf-8-sig")
    assert read([mended]).rejected == 0
    assert {one.kind for one in read([mended]).claims} == {"enterprise", "located_in"}


def test_what_is_told_of_a_rejected_row_is_no_column_of_it(tmp_path: Path) -> None:
    rows = (("Supplier", "Buyer", "Value"), ("Синтез 1", "Синтез 2", "-5"))
    write_quarantine(excel(tmp_path, rows), tmp_path / "a.csv", "en")
    write_quarantine(read([tmp_path / "a.csv"]), tmp_path / "b.csv", "en")

    assert codes(read([tmp_path / "b.csv"])) == [("row=2", "negative")]
    assert (tmp_path / "b.csv").read_text(encoding="utf-8-sig").count("_value") == 1


def test_rejected_rows_of_two_sheets_are_loaded_again_by_either_mapping(tmp_path: Path) -> None:
    bad = (*SUPPLY[:5], "31.02.2025")
    sheets: dict[str, Table] = {
        "Список": (*PLANTS, plant("Синтез", "7701234561")),
        "Поставки": (SUPPLIES, SUPPLY, bad),
    }
    reading = read([workbook(tmp_path / "own.xlsx", sheets)])
    mended, mapping = tmp_path / "bad.csv", tmp_path / "m.yaml"
    write_quarantine(reading, mended, "ru")
    mapping.write_text(reading.proposals[0].mapping, encoding="utf-8")
    again = read([mended])

    assert codes(again) == [("row=2", "inn_checksum"), ("row=3", "impossible_date")]
    text = mended.read_text(encoding="utf-8-sig").replace("7701234561", INN_1).replace("31.02.", "28.02.")
    mended.write_text(text, encoding="utf-8-sig")
    for by in (None, mapping):
        again = read([mended], by)
        assert [(one.sheet, len(one.claims)) for one in again.files] == [("Список", 1), ("Поставки", 1)]
        assert supplies_of(again)[0].asserted == "2025-02-28"


def test_rejected_rows_of_one_sheet_are_loaded_again_by_a_mapping_of_two(tmp_path: Path) -> None:
    sheets: dict[str, Table] = {
        "Список": PLANTS,
        "Поставки": (SUPPLIES, SUPPLY, (*SUPPLY[:5], "31.02.2025")),
    }
    reading = read([workbook(tmp_path / "own.xlsx", sheets)])
    mended, mapping = tmp_path / "bad.csv", tmp_path / "m.yaml"
    write_quarantine(reading, mended, "ru")
    mapping.write_text(reading.proposals[0].mapping, encoding="utf-8")

    assert codes(read([mended], mapping)) == [("row=2", "impossible_date")]


def test_fields_without_a_heading_are_kept_and_nothing_is_computed(tmp_path: Path) -> None:
    reading = read([delimited(tmp_path / "own.csv", (*PLANTS, (*PLANT_1[:3], "+cmd", "@ещё", "-5")))])
    write_quarantine(reading, tmp_path / "bad.csv", "en")
    with (tmp_path / "bad.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file, delimiter=";")

    assert (row["Продукция"], row["_E"], row["_F"]) == ("'+cmd", "'@ещё", "-5")
    assert of_kind(read([tmp_path / "bad.csv"]), "produces")[0].model_dump()["product"]["name"] == "+cmd"


def test_an_enterprise_called_total_is_a_row(tmp_path: Path) -> None:
    assert excel(tmp_path, (*PLANTS, plant("Total"), ("Всего: 3 предприятия",))).rows == 3


CELLS = st.one_of(
    st.sampled_from(
        [*PLANT_1, *SUPPLY, "", "Итого", "#REF!", "7.70123E+11", "31.02.2025", -1, 7701234560.0, 45777]
    ),
    st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=8),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(),
)
WIDE = st.lists(CELLS, min_size=4, max_size=4).map(lambda row: [f"Синтез {row[0]}", *row[1:]])
LINKS = st.lists(CELLS, min_size=6, max_size=6).map(lambda row: [f"Синтез {row[0]}", *row[1:]])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WIDE, min_size=1, max_size=6), st.lists(LINKS, max_size=6))
def test_every_row_of_a_workbook_is_accounted_for(
    tmp_path: Path, plants: list[list[Any]], links: list[list[Any]]
) -> None:
    sheets = {"Список": (ENTERPRISES, *plants), "Поставки": (SUPPLIES, *links)}
    reading = read([workbook(tmp_path / "own.xlsx", sheets)])
    everything = frozenset(one.id for one in reading.claims)

    for new, part in ((everything, "loaded"), (frozenset[str](), "merged")):
        told = account(reading, new)
        assert sum(one.rows for one in told) == len(plants) + len(links)
        for one in told:
            assert one.rows == one.loaded + one.merged + len(one.rejected)
            assert getattr(one, part) == one.rows - len(one.rejected)
            assert all(json.dumps(one.as_report(lang)) for lang in LANGUAGES)


def test_a_row_is_loaded_if_any_of_its_claims_is_new(tmp_path: Path) -> None:
    reading = excel(tmp_path, PLANTS)
    (told,) = account(reading, frozenset({reading.claims[2].id}))

    assert (told.rows, told.loaded, told.merged) == (2, 1, 1)
