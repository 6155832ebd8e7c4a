"""Cursors go there and back, and nothing else is one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from graphmodel.api.cursors import cursor_after, key_before

TEXT = st.text(st.characters(codec="utf-8"))


@given(TEXT)
def test_there_and_back(key: str) -> None:
    assert key_before(cursor_after(key)) == key
    assert re.fullmatch("[A-Za-z0-9_-]*", cursor_after(key))


@given(st.text())
def test_what_is_taken_is_a_cursor(cursor: str) -> None:
    try:
        key = key_before(cursor)
    except PydanticCustomError:
        return
    assert cursor_after(key) == cursor


@pytest.mark.parametrize("cursor", ["a", "YQ==", "YR", "я", "a b", "__8", "\x00"])
def test_what_is_not(cursor: str) -> None:
    with pytest.raises(PydanticCustomError):
        key_before(cursor)
