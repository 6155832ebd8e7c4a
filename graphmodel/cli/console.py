"""Cypher of the user's own: cypher."""

import asyncio
import json
from collections.abc import Mapping
from typing import Annotated, Any

import typer
from rich.table import Column
from rich.table import Table as RichTable
from rich.text import Text

from graphmodel.cli.database import open_console
from graphmodel.cli.options import AsJson, Lang, help_text
from graphmodel.cli.output import err, out, print_json
from graphmodel.errors import UsageError
from graphmodel.store import Table
from graphmodel.texts import text

Statement = Annotated[str, typer.Argument(help=help_text("arg_statement"))]
Parameters = Annotated[list[str] | None, typer.Option("-p", "--parameter", help=help_text("opt_value"))]


def cypher(
    statement: Statement, parameter: Parameters = None, as_json: AsJson = False, lang: Lang = None
) -> None:
    """Run a statement of one's own that reads the graph, within limits."""
    table = asyncio.run(_answer(statement, dict(_pair(given) for given in parameter or ())))
    if as_json:
        print_json(table)
    else:
        _print(table)


async def _answer(statement: str, parameters: Mapping[str, Any]) -> Table:
    async with open_console() as console:
        if lacking := await console.prepare():
            err.print(text("store.console_unsafe", settings="; ".join(lacking)))
        return await console.run(statement, parameters)


def _pair(given: str) -> tuple[str, Any]:
    """A parameter; its value is JSON where it can be read so, and a text where it cannot."""
    name, equals, value = given.partition("=")
    if not equals:
        raise UsageError("cli.bad_parameter", value=given)
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value


def _print(table: Table) -> None:
    grid = RichTable(*(Column(Text(column)) for column in table.columns), show_edge=False, pad_edge=False)
    for row in table.rows:
        grid.add_row(*(Text(_cell(row[column])) for column in table.columns))
    out.print(grid)
    if table.truncated:
        err.print(text("cli.truncated", rows=len(table.rows)))


def _cell(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
