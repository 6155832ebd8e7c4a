"""The managed local Neo4j: start, stop, status, reset, backup, restore, fetch."""

from pathlib import Path
from typing import Annotated

import typer

from graphmodel.cli.database import managed
from graphmodel.cli.options import AsJson, Lang, help_text
from graphmodel.cli.output import engine_progress, out, print_json
from graphmodel.engine import Engine
from graphmodel.settings import settings
from graphmodel.texts import text

app = typer.Typer(no_args_is_help=True)


def _engine() -> Engine:
    return managed(settings())
