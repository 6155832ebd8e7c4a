"""`graphmodel hubs`: a table for each role, with the measures that rank it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Annotated, Any, Final, TypeVar, get_args

import typer

from graphmodel import analysis
from graphmodel.analysis import Hub, Hubs, LinkKind, Role, Status
from graphmodel.cli.database import open_store
from graphmodel.cli.options import AsJson, AsOf, Lang, OneCluster, Why, day, help_text
from graphmodel.cli.output import out, print_json
from graphmodel.cli.tabled import print_table
from graphmodel.domain import wording
from graphmodel.domain.graph import Graph
from graphmodel.errors import UsageError
from graphmodel.sections import named
from graphmodel.store import Table, View
from graphmodel.texts import Language, default_language, text

Region = Annotated[str | None, typer.Option("--region", help=help_text("opt_region"))]
Countries = Annotated[str | None, typer.Option("--countries", help=help_text("opt_countries"))]
Kinds = Annotated[list[str] | None, typer.Option("--kind", help=help_text("opt_kind"))]
Statuses = Annotated[list[str] | None, typer.Option("--status", help=help_text("opt_status"))]
Roles = Annotated[list[str] | None, typer.Option("--role", help=help_text("opt_role"))]
Top = Annotated[int, typer.Option("--top", min=1, help=help_text("opt_top"))]
Samples = Annotated[int, typer.Option("--samples", min=1, help=help_text("opt_samples"))]

SHARES: Final = frozenset({"hits_hub", "hits_authority", "pagerank", "pagerank_reversed", "betweenness"})
"""Measures that are shares of a whole, and shown in per cent."""
_Choice = TypeVar("_Choice", LinkKind, Status, Role)


def hubs(  # noqa: PLR0913, PLR0917  each option is an argument
    cluster: OneCluster = None,
    region: Region = None,
    countries: Countries = None,
    kind: Kinds = None,
    status: Statuses = None,
    as_of: AsOf = None,
    role: Roles = None,
    top: Top = 5,
    samples: Samples = 200,
    as_json: AsJson = False,
    why: Why = False,
    lang: Lang = None,
) -> None:
    """Name the enterprises that hold the cooperation together, role by role."""
    kinds = _chosen("--kind", kind, get_args(LinkKind)) or analysis.COOPERATION
    statuses = _chosen("--status", status, get_args(Status)) or get_args(Status)
    roles = _chosen("--role", role, get_args(Role)) or get_args(Role)
    if sum(map(bool, (cluster, region, countries))) > 1:
        raise UsageError("cli.one_hub_scope")
    with open_store() as store:
        view = store.view()
        graph = _graph(view, cluster, countries, as_of)
        found = analysis.hubs(
            graph,
            scope=analysis.region(graph, region) if region else None,
            kinds=kinds,
            statuses=statuses,
            roles=roles,
            samples=samples,
            top=top,
        )
        if as_json:
            print_json(found)
        else:
            _print(found, view, why)


def _chosen(option: str, given: Iterable[str] | None, known: tuple[_Choice, ...]) -> Collection[_Choice]:
    """What was given of an option that takes some of these words. Raises UsageError for any other word."""
    if wrong := [word for word in given or () if word not in known]:
        raise UsageError("cli.bad_choice", option=option, value=wrong[0], known=", ".join(known))
    return [word for word in known if word in (given or ())]


def _graph(view: View, cluster: str | None, countries: str | None, as_of: str | None) -> Graph:
    on = day(as_of) if as_of else None
    if cluster:
        return view.cluster(cluster, on)
    graph = view.graph(on)
    return analysis.between(graph, countries) if countries else graph


def _print(found: Hubs, view: View, why: bool) -> None:
    lang = default_language()
    if not found.rows:
        out.print(text("cli.no_hubs", lang))
    for role, having in found.having.items():
        rows = [row for row in found.rows if row.role == role][: found.top]
        out.print(f"\n{text(f'sections.role_{role}', lang)} ({having}). {text(f'cli.about_{role}', lang)}")
        columns = tuple(_cells(rows[0], lang))
        table = Table(
            columns=columns, rows=tuple({**_cells(row, lang), "claims": row.claims} for row in rows)
        )
        print_table(table, {column: text(f"cli.column_{column}", lang) for column in columns}, why, view)
    for note in _notes(found, lang):
        out.print(f"\n{note}")


def _cells(row: Hub, lang: Language) -> Mapping[str, Any]:
    """One row of the table of a role."""
    low, high = row.interval
    name = named(row.enterprise, lang)
    return {
        "rank": f"{row.rank:g}",
        "interval": f"{low:g}–{high:g}",
        "verdict": text(f"cli.verdict_{row.verdict}", lang),
        "enterprise": name if row.inside else text("cli.partner_outside", lang, name=name),
        "country": wording.country(row.country, lang) if row.country else "",
        **{name: _value(name, measure.value) for name, measure in row.measures.items()},
        **_profile(row),
    }


def _value(name: str, value: float) -> str:
    return f"{value * 100:.1f} %" if name in SHARES else f"{value:.3f}".rstrip("0").rstrip(".")


def _profile(row: Hub) -> Mapping[str, str]:
    """What else the table of a role shows."""
    if row.role == "gateway":
        return {role: f"{count}" for role, count in row.profile.brokerage.items() if role != "coordinator"}
    if row.role == "broker":
        told = row.profile
        return {
            "partners": f"{told.partners}",
            "core": f"{told.core}",
            "community": f"{told.community + 1}",
            "within_module_z": f"{told.within_module_z:.2f}",
            "participation": f"{told.participation:.2f}",
        }
    return {"buyers": f"{row.profile.buyers}", "suppliers": f"{row.profile.suppliers}"}


def _notes(found: Hubs, lang: Language) -> Iterator[str]:
    """How the answer came about."""
    if found.rows:
        yield text("cli.note_samples", lang, samples=found.samples, top=found.top)
    if found.sources:
        yield text("cli.note_estimate", lang, sources=found.sources, sampled=found.sampled_sources)
    elif found.sampled_sources:
        yield text("cli.note_sampled_estimate", lang, sampled=found.sampled_sources)
