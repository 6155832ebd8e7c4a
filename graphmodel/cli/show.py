"""Pictures and the service: view, serve."""

import os
import socket
import sys
import webbrowser
from pathlib import Path
from typing import Annotated

import typer
import uvicorn

from graphmodel.cli.answers import REFERENCE_CLUSTER
from graphmodel.cli.ask import Parameters, pairs
from graphmodel.cli.database import address, open_store
from graphmodel.cli.options import AsJson, Lang, Output, day, help_text
from graphmodel.cli.output import err, out, print_json
from graphmodel.cli.scenes import Asked, scene
from graphmodel.errors import UsageError
from graphmodel.store import View
from graphmodel.texts import text
from viz import Scene, choose, views, write_html

OneCluster = Annotated[str | None, typer.Option("--cluster", help=help_text("opt_cluster"))]
OneCompany = Annotated[str | None, typer.Option("--company", help=help_text("opt_company"))]
Host = Annotated[str, typer.Option("--host", help=help_text("opt_host"))]
Show = Annotated[views.Subject, typer.Option("--show", help=help_text("opt_show"))]
Product = Annotated[str | None, typer.Option("--chain", help=help_text("opt_chain"))]
Days = Annotated[list[str] | None, typer.Option("--as-of", help=help_text("opt_view_days"))]
Answer = Annotated[str | None, typer.Option("--ask", help=help_text("opt_view_ask"))]
Drawn = Annotated[str | None, typer.Option("--renderer", help=help_text("opt_renderer"))]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help=help_text("opt_no_browser"))]
Port = Annotated[int, typer.Option("--port", help=help_text("opt_port"), min=1, max=65_535)]


def view(  # noqa: PLR0913, PLR0917  every option of a command is a parameter
    cluster: OneCluster = None,
    company: OneCompany = None,
    show: Show = "map",
    chain: Product = None,
    ask: Answer = None,
    parameter: Parameters = None,
    as_of: Days = None,
    renderer: Drawn = None,
    output: Output = Path("view.html"),
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Write a view as one HTML file: a cluster, a company, a chain, gaps, flows, agreements, changes, an answer."""
    days = tuple(map(day, as_of or ()))
    if len(days) > 2:
        raise UsageError("cli.two_days", number=len(days))
    if cluster and (company or chain or ask):
        raise UsageError("cli.one_view")
    choose(0, renderer)
    asked = Asked(cluster or REFERENCE_CLUSTER, show, company, chain, ask, pairs(parameter or ()), days)
    with open_store() as store:
        write_scene(scene(store.view(), asked), output, renderer)
    if as_json:
        print_json({"file": str(output)})
    else:
        out.print(text("cli.written", file=output))


def write_cluster_view(answers: View, cluster: str, file: Path) -> None:
    """The field of a cluster as one HTML file."""
    write_scene(views.cluster_map(answers, cluster), file)


def write_scene(shown: Scene, file: Path, renderer: str | None = None) -> None:
    """A scene as one HTML file, in a folder that need not be there."""
    file.parent.mkdir(parents=True, exist_ok=True)
    write_html(shown, file, renderer=renderer)


class _Server(uvicorn.Server):
    """One that opens its page in the user's browser, as soon as it answers."""

    def __init__(self, config: uvicorn.Config, page: str) -> None:
        super().__init__(config)
        self._page = page

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        if self.started and _has_browser():
            webbrowser.open(self._page)


def _has_browser() -> bool:
    """Whether somebody sits before this machine, at a screen with windows."""
    windows = not sys.platform.startswith("linux") or {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys()
    return bool(windows) and sys.stderr.isatty()


def serve(
    port: Port = 8000, host: Host = "127.0.0.1", no_browser: NoBrowser = False, lang: Lang = None
) -> None:
    """Serve page and API until Ctrl+C: on this machine, or at another of its addresses to those who have a key."""
    with address() as (uri, username, password):
        os.environ |= {"NEO4J_URI": uri, "NEO4J_USERNAME": username, "NEO4J_PASSWORD": password}
        page = f"http://{host}:{port}/"
        err.print(text("cli.serving", address=page))
        config = uvicorn.Config(
            "graphmodel.web:create_app",
            factory=True,
            host=host,
            port=port,
            log_level="warning",
            server_header=False,
        )
        (uvicorn.Server(config) if no_browser else _Server(config, page)).run()
