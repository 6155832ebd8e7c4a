"""Look-ups and analyses: partners, gaps."""

from typing import Annotated

import typer

from graphmodel import analysis, sections
from graphmodel.cli.database import open_store
from graphmodel.cli.options import AsJson, Lang, Why, help_text
from graphmodel.cli.output import print_json
from graphmodel.cli.sectioned import print_sections
from graphmodel.errors import UsageError
from graphmodel.texts import default_language

REFERENCE_CLUSTER = "agromash-ru-uz"
LINKS_SHOWN = 20

Company = Annotated[str, typer.Argument(help=help_text("arg_company"))]
OneCompany = Annotated[str | None, typer.Option("--company", help=help_text("opt_company"))]
GapsOf = Annotated[str | None, typer.Option("--cluster", help=help_text("opt_gaps_of"))]
Links = Annotated[bool, typer.Option("--links", help=help_text("opt_links"))]
Top = Annotated[int | None, typer.Option("--top", help=help_text("opt_rows"), min=1)]


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


def gaps(
    cluster: GapsOf = None,
    company: OneCompany = None,
    links: Links = False,
    top: Top = None,
    as_json: AsJson = False,
    why: Why = False,
    lang: Lang = None,
) -> None:
    """Name the missing suppliers of a cluster's products by recipe, heaviest first, with candidates.

    With `links`, the missing supplies that the supplies themselves suggest.
    """
    if links and cluster and company:
        raise UsageError("cli.one_scope")
    with open_store() as store:
        view = store.view()
        key = view.enterprise(company).key if company else None
        answer: analysis.Gaps | analysis.MissingLinks
        if links:
            answer = analysis.missing_links(view.graph(), cluster, key, top or LINKS_SHOWN)
            section = sections.links(answer, default_language())
        else:
            answer = _first(analysis.gaps(view.graph(), cluster or REFERENCE_CLUSTER), key, top)
            section = sections.gaps(answer, default_language())
        if as_json:
            print_json(answer)
        else:
            print_sections([section], view, why)


def _first(found: analysis.Gaps, company: str | None, top: int | None) -> analysis.Gaps:
    """The inputs of what one enterprise makes, where it is given; the `top` first that are not secured, likewise."""
    rows = found.rows
    if company:
        rows = tuple(row for row in rows if company in {maker.id for maker in row.makers})
    if top:
        rows = tuple(row for row in rows if row.kind != "ok")[:top]
    return found.model_copy(update={"rows": rows})
