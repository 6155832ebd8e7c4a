"""From what the store knows to what the API answers."""

from collections.abc import Iterable
from typing import Any

from graphmodel.api import models
from graphmodel.api.cursors import cursor_after
from graphmodel.domain.graph import Graph, Node
from graphmodel.domain.ids import REGISTRIES
from graphmodel.errors import AmbiguousNameError, NotFoundError
from graphmodel.store import Partner, View


def enterprises(view: View, q: str, limit: int, after: str) -> models.Enterprises:
    """The `limit` enterprises after that with the id `after`, of all or of those that `q` finds."""
    found = view.enterprises(after, limit + 1, q)
    page = found[:limit]
    return models.Enterprises(
        items=tuple(models.Enterprise(**_enterprise(node)) for node in page),
        next=cursor_after(page[-1].key) if len(found) > limit else None,
    )


def card(view: View, number: str) -> models.EnterpriseCard:
    """The enterprise with this id or registry number."""
    node = _by_number(view, number)
    places = _locations(view.place(node.key), node.key)
    return models.EnterpriseCard(**_enterprise(node), places=tuple(places))


def partners(view: View, number: str) -> models.Partners:
    """Every relation of the enterprise with this id or registry number."""
    rows = view.partners(_by_number(view, number).key)
    known = _evidence(view, {claim for row in rows for claim in row.edge.claims})
    return models.Partners(items=tuple(_partner(row, known) for row in rows), next=None)


def evidence(view: View, number: str) -> models.EvidenceList:
    """What stands behind the enterprise with this id or registry number."""
    known = _evidence(view, _by_number(view, number).claims)
    return models.EvidenceList(items=tuple(known.values()), next=None)


def _by_number(view: View, number: str) -> Node:
    """Names are for the search: they may be one enterprise's today and several enterprises' tomorrow."""
    try:
        found = view.enterprise(number)
    except AmbiguousNameError:
        raise
    except NotFoundError as error:
        raise NotFoundError("api.no_enterprise", id=number) from error
    if number not in (found.key, *(found.properties.get(registry) for registry in REGISTRIES)):
        raise NotFoundError("api.no_enterprise", id=number)
    return found


def _named(node: Node) -> dict[str, Any]:
    return {name: node.properties.get(name) for name in models.Named.model_fields}


def _marked(node: Node) -> dict[str, Any]:
    synthetic = node.properties.get("synthetic", False)
    return {**_named(node), "placeholder": node.placeholder, "synthetic": synthetic}


def _enterprise(node: Node) -> dict[str, Any]:
    own = {name: node.properties.get(name) for name in models.Enterprise.model_fields}
    lists = {name: node.properties.get(name, ()) for name in ("aliases", "records")}
    return own | _marked(node) | lists | {"id": node.key, "claims": node.claims}


def _locations(around: Graph, enterprise: str) -> Iterable[models.Location]:
    nodes = {(node.label, node.key): node for node in around.nodes}
    for edge in around.edges:
        if edge.type == "LOCATED_IN" and edge.source[1] == enterprise:
            label, code = edge.target
            yield models.Location(
                **_named(nodes[edge.target]),
                kind="region" if label == "Region" else "country",
                code=code,
                country=code[:2],
                place=edge.properties.get("place"),
                country_as_stated=edge.properties.get("country_as_stated"),
                claims=edge.claims,
            )


def _evidence(view: View, claims: Iterable[str]) -> dict[str, models.Evidence]:
    found = view.evidence(claims)
    return {claim: models.Evidence(**found[claim].model_dump()) for claim in sorted(found)}


def _partner(row: Partner, known: dict[str, models.Evidence]) -> models.Partner:
    given = {name: row.edge.properties.get(name) for name in models.RelationEdge.model_fields}
    edge = given | {
        "type": row.edge.type,
        "start": row.edge.source[1],
        "end": row.edge.target[1],
        "agreements": row.edge.properties.get("agreements", ()),
        "synthetic": row.edge.properties.get("synthetic", False),
    }
    party = {**_marked(row.partner), "kind": row.partner.label.lower(), "id": row.partner.key}
    return models.Partner.model_validate(
        {
            "relation": row.relation,
            "partner": party,
            "edge": edge,
            "claims": row.edge.claims,
            "evidence": [known[claim] for claim in row.edge.claims if claim in known],
        }
    )
