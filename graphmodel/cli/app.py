"""The commands, put together."""

from collections.abc import Iterable
from importlib import import_module
from typing import Final

import typer

from graphmodel.cli.options import help_text

COMMANDS: Final = {
    "demo": "demo",
    "db": "db",
    "load": "data",
    "extract": "extract",
    "sources": "data",
    "retract": "data",
    "conflicts": "conflicts",
    "review": "review",
    "ask": "ask",
    "cypher": "console",
    "partners": "answers",
    "hubs": "hubs",
    "gaps": "answers",
    "rules": "scenarios",
    "whatif": "scenarios",
    "compare": "scenarios",
    "view": "show",
    "export": "export",
    "serve": "show",
    "keys": "keys",
}
"""Command → its module in this package; one that has commands of its own is called `app` there."""


def commands(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """The command line with these commands alone: only their modules are imported, and no other is waited for."""
    app = typer.Typer(
        help=help_text("help"),
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_no_options)
    for name in names:
        _add(app, name)
    return app


def _no_options() -> None:
    """Keeps a single command a command: without it, its name would not be asked for."""


def _add(app: typer.Typer, name: str) -> None:
    module = import_module(f"graphmodel.cli.{COMMANDS[name]}")
    described = help_text(f"help_{name}")
    if hasattr(module, "app"):
        app.add_typer(module.app, name=name, help=described)
    else:
        app.command(name, help=described)(getattr(module, name))
