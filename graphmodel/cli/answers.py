"""Look-ups and analyses: partners, hubs, gaps."""

from typing import Annotated

import typer

from graphmodel import analysis
from graphmodel.cli import sections
from graphmodel.cli.database import open_store
from graphmodel.cli.options import AsJson, Cluster, Lang, Why, help_text
from graphmodel.cli.output import print_json, print_sections
from graphmodel.texts import default_language

REFERENCE_CLUSTER = "agromash-ru-uz"

Company = Annotated[str, typer.Argument(help=help_text("arg_company"))]
OneCluster = Annotated[str | None, typer.Option("--cluster", help=help_text("opt_scope"))]


def partners(company: Company, as_json: AsJson = False, why: Why = False, lang: Lang = None) -> None:
    """List the relations of one enterprise, given by id, registry number or any of its names."""
    with open_store() as store:
        view = store.view()
        node = view.enterprise(company)
        found = view.partners(node.key)
        if as_json:
            print_json({"enterprise": node, "partners": found})
        else:
            words = sections.Words(view.neighbourhood(node.key), default_language())
            print_sections([sections.partners(node, found, words)], view, why)


def hubs(cluster: OneCluster = None, as_json: AsJson = False, why: Why = False, lang: Lang = None) -> None:
    """Name the enterprises that hold the cooperation together."""
    with open_store() as store:
        view = store.view()
        graph = view.cluster(cluster) if cluster else view.graph()
        found = analysis.hubs(graph)
        if as_json:
            print_json(found)
        else:
            print_sections([sections.hubs(found, default_language())], view, why)


def gaps(
    cluster: Cluster = REFERENCE_CLUSTER, as_json: AsJson = False, why: Why = False, lang: Lang = None
) -> None:
    """Name the missing suppliers of a cluster's products by recipe, heaviest first, with candidates."""
    with open_store() as store:
        view = store.view()
        found = analysis.gaps(view.graph(), cluster)
        if as_json:
            print_json(found)
        else:
            print_sections([sections.gaps(found, default_language())], view, why)
