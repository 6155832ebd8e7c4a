"""The managed local Neo4j: start, stop, status, reset, backup, restore, fetch."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from graphmodel.cli.database import managed
from graphmodel.cli.options import AsJson, Lang, help_text
from graphmodel.cli.output import engine_progress, out, print_json
from graphmodel.engine import Engine
from graphmodel.settings import settings
from graphmodel.texts import default_language, text

app = typer.Typer(no_args_is_help=True)

Backup = Annotated[Path, typer.Argument(help=help_text("arg_file"))]
To = Annotated[Path | None, typer.Option("--to", help=help_text("opt_to"))]
From = Annotated[Path | None, typer.Option("--from", help=help_text("opt_from"))]
Yes = Annotated[bool, typer.Option("--yes", help=help_text("opt_yes"))]


def _engine() -> Engine:
    return managed(settings())


def _say(as_json: bool, key: str, **values: object) -> None:
    """One sentence, or its values as JSON."""
    if as_json:
        print_json(values)
    else:
        out.print(text(f"cli.{key}", default_language(), **values))


@app.command(help=help_text("help_db_start"))
def start(as_json: AsJson = False, lang: Lang = None) -> None:
    """Start the server and keep it."""
    with engine_progress() as progress:
        server = _engine().start(progress)
    password = settings().graphmodel_data / "engine" / "password"
    _say(as_json, "db_started", uri=server.uri, username=server.username, password_file=str(password))


@app.command(help=help_text("help_db_stop"))
def stop(as_json: AsJson = False, lang: Lang = None) -> None:
    """Stop the server."""
    stopped = _engine().stop()
    _say(as_json, "db_stopped" if stopped else "db_was_stopped", stopped=stopped)


@app.command(help=help_text("help_db_status"))
def status(as_json: AsJson = False, lang: Lang = None) -> None:
    """What is known without starting anything."""
    told = asdict(_engine().status())
    if not as_json:
        told |= {
            "state": text(f"cli.db_state_{told['state']}"),
            "uri": told["uri"] or "—",
            "megabytes": round(told["store_bytes"] / 1e6),
        }
    _say(as_json, "db_status", **told)


@app.command(help=help_text("help_db_reset"))
def reset(yes: Yes = False, as_json: AsJson = False, lang: Lang = None) -> None:
    """Delete all data, after asking."""
    if not yes:
        typer.confirm(text("cli.db_really_reset"), abort=True, err=True)
    _engine().reset()
    _say(as_json, "db_was_reset", reset=True)


@app.command(help=help_text("help_db_backup"))
def backup(file: Backup, as_json: AsJson = False, lang: Lang = None) -> None:
    """Write the data to a file."""
    with engine_progress() as progress:
        _engine().backup(file, progress)
    _say(as_json, "written", file=str(file))


@app.command(help=help_text("help_db_restore"))
def restore(file: Backup, yes: Yes = False, as_json: AsJson = False, lang: Lang = None) -> None:
    """Replace the data by those of a file, after asking."""
    if not yes:
        typer.confirm(text("cli.db_really_restore", file=file), abort=True, err=True)
    with engine_progress() as progress:
        _engine().restore(file, progress)
    _say(as_json, "db_restored", file=str(file))


@app.command(help=help_text("help_db_fetch"))
def fetch(to: To = None, source: From = None, as_json: AsJson = False, lang: Lang = None) -> None:
    """Have the program here, or carry it from one machine to another."""
    with engine_progress() as progress:
        _engine().fetch(progress, to=to, source=source)
    _say(as_json, "db_fetched", folder=str(to or settings().graphmodel_data / "jars"))
