"""From a row of a table of links between enterprises, or to clusters, to its claim."""

from decimal import Decimal
from typing import Any

from graphmodel.domain.claims import CLAIM, Claim
from loaders.tables.cells import CellError, name, words
from loaders.tables.mapping import LinkTable, MembershipTable, OwnershipTable, SupplyTable
from loaders.tables.parties import Directory, party
from loaders.tables.quantities import not_negative, quantity
from loaders.tables.record import Record
from loaders.tables.shapes import codes, common, product_ref
from loaders.tables.sheets import Raw


def link(record: Record, mapping: LinkTable, source: str, known: Directory) -> tuple[Claim, ...]:
    """The claim of a row. Raises RowError for the first bad cell."""
    record.check_width()
    match mapping:
        case SupplyTable():
            told = _supply(record, mapping, known)
        case MembershipTable():
            told = _membership(record, mapping, known)
        case OwnershipTable():
            told = _ownership(record, mapping, known)
    return (CLAIM.validate_python(common(record, mapping, source) | told),)


def _supply(record: Record, mapping: SupplyTable, known: Directory) -> dict[str, Any]:
    told = {
        "kind": "supplies",
        "locator": record.locator("supplier"),
        "supplier": party(record, "supplier", mapping.id_prefix, known, mapping.listed).ref(),
        "buyer": party(record, "buyer", mapping.id_prefix, known).ref(),
        "volume": record.given("volume", lambda raw: volume(raw, mapping.volume_unit)),
        "value": record.given("value", lambda raw: money(raw, mapping)),
    }
    product, classified = record.given("product", name), codes(record)
    return told | ({"product": product_ref(product, *classified.values())} if product else {})


def _membership(record: Record, mapping: MembershipTable, known: Directory) -> dict[str, Any]:
    return {
        "kind": "membership",
        "locator": record.locator("member"),
        "member": party(record, "member", mapping.id_prefix, known).ref(),
        "cluster": {"type": "cluster", "name": record.needed("cluster", name)},
        "role": record.given("role", words),
    }


def _ownership(record: Record, mapping: OwnershipTable, known: Directory) -> dict[str, Any]:
    return {
        "kind": "ownership",
        "locator": record.locator("owner"),
        "owner": party(record, "owner", mapping.id_prefix, known).ref(),
        "owned": party(record, "owned", mapping.id_prefix, known).ref(),
        "share": record.given("share", lambda raw: share(raw, mapping.percent)),
    }


def share(raw: Raw, percent: bool) -> float:
    """A share as a part of 1: `51 %`, 51 and 0.51 are the same.

    Raises CellError beyond 100 %, and for 0.51 under a heading that asks for `percent`: it may be half a per cent.
    """
    told = quantity(raw)
    if told.unit not in ("", "%") or told.scale or told.currency:
        raise CellError("not_number")
    value = not_negative(told.value)
    if percent and not told.unit and 0 < value <= 1:
        raise CellError("ambiguous_share")
    part = value / 100 if told.unit or value > 1 else value
    if part > 1:
        raise CellError("share_beyond")
    return float(part)


def volume(raw: Raw, unit: str) -> str:
    """A volume with its unit. Raises CellError below zero; words without a number stay as they are."""
    try:
        told = quantity(raw)
    except CellError:
        return words(raw)
    not_negative(told.value)
    return words(raw) if told.unit or told.scale else f"{_plain(told.value)} {unit}".strip()


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def money(raw: Raw, mapping: SupplyTable) -> dict[str, Any]:
    """An amount in whole units of its currency. Raises CellError where it is none, or below zero."""
    told = quantity(raw)
    if told.unit:
        raise CellError("not_number")
    scale = told.scale or (1 if told.currency else mapping.multiplier)
    amount = not_negative(told.value) * scale
    return {"amount": amount, "currency": told.currency or mapping.currency}
