"""Tables by registry numbers, by ids of the user's own, with classifications; lists of members and of owners."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from graphmodel.domain.claims import (
    Claim,
    EnterpriseClaim,
    MembershipClaim,
    OwnershipClaim,
    ProducesClaim,
    SuppliesClaim,
)
from graphmodel.domain.facts import facts
from graphmodel.domain.ids import enterprise_id
from graphmodel.texts import LANGUAGES
from loaders import Reading, read
from tests.loaders.workbooks import INN_1, INN_2, Table, delimited, workbook

LEI = "SYNTHETIC00000000077"
OKPO = "00000129"
NAME = "Синтетический завод"


def table(folder: Path, *rows: tuple[Any, ...], name: str = "own.csv") -> Reading:
    return read([delimited(folder / name, rows)])


def only(reading: Reading) -> Claim:
    assert not reading.files[0].rejected
    (claim,) = reading.claims
    return claim


def codes(reading: Reading) -> list[str]:
    return [row.code for file in reading.files for row in file.rejected]


@pytest.mark.parametrize(
    ("headings", "cells", "identifiers", "key"),
    [
        (("Наименование", "ИНН", "ОГРН"), (NAME, INN_1, ""), {"inn": INN_1}, f"ru-inn-{INN_1}"),
        (("Name", "LEI"), ("Synthetic Works", LEI.lower()), {"lei": LEI}, f"lei-{LEI.lower()}"),
        (("Nomi", "STIR"), ("Sintetik zavod", "301234567"), {"stir": "301234567"}, "uz-stir-301234567"),
        (("Организация", "Код ОКПО"), (NAME, OKPO), {"okpo": OKPO}, enterprise_id(NAME)),
        (("Организация", "ОКПО"), (NAME, "129"), {"okpo": OKPO}, enterprise_id(NAME)),
    ],
)
def test_numbers_and_a_name_need_no_mapping(
    tmp_path: Path,
    headings: tuple[str, ...],
    cells: tuple[str, ...],
    identifiers: dict[str, str],
    key: str,
) -> None:
    claim = only(table(tmp_path, headings, cells))

    assert isinstance(claim, EnterpriseClaim)
    assert claim.identifiers == identifiers
    assert facts(claim)[0].key == ("Enterprise", key)


def test_names_in_three_languages(tmp_path: Path) -> None:
    headings = ("Name (uz)", "Наименование на английском", "Наименование")
    claim = only(table(tmp_path, headings, ("Sintetik zavod", "Synthetic Works", NAME)))

    assert isinstance(claim, EnterpriseClaim)
    assert (claim.name, claim.names.en, claim.names.uz) == (NAME, "Synthetic Works", "Sintetik zavod")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("28.30", ("28.30",)),
        ("28.30.5 Производство машин, для уборки; 25.11", ("28.30.5", "25.11")),
        ("28.30, 25.11", ("28.30", "25.11")),
        ("1.11", ("01.11",)),
    ],
)
def test_industries(tmp_path: Path, cell: str, expected: tuple[str, ...]) -> None:
    claim = only(table(tmp_path, ("Наименование", "Основной ОКВЭД"), (NAME, cell)))

    assert isinstance(claim, EnterpriseClaim)
    assert claim.industries == expected


def test_an_industry_of_a_workbook_that_took_it_for_a_number(tmp_path: Path) -> None:
    reading = read([workbook(tmp_path / "own.xlsx", {"Л": (("Наименование", "ОКВЭД"), (NAME, 1.11))})])

    assert isinstance(reading.claims[0], EnterpriseClaim)
    assert reading.claims[0].industries == ("01.11",)


def test_a_product_with_its_codes(tmp_path: Path) -> None:
    headings = ("Предприятие", "Продукция", "Код ОКПД 2", "Код ТН ВЭД")
    _, claim = table(tmp_path, headings, (NAME, "жатки", "28.30.59.112", "8433 59 110 9; 0902; 70960")).claims

    assert isinstance(claim, ProducesClaim)
    assert claim.product.okpd2 == ("28.30.59.112",)
    assert claim.product.hs == ("8433591109", "0902", "070960")


@pytest.mark.parametrize(
    ("heading", "cell", "code"),
    [
        ("LEI", LEI[:-1] + "8", "lei_checksum"),
        ("ОКПО", "00000128", "okpo_checksum"),
        ("ОКВЭД", "74.84", "unknown_okved"),
        ("ОКВЭД", "Производство машин", "okved_form"),
        ("ОКВЭД", "28.30.", "okved_form"),
        ("ТН ВЭД", "843299", "unknown_hs"),
        ("ТН ВЭД", "709601", "unknown_hs"),
        ("ТН ВЭД", "жатки", "hs_form"),
        ("ОКПД2", "жатки", "okpd2_form"),
        ("ОКПД2", "28.30", "codes_of_several"),
        ("Name en", "12", "no_name"),
    ],
)
def test_bad_cells(tmp_path: Path, heading: str, cell: str, code: str) -> None:
    reading = table(tmp_path, ("Наименование", heading), (NAME, cell), ("Синтетический цех", ""))
    (rejected,) = reading.files[0].rejected

    assert (rejected.code, rejected.column, rejected.value) == (code, heading, cell)
    for lang in LANGUAGES:
        told = rejected.reason(lang) + rejected.fix(lang)
        assert "{" not in told and "не подходит" not in told and "does not fit" not in told


IDS = ("Код предприятия", "Наименование", "ИНН")
LINKS = ("Код поставщика", "Поставщик", "Код покупателя", "Покупатель")


def by(folder: Path, shape: str, prefix: str, columns: dict[str, str]) -> Path:
    """A mapping of one table."""
    file = folder / "m.yaml"
    told = {"tables": [{"shape": shape, "id_prefix": prefix, "columns": columns}]}
    file.write_text(yaml.safe_dump(told), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("prefix", "inn", "key"),
    [
        ("synthetic", "", "synthetic-17"),
        ("synthetic", INN_1, f"ru-inn-{INN_1}"),
        ("", "", enterprise_id(NAME)),
    ],
)
def test_a_code_is_an_id_where_it_has_a_prefix_and_no_number(
    tmp_path: Path, prefix: str, inn: str, key: str
) -> None:
    file = delimited(tmp_path / "own.csv", (IDS, ("17", NAME, inn)))
    columns = dict(zip(("id", "name", "inn"), IDS, strict=True))
    claim = only(read([file], by(tmp_path, "enterprises", prefix, columns)))

    assert isinstance(claim, EnterpriseClaim)
    assert claim.enterprise == key


def test_codes_of_two_files_do_not_meet(tmp_path: Path) -> None:
    one = table(tmp_path, IDS, ("1", NAME, ""), name="one.csv")
    two = table(tmp_path, IDS, ("1", "Синтетический цех", ""), name="two.csv")

    assert facts(only(one))[0].key != facts(only(two))[0].key


def test_links_find_enterprises_of_their_file_by_code(tmp_path: Path) -> None:
    rows: dict[str, Table] = {
        "Список": (IDS, ("17", NAME, INN_1), (18.0, "Синтетический цех", "")),
        "Поставки": (
            LINKS,
            (17, "Завод, как его зовут", 18, "Цех"),
            ("19", "Никем не внесённый", "18", "Цех"),
        ),
    }
    reading = read([workbook(tmp_path / "own.xlsx", rows)])
    (supply,) = [claim for claim in reading.claims if isinstance(claim, SuppliesClaim)]

    assert (supply.supplier.id, supply.buyer.id) == (f"ru-inn-{INN_1}", enterprise_id("Синтетический цех"))
    assert codes(reading) == ["unknown_supplier"]


def test_a_register_of_its_own_prefix(tmp_path: Path) -> None:
    columns = {"supplier": "от", "supplier_id": "код 1", "buyer": "кому", "buyer_stir": "стир"}
    file = delimited(tmp_path / "own.csv", [tuple(columns.values()), ("E 1", NAME, "Цех", "301234567")])
    file.write_text(file.read_text(encoding="utf-8").replace("от,код 1", "код 1,от"), encoding="utf-8")
    claim = only(read([file], by(tmp_path, "supplies", "synthetic", columns)))

    assert isinstance(claim, SuppliesClaim)
    assert (claim.supplier.id, claim.buyer.id) == ("synthetic-E 1", "uz-stir-301234567")


def test_members_of_a_cluster(tmp_path: Path) -> None:
    headings = ("Участник", "ИНН участника", "Кластер", "Роль", "Статус")
    reading = table(tmp_path, headings, (NAME, INN_2, "Синтетический кластер", "якорное", "подписано"))
    claim = only(reading)

    assert "shape: memberships" in reading.proposals[0].mapping
    assert isinstance(claim, MembershipClaim)
    assert claim.member.id == f"ru-inn-{INN_2}"
    assert (claim.cluster.name, claim.role, claim.status) == ("Синтетический кластер", "якорное", "signed")


@pytest.mark.parametrize(
    ("heading", "cell", "expected"),
    [
        ("Доля", "51 %", 0.51),
        ("Доля", "51", 0.51),
        ("Доля", "0,51", 0.51),
        ("Доля", "1", 1.0),
        ("Доля, %", "51", 0.51),
        ("Доля, %", "0,5 %", 0.005),
        ("Доля", "", None),
    ],
)
def test_owners(tmp_path: Path, heading: str, cell: str, expected: float | None) -> None:
    reading = table(tmp_path, ("Владелец", "Дочернее общество", heading), (NAME, "Синтетический цех", cell))
    claim = only(reading)

    assert "shape: ownerships" in reading.proposals[0].mapping
    assert isinstance(claim, OwnershipClaim)
    assert (claim.owner.name, claim.owned.name, claim.share) == (NAME, "Синтетический цех", expected)


@pytest.mark.parametrize(
    ("cell", "code"),
    [("0,51", "ambiguous_share"), ("120", "share_beyond"), ("-5", "negative"), ("половина", "not_number")],
)
def test_shares_that_cannot_be_taken(tmp_path: Path, cell: str, code: str) -> None:
    reading = table(tmp_path, ("Владелец", "Дочернее общество", "Доля, %"), (NAME, "Цех", cell))

    assert codes(reading) == [code]
