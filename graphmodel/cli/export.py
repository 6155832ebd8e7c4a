"""The graph as a file for other programs: export."""

from pathlib import Path
from typing import Annotated

import typer

from graphmodel.cli.database import open_store
from graphmodel.cli.options import AsJson, Lang, help_text
from graphmodel.cli.output import err, out, print_json
from graphmodel.domain.graph import Graph
from graphmodel.errors import UsageError
from graphmodel.texts import text
from loaders import EXCHANGE_FORMS, ExchangeFormat, exchanged

Format = Annotated[str, typer.Option("--format", help=help_text("opt_format"))]
Output = Annotated[Path | None, typer.Option("--output", "-o", help=help_text("opt_export_output"))]


def export(format_: Format, output: Output = None, as_json: AsJson = False, lang: Lang = None) -> None:
    """Write the whole graph to a file of one of the formats."""
    known = _known(format_)
    output = output or Path(f"graph.{EXCHANGE_FORMS[known].ending}")
    with open_store() as store:
        view = store.view()
        graph = view.graph()
        output.parent.mkdir(parents=True, exist_ok=True)
        with output.open("wb") as file:
            file.writelines(exchanged(known, graph, view.evidence))
    if known == "ftm":
        _tell_unnamed(graph)
    if as_json:
        print_json({"file": str(output)})
    else:
        out.print(text("cli.written", file=output))


def _known(format_: str) -> ExchangeFormat:
    for known in EXCHANGE_FORMS:
        if format_ == known:
            return known
    raise UsageError("cli.bad_format", value=format_, known=", ".join(EXCHANGE_FORMS))


def _tell_unnamed(graph: Graph) -> None:
    """FollowTheMoney has no place for those without a name."""
    unnamed = sum(node.placeholder for node in graph.nodes)
    if unnamed:
        err.print(text("cli.export_unnamed", number=unnamed))
