"""The questions that a look-up of the API answers too: one that the API gains gets a line in `TWINS`."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

import httpx

from graphmodel.store import View
from queries import ask

Row = Mapping[str, Any]
Facts = Iterable[tuple[Any, ...]]


class Twin(NamedTuple):
    """A question about one enterprise, and the address that answers it; both as facts that can be compared."""

    asked: Callable[[str], ask.Asked]
    address: str
    said: Callable[[Sequence[Row]], Facts]
    answered: Callable[[dict[str, Any]], Facts]


_CARD: Final = ("id", "name_en", "name_uz", "status", "inn", "ogrn", "stir", "lei")
_LINK: Final = ("product", "status", "since", "until")
_CLAIM: Final = ("kind", "status", "asserted", "confidence", "address", "locator", "quote", "note")


def _of(row: Row, names: Iterable[str]) -> tuple[Any, ...]:
    return tuple(row[name] for name in names)


def _cards(rows: Sequence[Row]) -> Facts:
    for row in rows:
        yield *_of(row, _CARD), row["unnamed"], tuple(row["aliases"] or ()), row["country"], row["region"]


def _card(answer: dict[str, Any]) -> Facts:
    for place in answer["places"] or [{"country": None}]:
        region = place.get("name_ru") or place.get("name_en") or place.get("code")
        yield *_of(answer, _CARD), answer["placeholder"], tuple(answer["aliases"]), place["country"], region


def _partners(answer: dict[str, Any]) -> Facts:
    for item in answer["items"]:
        edge = item["edge"]
        yield (
            item["relation"],
            item["partner"]["id"],
            item["partner"]["placeholder"],
            *_of(edge, ("product", "status", "confidence")),
            tuple(item["claims"]),
        )


def _partner_rows(rows: Sequence[Row]) -> Facts:
    told = ("relation", "partner_id", "partner_unnamed", "product_code", "status", "confidence")
    return ((*_of(row, told), tuple(row["claims"])) for row in rows)


def _links(relation: str) -> Callable[[dict[str, Any]], Facts]:
    """The supplies to or from the partners of one relation."""

    def answered(answer: dict[str, Any]) -> Facts:
        items = (item for item in answer["items"] if item["relation"] == relation)
        return ((item["partner"]["id"], *_of(item["edge"], _LINK), tuple(item["claims"])) for item in items)

    return answered


def _link_rows(rows: Sequence[Row]) -> Facts:
    told = ("id", "product_code", "status", "since", "until")
    return ((*_of(row, told), tuple(row["claims"])) for row in rows)


def _holdings(relation: str) -> Callable[[dict[str, Any]], Facts]:
    """Who owns it, or what it owns."""

    def answered(answer: dict[str, Any]) -> Facts:
        items = (item for item in answer["items"] if item["relation"] == relation)
        return ((item["partner"]["id"], *_of(item["edge"], ("share", "status"))) for item in items)

    return answered


def _holding_rows(end: str) -> Callable[[Sequence[Row]], Facts]:
    return lambda rows: (_of(row, (end, "share", "status")) for row in rows if row["tier"] == 1)


def _agreements(answer: dict[str, Any]) -> Facts:
    return {(agreement,) for item in answer["items"] for agreement in item["edge"]["agreements"]}


def _agreement_rows(rows: Sequence[Row]) -> Facts:
    return ((row["agreement"],) for row in rows if row["others"])


def _claims(answer: dict[str, Any]) -> Facts:
    return ((*_of(item, ("claim", "title", "published")), *_of(item, _CLAIM)) for item in answer["items"])


def _claim_rows(rows: Sequence[Row]) -> Facts:
    return ((row["claims"][0], row["source"], row["published"] or "XXXX", *_of(row, _CLAIM)) for row in rows)


TWINS: Final = {
    "enterprise-card": Twin(ask.enterprise_card, "", _cards, _card),
    "partners": Twin(ask.partners, "/partners", _partner_rows, _partners),
    "suppliers": Twin(lambda key: ask.suppliers(key, tiers=1), "/partners", _link_rows, _links("supplier")),
    "buyers": Twin(lambda key: ask.buyers(key, tiers=1), "/partners", _link_rows, _links("buyer")),
    "owners": Twin(ask.owners, "/partners", _holding_rows("owner_id"), _holdings("owner")),
    "owned": Twin(ask.owned, "/partners", _holding_rows("owned_id"), _holdings("owned")),
    "agreements-of": Twin(ask.agreements_of, "/partners", _agreement_rows, _agreements),
    "claims-of": Twin(ask.claims_of, "/evidence", _claim_rows, _claims),
}
"""By the name of the question."""


def compared(view: View, api: httpx.Client, twin: Twin, enterprise: str) -> Counter[tuple[Any, ...]]:
    """What both say of an enterprise, where it is the same."""
    rows = view.ask(*twin.asked(enterprise)).rows
    answer = api.get(f"/v1/enterprises/{enterprise}{twin.address}").raise_for_status().json()
    said = Counter(twin.said(rows))
    assert said == Counter(twin.answered(answer))
    return said
