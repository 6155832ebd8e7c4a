"""From an ownership, membership or delivery of FollowTheMoney to its claim.

A delivery is an `EconomicActivity`, the model's schema of foreign trade: the only one that has a sender, a receiver,
and the goods with their code of the Harmonized System.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from graphmodel.domain.classifications import hs_name, is_hs
from loaders.ftm.entity import Entity, EntityError, names_of

_PERCENTAGE: Final = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*%?")
_AMOUNT: Final = re.compile(r"(\d+(?:\.\d+)?) ([A-Z]{3})")
References = Mapping[str, dict[str, Any]]
"""The enterprises and clusters of a file, by FtM id, as claims refer to them."""


def ownership(entity: Entity, locator: str, known: References) -> dict[str, Any]:
    """Who owns what, and how much of it. Raises EntityError where the file has no such enterprise."""
    percentage = entity.first("percentage")
    share = _PERCENTAGE.fullmatch(percentage)
    return {
        "kind": "ownership",
        "owner": _party(entity, "owner", locator, known),
        "owned": _party(entity, "asset", locator, known),
        "share": float(share[1].replace(",", ".")) / 100 if share else None,
        "note": _note(entity, "" if share else percentage),
    }


def membership(entity: Entity, locator: str, known: References) -> dict[str, Any]:
    """Who belongs to which cluster. Raises EntityError where the organization is none."""
    cluster = _party(entity, "organization", locator, known)
    if cluster["type"] != "cluster":
        raise EntityError(locator, "organization", "ftm_no_cluster", cluster["name"])
    return {
        "kind": "membership",
        "member": _party(entity, "member", locator, known),
        "cluster": cluster,
        "role": entity.first("role") or None,
        "note": _note(entity),
    }


def supply(entity: Entity, locator: str, known: References) -> dict[str, Any]:
    """Who sent what to whom. Raises EntityError where the file has no such enterprise, or HS no such code."""
    invoice = entity.first("invoiceAmount")
    amount = _AMOUNT.fullmatch(invoice)
    return {
        "kind": "supplies",
        "supplier": _party(entity, "sender", locator, known),
        "buyer": _party(entity, "receiver", locator, known),
        "product": _product(entity, locator),
        "since": entity.first("startDate", "date")[:10] or entity.told("since") or None,
        "until": entity.first("endDate")[:10] or entity.told("until") or None,
        "volume": entity.told("volume") or None,
        "value": {"amount": amount[1], "currency": amount[2]} if amount else None,
        "note": _note(entity, "" if amount else invoice),
    }


READERS: Final[dict[str, Callable[[Entity, str, References], dict[str, Any]]]] = {
    "Ownership": ownership,
    "Membership": membership,
    "EconomicActivity": supply,
}
ENDS: Final = ("owner", "asset", "member", "organization", "sender", "receiver")
"""The properties by which these schemata name enterprises and clusters."""


def _party(entity: Entity, name: str, locator: str, known: References) -> dict[str, Any]:
    own = entity.first(name)
    if not own:
        raise EntityError(locator, name, "missing")
    if own not in known:
        raise EntityError(locator, name, "ftm_unknown", own)
    return known[own]


def _product(entity: Entity, locator: str) -> dict[str, Any] | None:
    """The goods by their description, else by the name that the Harmonized System gives their code."""
    codes = [code.replace(" ", "") for code in entity.all("vedCode")]
    if wrong := next((code for code in codes if not is_hs(code)), ""):
        raise EntityError(locator, "vedCode", "unknown_hs", wrong)
    official = tuple(map(hs_name, codes))
    called = entity.all("goodsDescription") or entity.all("vedCodeDescription") or official
    if not called:
        return None
    return {"type": "product", "name": called[0], "names": names_of(called), "hs": codes}


def _note(entity: Entity, *more: str) -> str | None:
    return "; ".join(filter(None, (*more, *entity.citation()))) or None
