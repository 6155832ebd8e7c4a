"""The planner's questions: list, search, ask, and take them out for other Neo4j tools."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from rich.text import Text

from graphmodel.cli.asking import on_terminal, prompted
from graphmodel.cli.browser import write_scripts
from graphmodel.cli.database import open_store
from graphmodel.cli.options import AsJson, Lang, Why, help_text
from graphmodel.cli.output import err, out, print_json
from graphmodel.cli.tabled import print_table
from graphmodel.errors import UsageError
from graphmodel.sections.sheets import FOR_EXCEL, as_csv, as_json, as_xlsx, headings_of
from graphmodel.store import Table, View
from graphmodel.texts import default_language, text
from queries import Question, question, search

Format = Literal["table", "csv", "json", "xlsx"]

Name = Annotated[str | None, typer.Argument(help=help_text("arg_question"))]
Parameters = Annotated[list[str] | None, typer.Option("-p", "--parameter", help=help_text("opt_parameter"))]
Words = Annotated[str | None, typer.Option("--search", help=help_text("opt_search"))]
Shape = Annotated[Format | None, typer.Option("--format", help=help_text("opt_answer_format"))]
File = Annotated[Path | None, typer.Option("--output", "-o", help=help_text("opt_answer"))]
Scripts = Annotated[Path | None, typer.Option("--export-browser", help=help_text("opt_export_browser"))]


def ask(  # noqa: PLR0913, PLR0917  every option of a command is a parameter
    name: Name = None,
    parameter: Parameters = None,
    words: Words = None,
    shape: Shape = None,
    output: File = None,
    export_browser: Scripts = None,
    as_json: AsJson = False,
    why: Why = False,
    lang: Lang = None,
) -> None:
    """Ask a question of the catalogue; without a name, list them."""
    if export_browser:
        out.print(text("cli.written", file=write_scripts(export_browser, default_language())))
    elif name is None:
        _list(search(words or ""), as_json or shape == "json")
    else:
        _answer(question(name), pairs(parameter or ()), "json" if as_json else shape, output, why)


def pairs(given: Iterable[str]) -> dict[str, str]:
    """`name=value` by name. Raises UsageError for one without `=`."""
    parted = {one: one.partition("=") for one in given}
    for one, (_, equals, _) in parted.items():
        if not equals:
            raise UsageError("cli.bad_parameter", value=one)
    return {name: value for name, _, value in parted.values()}


def _list(found: Iterable[Question], as_json: bool) -> None:
    lang = default_language()
    if as_json:
        print_json([asked.model_dump(exclude={"statement", "line"}) for asked in found])
        return
    for group, members in groupby(found, key=lambda asked: asked.group):
        out.print(Text(f"\n{text(f'words.group_{group}', lang)}", style="bold"))
        for asked in members:
            out.print(f"  {asked.name:<26} {asked.title(lang)}")
    out.print("\n" + text("cli.how_to_ask"))


def _answer(
    asked: Question, given: Mapping[str, Any], shape: Format | None, output: Path | None, why: bool
) -> None:
    """Asks and writes; what is missing is asked for where there is somebody to ask."""
    shape = shape or _shape_of(output)
    if output is None and shape == "xlsx":
        raise UsageError("cli.xlsx_needs_file")
    if not on_terminal():
        asked.bind(given)
    with open_store() as store:
        view = store.view()
        values = prompted(asked, given, view) if on_terminal() else given
        table = view.ask(asked, values)
        if output:
            _write(asked, table, shape, output, why)
        else:
            _show(asked, table, view, shape, why)


def _shape_of(output: Path | None) -> Format:
    """By the ending of the file; CSV for one that we do not know, a table without a file."""
    endings: dict[str, Format] = {".json": "json", ".xlsx": "xlsx"}
    return endings.get(output.suffix.lower(), "csv") if output else "table"


def _show(asked: Question, table: Table, view: View, shape: Format, why: bool) -> None:
    lang = default_language()
    headings = headings_of(asked, lang)
    if shape == "json":
        print_json(table)
    elif shape == "csv":
        out.print(as_csv(table, headings, lang, why), end="")
    else:
        out.print(asked.title(lang))
        print_table(table, headings, why, view)


def _write(asked: Question, table: Table, shape: Format, output: Path, why: bool) -> None:
    """To a file."""
    lang = default_language()
    headings = headings_of(asked, lang)
    output.parent.mkdir(parents=True, exist_ok=True)
    if shape == "xlsx":
        output.write_bytes(as_xlsx(table, headings, lang, why))
    elif shape == "json":
        output.write_text(as_json(table), encoding="utf-8")
    elif shape == "csv":
        output.write_text(as_csv(table, headings, lang, why), encoding=FOR_EXCEL, newline="")
    else:
        raise UsageError("cli.table_is_shown")
    if table.truncated:
        err.print(text("cli.truncated", rows=len(table.rows)))
    out.print(text("cli.written", file=output))
