"""The main job: database, reference data set, cluster, hubs, gaps, contradictions, a view and a report."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from graphmodel import analysis, sections
from graphmodel.cli.answers import REFERENCE_CLUSTER
from graphmodel.cli.data import print_accounts
from graphmodel.cli.database import open_store
from graphmodel.cli.options import AsJson, Lang, Why, help_text
from graphmodel.cli.output import out, print_json
from graphmodel.cli.report import markdown
from graphmodel.cli.sectioned import print_sections
from graphmodel.cli.show import write_cluster_view
from graphmodel.cli.storing import settle, stored
from graphmodel.sections import Line, Section
from graphmodel.store import View
from graphmodel.texts import default_language, text
from loaders import Account, account, reference

SHOWN = 10
"""Entries of a section that the terminal shows; the report has them all."""

Folder = Annotated[Path, typer.Option("--output", "-o", help=help_text("opt_folder"))]


def demo(output: Folder = Path("out"), why: Why = False, as_json: AsJson = False, lang: Lang = None) -> None:
    """Show on the packaged data set what the graph answers."""
    if not as_json:
        out.print(text("cli.demo_intro"))
    with open_store() as store:
        reading = reference()
        accounts = account(reading, stored(store, reading.sources, reading.claims))
        settle(store)
        view = store.view()
        parts = list(_sections(view))
        if as_json:
            rows = [one.as_report(default_language()) for one in accounts]
            print_json({"files": rows, "sections": [asdict(part) for part in parts]})
        else:
            _show(accounts, parts, view, why)
        _write(parts, view, output)
    if not as_json:
        out.print(text("cli.demo_next", view=output / "cluster.html", report=output / "report.md"))


def _show(accounts: tuple[Account, ...], parts: list[Section], view: View, why: bool) -> None:
    print_accounts(accounts)
    if not any(one.loaded for one in accounts):
        out.print(text("cli.nothing_changed"))
    print_sections([part if why else _shortened(part) for part in parts], view, why)


def _write(parts: list[Section], view: View, output: Path) -> None:
    write_cluster_view(view, REFERENCE_CLUSTER, output / "cluster.html")
    report = markdown(text("cli.report_title"), parts, view)
    (output / "report.md").write_text(report, encoding="utf-8")


def _sections(view: View) -> Iterator[Section]:
    lang = default_language()
    field = view.cluster(REFERENCE_CLUSTER)
    words = sections.Words(field, lang)
    everything = view.graph()
    places = [node.key for node in field.nodes if node.label in ("Region", "Event", "Cluster")]
    yield sections.members(words, REFERENCE_CLUSTER)
    yield sections.memoranda(words)
    yield sections.chains(words)
    yield sections.numbers(words, view.aggregates(places))
    yield sections.hubs(analysis.hubs(field), lang)
    yield sections.gaps(analysis.gaps(everything, REFERENCE_CLUSTER), lang)
    yield sections.conflicts(view.conflicts(), sections.Words(everything, lang), top=3)


def _shortened(part: Section) -> Section:
    """The first entries of a section, each with its indented lines, and how many more the report has."""
    entries = [place for place, line in enumerate(part.lines) if not line.indent]
    if len(entries) <= SHOWN:
        return part
    more = text("cli.more_in_report", entries=len(entries) - SHOWN)
    return Section(part.title, [*part.lines[: entries[SHOWN]], Line(more)])
