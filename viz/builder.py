"""From a graph and its evidence to the scene."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graphmodel.domain.evidence import Evidence
from graphmodel.domain.graph import Edge, Graph, Node
from graphmodel.domain.names import Names, normalise
from graphmodel.texts import Language
from viz import facts, layout, wording
from viz.cards import card_of
from viz.scene import SHARED, Place, Scene, SceneClaim, SceneEdge, SceneNode, Words
from viz.selection import NodeKey, Selection, scene_id, select


def _names(node: Node) -> Names:
    given = node.properties
    return Names(
        ru=given.get("name_ru"),
        en=given.get("name_en"),
        uz=given.get("name_uz"),
        aliases=tuple(given.get("aliases", ())),
    )


def _spellings(node: Node, title: Words) -> tuple[str, ...]:
    numbers = (node.properties.get(n) for n in ("inn", "ogrn", "okpo", "stir", "lei"))
    told = [*_names(node).all(), title.ru, title.en, node.key, *(str(n) for n in numbers if n)]
    return tuple(sorted({normalise(spelling) for spelling in told}))


def _container(node: Node, country: str | None, region: str | None) -> str:
    if region:
        return scene_id(("Region", region))
    return scene_id(("Country", country) if country else (SHARED, node.label))


def _node_claims(chosen: Selection, node: Node) -> tuple[str, ...]:
    """The claims behind a card, its place, products and industry, and the agreement that founds it."""
    key = (node.label, node.key)
    around = [
        e for kind in ("LOCATED_IN", "PRODUCES", "CLASSIFIED_AS") for e in chosen.leaving.get((kind, key), [])
    ]
    around += chosen.entering.get(("FOUNDS", key), [])
    return _claims(node, *around)


def _claims(*things: Node | Edge) -> tuple[str, ...]:
    return tuple(sorted({claim for thing in things for claim in thing.claims}))


def _node(chosen: Selection, node: Node) -> SceneNode:
    country, region = chosen.place_of((node.label, node.key))
    title = _title(chosen, node)
    return SceneNode(
        id=scene_id((node.label, node.key)),
        kind=node.label,
        title=title,
        names=_names(node),
        search=_spellings(node, title),
        place=_container(node, country, region),
        country=country,
        region=region,
        placeholder=node.placeholder,
        synthetic=bool(node.properties.get("synthetic")),
        status=node.properties.get("status"),
        facts=facts.of_node(chosen, node),
        evidence=_node_claims(chosen, node),
    )


def _title(chosen: Selection, node: Node) -> Words:
    """The name of a card; an agreement has none but what it is."""
    return facts.agreement(chosen, node.key, {}) if node.label == "Agreement" else wording.name(node)


def _label(chosen: Selection, edge: Edge) -> Words | None:
    if edge.type == "MEMORANDUM" and edge.properties.get("kind"):
        return wording.code("agreement", edge.properties["kind"])
    return facts.product_of(chosen, edge)


def _dates(edge: Edge) -> Words | None:
    told = [wording.date(edge.properties[n]) for n in ("signed", "since", "until") if edge.properties.get(n)]
    return wording.joined(" – ", told) if told else None


def _edge_claims(chosen: Selection, edge: Edge) -> tuple[str, ...]:
    own = facts.agreements_of(edge) if edge.type == "MEMORANDUM" else []
    agreements = [chosen.known[key] for key in (("Agreement", one) for one in own) if key in chosen.known]
    return _claims(edge, *agreements)


def _edge(chosen: Selection, edge: Edge, place_in_pair: int) -> SceneEdge:
    source, target = scene_id(edge.source), scene_id(edge.target)
    return SceneEdge(
        id=f"{edge.type}|{source}|{target}|{place_in_pair}",
        kind=edge.type,
        source=source,
        target=target,
        label=_label(chosen, edge),
        dates=_dates(edge),
        status=edge.properties.get("status"),
        synthetic=bool(edge.properties.get("synthetic")),
        facts=facts.of_edge(chosen, edge),
        evidence=_edge_claims(chosen, edge),
    )


def _edges(chosen: Selection) -> tuple[SceneEdge, ...]:
    seen: dict[tuple[str, NodeKey, NodeKey], int] = defaultdict(int)
    drawn = []
    for edge in chosen.edges:
        pair = (edge.type, edge.source, edge.target)
        drawn.append(_edge(chosen, edge, seen[pair]))
        seen[pair] += 1
    return tuple(drawn)


def _place_title(chosen: Selection, key: NodeKey) -> Words:
    if node := chosen.known.get(key):
        return wording.name(node)
    if key[0] == SHARED:
        return wording.worded("no_place") if key[1] == "Enterprise" else wording.worded(f"shared_{key[1]}")
    return wording.country(key[1]) if key[0] == "Country" else wording.same(key[1])


def _places(chosen: Selection, nodes: Iterable[SceneNode]) -> tuple[Place, ...]:
    """The containers that hold a card, each region's country among them."""
    parents: dict[NodeKey, NodeKey | None] = {}
    for node in nodes:
        country: NodeKey | None = ("Country", node.country) if node.country else None
        if node.region:
            parents[("Region", node.region)] = country
        parents[country or (SHARED, node.kind)] = None
    return tuple(
        Place(id=scene_id(key), title=_place_title(chosen, key), parent=scene_id(up) if up else None)
        for key, up in sorted(parents.items(), key=lambda item: item[0])
        if key[0] != SHARED or any(node.place == scene_id(key) for node in nodes)
    )


def _claim(told: Evidence) -> SceneClaim:
    return SceneClaim(
        id=told.claim,
        kind=wording.code("claim", told.kind),
        title=told.title,
        address=told.address,
        published=wording.date(told.published),
        locator=wording.locator(told.locator),
        quote=told.quote,
        asserted=wording.date(told.asserted),
        status=wording.code("status", told.status),
        confidence=told.confidence,
        note=told.note,
    )


def build_scene(graph: Graph, evidence: Mapping[str, Evidence], *, title: str, lang: Language) -> Scene:
    """The scene of `graph`; `evidence` by claim id. The same graph in any order gives the same scene.

    `lang` is the language that the view opens in; both languages are in it.
    """
    chosen = select(graph)
    nodes = tuple(_node(chosen, node) for node in chosen.nodes)
    edges = _edges(chosen)
    places = _places(chosen, nodes)
    cards = {node.id: card_of(node) for node in nodes}
    cited = {claim for node in nodes for claim in node.evidence} | {
        c for edge in edges for c in edge.evidence
    }
    return Scene(
        title=title,
        lang=lang,
        nodes=nodes,
        edges=edges,
        places=places,
        claims=tuple(_claim(evidence[claim]) for claim in sorted(cited & evidence.keys())),
        cards=cards,
        wide=layout.wide(nodes, edges, places, cards),
        tall=layout.tall(nodes, edges, places, cards),
    )
