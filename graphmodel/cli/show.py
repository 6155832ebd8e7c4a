"""Pictures and the service: view, serve."""

import os
from pathlib import Path
from typing import Annotated

import typer
import uvicorn

from graphmodel.cli.answers import REFERENCE_CLUSTER
from graphmodel.cli.database import address, open_store
from graphmodel.cli.options import AsJson, Lang, Output, help_text
from graphmodel.cli.output import err, out, print_json
from graphmodel.cli.sections import Words, node_name
from graphmodel.domain.graph import Graph
from graphmodel.errors import UsageError
from graphmodel.store import View
from graphmodel.texts import default_language, text
from viz import build_scene, write_html

OneCluster = Annotated[str | None, typer.Option("--cluster", help=help_text("opt_cluster"))]
OneCompany = Annotated[str | None, typer.Option("--company", help=help_text("opt_company"))]
Host = Annotated[str, typer.Option("--host", help=help_text("opt_host"))]
Port = Annotated[int, typer.Option("--port", help=help_text("opt_port"), min=1, max=65_535)]


def view(
    cluster: OneCluster = None,
    company: OneCompany = None,
    output: Output = Path("view.html"),
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Write a network view of a cluster or of a company's neighbourhood as one HTML file."""
    if cluster and company:
        raise UsageError("cli.one_scope")
    with open_store() as store:
        answers = store.view()
        if company:
            node = answers.enterprise(company)
            title = node_name(node, default_language())
            write_view(answers, answers.neighbourhood(node.key), title, output)
        else:
            write_cluster_view(answers, cluster or REFERENCE_CLUSTER, output)
    if as_json:
        print_json({"file": str(output)})
    else:
        out.print(text("cli.written", file=output))


def write_cluster_view(answers: View, cluster: str, file: Path) -> None:
    """The field of a cluster as one HTML file."""
    graph = answers.cluster(cluster)
    write_view(answers, graph, Words(graph, default_language()).name(("Cluster", cluster)), file)


def write_view(answers: View, graph: Graph, title: str, file: Path) -> None:
    """A graph with the evidence behind it as one HTML file."""
    scene = build_scene(graph, answers.evidence(graph.claims), title=title, lang=default_language())
    file.parent.mkdir(parents=True, exist_ok=True)
    write_html(scene, file)


def serve(port: Port = 8000, host: Host = "127.0.0.1", lang: Lang = None) -> None:
    """Serve the API until Ctrl+C: on this machine, or at another of its addresses to those who have a key."""
    with address() as (uri, username, password):
        os.environ |= {"NEO4J_URI": uri, "NEO4J_USERNAME": username, "NEO4J_PASSWORD": password}
        err.print(text("cli.serving", address=f"http://{host}:{port}/"))
        uvicorn.run(
            "graphmodel.api:create_app",
            factory=True,
            host=host,
            port=port,
            log_level="warning",
            server_header=False,
        )
