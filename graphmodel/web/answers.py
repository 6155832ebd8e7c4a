"""The answer to a question as a page shows it: cells in words, links to cards, claims as numbers."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final, NamedTuple

from graphmodel.store import Table
from graphmodel.texts import text
from graphmodel.web.words import Words
from queries import Question

ROWS: Final = 100
"""Rows a page."""
CLAIMS: Final = "claims"
_STATES: Final = ("status", "before", "after")


class Cell(NamedTuple):
    """A value in words, and the card of the enterprise that it names."""

    told: str
    link: str
    number: bool


class Row(NamedTuple):
    """The cells of a row, and its claims."""

    cells: Sequence[Cell]
    claims: tuple[str, ...]


def columns(asked: Question) -> list[str]:
    """The columns that are shown as such: the others say where a name leads, whether it is one, and on whose word."""
    known = set(asked.columns)
    return [name for name in asked.columns if name != CLAIMS and not _beside(name, known)]


def _beside(name: str, known: Collection[str]) -> bool:
    """Whether a column tells of another one: `id` and `unnamed` of `enterprise`, `partner_id` of `partner`."""
    for ending in ("id", "unnamed"):
        if name == ending:
            return "enterprise" in known
        if name.endswith(f"_{ending}"):
            return name.removesuffix(f"_{ending}") in known
    return False


def rows(asked: Question, table: Table, first: int, words: Words) -> list[Row]:
    """The rows of a page that begins with the row of this number, from 0."""
    return [
        Row(
            tuple(_cell(name, row, words) for name in columns(asked)),
            tuple(row.get(CLAIMS) or ()),
        )
        for row in table.rows[first : first + ROWS]
    ]


def _cell(name: str, row: Mapping[str, Any], words: Words) -> Cell:
    value = row.get(name)
    before = "" if name == "enterprise" else f"{name}_"
    key, unnamed = row.get(f"{before}id"), row.get(f"{before}unnamed")
    link = f"/enterprises/{key}" if isinstance(key, str) and value else ""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    told = _shown(name, value, words)
    return Cell(text("words.unnamed", words.lang, name=told) if unnamed is True else told, link, number)


def _shown(name: str, value: object, words: Words) -> str:
    if isinstance(value, bool):
        return text("words.yes", words.lang) if value else ""
    if isinstance(value, list | tuple):
        return ", ".join(_shown(name, one, words) for one in value)
    if isinstance(value, float):
        return f"{value:g}"
    if value is None:
        return ""
    return words.status(str(value)) if name in _STATES else str(value)
