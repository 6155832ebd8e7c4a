"""Layouts of thousands of nodes: containers share out the map, nodes stand in theirs and apart."""

import random

import numpy as np
import pytest
from numpy.typing import NDArray

import viz
from graphmodel.domain.graph import Graph
from tests.viz.factory import evidence_of, graph_of, large_claims
from viz.large_layout import place_large
from viz.scene import Layout, Scene
from viz.treemap import Rect, squarified


def scene_of(count: int, seed: int | None = None) -> Scene:
    claims = large_claims(count)
    graph = graph_of(claims)
    if seed is not None:
        chance = random.Random(seed)  # noqa: S311
        nodes, edges = list(graph.nodes), list(graph.edges)
        chance.shuffle(nodes)
        chance.shuffle(edges)
        graph = Graph(nodes=tuple(nodes), edges=tuple(edges))
    return viz.build_scene(graph, evidence_of(claims), title="x", lang="ru")


@pytest.fixture(scope="module")
def large() -> Scene:
    return scene_of(700)


def layouts(scene: Scene) -> tuple[Layout, Layout]:
    placed = place_large(scene.nodes, scene.edges, scene.places)
    return placed.wide, placed.tall


def inside(inner: tuple[int, int, int, int], outer: tuple[int, int, int, int]) -> bool:
    return inner[0] >= outer[0] and inner[1] >= outer[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def test_a_treemap_shares_out_the_area_by_weight() -> None:
    rects = squarified([1, 6, 3, 2], Rect(0, 0, 40, 30))

    assert [round(rect.width * rect.height) for rect in rects] == [100, 600, 300, 200]
    assert all(max(r.width / r.height, r.height / r.width) < 3 for r in rects)


def test_no_weights_no_rectangles() -> None:
    assert squarified([], Rect(0, 0, 40, 30)) == []


def test_every_node_stands_in_its_container_and_in_no_other(large: Scene) -> None:
    leaves = [place for place, one in enumerate(large.places) if one.parent]
    number = {one.id: place for place, one in enumerate(large.places)}
    for layout in layouts(large):
        for node, (x, y) in zip(large.nodes, layout.positions, strict=True):
            own = number[node.place]
            assert inside((x, y, x, y), layout.boxes[own])
            assert not [p for p in leaves if p != own and inside((x, y, x, y), layout.boxes[p])]


def test_containers_lie_in_theirs_and_do_not_overlap(large: Scene) -> None:
    number = {one.id: place for place, one in enumerate(large.places)}
    for layout in layouts(large):
        for place, one in enumerate(large.places):
            box = layout.boxes[place]
            assert inside(box, layout.boxes[number[one.parent]] if one.parent else layout.bounds)
            for other, sibling in enumerate(large.places[:place]):
                if sibling.parent == one.parent:
                    apart = layout.boxes[other]
                    assert (
                        box[0] >= apart[2] or apart[0] >= box[2] or box[1] >= apart[3] or apart[1] >= box[3]
                    )


def test_no_two_nodes_stand_on_each_other(large: Scene) -> None:
    for layout in layouts(large):
        spots = np.array(layout.positions)
        apart = np.abs(spots[:, None] - spots[None]).sum(axis=2) + 99 * np.eye(len(spots), dtype=int)
        assert apart.min() >= 8


def test_a_screen_is_wide_and_a_phone_tall(large: Scene) -> None:
    wide, tall = (layout.bounds for layout in layouts(large))

    assert wide[2] - wide[0] > wide[3] - wide[1]
    assert tall[2] - tall[0] < tall[3] - tall[1]


def test_partners_stand_nearer_than_strangers(large: Scene) -> None:
    spots = np.array(layouts(large)[0].positions)
    source, target = (np.array([getattr(edge, end) for edge in large.edges]) for end in ("source", "target"))
    strangers = (target + 331) % len(spots)

    def mean_distance(others: NDArray[np.int64]) -> float:
        return float(np.hypot(*(spots[source] - spots[others]).T).mean())

    assert mean_distance(target) < mean_distance(strangers)


def test_the_order_of_the_input_changes_nothing() -> None:
    assert len({viz.render_html(scene_of(60, seed), renderer="sigma") for seed in range(3)}) == 1


def test_a_scene_without_nodes_has_a_layout() -> None:
    assert place_large((), (), ()).wide.positions == ()
