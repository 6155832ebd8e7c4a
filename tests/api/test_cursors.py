"""Cursors go there and back, belong to one list, and nothing else is one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.api.cursors import Cursors

CURSORS = Cursors(b"secret of a test")
PLACE = "/v1/enterprises"
POSITION = st.lists(st.text() | st.integers(), min_size=1)


@given(POSITION)
def test_there_and_back(position: list[str | int]) -> None:
    cursor = CURSORS.after(PLACE, position)

    assert CURSORS.before(PLACE, cursor) == position
    assert re.fullmatch("[A-Za-z0-9_-]+", cursor)


@given(st.text())
def test_nothing_else_is_one(cursor: str) -> None:
    with pytest.raises(ValueError):
        CURSORS.before(PLACE, cursor)


@given(POSITION, st.integers(min_value=0))
def test_a_changed_one_is_none(position: list[str | int], place: int) -> None:
    cursor = CURSORS.after(PLACE, position)
    at = place % len(cursor)
    changed = cursor[:at] + ("A" if cursor[at] != "A" else "B") + cursor[at + 1 :]

    with pytest.raises(ValueError):
        CURSORS.before(PLACE, changed)


def test_it_belongs_to_one_list_and_one_service() -> None:
    cursor = CURSORS.after(PLACE, ["x"])

    with pytest.raises(ValueError):
        CURSORS.before("/v1/sources", cursor)
    with pytest.raises(ValueError):
        Cursors(b"another secret").before(PLACE, cursor)
    assert Cursors(b"secret of a test").before(PLACE, cursor) == ["x"]
