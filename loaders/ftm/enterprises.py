"""From a company, organization or legal entity of FollowTheMoney to the claims about it."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from stdnum import lei
from stdnum.ru import inn

from graphmodel.domain.classifications import is_okved
from graphmodel.domain.codes import country_code
from graphmodel.domain.ids import REGISTRIES, enterprise_id
from graphmodel.domain.references import Place
from loaders import ogrn, okpo
from loaders.ftm.entity import OWN_DATASET, Entity, EntityError, names_of
from loaders.places import place_of

_STIR: Final = re.compile(r"[2-9]\d{8}")
_NUMBERS: Final[dict[str, tuple[str, str, Callable[[str], bool]]]] = {
    "inn": ("innCode", "inn_checksum", inn.is_valid),
    "ogrn": ("ogrnCode", "ogrn_checksum", ogrn.is_valid),
    "lei": ("leiCode", "lei_checksum", lei.is_valid),
    "okpo": ("okpoCode", "okpo_checksum", okpo.is_valid),
}
_GENERAL: Final[dict[str, tuple[str, str, Callable[[str], bool]]]] = {
    "inn": ("RU", "taxNumber", inn.is_valid),
    "ogrn": ("RU", "registrationNumber", ogrn.is_valid),
    "stir": ("UZ", "taxNumber", lambda number: bool(_STIR.fullmatch(number))),
}
"""What a general property holds where the entity is of this country and the number has the right form."""


def country(entity: Entity) -> str:
    """The country of an entity by ISO 3166-1, by the first property that names just one; empty where none does."""
    for name in ("mainCountry", "jurisdiction", "country"):
        codes = {code for value in entity.all(name) if (code := _country(value))}
        if len(codes) == 1:
            return codes.pop()
    return ""


def _country(value: str) -> str:
    try:
        return country_code(value[:2].upper())
    except ValueError:
        return ""


def numbers(entity: Entity, locator: str) -> dict[str, str]:
    """Its registry numbers. Raises EntityError for a wrong one, and for two of one registry."""
    lies, found = country(entity), dict[str, str]()
    for registry, (name, fault, is_valid) in _NUMBERS.items():
        written = (value.replace(" ", "").upper() for value in entity.all(name))
        given = [value for value in written if not (lies == "UZ" and _STIR.fullmatch(value))]
        if len(given) > 1:
            raise EntityError(locator, name, "several_numbers", "; ".join(given))
        if given and not is_valid(given[0]):
            raise EntityError(locator, name, fault, given[0])
        if given:
            found[registry] = given[0]
    return _general(entity, lies) | found


def _general(entity: Entity, lies: str) -> dict[str, str]:
    found = {}
    for registry, (where, name, is_valid) in _GENERAL.items():
        given = entity.all(name, "innCode") if lies == where else ()
        fitting = [value for value in given if is_valid(value)]
        if len(fitting) == 1:
            found[registry] = fitting[0]
    return found


def key(entity: Entity, identifiers: dict[str, str]) -> str:
    """The id of an enterprise: that of our own export, else by registry number, else its id with `ftm-` before it."""
    if OWN_DATASET in entity.datasets:
        return entity.id
    if any(registry in identifiers for registry in REGISTRIES):
        return enterprise_id("", identifiers=identifiers)
    return f"ftm-{entity.id}"


def reference(entity: Entity, locator: str) -> dict[str, Any]:
    """The enterprise as a claim refers to it. Raises EntityError where it has no name or a wrong number."""
    return _reference(entity, locator, numbers(entity, locator))


def _reference(entity: Entity, locator: str, identifiers: dict[str, str]) -> dict[str, Any]:
    if not (name := entity.first("name")):
        raise EntityError(locator, "name", "missing")
    return {"type": "enterprise", "name": name, "id": key(entity, identifiers)}


@lru_cache(maxsize=10_000)
def _known_place(words: str) -> Place | None:
    return place_of(words, codes=False)


def place(entity: Entity) -> Place | None:
    """The region that an address names, else the country."""
    lies = country(entity)
    parts = (part.strip() for address in entity.all("address") for part in (address, *address.split(",")))
    for found in map(_known_place, parts):
        if found and found.code and lies in ("", found.country):
            return found
    return Place(country=lies) if lies else None


def claims(entity: Entity, locator: str) -> list[dict[str, Any]]:
    """What an entity says: that it is, what it is called, what it does, and where it lies. Raises EntityError."""
    identifiers = numbers(entity, locator)
    ref, lies = _reference(entity, locator, identifiers), place(entity)
    codes = entity.all("okvedCode")
    others = (f"ОКВЭД {code}" for code in codes if not is_okved(code))
    described = {
        "kind": "enterprise",
        "name": ref["name"],
        "names": names_of(entity.all("name"), entity.all("alias", "weakAlias", "previousName")),
        "identifiers": identifiers,
        "enterprise": ref["id"],
        "industries": [code for code in codes if is_okved(code)],
        "note": "; ".join((*others, *entity.citation())) or None,
    }
    return [described, *([{"kind": "located_in", "subject": ref, "place": lies}] if lies else [])]
