"""Tests of a cluster: whether it meets the rules, what it loses without somebody, what changed between two days."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from graphmodel import analysis, sections
from graphmodel.cli.answers import REFERENCE_CLUSTER
from graphmodel.cli.database import open_store
from graphmodel.cli.options import AsJson, AsOf, Cluster, Lang, OneCluster, Why, day, help_text
from graphmodel.cli.output import print_json
from graphmodel.cli.sectioned import print_sections
from graphmodel.domain.graph import Graph
from graphmodel.errors import BadInputError, UsageError
from graphmodel.store import View
from graphmodel.texts import default_language

RulesFile = Annotated[Path | None, typer.Option("--rules", help=help_text("opt_rules"))]
Without = Annotated[list[str], typer.Option("--without", help=help_text("opt_without"))]
TwoDays = Annotated[list[str], typer.Option("--as-of", help=help_text("opt_two_days"))]


def rules(
    cluster: Cluster = REFERENCE_CLUSTER,
    as_of: AsOf = None,
    rules: RulesFile = None,
    as_json: AsJson = False,
    why: Why = False,
    lang: Lang = None,
) -> None:
    """Check a cluster against the rules for industrial clusters: each holds, fails or is unknown."""
    book = _read(rules) if rules else analysis.russian()
    on = day(as_of) if as_of else date.today()
    with open_store() as store:
        view = store.view()
        graph = view.graph(on)
        numbers = view.aggregates(analysis.member_records(graph, cluster), on)
        found = analysis.rules(graph, cluster, on, book, numbers)
        if as_json:
            print_json(found)
        else:
            print_sections([sections.rules(found, default_language())], view, why)


def _read(file: Path) -> analysis.Rulebook:
    try:
        return analysis.parse(file.read_text(encoding="utf-8"), file.name)
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError("analysis.bad_rulebook", file=file.name, reason=error) from error


def whatif(
    without: Without,
    cluster: Cluster = REFERENCE_CLUSTER,
    as_json: AsJson = False,
    why: Why = False,
    lang: Lang = None,
) -> None:
    """Say which inputs a cluster loses without an enterprise, a region or a country."""
    with open_store() as store:
        view = store.view()
        graph = view.graph()
        removed = {enterprise for name in without for enterprise in _meant(view, graph, name)}
        found = analysis.whatif(graph, cluster, removed)
        if as_json:
            print_json(found)
        else:
            print_sections(sections.whatif(found, default_language()), view, why)


def _meant(view: View, graph: Graph, name: str) -> frozenset[str]:
    """The enterprises of a region or country, else the one enterprise of this name."""
    there = analysis.located(graph, name)
    return frozenset({view.enterprise(name).key}) if there is None else there


def compare(
    as_of: TwoDays,
    cluster: OneCluster = None,
    as_json: AsJson = False,
    why: Why = False,
    lang: Lang = None,
) -> None:
    """Say what changed between two days: who joined and left, what was signed, became active and ended."""
    days = sorted(map(day, as_of))
    if len(days) != 2:
        raise UsageError("cli.two_days", number=len(days))
    with open_store() as store:
        view = store.view()
        before, after = map(view.graph, days)
        named, rows = analysis.changes(before, after, cluster)
        found = analysis.Comparison(
            cluster=named, before=days[0].isoformat(), after=days[1].isoformat(), rows=rows
        )
        if as_json:
            print_json(found)
        else:
            print_sections([sections.changes(found, default_language())], view, why)
