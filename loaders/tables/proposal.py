"""A mapping proposed from the headings of a file."""

from collections.abc import Sequence
from typing import Any

from graphmodel.errors import BadInputError
from loaders.tables.headings import shape_of, unit
from loaders.tables.layout import Table, recognised
from loaders.tables.mapping import Mapping, whole
from loaders.tables.quantities import unit_of
from loaders.tables.quarantine import narrowed
from loaders.tables.sheets import Sheet, is_filled, shown


def propose(file: str, sheets: Sequence[Sheet]) -> Mapping:
    """What the sheets seem to say. Raises BadInputError where no headings are known."""
    visible = (narrowed(sheet) if sheet.part else sheet for sheet in sheets if not sheet.hidden)
    tables = [table for sheet in visible if (table := recognised(sheet))]
    if not tables:
        raise BadInputError("tables.no_headings", file=file, seen=_seen(sheets))
    told = [_proposed(table) for table in tables]
    whole_file = not any(sheet.part for sheet in sheets)
    if whole_file and any(table["shape"] == "enterprises" for table in told):
        told = [table | ({"listed": True} if table["shape"] == "supplies" else {}) for table in told]
    return Mapping.model_validate({"tables": told})


def _proposed(table: Table) -> dict[str, Any]:
    shape, columns = shape_of(table.headings) or ("enterprises", {})
    headings = {field: table.headings[column] for field, column in columns.items()}
    if "volume" in headings and "value" not in headings and unit_of(unit(headings["volume"]))[2]:
        headings["value"] = headings.pop("volume")
    told: dict[str, Any] = {"sheet": table.sheet.name or None, "shape": shape, "columns": headings}
    if "value" in headings:
        _, scale, currency = unit_of(unit(headings["value"]))
        told |= {"multiplier": whole(scale), "currency": currency or "RUB"}
    if "volume" in headings:
        told["volume_unit"] = unit(headings["volume"])
    if "share" in headings:
        told["percent"] = unit(headings["share"]) == "%"
    return told


def _seen(sheets: Sequence[Sheet]) -> str:
    """The first filled row of each sheet, for a user who wonders what was read."""
    rows = (next((row for row in sheet.rows if not row.blank), None) for sheet in sheets)
    cells = (shown(cell).strip() for row in rows if row for cell in row.cells if is_filled(cell))
    return ", ".join(cell[:40] for cell, _ in zip(cells, range(12), strict=False))
