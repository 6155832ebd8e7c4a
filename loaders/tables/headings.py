"""What the headings of a table mean, in Russian, English and Uzbek."""

import re
from collections.abc import Iterable
from typing import Final

from loaders.tables.sheets import Raw, shown

SYNONYMS: Final[dict[str, str]] = {
    "name": "наименование|наименование предприятия|наименование организации|полное наименование|название|предприятие"
    "|организация|компания|производитель|name|company|company name|enterprise|organisation|organization|manufacturer"
    "|nomi|korxona|korxona nomi|tashkilot|kompaniya|номи|корхона|корхона номи",
    "inn": "инн|инн организации|инн предприятия|inn|tin|tax id|taxpayer number",
    "stir": "стир|stir",
    "ogrn": "огрн|огрнип|огрн огрнип|ogrn",
    "region": "регион|субъект|субъект рф|субъект российской федерации|область|регион расположения|местонахождение"
    "|регион страна|страна|region|location|province|oblast|country|viloyat|hudud|вилоят|ҳудуд|mamlakat",
    "products": "продукция|виды продукции|вид продукции|основная продукция|выпускаемая продукция|номенклатура"
    "|производимая продукция|products|products made|main products|mahsulotlar|mahsulot|маҳсулот",
    "supplier": "поставщик|наименование поставщика|поставщик наименование|продавец|supplier|supplier name|seller|vendor"
    "|yetkazib beruvchi|sotuvchi|етказиб берувчи",
    "supplier_inn": "инн поставщика|поставщик инн|инн продавца|supplier inn|supplier tin|yetkazib beruvchi inn",
    "buyer": "покупатель|наименование покупателя|покупатель наименование|заказчик|потребитель|получатель|buyer"
    "|buyer name|customer|purchaser|xaridor|харидор|buyurtmachi",
    "buyer_inn": "инн покупателя|покупатель инн|инн заказчика|buyer inn|buyer tin|customer inn|xaridor inn",
    "product": "продукция|товар|изделие|предмет поставки|предмет договора|наименование продукции|наименование товара"
    "|комплектующие|product|goods|item|subject|mahsulot|tovar|маҳсулот",
    "volume": "объем|объем поставки|объем поставок|количество|кол во|volume|quantity|amount of goods|hajmi|hajm|miqdori"
    "|ҳажми",
    "value": "сумма|сумма договора|сумма контракта|стоимость|цена договора|объем в деньгах|value|amount|contract value"
    "|price|sum|summa|qiymati|сумма шартнома",
    "date": "дата|дата договора|дата контракта|дата заключения|дата подписания|на дату|по состоянию на|date"
    "|contract date|date of contract|as of|sana|shartnoma sanasi|сана",
    "status": "статус|состояние|статус договора|status|state|holati|holat|ҳолати",
}
SHAPES: Final[dict[str, tuple[str, ...]]] = {
    "supplies": (
        "supplier",
        "supplier_inn",
        "buyer",
        "buyer_inn",
        "product",
        "volume",
        "value",
        "date",
        "status",
    ),
    "enterprises": ("name", "inn", "stir", "ogrn", "region", "products", "date", "status"),
}
NEEDED: Final[dict[str, frozenset[str]]] = {
    "supplies": frozenset({"supplier", "buyer"}),
    "enterprises": frozenset({"name"}),
}
_WORD: Final = re.compile(r"[^\W_]+")
_KNOWN: Final = {
    field: frozenset(phrases.replace("ё", "е").split("|")) for field, phrases in SYNONYMS.items()
}


def plain(heading: Raw) -> str:
    """A heading as it is compared: small letters, ё as е, words one space apart; nothing where it begins with `_`."""
    text = shown(heading).strip()
    return "" if text.startswith("_") else " ".join(_WORD.findall(text.casefold().replace("ё", "е")))


def unit(heading: str) -> str:
    """The unit that a heading gives after a comma or in brackets: `тыс. руб.` of `Сумма, тыс. руб.`."""
    found = re.search(r"[,(](?P<unit>[^,()]+)\)?\s*$", heading)
    return found["unit"].strip() if found else ""


def fields(headings: Iterable[Raw], shape: str) -> dict[str, int]:
    """Which column feeds which field of a shape: equal headings first, then those that begin with a known phrase."""
    plains = [plain(_without_unit(heading)) for heading in headings]
    found: dict[str, int] = {}
    for fits in (_equal, _begins):
        for field in SHAPES[shape]:
            free = (n for n, text in enumerate(plains) if n not in found.values() and fits(text, field))
            if field not in found and (column := next(free, None)) is not None:
                found[field] = column
    return found


def shape_of(headings: Iterable[Raw]) -> tuple[str, dict[str, int]] | None:
    """The first shape whose needed fields are all there, with its columns; None where there is none."""
    cells = list(headings)
    for shape in SHAPES:
        found = fields(cells, shape)
        if NEEDED[shape] <= found.keys():
            return shape, found
    return None


def _without_unit(heading: Raw) -> str:
    text = shown(heading)
    return re.sub(r"[,(][^,()]+\)?\s*$", "", text) if unit(text) else text


def _equal(text: str, field: str) -> bool:
    return text in _KNOWN[field]


def _begins(text: str, field: str) -> bool:
    return any(text.startswith(f"{phrase} ") for phrase in _KNOWN[field])
