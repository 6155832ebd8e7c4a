"""What the model of followthemoney 4.10 admits, as far as we use it: the properties of each schema, own or inherited.

Facts read from the model's YAML files and written down by name; they are the oracle of what we export.
"""

from typing import Final

_THING: Final = "name alias weakAlias previousName country address description summary sourceUrl publisher"
_LEGAL_ENTITY: Final = (
    f"{_THING} status classification incorporationDate dissolutionDate registrationNumber taxNumber jurisdiction "
    "mainCountry okpoCode innCode ogrnCode leiCode"
)
_INTERVAL: Final = "startDate endDate date summary description sourceUrl publisher"
_INTEREST: Final = f"{_INTERVAL} role status"

PROPERTIES: Final[dict[str, frozenset[str]]] = {
    schema: frozenset(names.split())
    for schema, names in {
        "Organization": _LEGAL_ENTITY,
        "Company": f"{_LEGAL_ENTITY} okvedCode kppCode okopfCode",
        "Ownership": f"{_INTEREST} owner asset percentage sharesCount legalBasis ownershipType",
        "Membership": f"{_INTEREST} member organization",
        "EconomicActivity": f"{_INTERVAL} sender receiver contract declarant vedCode vedCodeDescription "
        "goodsDescription invoiceAmount customsAmount ccdNumber ccdValue originCountry destinationCountry",
    }.items()
}
REQUIRED: Final[dict[str, frozenset[str]]] = {
    "Organization": frozenset({"name"}),
    "Company": frozenset({"name"}),
    "Ownership": frozenset({"owner", "asset"}),
    "Membership": frozenset({"member", "organization"}),
    "EconomicActivity": frozenset(),
}
