"""One example for every operation: facts of the release of 30 April 2025, as the reference data set has them.

A test asks the API itself and compares.
"""

from typing import Any, Final

from queries.example import PARTNERS_BY_NAME

_ATISS_NAMES: Final = {"name_ru": "АТИСС", "name_en": "ATISS", "name_uz": None}
_EAST: Final = {
    "name_ru": None,
    "name_en": "Industrial Group Energy East",
    "name_uz": None,
    "placeholder": False,
    "synthetic": False,
    "kind": "enterprise",
    "id": "ent-73459d4302063269",
}
_RELEASE: Final = {
    "source": "S001",
    "title": "Предприятия Кубани и Узбекистана намерены создать совместное производство и "
    "межгосударственный промкластер",
    "address": "https://tashkent.bigindustrialweek.com/news/"
    "predpriyatiya-kubani-i-uzbekistana-namereny-sozdat",
    "published": "2025-04-30",
    "quote": None,
    "confidence": 0.9,
}
_MEMORANDUM: Final = {
    **_RELEASE,
    "claim": "clm-e6a66685df88065d",
    "kind": "agreement",
    "locator": "char=547,861",
    "asserted": "2025-04-28/2025-04-30",
    "status": "signed",
    "note": "день подписания в релизе не назван; даны дни выставки",
}
_NAMED: Final = {
    **_RELEASE,
    "claim": "clm-611793f8a9378df3",
    "kind": "enterprise",
    "locator": "char=597,621",
    "asserted": "2025-04-30",
    "status": "active",
    "note": "упомянута только в этом релизе",
}
_LOCATED: Final = {**_NAMED, "claim": "clm-8bbd9eb717f609ac", "kind": "located_in", "note": None}
_PRODUCES: Final = {
    **_NAMED,
    "claim": "clm-c42d546eb31d1aeb",
    "kind": "produces",
    "locator": "char=694,768",
    "status": "announced",
    "note": "намерение сторон меморандума",
}
_EDGE: Final = {
    "type": "MEMORANDUM",
    "start": _EAST["id"],
    "end": "ent-8a19e9b050b4acbc",
    "status": "signed",
    "product": None,
    "since": None,
    "until": None,
    "volume": None,
    "value": None,
    "currency": None,
    "agreement": "agr-A001",
    "agreements": ["agr-A001"],
    "kind": "memorandum",
    "signed": "2025-04-28/2025-04-30",
    "share": None,
    "asserted": "2025-04-28/2025-04-30",
    "confidence": 0.9,
    "synthetic": False,
}
ATISS: Final = {
    **_ATISS_NAMES,
    "placeholder": False,
    "synthetic": False,
    "id": "ent-8a19e9b050b4acbc",
    "aliases": [],
    "records": [],
    "status": "active",
    "inn": None,
    "ogrn": None,
    "okpo": None,
    "stir": None,
    "lei": None,
    "asserted": "2025-04-30",
    "confidence": 0.9,
    "claims": [_NAMED["claim"], _LOCATED["claim"], _PRODUCES["claim"], _MEMORANDUM["claim"]],
}
_PLACE: Final = {
    "name_ru": "Краснодарский край",
    "name_en": "Krasnodar Krai",
    "name_uz": None,
    "kind": "region",
    "code": "RU-KDA",
    "country": "RU",
    "place": "Краснодарский край",
    "country_as_stated": None,
    "claims": [_LOCATED["claim"]],
}
_PARTNER: Final = {
    "relation": "agreement",
    "partner": _EAST,
    "edge": _EDGE,
    "claims": [_MEMORANDUM["claim"]],
    "evidence": [_MEMORANDUM],
}

STATEMENT: Final = {"statement": PARTNERS_BY_NAME, "parameters": {"name": "АТИСС"}}

EXAMPLES: Final[dict[str, dict[str, Any]]] = {
    "healthz": {"status": "alive"},
    "readyz": {"status": "ready"},
    "enterprises": {"items": [ATISS], "next": None},
    "enterprise": {**ATISS, "places": [_PLACE]},
    "partners": {"items": [_PARTNER], "next": None},
    "cypher": {
        "columns": ["partner", "signed"],
        "rows": [{"partner": _EAST["name_en"], "signed": _EDGE["signed"]}],
        "truncated": False,
    },
    "evidence": {"items": [_NAMED, _LOCATED, _PRODUCES, _MEMORANDUM], "next": None},
}
"""By the id of the operation."""
