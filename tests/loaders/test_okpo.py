"""The check digit of OKPO, on invented numbers whose sums were worked out by hand."""

import pytest

from loaders import okpo


@pytest.mark.parametrize(
    ("number", "sums"),
    [
        ("12345678", "1·1 + 2·2 + … + 7·7 = 140, of that 8"),
        ("00000035", "3·7 = 21, of that 10; 3·9 = 27, of that 5"),
        ("00002810", "2·5 + 8·6 + 1·7 = 65, of that 10; 2·7 + 8·8 + 1·9 = 87, of that 10 again"),
        ("1234567890", "1·1 + … + 9·9 = 285, of that 10; 1·3 + … + 8·10 + 9·1 = 285, of that 10 again"),
    ],
)
def test_only_one_digit_holds(number: str, sums: str) -> None:
    assert [digit for digit in "0123456789" if okpo.is_valid(number[:-1] + digit)] == [number[-1]], sums


@pytest.mark.parametrize("number", ["", "1234567", "123456789", "1234567x", "１２３４５６７８", "-2345678"])
def test_what_is_none(number: str) -> None:
    assert not okpo.is_valid(number)
