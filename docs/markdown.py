"""Tables in Markdown."""

from collections.abc import Iterable, Sequence


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with a head, ending in a line break."""
    return "".join((_row(head), f"|{'---|' * len(head)}\n", *map(_row, rows)))
