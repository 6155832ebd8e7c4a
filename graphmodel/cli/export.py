"""The graph as a file for other programs: export."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Final

import typer

from graphmodel.cli.database import open_store
from graphmodel.cli.options import AsJson, Lang, help_text
from graphmodel.cli.output import err, out, print_json
from graphmodel.domain.graph import Graph
from graphmodel.errors import UsageError
from graphmodel.store import View
from graphmodel.texts import text
from loaders import ftm_entities

Format = Annotated[str, typer.Option("--format", help=help_text("opt_format"))]
Output = Annotated[Path, typer.Option("--output", "-o", help=help_text("opt_export_output"))]


def _ftm(view: View, graph: Graph) -> Iterator[str]:
    """An entity of FollowTheMoney a line."""
    unnamed = sum(node.placeholder for node in graph.nodes)
    if unnamed:
        err.print(text("cli.export_unnamed", number=unnamed))
    for entity in ftm_entities(graph, view.evidence(graph.claims)):
        yield json.dumps(entity, ensure_ascii=False)


FORMATS: Final[dict[str, Callable[[View, Graph], Iterator[str]]]] = {"ftm": _ftm}
"""The lines of a file of each kind."""


def export(
    format_: Format, output: Output = Path("graph.ftm.json"), as_json: AsJson = False, lang: Lang = None
) -> None:
    """Write the whole graph to a file of one of the formats."""
    if format_ not in FORMATS:
        raise UsageError("cli.bad_format", value=format_, known=", ".join(FORMATS))
    with open_store() as store:
        view = store.view()
        output.parent.mkdir(parents=True, exist_ok=True)
        with output.open("w", encoding="utf-8", newline="\n") as file:
            for line in FORMATS[format_](view, view.graph()):
                file.write(f"{line}\n")
    if as_json:
        print_json({"file": str(output)})
    else:
        out.print(text("cli.written", file=output))
