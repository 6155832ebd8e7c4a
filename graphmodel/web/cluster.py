"""What is known of a cluster, group by group: members, hubs, gaps, rules."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from graphmodel.analysis import Gap, Gaps, Hub, Hubs, RuleVerdict, Verdicts
from graphmodel.domain import wording
from graphmodel.domain.graph import Edge, Graph, Node
from graphmodel.domain.telling import NodeKey
from graphmodel.web.lines import Group, Line, address, address_of, joined
from graphmodel.web.words import Words

CANDIDATES: Final = 3
"""Candidates of a gap that are shown."""


def members(field: Graph, cluster: str, words: Words) -> list[Group]:
    """The members by place; who has left is there too, with that state."""
    nodes = {(node.label, node.key): node for node in field.nodes}
    places = {edge.source: edge for edge in field.edges if edge.type == "LOCATED_IN"}
    groups: defaultdict[str, list[Line]] = defaultdict(list)
    for edge in field.edges:
        if edge.type == "MEMBER_OF" and edge.target == ("Cluster", cluster):
            node, place = nodes[edge.source], places.get(edge.source)
            said = joined(str(edge.properties.get("role", "")), words.status(edge.properties.get("status")))
            claims = (*edge.claims, *(place.claims if place else ()))
            synthetic = bool(node.properties.get("synthetic"))
            line = Line(words.name(node), said, tuple(dict.fromkeys(claims)), address_of(node), synthetic)
            groups[_place(place, nodes, words)].append(line)
    return [
        Group(place, tuple(sorted(groups[place], key=lambda line: line.title))) for place in sorted(groups)
    ]


def _place(edge: Edge | None, nodes: Mapping[NodeKey, Node], words: Words) -> str:
    if edge is None:
        return words.say("no_place")
    region = nodes.get(edge.target)
    name = words.name(region) if region else edge.target[1]
    return words.place(edge.target[1], name, edge.properties.get("country_as_stated"))


def hubs(found: Hubs, words: Words) -> list[Group]:
    """Role by role, who holds the cluster together."""
    roles = dict.fromkeys(row.role for row in found.rows)
    return [
        Group(words.role(role), tuple(_hub(row, words) for row in found.rows if row.role == role))
        for role in roles
    ]


def _hub(row: Hub, words: Words) -> Line:
    low, high = row.interval
    told = words.verdict_of_hub(row.verdict, rank=f"{row.rank:g}", low=f"{low:g}", high=f"{high:g}")
    return Line(words.named(row.enterprise), told, row.claims, address("Enterprise", row.enterprise.id))


def gaps(found: Gaps, words: Words) -> list[Group]:
    """The inputs that are not secured, product by product, each with who could deliver it."""
    groups: defaultdict[str, list[Line]] = defaultdict(list)
    for row in found.rows:
        if row.kind != "ok":
            groups[words.named(row.product)].append(_gap(row, words))
    return [Group(product, tuple(lines)) for product, lines in groups.items()]


def _gap(row: Gap, words: Words) -> Line:
    weight = "" if row.weight is None else words.say("points", number=f"{row.weight:g}")
    necessity = joined(wording.code("necessity", row.necessity, words.lang), row.condition or "")
    further = tuple(
        Line(
            words.named(one.enterprise),
            words.sentence(one.path),
            one.claims,
            address("Enterprise", one.enterprise.id),
        )
        for one in row.candidates[:CANDIDATES]
    )
    told = joined(words.gap(row.kind), weight, necessity)
    return Line(words.named(row.input), told, row.claims, further=further)


def rules(found: Verdicts, words: Words) -> list[Group]:
    """Every rule of the act with its verdict, what is measured and what is open."""
    return [Group(words.sentence(found.act), tuple(_rule(row, words) for row in found.rows))]


def _rule(row: RuleVerdict, words: Words) -> Line:
    open_ = tuple(Line(words.say("open"), words.sentence(told)) for told in row.missing)
    told = joined(words.verdict(row.verdict), _measured(row, words))
    return Line(words.sentence(row.text), told, row.claims, further=open_)


def _measured(row: RuleVerdict, words: Words) -> str:
    """`5`, `5–7`, or `5 or more`; nothing where there is no telling."""
    if row.measured[0] is None:
        return ""
    low, high = (None if bound is None else wording.amount(bound, None, words.lang) for bound in row.measured)
    value = words.say("and_more", least=low) if high is None else high if low == high else f"{low}–{high}"
    return words.measured(row.check, value)
