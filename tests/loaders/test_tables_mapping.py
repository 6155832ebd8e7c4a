"""The mapping that says which column feeds which claim: proposed, given, and refused."""

import json
from importlib import resources
from pathlib import Path

import pytest
import yaml

from graphmodel.errors import BadInputError
from graphmodel.texts import LANGUAGES
from loaders import read
from loaders.tables.mapping import Mapping
from tests.loaders.workbooks import (
    ENTERPRISES,
    PLANT_1,
    PLANT_2,
    SUPPLIES,
    SUPPLY,
    delimited,
    supplies_of,
    workbook,
)

PLANTS = (ENTERPRISES, PLANT_1, PLANT_2)


def test_the_schema_for_editors_is_current() -> None:
    published = (resources.files("loaders.tables") / "mapping.schema.json").read_text(encoding="utf-8")

    assert json.loads(published) == Mapping.model_json_schema()


def test_a_proposal_is_a_mapping_that_says_the_same(tmp_path: Path) -> None:
    file = workbook(tmp_path / "own.xlsx", {"Список": PLANTS, "Поставки": (SUPPLIES, SUPPLY)})
    proposed = read([file])
    (tmp_path / "m.yaml").write_text(proposed.proposals[0].mapping, encoding="utf-8")

    assert read([file], tmp_path / "m.yaml").claims == proposed.claims
    assert read([file], tmp_path / "m.yaml").proposals == ()
    told = yaml.safe_load(proposed.proposals[0].mapping)["tables"]
    assert [(one["sheet"], one["shape"]) for one in told] == [
        ("Список", "enterprises"), ("Поставки", "supplies"),
    ]  # fmt: skip
    assert (told[1]["multiplier"], told[1]["volume_unit"], told[1]["listed"]) == (1000, "шт", True)


def test_a_mapping_of_unknown_headings(tmp_path: Path) -> None:
    file = delimited(tmp_path / "own.csv", (("От кого", "Кому"), ("Синтез 1", "Синтез 2")))
    mapping = tmp_path / "m.yaml"
    mapping.write_text(
        "tables: [{shape: supplies, columns: {supplier: от кого, buyer: Кому}, status: signed, confidence: 0.5}]",
        encoding="utf-8",
    )
    (one,) = supplies_of(read([file], mapping))

    assert (one.supplier.name, one.buyer.name, one.status, one.confidence) == (
        "Синтез 1", "Синтез 2", "signed", 0.5,
    )  # fmt: skip


def test_a_mapping_without_a_sheet_is_for_all(tmp_path: Path) -> None:
    months = {
        "Январь": (ENTERPRISES, PLANT_1),
        "Февраль": (ENTERPRISES, PLANT_2),
        "Итог": (("Всего",), ("2",)),
    }
    mapping = tmp_path / "m.yaml"
    mapping.write_text("tables: [{shape: enterprises, columns: {name: Наименование}}]", encoding="utf-8")
    reading = read([workbook(tmp_path / "own.xlsx", months)], mapping)

    assert [(one.sheet, one.rows) for one in reading.files] == [("Январь", 1), ("Февраль", 1)]
    assert [one.key for one in reading.notes] == ["tables.note_no_table"]


BAD_MAPPINGS = [
    ("tables: [{shape: enterprises, columns: {name: Цвет}}]", "tables.no_such_table"),
    ("tables: [{sheet: Нет, shape: enterprises, columns: {name: Наименование}}]", "tables.no_such_table"),
    ("tables: [{shape: enterprises, columns: {colour: Цвет}}]", "tables.bad_mapping"),
    ("tables: []", "tables.bad_mapping"),
    ("tables: [", "loaders.not_yaml"),
]


@pytest.mark.parametrize(("content", "key"), BAD_MAPPINGS)
def test_a_bad_mapping_is_told(tmp_path: Path, content: str, key: str) -> None:
    mapping = tmp_path / "m.yaml"
    mapping.write_text(content, encoding="utf-8")
    with pytest.raises(BadInputError) as caught:
        read([delimited(tmp_path / "own.csv", PLANTS)], mapping)
    assert caught.value.key == key
    assert all(caught.value.render(lang) for lang in LANGUAGES)
