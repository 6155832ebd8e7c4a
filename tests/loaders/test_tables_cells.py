"""Cells as offices write them: what is taken, and the reason where it is not."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.tables import cells, days, quantities, registry
from loaders.tables.cells import CellError

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (3.5, "3.5"),
        (7, "7"),
        ("1,5", "1.5"),
        (f"1{NBSP}200,50", "1200.50"),
        ("1 200 тыс.", "1200000"),
        ("1,200.5", "1200.5"),
        ("1.200,5", "1200.5"),
        ("1,234,567", "1234567"),
        ("−4", "-4"),
        ("15 %", "0.15"),
        ("12,5%", "0.125"),
    ],
)
def test_numbers(raw: Any, value: str) -> None:
    assert quantities.number(raw) == Decimal(value)


@pytest.mark.parametrize(
    ("raw", "value", "unit", "scale", "currency"),
    [
        ("1 200,5 тыс. руб.", "1200.5", "", 1_000, "RUB"),
        ("462,2 млн рублей", "462.2", "", 1_000_000, "RUB"),
        ("3 млрд ₽", "3", "", 1_000_000_000, "RUB"),
        ("5 mln so'm", "5", "", 1_000_000, "UZS"),
        ("10 тыс. долл. США", "10", "США", 1_000, "USD"),
        ("120 шт.", "120", "шт", None, None),
        ("5 м", "5", "м", None, None),
    ],
)
def test_quantities(raw: str, value: str, unit: str, scale: int | None, currency: str | None) -> None:
    told = quantities.quantity(raw)

    assert (told.value, told.unit, told.scale, told.currency) == (Decimal(value), unit, scale, currency)


@pytest.mark.parametrize(
    ("raw", "edtf"),
    [
        ("30.04.2025", "2025-04-30"),
        ("30.04.2025 г.", "2025-04-30"),
        ("30.04.2025 10:15:00", "2025-04-30"),
        ("2025-04-30", "2025-04-30"),
        ("2025-04-30T10:15:00", "2025-04-30"),
        (45777.0, "2025-04-30"),
        (45777, "2025-04-30"),
        ("45777", "2025-04-30"),
        (date(2025, 4, 30), "2025-04-30"),
        (datetime(2025, 4, 30, 10), "2025-04-30"),
        ("30/04/2025", "2025-04-30"),
        ("04/30/2025", "2025-04-30"),
        ("04/04/2025", "2025-04-04"),
        ("30 апреля 2025 г.", "2025-04-30"),
        ("май 2025", "2025-05"),
        ("04.2025", "2025-04"),
        ("2025", "2025"),
        (2025.0, "2025"),
    ],
)
def test_dates(raw: Any, edtf: str) -> None:
    assert days.edtf(raw) == edtf


@pytest.mark.parametrize(
    ("raw", "inn"),
    [
        ("7701234560", "7701234560"),
        (7701234560.0, "7701234560"),
        ("7701234560.0", "7701234560"),
        (f"7701{NBSP}234{NBSP}560", "7701234560"),
        (277012341.0, "0277012341"),
        ("277012341", "0277012341"),
    ],
)
def test_inn(raw: Any, inn: str) -> None:
    assert registry.inn(raw) == inn


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (f" Синтетический{NBSP} завод 1 ", "Синтетический завод 1"),
        ("Общество с ограниченной ответственностью «Синтез»", "ООО «Синтез»"),
        ("«Синтез», акционерное общество", "«Синтез», АО"),
        ("Sintez mas’uliyati cheklangan jamiyati", "Sintez MCHJ"),
    ],
)
def test_names(raw: str, name: str) -> None:
    assert cells.name(raw) == name


def test_a_cell_that_lists_several() -> None:
    assert cells.parts("жатки; прицепы\nнасосы") == ["жатки", "прицепы", "насосы"]
    assert cells.parts("жатки, прицепы (1 т, 2 т)") == ["жатки", "прицепы (1 т, 2 т)"]


BAD: list[tuple[Callable[[Any], object], Any, str]] = [
    (cells.check, "#REF!", "cell_error"),
    (cells.check, "#ССЫЛКА!", "cell_error"),
    (cells.check, "#N/A", "cell_error"),
    (cells.check, "=A1+B1", "formula"),
    (cells.check, "7.70123E+11", "scientific"),
    (cells.check, "7,70123Е+11", "scientific"),
    (cells.check, "a\0b", "nul"),
    (cells.check, "a" * 32_768, "too_long"),
    (cells.name, "12345", "no_name"),
    (cells.name, date(2025, 4, 30), "no_name"),
    (cells.name, "н/д", "unknown_name"),
    (cells.name, "—", "unknown_name"),
    (days.edtf, "31.02.2025", "impossible_date"),
    (days.edtf, "30.04.1025", "impossible_date"),
    (days.edtf, "04/05/2025", "ambiguous_date"),
    (days.edtf, "04.05.25", "ambiguous_date"),
    (days.edtf, "вчера", "not_date"),
    (days.edtf, "мартобря 2025", "not_date"),
    (days.edtf, 3.0, "not_date"),
    (days.edtf, True, "not_date"),
    (quantities.number, "много", "not_number"),
    (quantities.number, "12 шт", "not_number"),
    (quantities.number, "1,23,4", "not_number"),
    (quantities.number, float("nan"), "not_number"),
    (quantities.number, True, "not_number"),
    (quantities.not_negative, Decimal(-1), "negative"),
    (registry.inn, "7701234561", "inn_checksum"),
    (registry.inn, "277012342", "inn_length"),
    (registry.inn, "нет", "not_digits"),
    (registry.inn, True, "not_digits"),
    (registry.stir, "123456789", "stir_form"),
    (registry.ogrn, "1027700132196", "ogrn_checksum"),
]


@pytest.mark.parametrize(("reader", "raw", "code"), BAD)
def test_bad_cells(reader: Callable[[Any], object], raw: Any, code: str) -> None:
    with pytest.raises(CellError) as caught:
        reader(raw)
    assert caught.value.code == code


@given(st.text() | st.floats() | st.integers() | st.datetimes() | st.booleans())
def test_no_cell_is_too_odd(raw: Any) -> None:
    for reader in (cells.name, cells.parts, days.edtf, quantities.quantity, registry.inn, registry.stir):
        try:
            assert reader(raw) is not None
        except CellError as error:
            assert error.code
