"""From a graph and its evidence to the scene."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from graphmodel.analysis import Gaps
from graphmodel.domain.dates import UNDATED, bounds
from graphmodel.domain.evidence import Evidence
from graphmodel.domain.graph import Edge, Graph, Node
from graphmodel.texts import ViewLanguage
from viz import facts, wording
from viz.evidence import Cited
from viz.missing import missing
from viz.page import Shown
from viz.scene import SHARED, Form, Place, SceneEdge, SceneNode, Words
from viz.selection import NodeKey, Selection, scene_id, select

Measures = Mapping[str, Mapping[str, float]]
_NUMBERS = ("inn", "ogrn", "okpo", "stir", "lei")


def _aliases(node: Node) -> tuple[str, ...]:
    """Other spellings, and the numbers by which it is known."""
    given = node.properties
    numbers = (str(given[name]) for name in _NUMBERS if given.get(name))
    return (*given.get("aliases", ()), *numbers)


def _container(node: Node, country: str | None, region: str | None) -> str:
    if region:
        return scene_id(("Region", region))
    return scene_id(("Country", country) if country else (SHARED, node.label))


def _behind_node(chosen: Selection, node: Node) -> set[str]:
    """The claims behind a node, its place, products and industry, and the agreement that founds it."""
    key = (node.label, node.key)
    around = [
        e for kind in ("LOCATED_IN", "PRODUCES", "CLASSIFIED_AS") for e in chosen.leaving.get((kind, key), [])
    ]
    around += chosen.entering.get(("FOUNDS", key), [])
    return _claims(node, *around)


def _claims(*things: Node | Edge) -> set[str]:
    return {claim for thing in things for claim in thing.claims}


def _node(chosen: Selection, node: Node, claims: tuple[int, ...], measures: Measures) -> SceneNode:
    country, region = chosen.place_of((node.label, node.key))
    return SceneNode(
        id=scene_id((node.label, node.key)),
        kind=node.label,
        title=_title(chosen, node),
        aliases=_aliases(node),
        place=_container(node, country, region),
        country=country,
        region=region,
        placeholder=node.placeholder,
        synthetic=bool(node.properties.get("synthetic")),
        status=node.properties.get("status"),
        facts=facts.of_node(chosen, node),
        claims=claims,
        measures=measures.get(node.key, {}),
    )


def _title(chosen: Selection, node: Node) -> Words:
    """The name of a node; an agreement has none but what it is."""
    return facts.agreement(chosen, node.key, {}) if node.label == "Agreement" else wording.name(node)


def _label(chosen: Selection, edge: Edge) -> Words | None:
    if edge.type == "MEMORANDUM" and edge.properties.get("kind"):
        return wording.code("agreement", edge.properties["kind"])
    return facts.product_of(chosen, edge)


def _dates(edge: Edge) -> Words | None:
    told = [wording.date(edge.properties[n]) for n in ("signed", "since", "until") if edge.properties.get(n)]
    return wording.joined(" – ", told) if told else None


def _day(edge: Edge, names: Iterable[str], side: int) -> str | None:
    """The first (`side` 0) or last (1) day that the first of these dates can mean; None where none says one."""
    told = next((edge.properties[name] for name in names if edge.properties.get(name)), UNDATED)
    try:
        day = bounds(told)[side]
    except ValueError:
        return None
    return None if day.year in (1, 9999) else day.isoformat()


def _behind_edge(chosen: Selection, edge: Edge) -> set[str]:
    own = facts.agreements_of(edge) if edge.type == "MEMORANDUM" else []
    agreements = [chosen.known[key] for key in (("Agreement", one) for one in own) if key in chosen.known]
    return _claims(edge, *agreements)


def _edges(chosen: Selection, claims: Sequence[tuple[int, ...]]) -> Iterator[SceneEdge]:
    places = {(node.label, node.key): place for place, node in enumerate(chosen.nodes)}
    for edge, behind in zip(chosen.edges, claims, strict=True):
        yield SceneEdge(
            kind=edge.type,
            source=places[edge.source],
            target=places[edge.target],
            label=_label(chosen, edge),
            dates=_dates(edge),
            since=_day(edge, ("signed", "since"), 0),
            until=_day(edge, ("until",), 1),
            status=edge.properties.get("status"),
            synthetic=bool(edge.properties.get("synthetic")),
            facts=facts.of_edge(chosen, edge),
            claims=behind,
        )


def _place_title(chosen: Selection, key: NodeKey) -> Words:
    if node := chosen.known.get(key):
        return wording.name(node)
    if key[0] == SHARED:
        return wording.worded("no_place") if key[1] == "Enterprise" else wording.worded(f"shared_{key[1]}")
    return wording.country(key[1]) if key[0] == "Country" else wording.same(key[1])


def _places(chosen: Selection, nodes: Iterable[SceneNode]) -> tuple[Place, ...]:
    """The containers that hold a node, each region's country among them."""
    parents: dict[NodeKey, NodeKey | None] = {}
    held = {node.place for node in nodes}
    for node in nodes:
        country: NodeKey | None = ("Country", node.country) if node.country else None
        if node.region:
            parents[("Region", node.region)] = country
        parents[country or (SHARED, node.kind)] = None
    return tuple(
        Place(id=scene_id(key), title=_place_title(chosen, key), parent=scene_id(up) if up else None)
        for key, up in sorted(parents.items(), key=lambda item: item[0])
        if key[0] != SHARED or scene_id(key) in held
    )


def build_scene(
    graph: Graph,
    evidence: Mapping[str, Evidence],
    *,
    title: str | Words,
    lang: ViewLanguage,
    measures: Measures | None = None,
    gaps: Gaps | None = None,
    form: Form = "containers",
) -> Shown:
    """The scene of `graph`; `evidence` by claim id, `measures` by the key of an enterprise and the name of a measure.

    `gaps` are drawn beside what the graph holds. The same graph in any order gives the same scene. `lang` is the
    language that the view opens in.
    """
    chosen = select(graph)
    behind_nodes = [_behind_node(chosen, node) for node in chosen.nodes]
    behind_edges = [_behind_edge(chosen, edge) for edge in chosen.edges]
    cited = Cited(evidence, chain(*behind_nodes, *behind_edges))
    nodes = tuple(
        _node(chosen, node, cited.places(claims), measures or {})
        for node, claims in zip(chosen.nodes, behind_nodes, strict=True)
    )
    edges = tuple(_edges(chosen, [cited.places(claims) for claims in behind_edges]))
    if gaps:
        lacking = missing(gaps, {node.id: place for place, node in enumerate(nodes)}, cited)
        nodes, edges = nodes + lacking[0], edges + lacking[1]
    return Shown(
        title=wording.same(title) if isinstance(title, str) else title,
        lang=lang,
        nodes=nodes,
        edges=edges,
        places=_places(chosen, nodes),
        claims=cited.claims,
        sources=cited.sources,
        form=form,
    )
