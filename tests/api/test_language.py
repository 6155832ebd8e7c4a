"""Which language a caller wants."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.api.language import negotiated
from graphmodel.texts import LANGUAGES, VIEW_LANGUAGES


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", "ru"),
        ("en", "en"),
        ("EN-gb", "en"),
        ("ru-RU,ru;q=0.9,en;q=0.8", "ru"),
        ("en;q=0.8, ru;q=0.9", "ru"),
        ("ru;q=0.1,en ; q = 0.2", "en"),
        ("uz, en;q=0.5", "en"),
        ("uz", "ru"),
        ("*", "ru"),
        ("de, *;q=0.5, en;q=0.1", "ru"),
        ("en;q=0", "ru"),
        ("en;q=much", "ru"),
        ("english", "ru"),
    ],
)
def test_negotiated(header: str, expected: str) -> None:
    assert negotiated(header, "ru", LANGUAGES) == expected


@pytest.mark.parametrize(
    ("header", "expected"), [("uz", "uz"), ("uz-Latn-UZ, ru;q=0.5", "uz"), ("en, uz;q=0.9", "en")]
)
def test_negotiated_where_uzbek_is_spoken_too(header: str, expected: str) -> None:
    assert negotiated(header, "ru", VIEW_LANGUAGES) == expected


@given(st.text())
def test_any_header_gives_a_language(header: str) -> None:
    assert negotiated(header, "en", VIEW_LANGUAGES) in VIEW_LANGUAGES
