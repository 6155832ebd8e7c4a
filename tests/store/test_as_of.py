"""The graph as of a day: projected from the claims of then, by the decisions about who is who."""

from collections.abc import Callable
from datetime import date

import pytest

from graphmodel.domain.graph import Graph
from graphmodel.errors import NotFoundError
from graphmodel.store import Store, View
from loaders import reference, resolve
from tests.domain.samples import claim, ref
from tests.store.graphs import EVERYTHING, KUBAN, load

TODAY = date(2026, 11, 24)
"""No source of the reference data set speaks of a later day."""


@pytest.fixture(scope="module")
def view(shared: Store, wipe: Callable[[], None]) -> View:
    """The reference data set."""
    wipe()
    shared.writer().load(reference().sources, reference().claims)
    return shared.view()


def members(graph: Graph, cluster: str) -> set[str]:
    named = {(node.label, node.key): node.name("ru") for node in graph.nodes}
    edges = [edge for edge in graph.edges if edge.type == "MEMBER_OF"]
    return {named[edge.source] for edge in edges if edge.target == ("Cluster", cluster)}


def ended(graph: Graph) -> set[tuple[str, str]]:
    edges = [edge for edge in graph.edges if edge.type == "SUPPLIES"]
    return {(e.source[1], e.target[1]) for e in edges if e.properties["status"] == "ended"}


def test_as_of_today_it_is_the_graph_of_today_but_for_supplies_that_are_over(view: View) -> None:
    stored, projected = view.graph(), view.graph(TODAY)
    assert projected.nodes == stored.nodes
    differing = [(was, now) for was, now in zip(stored.edges, projected.edges, strict=True) if was != now]
    (was, now) = differing[0]
    assert len(differing) == 1 and was.properties["until"] == "2025"
    assert (was.properties["status"], now.properties["status"]) == ("signed", "ended")
    assert now == was.model_copy(update={"properties": {**was.properties, "status": "ended"}})


def test_a_later_statement_of_membership_is_not_there_earlier(view: View) -> None:
    of_2025 = {"ПромАгроТехнологии", "ОС-НОВА", "ПКЦ Сталкер", "Донтехрезина и ко"}
    later = {"предприятие из Мелитополя", "Фонд развития промышленности Краснодарского края"}
    for graph_on in (view.graph, lambda day: view.cluster("yug", day)):
        assert members(graph_on(date(2025, 12, 31)), "yug") == of_2025
        assert members(graph_on(date(2026, 1, 14)), "yug") == of_2025 | later
    assert not members(view.graph(date(2025, 10, 31)), "yug")


def test_a_field_as_of_today_is_the_field_of_today(view: View) -> None:
    for cluster in ("agromash-ru-uz", "yug"):
        stored, projected = view.cluster(cluster), view.cluster(cluster, TODAY)
        assert projected.nodes == stored.nodes
        assert ended(projected) >= ended(stored)
        assert [(e.type, e.claims) for e in projected.edges] == [(e.type, e.claims) for e in stored.edges]


def test_a_cluster_that_nobody_had_told_of_is_not_found(view: View) -> None:
    with pytest.raises(NotFoundError) as error:
        view.cluster("agromash-ru-uz", date(2025, 4, 27))
    assert "2025-04-27" in error.value.render("en")


def test_who_is_who_holds_on_every_day(store: Store) -> None:
    registry = claim(
        "enterprise", source="S3", name="ООО «Синтез-АТИСС»", identifiers={"inn": "9900000017"}, place=KUBAN
    )
    press = claim(
        "supplies",
        source="S1",
        supplier=ref("Синтез-АТИСС", place=KUBAN),
        buyer=ref("Завод 5"),
        asserted="2020",
    )
    load(store, *EVERYTHING, registry, press)
    resolve(store)
    view = store.view()
    assert view.graph(date(2025, 12, 31)) == view.graph()
    (edge,) = (edge for edge in view.graph(date(2021, 1, 1)).edges if edge.type == "SUPPLIES")
    assert edge.source[1] == "ru-inn-9900000017"
