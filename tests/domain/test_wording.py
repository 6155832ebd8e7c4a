"""Codes, numbers and places in words."""

import pytest

from graphmodel.domain import wording


@pytest.mark.parametrize(
    ("share", "said"), [(0, "0%"), (0.29, "29%"), (0.9, "90%"), (0.9999, "99%"), (1, "100%")]
)
def test_only_the_certain_is_a_hundred_per_cent(share: float, said: str) -> None:
    assert wording.percent(share, "en") == said


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2025-04-28/2025-04-30", "28.04.2025 – 30.04.2025"),
        ("../2025-04-30", "до 30.04.2025"),
        ("2014~", "около 2014"),
        ("XXXX", "без даты"),
    ],
)
def test_dates(edtf: str, said: str) -> None:
    assert wording.date(edtf, "ru") == said


@pytest.mark.parametrize(
    ("locator", "said"),
    [
        ("char=412,803", "characters 412–803"),
        ("row=5", "row 5"),
        ("record=A002", "record A002 of the data set"),
        ("Лист1!C17", "Лист1!C17"),
    ],
)
def test_places_in_a_source(locator: str, said: str) -> None:
    assert wording.place_in_source(locator, "en") == said


def test_amounts() -> None:
    assert wording.amount(462_200_000, "RUB", "en") == "462,200,000 RUB"
    assert wording.amount(1.5, None, "ru") == "1,50"
