"""What `graphmodel view` shows, as a scene: a map, a company, a chain, gaps, flows, agreements, changes, an answer."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from typing import Literal, NamedTuple

from graphmodel import analysis
from graphmodel.domain.graph import Graph, Node
from graphmodel.errors import NotFoundError, UsageError
from graphmodel.store import View
from graphmodel.texts import ViewLanguage, default_language, text
from queries import question
from viz import Scene, build_scene, flows, subgraphs
from viz.builder import Measures
from viz.scene import Form, Words
from viz.wording import each

Subject = Literal["map", "gaps", "flows", "agreements"]
Named = Callable[[ViewLanguage], str]


class Asked(NamedTuple):
    """What the user asked for. `days`: none for now, one for a day, two for what changed between them."""

    cluster: str
    subject: Subject
    company: str | None
    product: str | None
    question: str | None
    parameters: Mapping[str, str]
    days: tuple[date, ...]


def scene(view: View, asked: Asked) -> Scene:
    """The scene that was asked for. Raises UsageError for two that do not go together."""
    if sum(bool(one) for one in (asked.company, asked.product, asked.question, len(asked.days) == 2)) > 1:
        raise UsageError("cli.one_scope")
    if asked.company:
        node = view.enterprise(asked.company)
        return _built(view, view.neighbourhood(node.key), _said("view_company", node.name))
    if asked.question:
        return answer(view, asked.question, asked.parameters)
    if asked.product:
        return chain(view, asked.product)
    return _of_cluster(view, asked)


def _of_cluster(view: View, asked: Asked) -> Scene:
    if len(asked.days) == 2:
        return changes(view, asked.cluster, *sorted(asked.days))
    subjects = {"map": cluster_map, "gaps": gaps, "flows": region_flows, "agreements": agreements}
    return subjects[asked.subject](view, asked.cluster, *asked.days)


def cluster_map(view: View, cluster: str, as_of: date | None = None) -> Scene:
    """The field of a cluster, with the measures of its hubs."""
    graph = view.cluster(cluster, as_of)
    return _built(view, graph, each(_cluster(graph, cluster).name), measures=measures(graph))


def gaps(view: View, cluster: str, as_of: date | None = None) -> Scene:
    """What the members lack, and who could supply it."""
    graph = view.graph(as_of)
    found = analysis.gaps(graph, cluster)
    title = _said("view_gaps", _cluster(graph, cluster).name)
    return _built(view, subgraphs.about_gaps(graph, found), title, gaps=found)


def region_flows(view: View, cluster: str, as_of: date | None = None) -> Scene:
    """Supplies and agreements between the regions of a cluster's field."""
    graph = view.cluster(cluster, as_of)
    return flows(_built(view, graph, _said("view_flows", _cluster(graph, cluster).name)))


def agreements(view: View, cluster: str, as_of: date | None = None) -> Scene:
    """The agreements of a cluster's field, by the slider over time."""
    graph = view.cluster(cluster, as_of)
    title = _said("view_agreements", _cluster(graph, cluster).name)
    return _built(view, subgraphs.agreements(graph), title)


def changes(view: View, cluster: str, before: date, after: date) -> Scene:
    """What is new, gone or changed in a cluster's field between two days."""
    old, new = view.cluster(cluster, before), view.cluster(cluster, after)
    name = _cluster(new, cluster).name
    title = each(
        lambda lang: text(
            "cli.view_changes", lang, name=name(lang), before=before.isoformat(), after=after.isoformat()
        )
    )
    return _built(view, subgraphs.changed(old, new), title)


def chain(view: View, product: str) -> Scene:
    """Who supplies whom for a product. Raises NotFoundError where no product has this code."""
    graph = view.graph()
    named = next((node for node in graph.nodes if (node.label, node.key) == ("Product", product)), None)
    if named is None:
        known = ", ".join(sorted(node.key for node in graph.nodes if node.label == "Product"))
        raise NotFoundError("cli.no_product", code=product, known=known or "—")
    return _built(view, subgraphs.chain(graph, product), _said("view_chain", named.name), form="layers")


def answer(view: View, name: str, parameters: Mapping[str, str]) -> Scene:
    """The nodes and edges that the answer to a question names."""
    asked = question(name)
    table = view.ask(asked, parameters)
    graph = subgraphs.answered(view.graph(), table.rows)
    title = each(lambda lang: asked.title("en" if lang == "en" else "ru"))
    return _built(view, graph, title)


def measures(graph: Graph) -> Measures:
    """The measures of the hubs, by the id of the enterprise."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for hub in analysis.hubs(graph, samples=1).rows:
        found[hub.enterprise.id] |= {name: round(one.value, 6) for name, one in hub.measures.items()}
    return found


def _cluster(graph: Graph, cluster: str) -> Node:
    return next(node for node in graph.nodes if (node.label, node.key) == ("Cluster", cluster))


def _said(key: str, name: Named) -> Words:
    return each(lambda lang: text(f"cli.{key}", lang, name=name(lang)))


def _built(
    view: View,
    graph: Graph,
    title: Words,
    *,
    measures: Measures | None = None,
    gaps: analysis.Gaps | None = None,
    form: Form = "containers",
) -> Scene:
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
