"""The options that many commands share."""

import os
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from graphmodel.domain.dates import last_day
from graphmodel.errors import UsageError
from graphmodel.texts import LANGUAGES, default_language, text


def _set_language(value: str | None) -> str | None:
    if value and value not in LANGUAGES:
        raise typer.BadParameter(text("cli.bad_language", known=", ".join(LANGUAGES)))
    if value:
        os.environ["GRAPHMODEL_LANG"] = value
    return value


def help_text(key: str) -> str:
    """A help text in the user's language."""
    return text(f"cli.{key}", default_language())


AsJson = Annotated[bool, typer.Option("--json", help=help_text("opt_json"))]
Why = Annotated[bool, typer.Option("--why", help=help_text("opt_why"))]
Lang = Annotated[
    str | None, typer.Option("--lang", help=help_text("opt_lang"), callback=_set_language, is_eager=True)
]
Cluster = Annotated[str, typer.Option("--cluster", help=help_text("opt_cluster"))]
OneCluster = Annotated[str | None, typer.Option("--cluster", help=help_text("opt_scope"))]
Output = Annotated[Path, typer.Option("--output", "-o", help=help_text("opt_output"))]
AsOf = Annotated[str | None, typer.Option("--as-of", help=help_text("opt_as_of"))]


def day(given: str) -> date:
    """The day that `--as-of` names; of a year or a month, its last day. Raises UsageError where it names none."""
    try:
        return last_day(given)
    except ValueError:
        raise UsageError("cli.bad_as_of", value=given) from None
