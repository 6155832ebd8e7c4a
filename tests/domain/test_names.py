"""Two spellings of one name are equal once they are normalised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.domain.names import Names, language_of, normalise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ООО «ПромАгро»", "промагро"),
        ("Королёв", "королев"),
        ("Короле\N{COMBINING DIAERESIS}в", "Королев"),
        ("АО “Завод”", '"ЗАВОД", АО'),
        ("Oʻzbek", "O'zbek"),
        ("Oʼzbek", "O‘zbek"),
        ("O`zbek", "O´zbek"),
        ("ＡＴＩＳＳ", "Atiss"),
        ("Energy  East\tLLC", "energy-east"),
        ("Straße GmbH", "STRASSE"),
    ],
)
def test_equal(one: str, other: str) -> None:
    assert normalise(one) == normalise(other) != ""


@pytest.mark.parametrize(("one", "other"), [("Завод 4", "Завод 5"), ("АТИСС", "ATISS"), ("Йод", "Иод")])
def test_different(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


def test_nothing_but_a_legal_form_is_kept() -> None:
    assert normalise("ООО") == "ооо"


@given(st.text() | st.text(alphabet="оОoО'ʻʼ`´ «»ёЁßŉİᾳﬁaа-_1", max_size=12))
def test_idempotent(name: str) -> None:
    assert normalise(normalise(name)) == normalise(name)


@given(st.text())
def test_only_words_are_left(name: str) -> None:
    assert all(word.isalnum() for word in normalise(name).split())


def test_language() -> None:
    assert (language_of("АТИСС"), language_of("Energy East")) == ("ru", "en")


def test_all_names() -> None:
    assert list(Names(ru="А", uz="C", aliases=("D",)).all()) == ["А", "C", "D"]
