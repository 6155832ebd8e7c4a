"""Names as a search compares them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.domain.likeness import initials, likeness, sound
from graphmodel.domain.names import normalise

names = st.text(min_size=1, max_size=40).map(normalise).map(sound)


def near(asked: str, told: str) -> float:
    return likeness(sound(normalise(asked)), sound(normalise(told)))


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Тракторный", "traktornyy"),
        ("Тракторный", "traktornyj"),
        ("Тракторный", "traktornyi"),
        ("Земля", "zemlya"),
        ("Земля", "zemlja"),
        ("Ходовые", "khodovye"),
        ("Ходовые", "hodovye"),
        ("Щит", "shchit"),
        ("Щит", "schit"),
        ("Жанр", "zhanr"),
        ("Жанр", "janr"),
    ],
)
def test_the_ways_to_transliterate_sound_alike(cyrillic: str, latin: str) -> None:
    assert sound(normalise(cyrillic)) == sound(normalise(latin))


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Далёкий тракторный завод", "ДТЗ"),
        ("Далёкий тракторный завод", "DTZ"),
        ("Завод «Далёкий», ООО", "ЗД"),
        ("Чужой литейный завод", "ЧЛЗ"),
        ("Chujoy litsey zavodi", "ЧЛЗ"),
        ("Цех «Юность»", "ЦЮ"),
    ],
)
def test_initials_are_those_that_are_typed(name: str, short: str) -> None:
    assert initials(normalise(name)) == initials(" ".join(normalise(short)))


@pytest.mark.parametrize("name", ["", "Далёкий", "а б в г д е ж"])
def test_a_word_alone_and_many_have_no_initials(name: str) -> None:
    assert initials(normalise(name)) == ""


def test_numbers_stay_apart() -> None:
    assert sound("завод 11") == "zavod 11"


@given(names, names)
def test_between_nothing_and_all(asked: str, told: str) -> None:
    assert 0 <= likeness(asked, told) <= 1 + 1e-9


@given(names.filter(str.strip))
def test_nothing_is_nearer_than_the_name_itself(name: str) -> None:
    assert likeness(name, name) == pytest.approx(1)


@pytest.mark.parametrize(
    ("asked", "nearer", "farther"),
    [
        ("Далекий", "Далёкий", "Далёкий берег"),
        ("завод далекий", "Далёкий завод", "Далёкий берег"),
        ("далекий трак. завод", "Далёкий тракторный завод", "Далёкий литейный завод"),
        ("далекитракторный", "Далёкий тракторный", "Далёкий"),
    ],
)
def test_the_nearer_of_two(asked: str, nearer: str, farther: str) -> None:
    assert near(asked, nearer) > near(asked, farther)
