"""The check digit of registration numbers."""

import pytest

from loaders import ogrn


@pytest.mark.parametrize("body", ["123456789012", "12345678901234", "99999999999999", "100000000000"])
def test_of_ten_last_digits_one_is_right(body: str) -> None:
    assert sum(ogrn.is_valid(f"{body}{digit}") for digit in range(10)) == 1


@pytest.mark.parametrize(
    "number", ["", "1000000000001", "100000000000", "1000000000000x", "１００００００００００００"]
)
def test_not_a_number_of_the_register(number: str) -> None:
    assert not ogrn.is_valid(number)


def test_a_remainder_of_ten_gives_a_nought() -> None:
    assert 10**11 % 11 == 10
    assert ogrn.is_valid("1000000000000")
