"""Cells of tables that a spreadsheet will open: numbers stay numbers, and no text is taken for a formula."""

from decimal import Decimal
from typing import Final

from graphmodel.texts import Language, text

Cell = str | int | float | Decimal | None
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def shown(value: object, lang: Language) -> str:
    """A value of an answer as a reader sees it; nothing and no are empty."""
    if isinstance(value, bool):
        return text("words.yes", lang) if value else ""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def cell(value: object, lang: Language) -> Cell:
    """A value of an answer as a cell: a number as it is, all else as text."""
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return value
    return shown(value, lang)


def safe(written: str) -> str:
    """A text that no spreadsheet takes for a formula when it reads it from a CSV file."""
    return f"'{written}" if written.startswith(_FORMULA) else written
