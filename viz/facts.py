"""The lines of the details panel: what the graph says about one node or edge, in words."""

from collections.abc import Callable
from typing import Any, Final

from graphmodel.domain.graph import Edge, Node
from graphmodel.domain.schema import EDGES, NODES
from viz import wording
from viz.scene import Fact, Words
from viz.selection import NodeKey, Selection

_ELSEWHERE: Final = frozenset(
    {
        "name_ru",
        "name_en",
        "name_uz",
        "aliases",
        "search",
        "sound",
        "initials",
        "synthetic",
        "agreement",
        "agreements",
        "product",
        "currency",
        "value",
    }
)
_WORDED: Final[dict[str, Callable[[Any], Words]]] = {
    "status": lambda value: wording.code("status", value),
    "necessity": lambda value: wording.code("necessity", value),
    "kind": lambda value: wording.code("agreement", value),
    "share": wording.percent,
    "confidence": wording.percent,
    "country_as_stated": wording.country,
}


def _value(name: str, kind: str, value: Any) -> Words:
    if say := _WORDED.get(name):
        return say(value)
    if kind == "edtf":
        return wording.date(str(value))
    if kind == "strings":
        return wording.same(", ".join(str(part) for part in value))
    return wording.same(f"{value:g}" if kind == "number" else value)


def _declared(thing: Node | Edge) -> list[Fact]:
    """The properties that the schema declares, in its order, and the confidence last."""
    kind = NODES[thing.label] if isinstance(thing, Node) else EDGES[thing.type]
    given = thing.properties
    types = {p.name: p.type for p in kind.properties if p.name not in _ELSEWHERE} | {"confidence": "number"}
    return [
        Fact(name=name, value=_value(name, type_, given[name]))
        for name, type_ in types.items()
        if given.get(name) is not None
    ]


def _named(chosen: Selection, key: NodeKey) -> Words:
    if key not in chosen.names:
        node = chosen.known.get(key)
        chosen.names[key] = wording.name(node) if node else wording.same(key[1])
    return chosen.names[key]


def _listed(fact: str, values: list[Words]) -> list[Fact]:
    return [Fact(name=fact, value=value) for value in values]


def agreement(
    chosen: Selection, own: str, given: Any, around: tuple[str, ...] = ("SIGNED_AT", "FOUNDS")
) -> Words:
    """One agreement in a line: kind, status, date, subject, and what it leads to by the edges `around` it.

    `given` are the properties of the pair's edge, for an agreement that the graph does not hold.
    """
    key = ("Agreement", own)
    node = chosen.known.get(key)
    facts = _declared(node) if node else []
    parts = [fact.value for fact in facts if fact.name != "confidence"] or _from_pair(given)
    for edge_type in around:
        parts += [_named(chosen, edge.target) for edge in chosen.leaving.get((edge_type, key), [])]
    return wording.joined(" · ", parts or [wording.same(own)])


def _from_pair(given: Any) -> list[Words]:
    return [
        _value(n, "edtf" if n == "signed" else "", given[n])
        for n in ("kind", "status", "signed")
        if n in given
    ]


def agreements_of(edge: Edge) -> list[str]:
    """The ids of the agreements that an edge between two parties stands for, the one shown first."""
    own = edge.properties.get("agreement")
    others = [other for other in edge.properties.get("agreements", ()) if other != own]
    return [*([own] if own else []), *others]


def product_of(chosen: Selection, edge: Edge) -> Words | None:
    """The name of the product that a supply is about."""
    product = edge.properties.get("product")
    return _named(chosen, ("Product", product)) if product else None


def place_facts(chosen: Selection, key: NodeKey) -> list[Fact]:
    """What the source says of where a node lies, beyond its country and region."""
    country, region = chosen.place_of(key)
    held = {("Country", country), ("Region", region)}
    known = {_named(chosen, (label, code)).ru for label, code in held if code}
    located = chosen.located(key)
    told = located.properties if located else {}
    facts = [Fact(n, _value(n, "string", told[n])) for n in ("place", "country_as_stated") if told.get(n)]
    return [fact for fact in facts if fact.value.ru not in known]


def of_node(chosen: Selection, node: Node) -> tuple[Fact, ...]:
    """All facts of a card."""
    key = (node.label, node.key)
    industries = [_named(chosen, e.target) for e in chosen.leaving.get(("CLASSIFIED_AS", key), [])]
    products = [_named(chosen, e.target) for e in chosen.leaving.get(("PRODUCES", key), [])]
    founding = [
        agreement(chosen, e.source[1], {}, ("SIGNED_AT",)) for e in chosen.entering.get(("FOUNDS", key), [])
    ]
    own = _declared(node)
    extra = _listed("produces", products) + _listed("industry", industries) + _listed("founded_by", founding)
    return (*own[:-1], *place_facts(chosen, key), *extra, *own[-1:])


def of_edge(chosen: Selection, edge: Edge) -> tuple[Fact, ...]:
    """All facts of a line."""
    product = product_of(chosen, edge)
    given = edge.properties
    if edge.type == "MEMORANDUM":
        lines = [agreement(chosen, own, given) for own in agreements_of(edge)]
        shown = [fact for fact in _declared(edge) if fact.name == "confidence" or not lines]
        return (*_listed("agreement", lines), *shown)
    value = given.get("value")
    sums = [wording.amount(value, given.get("currency"))] if value is not None else []
    return (*_listed("product", [product] if product else []), *_declared(edge), *_listed("value", sums))
