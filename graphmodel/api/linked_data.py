"""An enterprise as JSON-LD, in the words of schema.org."""

import json
from typing import Any, Final

from graphmodel.api.models import EnterpriseCard, Location
from graphmodel.domain.ids import REGISTRIES

MEDIA_TYPE: Final = "application/ld+json"
_CONTEXT: Final = {
    "@vocab": "https://schema.org/",
    "confidence": "urn:graphmodel:confidence",
    "claims": "urn:graphmodel:claims",
    "placeholder": "urn:graphmodel:placeholder",
    "synthetic": "urn:graphmodel:synthetic",
}
_LANGUAGES: Final = ("ru", "en", "uz")
_SCHEMA: Final = {"type": "object", "required": ["@context", "@id", "@type"]}


def linked(card: EnterpriseCard) -> str:
    """The JSON-LD document of an enterprise."""
    told = {
        "@context": _CONTEXT,
        "@id": f"urn:graphmodel:enterprise:{card.id}",
        "@type": "Organization",
        "name": _names(card),
        "alternateName": list(card.aliases),
        "identifier": _numbers(card),
        "leiCode": card.lei,
        "location": [_place(place) for place in card.places],
        "confidence": card.confidence,
        "claims": list(card.claims),
        "placeholder": card.placeholder,
        "synthetic": card.synthetic,
    }
    return json.dumps(
        {name: value for name, value in told.items() if value not in (None, [])}, ensure_ascii=False
    )


def _names(thing: EnterpriseCard | Location) -> list[dict[str, str]]:
    known = {lang: getattr(thing, f"name_{lang}") for lang in _LANGUAGES}
    return [{"@language": lang, "@value": name} for lang, name in known.items() if name]


def _numbers(card: EnterpriseCard) -> list[dict[str, Any]]:
    known = {registry: getattr(card, registry, None) for registry in (*REGISTRIES, "okpo")}
    return [
        {"@type": "PropertyValue", "propertyID": registry, "value": number}
        for registry, number in known.items()
        if number
    ]


def _place(place: Location) -> dict[str, Any]:
    kind = "Country" if place.kind == "country" else "AdministrativeArea"
    return {"@type": kind, "@id": f"urn:iso:std:iso:3166:{place.code}", "name": _names(place)}


described: Final[dict[int | str, dict[str, Any]]] = {
    200: {"content": {MEDIA_TYPE: {"schema": _SCHEMA}}},
}
"""The further form of the answer, for the OpenAPI document."""
