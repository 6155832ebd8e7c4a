"""What a scene is made of."""

import random
from itertools import combinations

import pytest

import viz
from graphmodel.domain.graph import Edge, Graph, Node
from graphmodel.domain.schema import EDGES, NODES
from graphmodel.texts import catalogue
from tests.viz.factory import evidence_of, graph_of, large_claims, sample_claims
from viz import style
from viz.boxes import Box, shelves
from viz.cards import TEXT_WIDTH, text_width, wrap
from viz.facts import _ELSEWHERE
from viz.geometry import around, overlap
from viz.labels import label_box
from viz.renderers import PYVIS, SVG
from viz.routes import points_of
from viz.scene import Layout, Layouts, Scene, SceneEdge, SceneNode
from viz.selection import CARDS, LINES


def place(scene: Scene, ru: str) -> int:
    return next(number for number, one in enumerate(scene.nodes) if one.title.ru == ru)


def node(scene: Scene, ru: str) -> SceneNode:
    return scene.nodes[place(scene, ru)]


def laid_out(scene: Scene) -> Layouts:
    return SVG.lay_out(scene.nodes, scene.edges, scene.places)


def edges(scene: Scene, kind: str) -> list[SceneEdge]:
    return [edge for edge in scene.edges if edge.kind == kind]


def facts(thing: SceneNode | SceneEdge) -> dict[str, str]:
    return {fact.name: fact.value.ru for fact in thing.facts}


def test_places_are_containers_and_not_lines(sample: Scene) -> None:
    assert not edges(sample, "LOCATED_IN") and not edges(sample, "PART_OF")
    assert {one.kind for one in sample.nodes} == {"Enterprise", "Cluster"}
    assert node(sample, "АТИСС").place == "Region:RU-KDA"
    parents = {place.id: (place.title.ru, place.parent) for place in sample.places}
    assert parents["Region:RU-KDA"] == ("Краснодарский край", "Country:RU")
    assert parents["Country:UZ"] == ("Узбекистан", None)


def test_a_pair_stands_for_its_agreement_and_tells_of_it(sample: Scene) -> None:
    pair = next(e for e in edges(sample, "MEMORANDUM") if place(sample, "АТИСС") in (e.source, e.target))
    told = facts(pair)["agreement"]
    assert (
        told
        == "меморандум · подписано · 28.04.2025 – 30.04.2025 · долгосрочное сотрудничество · ИННОПРОМ. Центральная Азия"
    )
    assert pair.label and (pair.label.ru, pair.label.en) == ("меморандум", "memorandum")
    assert len(pair.claims) == 1
    assert "соглашение о кластере" in facts(node_of_kind(sample, "Cluster"))["founded_by"]


def node_of_kind(scene: Scene, kind: str) -> SceneNode:
    return next(one for one in scene.nodes if one.kind == kind)


def test_an_agreement_without_a_pair_is_drawn() -> None:
    party = Node(label="Region", key="RU-KDA", properties={"name_ru": "Краснодарский край"})
    agreement = Node(label="Agreement", key="a1", properties={"kind": "roadmap"})
    signed = Edge(type="SIGNED", source=("Region", "RU-KDA"), target=("Agreement", "a1"))
    scene = viz.build_scene(Graph(nodes=(party, agreement), edges=(signed,)), {}, title="", lang="ru")
    assert [(one.kind, one.title.ru) for one in scene.nodes] == [
        ("Agreement", "дорожная карта"),
        ("Region", "Краснодарский край"),
    ]


def test_a_supply_points_from_supplier_to_buyer_and_names_its_product(sample: Scene) -> None:
    supply = next(e for e in edges(sample, "SUPPLIES") if e.status == "announced")
    assert (supply.source, supply.target) == (
        place(sample, "ОС-НОВА"),
        place(sample, "ПромАгроТехнологии"),
    )
    assert supply.label and supply.label.en == "components for final products"
    assert supply.dates and supply.dates.ru == "11.2025"
    assert (supply.since, supply.until) == ("2025-11-01", None)


def test_what_may_have_ended_ends_on_the_last_day_it_can_mean(sample: Scene) -> None:
    ended = next(e for e in edges(sample, "SUPPLIES") if e.status == "ended")
    assert ended.since is None and ended.until and ended.until.startswith("202")


def test_what_an_enterprise_makes_is_a_fact_of_it_with_its_claims(sample: Scene) -> None:
    maker = node(sample, "ПромАгроТехнологии")
    assert facts(maker)["produces"] == "гидроцилиндры"
    kinds = {sample.claims[claim].kind.en for claim in maker.claims}
    assert "produces" in kinds


def test_placeholders_are_shown_as_unnamed(sample: Scene) -> None:
    unnamed = sorted(one.title.ru for one in sample.nodes if one.placeholder)
    assert unnamed == ["(не назван) башкирские производители", "(не назван) узбекские производители"]
    assert node(sample, unnamed[0]).title.en == "(unnamed) Bashkir producers"


def test_claims_speak_all_languages(sample: Scene) -> None:
    claim = next(one for one in sample.claims if one.quote)
    assert claim.locator == "char=412,803"
    assert claim.asserted == ("30.04.2025", "2025-04-30", "30.04.2025")
    assert sample.sources[claim.source].address == "https://example.org/news/1"
    assert len(sample.sources) == 1


def test_the_country_by_the_source_is_shown_beside_that_by_iso() -> None:
    firm = Node(label="Enterprise", key="e1", properties={"name_ru": "ПКЦ Сталкер"})
    region = Node(label="Region", key="UA-14", properties={"name_ru": "ДНР"})
    stated = {"country_as_stated": "RU"}
    where = Edge(
        type="LOCATED_IN", source=("Enterprise", "e1"), target=("Region", "UA-14"), properties=stated
    )
    scene = viz.build_scene(Graph(nodes=(firm, region), edges=(where,)), {}, title="", lang="ru")
    assert scene.nodes[0].country == "UA"
    assert [one.title.ru for one in scene.places] == ["Украина", "ДНР"]
    assert facts(scene.nodes[0]) == {"country_as_stated": "Россия"}


def test_edges_to_what_the_graph_does_not_hold_are_left_out() -> None:
    loose = Edge(type="SUPPLIES", source=("Enterprise", "a"), target=("Enterprise", "b"))
    graph = Graph(nodes=(Node(label="Enterprise", key="a"),), edges=(loose,))
    scene = viz.build_scene(graph, {}, title="", lang="en")
    assert (len(scene.nodes), scene.edges) == (1, ())


def test_any_order_gives_the_same_bytes() -> None:
    claims = sample_claims()
    graph, evidence = graph_of(claims), evidence_of(claims)
    first = viz.render_html(viz.build_scene(graph, evidence, title="x", lang="ru"))
    nodes, lines, told = list(graph.nodes), list(graph.edges), list(evidence.items())
    for seed in range(3):
        for things in (nodes, lines, told):
            random.Random(seed).shuffle(things)  # noqa: S311
        shuffled = Graph(nodes=tuple(nodes), edges=tuple(lines))
        assert viz.render_html(viz.build_scene(shuffled, dict(told), title="x", lang="ru")) == first


@pytest.mark.parametrize("view", ["wide", "tall"])
def test_no_card_lies_on_another(view: str) -> None:
    scene = viz.build_scene(graph_of(large_claims()), {}, title="", lang="ru")
    layouts = laid_out(scene)
    layout: Layout = getattr(layouts, view)
    assert len(scene.nodes) == len(layouts.cards) == 54
    for (a, (ax, ay)), (b, (bx, by)) in combinations(enumerate(layout.positions), 2):
        one, other = layouts.cards[a], layouts.cards[b]
        apart = max(
            abs(ax - bx) - (one.width + other.width) / 2, abs(ay - by) - (one.height + other.height) / 2
        )
        assert apart >= 20, (scene.nodes[a].title.ru, scene.nodes[b].title.ru)
    for card in layouts.cards:
        assert all(text_width(line) <= TEXT_WIDTH for told in card.lines for line in told.split("\n"))


@pytest.mark.parametrize("view", ["wide", "tall"])
@pytest.mark.parametrize("count", [0, 50])
def test_no_edge_runs_behind_a_card(sample: Scene, view: str, count: int) -> None:
    scene = viz.build_scene(graph_of(large_claims(count)), {}, title="", lang="ru") if count else sample
    layouts = laid_out(scene)
    layout: Layout = getattr(layouts, view)
    behind = [
        (number, card)
        for number, (edge, path) in enumerate(zip(scene.edges, layout.paths, strict=True))
        for card in range(len(scene.nodes))
        if card not in (edge.source, edge.target)
        and any(_covers(layouts, layout, card, point) for point in points_of(path))
    ]
    assert len(layout.paths) == len(scene.edges) > 10 and behind == []


def _covers(layouts: Layouts, layout: Layout, card: int, point: tuple[float, float]) -> bool:
    (x, y), size = layout.positions[card], layouts.cards[card]
    return abs(point[0] - x) < size.width / 2 and abs(point[1] - y) < size.height / 2


@pytest.mark.parametrize("view", ["wide", "tall"])
@pytest.mark.parametrize("count", [0, 50])
def test_no_label_lies_on_a_card_or_on_another(sample: Scene, view: str, count: int) -> None:
    scene = viz.build_scene(graph_of(large_claims(count)), {}, title="", lang="ru") if count else sample
    layouts = laid_out(scene)
    layout: Layout = getattr(layouts, view)
    cards = [around(at, c.width, c.height) for at, c in zip(layout.positions, layouts.cards, strict=True)]
    middles = [(edge, at) for edge, at in zip(scene.edges, layout.labels, strict=True) if at]
    labels = [box for edge, at in middles if (box := label_box(edge, at))]
    assert len(labels) > len(scene.edges) / 2
    assert not [pair for pair in combinations(labels, 2) if overlap(*pair)]
    assert not [label for label in labels for card in cards if overlap(label, card)]


def test_a_path_runs_from_border_to_border(sample: Scene) -> None:
    layouts = laid_out(sample)
    for edge, path in zip(sample.edges, layouts.wide.paths, strict=True):
        for end, (x, y) in ((edge.source, path[0]), (edge.target, path[-1])):
            (cx, cy), card = layouts.wide.positions[end], layouts.cards[end]
            beyond = max(abs(x - cx) - card.width / 2, abs(y - cy) - card.height / 2)
            assert abs(beyond) <= 8


def test_parallel_edges_bend_apart(sample: Scene) -> None:
    layouts = PYVIS.lay_out(sample.nodes, sample.edges, sample.places)
    pair = {place(sample, "Ростсельмаш"), place(sample, "Чирчикский завод сельскохозяйственной техники")}
    bends = [layouts.wide.bends[n] for n, e in enumerate(sample.edges) if {e.source, e.target} == pair]
    assert len(bends) == len(set(bends)) == 2


def test_long_words_are_broken_with_hyphens() -> None:
    lines = wrap("сельскохозяйственноемашиностроение края")
    assert lines[0].endswith("-") and "".join(lines).replace("-", "").startswith("сельскохозяйственноемашин")
    assert wrap("") == ("",)


def test_shelves_start_a_new_row_when_full() -> None:
    boxes = [Box(10, 5, {number: (5, 2.5)}) for number in range(3)]
    packed = shelves(boxes, width=25, gap=2)
    assert (packed.width, packed.height) == (22, 12)
    assert packed.spots[2] == (5, 9.5)


def test_an_empty_graph_has_a_scene() -> None:
    assert viz.build_scene(Graph(), {}, title="", lang="ru").nodes == ()


def test_every_kind_has_its_words_and_colour() -> None:
    assert set(CARDS) < set(style.NODE_COLOURS) and set(LINES) < set(style.LINES)
    kinds = [NODES[label] for label in CARDS] + [EDGES[type_] for type_ in LINES]
    shown = {p.name for kind in kinds for p in kind.properties} - _ELSEWHERE
    wanted = [f"node_{kind}" for kind in style.NODE_COLOURS] + [f"edge_{kind}" for kind in style.LINES]
    wanted += [f"fact_{name}" for name in shown]
    assert [key for key in wanted if f"viz.{key}" not in catalogue()] == []
