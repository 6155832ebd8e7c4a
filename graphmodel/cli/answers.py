"""Questions and analyses: ask, partners, gaps."""

from typing import Annotated

import typer

from graphmodel import analysis
from graphmodel.cli import sections
from graphmodel.cli.database import open_store
from graphmodel.cli.options import AsJson, Lang, Why, help_text
from graphmodel.cli.output import out, print_json, print_sections, print_table
from graphmodel.errors import UsageError
from graphmodel.texts import default_language, text
from queries import catalogue, question

REFERENCE_CLUSTER = "agromash-ru-uz"
LINKS_SHOWN = 20

Name = Annotated[str | None, typer.Argument(help=help_text("arg_question"))]
Parameters = Annotated[list[str] | None, typer.Option("-p", "--parameter", help=help_text("opt_parameter"))]
Company = Annotated[str, typer.Argument(help=help_text("arg_company"))]
OneCompany = Annotated[str | None, typer.Option("--company", help=help_text("opt_company"))]
GapsOf = Annotated[str | None, typer.Option("--cluster", help=help_text("opt_gaps_of"))]
Links = Annotated[bool, typer.Option("--links", help=help_text("opt_links"))]
Top = Annotated[int | None, typer.Option("--top", help=help_text("opt_rows"), min=1)]


def ask(
    name: Name = None,
    parameter: Parameters = None,
    as_json: AsJson = False,
    why: Why = False,
    lang: Lang = None,
) -> None:
    """Ask a question of the catalogue; without a name, list them."""
    if name is None:
        _list_questions(as_json)
        return
    asked = question(name)
    values = asked.bind(dict(_pair(text) for text in parameter or ()))
    with open_store() as store:
        view = store.view()
        table = view.ask(asked, values)
        if as_json:
            print_json(table)
        else:
            headings = {column: told.meaning(default_language()) for column, told in asked.columns.items()}
            out.print(asked.title(default_language()))
            print_table(table, headings, why, view)


def _pair(given: str) -> tuple[str, str]:
    name, equals, value = given.partition("=")
    if not equals:
        raise UsageError("cli.bad_parameter", value=given)
    return name, value


def _list_questions(as_json: bool) -> None:
    lang = default_language()
    if as_json:
        print_json([asked.model_dump(exclude={"statement"}) for asked in catalogue().values()])
        return
    for asked in catalogue().values():
        out.print(f"{asked.name:<28} {asked.title(lang)}")
    out.print(text("cli.how_to_ask"))


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
