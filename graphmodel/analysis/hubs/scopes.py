"""Parts of a graph that an analysis may be asked about: a region, or two countries and what is between them."""

import re
from typing import Final

from graphmodel.analysis.hubs.project import Scope
from graphmodel.analysis.index import ENTERPRISE, Index
from graphmodel.domain.graph import Graph, Node
from graphmodel.errors import NotFoundError, UsageError

_PAIR: Final = re.compile("([A-Z]{2})-([A-Z]{2})")


def region(graph: Graph, code: str) -> Scope:
    """The enterprises of a region by its ISO 3166-2 code.

    Raises NotFoundError, which lists the regions that there are, where no enterprise is known to be there.
    """
    places = Index(graph).places
    found = frozenset(key for key, place in places.items() if place.region == code)
    if not found:
        known = sorted({place.region for place in places.values() if place.region})
        raise NotFoundError("analysis.no_region", code=code, known=", ".join(known) or "—")
    return found


def between(graph: Graph, countries: str) -> Graph:
    """The graph without enterprises outside two countries, which are given as `RU-UZ` (ISO 3166-1).

    Who is nowhere is left out too. Raises UsageError where these are no two countries, and NotFoundError, which lists
    the countries that there are, where no enterprise is known to be in one of them.
    """
    codes = _codes(countries)
    places = Index(graph).places
    known = sorted({place.country for place in places.values()})
    if missing := [code for code in codes if code not in known]:
        raise NotFoundError("analysis.no_country", code=missing[0], known=", ".join(known) or "—")
    inside = {key for key, place in places.items() if place.country in codes}
    nodes = tuple(node for node in graph.nodes if node.label != ENTERPRISE or node.key in inside)
    ends = set(map(_end, nodes))
    return Graph(nodes=nodes, edges=tuple(e for e in graph.edges if e.source in ends and e.target in ends))


def _codes(countries: str) -> tuple[str, str]:
    pair = _PAIR.fullmatch(countries)
    if pair is None or pair[1] == pair[2]:
        raise UsageError("analysis.bad_countries", value=countries)
    return pair[1], pair[2]


def _end(node: Node) -> tuple[str, str]:
    return node.label, node.key
