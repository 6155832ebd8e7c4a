"""How large an enterprise is, by the value of what sources say that it delivers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from graphmodel.analysis.index import Index
from graphmodel.domain.graph import Edge


@dataclass(frozen=True)
class Size:
    """`value` in one currency; `score` is its share of the largest that it is compared with."""

    score: float
    value: float
    currency: str
    edges: tuple[Edge, ...]


def relative_sizes(index: Index, enterprises: Iterable[str]) -> dict[str, Size]:
    """Enterprise → its size, for those of which it is known in the currency in which most are known."""
    known = {key: index.valued[key] for key in enterprises if key in index.valued}
    counted = Counter(currency for by_currency in known.values() for currency in by_currency)
    if not counted:
        return {}
    currency = min(counted, key=lambda code: (-counted[code], code))
    values = {key: _value(edges[currency]) for key, edges in known.items() if currency in edges}
    largest = max(values.values())
    return {
        key: Size(value / largest, value, currency, tuple(known[key][currency]))
        for key, value in values.items()
    }


def _value(edges: Iterable[Edge]) -> float:
    return sum(float(edge.properties["value"]) for edge in edges)
