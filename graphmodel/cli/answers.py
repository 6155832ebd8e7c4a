"""Questions and analyses: ask, partners, gaps."""

from typing import Annotated

import typer

from graphmodel import analysis
from graphmodel.cli import sections
from graphmodel.cli.database import open_store
from graphmodel.cli.options import AsJson, Cluster, Lang, Why, help_text
from graphmodel.cli.output import out, print_json, print_sections, print_table
from graphmodel.errors import UsageError
from graphmodel.texts import default_language, text
from queries import catalogue, question

REFERENCE_CLUSTER = "agromash-ru-uz"

Name = Annotated[str | None, typer.Argument(help=help_text("arg_question"))]
Parameters = Annotated[list[str] | None, typer.Option("-p", "--parameter", help=help_text("opt_parameter"))]
Company = Annotated[str, typer.Argument(help=help_text("arg_company"))]


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
