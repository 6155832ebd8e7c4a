"""From a row to its claims, for each shape of table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final, get_args

from graphmodel.domain.claims import CLAIM, Claim, Status
from graphmodel.domain.ids import enterprise_id
from graphmodel.domain.names import normalise
from graphmodel.domain.references import Place
from loaders.places import place_of
from loaders.tables.cells import CellError, name, parts, words
from loaders.tables.days import edtf
from loaders.tables.mapping import EnterpriseTable, SupplyTable
from loaders.tables.quantities import not_negative, quantity
from loaders.tables.record import Record
from loaders.tables.registry import inn, ogrn, stir
from loaders.tables.sheets import Raw

Directory = Mapping[str, frozenset[str]]
"""The ids of the enterprises that a file lists, by normalised name."""
_STATUSES: Final[dict[str, str]] = {
    "announced": "объявлено|объявлен|планируется|план|намерение|переговоры|planned|rejalashtirilgan",
    "signed": "подписано|подписан|заключен|заключено|договор подписан|imzolangan",
    "active": "действует|действующий|действующая|действующее|активно|активен|исполняется|в работе|in force|faol|amalda",
    "ended": "завершено|завершен|исполнен|исполнено|расторгнут|расторгнуто|ликвидировано|ликвидирована|закрыт"
    "|прекращено|completed|terminated|closed|tugagan|yakunlangan",
}


@dataclass(frozen=True)
class Party:
    """An enterprise as a row names it."""

    id: str
    name: str

    def ref(self) -> dict[str, Any]:
        """The enterprise as a claim refers to it."""
        return {"type": "enterprise", "name": self.name, "id": self.id}


def status(raw: Raw) -> str:
    """A status code from a code or a word. Raises CellError where it is neither."""
    text = words(raw).casefold().replace("ё", "е")
    if text in get_args(Status):
        return text
    found = next((code for code, known in _STATUSES.items() if text in known.split("|")), None)
    if found is None:
        raise CellError("unknown_status", ", ".join(get_args(Status)))
    return found


def place(raw: Raw) -> Place:
    """A region or country; of an address the first part that is one. Raises CellError where there is none."""
    return _place(words(raw))


@lru_cache(maxsize=10_000)
def _place(text: str) -> Place:
    for part in (text, *text.split(",")):
        if part.strip() and (found := place_of(part.strip())):
            return found
    raise CellError("unknown_region")


def _base(record: Record, mapping: EnterpriseTable | SupplyTable, source: str) -> dict[str, Any]:
    """What every claim of a row has."""
    told = {
        "source": source,
        "confidence": mapping.confidence,
        "synthetic": mapping.synthetic,
        "status": record.given("status", status) or mapping.status,
    }
    asserted = record.given("date", edtf)
    return told | ({"asserted": asserted} if asserted else {})


def _numbers(record: Record, lies: Place | None) -> dict[str, str]:
    """Registry numbers; nine digits in the column of the INN are a STIR where the enterprise lies in Uzbekistan."""
    uzbek = lies is not None and lies.country == "UZ"
    found = {
        "stir" if uzbek else "inn": record.given("inn", stir if uzbek else inn),
        "ogrn": record.given("ogrn", ogrn),
    }
    own = record.given("stir", stir)
    return {
        registry: number for registry, number in (found | ({"stir": own} if own else {})).items() if number
    }


def enterprise(record: Record, mapping: EnterpriseTable, source: str) -> tuple[Party, tuple[Claim, ...]]:
    """The enterprise of a row, its place and its products. Raises RowError for the first bad cell."""
    record.check_width()
    called, lies = record.needed("name", name), record.given("region", place)
    numbers = _numbers(record, lies)
    party = Party(enterprise_id(called, (lies.code or lies.country) if lies else "", numbers), called)
    base = _base(record, mapping, source)
    made = record.given("products", parts) or []
    told = _of_enterprise(record, party, lies, numbers, made)
    return party, tuple(CLAIM.validate_python(base | own) for own in told)


def _of_enterprise(
    record: Record, party: Party, lies: Place | None, numbers: dict[str, str], made: list[str]
) -> Iterator[dict[str, Any]]:
    yield {
        "kind": "enterprise",
        "locator": record.locator("name"),
        "name": party.name,
        "enterprise": party.id,
        "identifiers": numbers,
    }
    if lies:
        yield {
            "kind": "located_in",
            "locator": record.locator("region"),
            "subject": party.ref(),
            "place": lies,
        }
    for product in dict.fromkeys(made):
        yield {
            "kind": "produces",
            "locator": record.locator("products"),
            "enterprise": party.ref(),
            "product": {"type": "product", "name": product},
        }


def supply(record: Record, mapping: SupplyTable, source: str, known: Directory) -> tuple[Claim, ...]:
    """The supply of a row. Raises RowError for the first bad cell."""
    record.check_width()
    told = {
        "kind": "supplies",
        "locator": record.locator("supplier"),
        "supplier": _party(record, "supplier", known, mapping.listed).ref(),
        "buyer": _party(record, "buyer", known, False).ref(),
        "volume": record.given("volume", lambda raw: volume(raw, mapping.volume_unit)),
        "value": record.given("value", lambda raw: money(raw, mapping)),
    }
    product = record.given("product", name)
    told |= {"product": {"type": "product", "name": product}} if product else {}
    return (CLAIM.validate_python(_base(record, mapping, source) | told),)


def _party(record: Record, field: str, known: Directory, listed: bool) -> Party:
    """An enterprise by its number, else by the table of enterprises of the same file, else by its bare name."""
    called, number = record.needed(field, name), record.given(f"{field}_inn", inn)
    if number:
        return Party(enterprise_id(called, identifiers={"inn": number}), called)
    ids = known.get(normalise(called), frozenset())
    if len(ids) > 1:
        raise record.fault(field, "several_enterprises", str(len(ids)))
    if listed and not ids and not record.table.sheet.part:
        raise record.fault(field, "unknown_supplier")
    return Party(next(iter(ids), enterprise_id(called)), called)


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
