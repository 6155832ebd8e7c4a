"""Maps of the fields that are wanted, made from the schema: what is a list is never null."""

from typing import Final

from graphmodel.domain.schema import COMMON, EDGES, NODES, Property

_HIDDEN: Final = frozenset({"search", "sound"})
"""Properties by which the database searches."""


def _field(variable: str, each: Property) -> str:
    match each.type:
        case "strings":
            return f"{each.name}: coalesce({variable}.{each.name}, [])"
        case "boolean":
            return f"{each.name}: coalesce({variable}.{each.name}, false)"
    return f".{each.name}"


def node(label: str, variable: str = "n", more: str = "") -> str:
    """The map of a node: its key, the properties of the schema and, of an enterprise, whether it has a name."""
    kind = NODES[label]
    names = [_field(variable, each) for each in (*kind.properties, *COMMON) if each.name not in _HIDDEN]
    mark = [f"placeholder: {variable}:Placeholder"] if label == "Enterprise" else []
    return f"{variable}{{.{kind.key}, {', '.join((*names, *mark))}{more}}}"


def edge(*types: str, variable: str = "r") -> str:
    """The map of an edge of one of these types: type, ends, and the properties of all of them; no claims."""
    named = {each.name: each for one in types for each in (*EDGES[one].properties, *COMMON)}
    names = [_field(variable, each) for name, each in named.items() if name != "claims"]
    start, end = f"startNode({variable})", f"endNode({variable})"
    ends = f"start: coalesce({start}.id, {start}.code), end: coalesce({end}.id, {end}.code)"
    return f"{variable}{{type: type({variable}), {ends}, {', '.join(names)}}}"


def party(variable: str) -> str:
    """The map of an enterprise, region or country as the other side of something."""
    return (
        f"{variable}{{.name_ru, .name_en, .name_uz, id: coalesce({variable}.id, {variable}.code),"
        f" kind: CASE WHEN {variable}:Enterprise THEN 'enterprise' WHEN {variable}:Region THEN 'region'"
        f" ELSE 'country' END, placeholder: {variable}:Placeholder,"
        f" synthetic: coalesce({variable}.synthetic, false)}}"
    )


EVIDENCE: Final = (
    "{claim: c.id, kind: c.kind, source: s.id, title: s.title, address: s.address,"
    " published: coalesce(s.date, 'XXXX'), locator: c.locator, quote: c.quote, asserted: c.asserted,"
    " status: c.status, confidence: c.confidence, note: c.note}"
)
"""The map of a claim `c` with its source `s`."""
