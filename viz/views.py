"""The views: from what a store holds to the scene that the command line, the API and a notebook show alike."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final, Literal

from graphmodel import analysis
from graphmodel.domain import wording
from graphmodel.domain.graph import Graph, Node
from graphmodel.errors import NotFoundError, UsageError
from graphmodel.store import View
from graphmodel.texts import ViewLanguage, default_language, text
from queries import question
from viz import subgraphs
from viz.builder import Measures, build_scene
from viz.page import Shown
from viz.region_flows import flows
from viz.scene import Form, Words
from viz.wording import each

Subject = Literal["map", "gaps", "flows", "agreements"]


def cluster(view: View, key: str, subject: Subject = "map", days: Sequence[date] = ()) -> Shown:
    """The view of a cluster on this subject; of two days, what changed between them.

    Raises UsageError for two days and a subject other than the map, NotFoundError for an unknown cluster.
    """
    if len(days) < 2:
        return _OF_CLUSTER[subject](view, key, *days)
    if subject != "map":
        raise UsageError("views.changes_have_no_subject", subject=subject)
    return changes(view, key, min(days), max(days))


def cluster_map(view: View, key: str, as_of: date | None = None) -> Shown:
    """The field of a cluster, with the measures of its hubs."""
    graph = view.cluster(key, as_of)
    return _built(view, graph, each(_cluster(graph, key).name), measures=measures(graph))


def gaps(view: View, key: str, as_of: date | None = None) -> Shown:
    """What the members lack, and who could supply it."""
    graph = view.graph(as_of)
    found = analysis.gaps(graph, key)
    title = _said("gaps", _cluster(graph, key).name)
    return _built(view, subgraphs.about_gaps(graph, found), title, gaps=found)


def region_flows(view: View, key: str, as_of: date | None = None) -> Shown:
    """Supplies and agreements between the regions of a cluster's field."""
    graph = view.cluster(key, as_of)
    return flows(_built(view, graph, _said("flows", _cluster(graph, key).name)))


def agreements(view: View, key: str, as_of: date | None = None) -> Shown:
    """The agreements of a cluster's field, by the slider over time."""
    graph = view.cluster(key, as_of)
    return _built(view, subgraphs.agreements(graph), _said("agreements", _cluster(graph, key).name))


def changes(view: View, key: str, before: date, after: date) -> Shown:
    """What is new, gone or changed in a cluster's field between two days."""
    old, new = view.cluster(key, before), view.cluster(key, after)
    days = {"before": before, "after": after}
    return _built(view, subgraphs.changed(old, new), _said("changes", _cluster(new, key).name, **days))


def company(view: View, named: str) -> Shown:
    """The enterprise with this id, number or name, and everything one link away."""
    node = view.enterprise(named)
    return _built(view, view.neighbourhood(node.key), _said("company", node.name))


def chain(view: View, product: str) -> Shown:
    """Who supplies whom for a product. Raises NotFoundError where no product has this code."""
    graph = view.graph()
    named = next((node for node in graph.nodes if (node.label, node.key) == ("Product", product)), None)
    if named is None:
        known = ", ".join(sorted(node.key for node in graph.nodes if node.label == "Product"))
        raise NotFoundError("views.no_product", code=product, known=known or "—")
    return _built(view, subgraphs.chain(graph, product), _said("chain", named.name), form="layers")


def answer(view: View, asked: str, parameters: Mapping[str, str]) -> Shown:
    """The nodes and edges that the answer to a question names."""
    known = question(asked)
    table = view.ask(known, parameters)
    title = each(lambda lang: known.title("en" if lang == "en" else "ru"))
    return _built(view, subgraphs.answered(view.graph(), table.rows), title)


def measures(graph: Graph) -> Measures:
    """The measures of the hubs, by the id of the enterprise."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for hub in analysis.hubs(graph, samples=1).rows:
        found[hub.enterprise.id] |= {name: round(one.value, 6) for name, one in hub.measures.items()}
    return found


_OF_CLUSTER: Final[Mapping[Subject, Callable[..., Shown]]] = {
    "map": cluster_map,
    "gaps": gaps,
    "flows": region_flows,
    "agreements": agreements,
}


def _cluster(graph: Graph, key: str) -> Node:
    return next(node for node in graph.nodes if (node.label, node.key) == ("Cluster", key))


def _said(title: str, name: Callable[[ViewLanguage], str], **days: date) -> Words:
    def said(lang: ViewLanguage) -> str:
        told = {key: wording.date(day.isoformat(), lang) for key, day in days.items()}
        return text(f"views.{title}", lang, name=name(lang), **told)

    return each(said)


def _built(
    view: View,
    graph: Graph,
    title: Words,
    *,
    measures: Measures | None = None,
    gaps: analysis.Gaps | None = None,
    form: Form = "containers",
) -> Shown:
    cited = graph.claims
    for gap in gaps.rows if gaps else ():
        cited |= {*gap.claims, *(claim for candidate in gap.candidates for claim in candidate.claims)}
    return build_scene(
        graph,
        view.evidence(cited),
        title=title,
        lang=default_language(),
        measures=measures,
        gaps=gaps,
        form=form,
    )
