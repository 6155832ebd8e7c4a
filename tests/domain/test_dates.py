"""EDTF dates: bounds, order, and what is none."""

from datetime import date

import pytest

from graphmodel.domain.dates import bounds, contains, latest


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2025-04-30", date(2025, 4, 30), date(2025, 4, 30)),
        ("2025-02", date(2025, 2, 1), date(2025, 2, 28)),
        ("2014~", date(2014, 1, 1), date(2014, 12, 31)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("2025-04-28/2025-04-30", date(2025, 4, 28), date(2025, 4, 30)),
        ("1984~/2004-06", date(1984, 1, 1), date(2004, 6, 30)),
        ("../2025-04", date.min, date(2025, 4, 30)),
        ("/2025", date.min, date(2025, 12, 31)),
        ("2025/..", date(2025, 1, 1), date.max),
        ("2025/", date(2025, 1, 1), date.max),
        ("XXXX", date.min, date.max),
    ],
)
def test_bounds(edtf: str, first: date, last: date) -> None:
    assert bounds(edtf) == (first, last)


@pytest.mark.parametrize(
    "wrong",
    ["", "/", "2025-13", "2025-02-30", "20250430", "2025-W18-1", "2025-04-30 ", "30.04.2025", "Y170000"],
)
def test_not_a_date(wrong: str) -> None:
    with pytest.raises(ValueError, match="not an EDTF date"):
        bounds(wrong)


@pytest.mark.parametrize(
    "wrong",
    ["2025/2024", "2025-04-28/30", "2023/2024/2025", "апрель", "٢٠٢٥-٠١-٠١", "a" * 5_000],
)
def test_not_a_date_either(wrong: str) -> None:
    with pytest.raises(ValueError, match="not an EDTF date"):
        bounds(wrong)


def test_order_is_by_the_last_possible_day() -> None:
    dates = ("XXXX", "2014~", "2023-04", "../2025-04", "2025-04-28/2025-05-02", "2025", "2025/..")

    assert tuple(sorted({*dates}, key=latest)) == dates


def test_contains() -> None:
    assert contains("../2025-04", "2023")
    assert not contains("2023", "../2025-04")
    assert not contains("2025-04", "2025")
