"""Labels are UpperCamel, edge types UPPER_SNAKE, properties lower_snake; ends of edges are labels."""

import re

import pytest

from graphmodel.domain.schema import EDGE_KINDS, NODE_KINDS, NODES, PLACEHOLDER, PROVENANCE_EDGES, EdgeKind

EDGES = (*EDGE_KINDS, *PROVENANCE_EDGES)


@pytest.mark.parametrize("label", [*NODES, PLACEHOLDER])
def test_label(label: str) -> None:
    assert re.fullmatch(r"([A-Z][a-z]+)+", label)


@pytest.mark.parametrize("kind", EDGES, ids=lambda kind: kind.type)
def test_edge_type(kind: EdgeKind) -> None:
    assert re.fullmatch(r"[A-Z]+(_[A-Z]+)*", kind.type)


def test_ends_of_edges_are_labels() -> None:
    assert {label for kind in EDGES for label in (*kind.starts, *kind.ends)} <= set(NODES)


def test_properties() -> None:
    found = {p.name for kind in (*NODE_KINDS, *EDGES) for p in kind.properties}

    assert not [name for name in found if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name)]


def test_no_name_is_declared_twice() -> None:
    assert len({kind.label for kind in NODE_KINDS}) == len(NODE_KINDS)
    assert len({kind.type for kind in EDGES}) == len(EDGES)
