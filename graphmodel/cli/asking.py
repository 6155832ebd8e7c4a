"""Asks the user on the terminal for what a question lacks, and helps with names of companies."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any

import typer

from graphmodel.cli.output import err
from graphmodel.domain.graph import Node
from graphmodel.errors import NotFoundError
from graphmodel.store import View
from graphmodel.texts import default_language, text
from queries import Parameter, Question

try:
    import readline
except ImportError:  # Windows has none: names are not completed there, but still suggested
    readline = None  # type: ignore[assignment]


def on_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def prompted(asked: Question, given: Mapping[str, Any], view: View) -> dict[str, Any]:
    """`given`, and for each parameter without a default that is not in it, what the user says."""
    missing = {
        name: parameter
        for name, parameter in asked.parameters.items()
        if name not in given and parameter.default is None
    }
    return dict(given) | {name: _value(name, parameter, view) for name, parameter in missing.items()}


def _value(name: str, parameter: Parameter, view: View) -> str:
    told = text(
        "cli.ask_for", name=name, meaning=parameter.meaning(default_language()), example=parameter.example
    )
    if parameter.type == "enterprise":
        return company(told, view)
    return str(typer.prompt(told, err=True))


def company(told: str, view: View) -> str:
    """The id of the enterprise that the user means.

    The tab key completes names; a name that fits none or several is answered with those that come nearest, to be
    chosen by number.
    """
    found: list[Node] = []
    while True:
        with _completed(lambda begun: _completions(begun, view)):
            said = str(typer.prompt(told, err=True)).strip()
        if said.isdigit() and 0 < int(said) <= len(found):
            return found[int(said) - 1].key
        try:
            return view.enterprise(said).key
        except NotFoundError as error:
            err.print(error.render())
            found = view.search(said)
            _offer(found)


def _completions(begun: str, view: View) -> list[str]:
    """The names that begin like this; where none does, the one that comes nearest."""
    names = [_name(node) for node in view.search(begun)]
    return [name for name in names if name.casefold().startswith(begun.casefold())] or names[:1]


def _offer(found: list[Node]) -> None:
    for number, node in enumerate(found, 1):
        err.print(f"  {number}. {_name(node)} — {node.key}")
    if found:
        err.print(text("cli.choose_by_number"))


def _name(node: Node) -> str:
    return node.name(default_language())


@contextmanager
def _completed(names: Callable[[str], list[str]]) -> Iterator[None]:
    """While it lasts, the tab key completes what was typed by `names`."""
    if readline is None:
        yield
        return
    before, breaks = readline.get_completer(), readline.get_completer_delims()
    readline.set_completer_delims("")
    readline.set_completer(lambda begun, state: next(islice(names(begun), state, None), None))
    readline.parse_and_bind("tab: complete")
    try:
        yield
    finally:
        readline.set_completer(before)
        readline.set_completer_delims(breaks)
