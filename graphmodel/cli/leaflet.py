"""`graphmodel report`: a leaflet of one page with members, hubs, gaps, rules, and the sources behind them."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from graphmodel.cli.answers import REFERENCE_CLUSTER
from graphmodel.cli.database import open_store
from graphmodel.cli.options import AsJson, AsOf, Cluster, Lang, day, help_text
from graphmodel.cli.output import out, print_json
from graphmodel.texts import default_language, text
from viz import page
from viz.leaflet import render
from viz.report import leaflet

Output = Annotated[Path, typer.Option("--output", "-o", help=help_text("opt_output"))]


def report(
    cluster: Cluster = REFERENCE_CLUSTER,
    as_of: AsOf = None,
    output: Output = Path("report.html"),
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Write a leaflet about a cluster, one page to print: members, hubs, gaps, rules, sources."""
    on = day(as_of) if as_of else date.today()
    with open_store() as store:
        written = leaflet(store.view(), cluster, on, default_language())
    output.parent.mkdir(parents=True, exist_ok=True)
    page.write(render(written), output)
    if as_json:
        print_json({"file": str(output)})
    else:
        out.print(text("cli.written", file=output))
