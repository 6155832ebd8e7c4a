"""Who belongs to a cluster."""

from collections.abc import Iterator

from graphmodel.analysis.index import ENTERPRISE, Index
from graphmodel.domain.graph import Edge, Graph, Node
from graphmodel.errors import NotFoundError


def cluster(index: Index, cluster_id: str) -> Node:
    """The cluster of this id. Raises NotFoundError, which lists the clusters that there are."""
    if node := index.nodes.get(("Cluster", cluster_id)):
        return node
    known = ", ".join(sorted(key for label, key in index.nodes if label == "Cluster"))
    raise NotFoundError("analysis.no_cluster", name=cluster_id, known=known or "—")


def memberships(index: Index, cluster_id: str) -> dict[str, Edge]:
    """Enterprise → its membership that has not ended. Raises NotFoundError for an unknown cluster."""
    target = ("Cluster", cluster(index, cluster_id).key)
    return {edge.source[1]: edge for edge in index.live("MEMBER_OF") if edge.target == target}


def members(graph: Graph, cluster_id: str) -> tuple[Node, ...]:
    """The members of a cluster, unnamed ones too, in the order of their ids; who has left is not among them.

    Raises NotFoundError, which lists the known clusters, where there is no such cluster.
    """
    found = memberships(Index(graph), cluster_id)
    return tuple(node for node in graph.nodes if node.label == ENTERPRISE and node.key in found)


def member_records(graph: Graph, cluster_id: str) -> Iterator[str]:
    """The ids under which sources may speak of the members: their own, and those of the records merged into them."""
    for node in members(graph, cluster_id):
        yield node.key
        yield from node.properties.get("records", ())
