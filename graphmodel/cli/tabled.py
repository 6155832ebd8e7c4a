"""Tables of an answer on the terminal."""

from collections.abc import Mapping

from rich.table import Column
from rich.table import Table as RichTable
from rich.text import Text

from graphmodel.cli.output import err, out, print_evidence
from graphmodel.sections.cells import shown
from graphmodel.store import Table, View
from graphmodel.texts import default_language, text


def print_table(table: Table, headings: Mapping[str, str], why: bool, view: View) -> None:
    """The rows of an answer; the claims behind each row are shown with `why` alone."""
    columns = [column for column in table.columns if column != "claims"]
    heads = (Column(headings.get(column, column), overflow="fold") for column in columns)
    grid = RichTable(*heads, show_edge=False, pad_edge=False)
    for row in table.rows:
        grid.add_row(*(Text(shown(row[column], default_language())) for column in columns))
    out.print(grid)
    if table.truncated:
        err.print(text("cli.truncated", rows=len(table.rows)))
    if why:
        evidence = view.evidence(claim for row in table.rows for claim in row.get("claims") or ())
        for number, row in enumerate(table.rows, 1):
            out.print(f"{number}.")
            print_evidence(row.get("claims") or (), evidence)
