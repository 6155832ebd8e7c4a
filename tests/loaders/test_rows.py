"""From raw rows to nested fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.rows import nested


@pytest.mark.parametrize(
    ("row", "tree"),
    [
        ({"name": " АТИСС "}, {"name": "АТИСС"}),
        ({"name": "", "note": "  ", "unit": None}, {}),
        ({"subject.place.code": "RU-KDA"}, {"subject": {"place": {"code": "RU-KDA"}}}),
        ({"parties.0.name": "a", "parties.1.name": "b"}, {"parties": [{"name": "a"}, {"name": "b"}]}),
        ({"hs.10": "c", "hs.2": "b", "hs.0": "a"}, {"hs": ["a", "b", "c"]}),
        ({"parties.0.name": "", "parties.1.name": "b"}, {"parties": [{"name": "b"}]}),
        ({"hs.²": "a"}, {"hs": {"²": "a"}}),
        ({"place": "RU", "place.code": "RU-KDA"}, {"place": {"": "RU", "code": "RU-KDA"}}),
        ({"place.code": "RU-KDA", "place": "RU"}, {"place": {"": "RU", "code": "RU-KDA"}}),
    ],
)
def test_nested(row: dict[str, str | None], tree: dict[str, object]) -> None:
    assert nested(row) == tree


@given(st.dictionaries(st.text("a.0²٣ ", max_size=6), st.none() | st.text(max_size=3), max_size=6))
def test_no_table_is_too_odd(row: dict[str, str | None]) -> None:
    cells = sorted(cell.strip() for cell in row.values() if cell and cell.strip())

    assert sorted(_leaves(nested(row))) == cells


def _leaves(tree: object) -> list[str]:
    if isinstance(tree, dict):
        return [leaf for branch in tree.values() for leaf in _leaves(branch)]
    if isinstance(tree, list):
        return [leaf for branch in tree for leaf in _leaves(branch)]
    return [str(tree)]
