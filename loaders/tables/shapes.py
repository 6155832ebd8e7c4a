"""From a row of a table of enterprises to its claims; what the rows of all tables have in common."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final, get_args

from graphmodel.domain.claims import CLAIM, Claim, Status
from graphmodel.domain.ids import REGISTRIES, enterprise_id
from graphmodel.domain.references import Place, Ref
from loaders.places import place_of
from loaders.tables.cells import CellError, name, parts, words
from loaders.tables.classified import hs, okpd2, okved
from loaders.tables.days import edtf
from loaders.tables.mapping import EnterpriseTable, TableMapping
from loaders.tables.parties import Party, own_code
from loaders.tables.record import Record
from loaders.tables.registry import inn, lei, ogrn, okpo, stir
from loaders.tables.sheets import Raw

_STATUSES: Final[dict[str, str]] = {
    "announced": "объявлено|объявлен|планируется|план|намерение|переговоры|planned|rejalashtirilgan",
    "signed": "подписано|подписан|заключен|заключено|договор подписан|imzolangan",
    "active": "действует|действующий|действующая|действующее|активно|активен|исполняется|в работе|in force|faol|amalda",
    "ended": "завершено|завершен|исполнен|исполнено|расторгнут|расторгнуто|ликвидировано|ликвидирована|закрыт"
    "|прекращено|completed|terminated|closed|tugagan|yakunlangan",
}


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


def common(record: Record, mapping: TableMapping, source: str) -> dict[str, Any]:
    """What every claim of a row has."""
    told = {
        "source": source,
        "confidence": mapping.confidence,
        "synthetic": mapping.synthetic,
        "status": record.given("status", status) or mapping.status,
    }
    asserted = record.given("date", edtf)
    return told | ({"asserted": asserted} if asserted else {})


def codes(record: Record) -> dict[str, tuple[str, ...]]:
    """The classifications of the product of a row: OKPD2 and HS."""
    readers = {"okpd2": okpd2, "hs": hs}
    return {field: tuple(record.given(field, reader) or ()) for field, reader in readers.items()}


@lru_cache(maxsize=16_384)
def product_ref(called: str, okpd2_codes: tuple[str, ...], hs_codes: tuple[str, ...]) -> Ref:
    """A product as a claim refers to it: one reference for all rows that mean the same."""
    return Ref(type="product", name=called, okpd2=okpd2_codes, hs=hs_codes)


def _numbers(record: Record, lies: Place | None) -> dict[str, str]:
    """Registry numbers; nine digits in the column of the INN are a STIR where the enterprise lies in Uzbekistan."""
    uzbek = lies is not None and lies.country == "UZ"
    by_tax = {"stir" if uzbek else "inn": record.given("inn", stir if uzbek else inn)}
    readers = {"ogrn": ogrn, "stir": stir, "lei": lei, "okpo": okpo}
    found = {registry: record.given(registry, reader) for registry, reader in readers.items()}
    return {registry: number for numbers in (by_tax, found) for registry, number in numbers.items() if number}


def enterprise(record: Record, mapping: EnterpriseTable, source: str) -> tuple[Party, tuple[Claim, ...]]:
    """The enterprise of a row, its place and its products. Raises RowError for the first bad cell."""
    record.check_width()
    called, lies = record.needed("name", name), record.given("region", place)
    numbers, own = _numbers(record, lies), own_code(record, "id", mapping.id_prefix)
    by_code = own and mapping.id_prefix and not any(registry in numbers for registry in REGISTRIES)
    derived = enterprise_id(called, (lies.code or lies.country) if lies else "", numbers)
    party = Party(own if by_code else derived, called, own)
    base = common(record, mapping, source)
    about = (_described(record, party, numbers), *_located(record, party, lies), *_made(record, party))
    return party, tuple(CLAIM.validate_python(base | told) for told in about)


def _described(record: Record, party: Party, numbers: dict[str, str]) -> dict[str, Any]:
    names = {"en": record.given("name_en", name), "uz": record.given("name_uz", name)}
    return {
        "kind": "enterprise",
        "locator": record.locator("name"),
        "name": party.name,
        "names": names,
        "enterprise": party.id,
        "identifiers": numbers,
        "industries": record.given("okved", okved) or [],
    }


def _located(record: Record, party: Party, lies: Place | None) -> Iterator[dict[str, Any]]:
    if lies:
        yield {
            "kind": "located_in",
            "locator": record.locator("region"),
            "subject": party.ref(),
            "place": lies,
        }


def _made(record: Record, party: Party) -> Iterator[dict[str, Any]]:
    """The products of a row; their codes count where there is only one."""
    made, classified = list(dict.fromkeys(record.given("products", parts) or [])), codes(record)
    given = next((field for field, found in classified.items() if found), None)
    if given and len(made) != 1:
        raise record.fault(given, "codes_of_several", str(len(made)))
    for product in made:
        yield {
            "kind": "produces",
            "locator": record.locator("products"),
            "enterprise": party.ref(),
            "product": product_ref(product, *classified.values()),
        }
