"""What the headings of a table mean, in Russian, English and Uzbek."""

import re
from collections.abc import Iterable
from typing import Final

from pydantic import BaseModel

from loaders.tables.mapping import EnterpriseColumns, MembershipColumns, OwnershipColumns, SupplyColumns
from loaders.tables.sheets import Raw, shown

SYNONYMS: Final[dict[str, str]] = {
    "name": "наименование|наименование предприятия|наименование организации|полное наименование|название|предприятие"
    "|организация|компания|производитель|name|company|company name|enterprise|organisation|organization|manufacturer"
    "|nomi|korxona|korxona nomi|tashkilot|kompaniya|номи|корхона|корхона номи",
    "inn": "инн|инн организации|инн предприятия|inn|tin|tax id|taxpayer number",
    "name_en": "name en|english name|name in english|наименование на английском|название на английском"
    "|наименование на английском языке|наименование англ|наименование en|inglizcha nomi",
    "name_uz": "name uz|uzbek name|name in uzbek|наименование на узбекском|название на узбекском"
    "|наименование на узбекском языке|наименование узб|наименование uz|o zbekcha nomi|ўзбекча номи",
    "id": "id|id предприятия|id организации|код предприятия|код организации|реестровый номер|номер в реестре"
    "|company id|enterprise id|register number|korxona kodi|reyestr raqami|корхона коди",
    "stir": "стир|stir",
    "lei": "lei|код lei|lei код|lei code|legal entity identifier",
    "okpo": "окпо|код окпо|окпо код|okpo",
    "okved": "оквэд|оквэд2|оквэд 2|код оквэд|код оквэд2|код оквэд 2|основной оквэд|оквэд основной"
    "|основной код оквэд|okved|okved2|okved 2|okved code|main okved",
    "okpd2": "окпд2|окпд 2|код окпд2|код окпд 2|окпд|okpd2|okpd 2|okpd2 code",
    "hs": "тн вэд|код тн вэд|тнвэд|код тнвэд|тн вэд еаэс|код тн вэд еаэс|гс|код гс|hs|hs code|tn ved|hs kodi"
    "|tn ved kodi|тиф тн",
    "ogrn": "огрн|огрнип|огрн огрнип|ogrn",
    "region": "регион|субъект|субъект рф|субъект российской федерации|область|регион расположения|местонахождение"
    "|регион страна|страна|region|location|province|oblast|country|viloyat|hudud|вилоят|ҳудуд|mamlakat",
    "products": "продукция|виды продукции|вид продукции|основная продукция|выпускаемая продукция|номенклатура"
    "|производимая продукция|products|products made|main products|mahsulotlar|mahsulot|маҳсулот",
    "supplier": "поставщик|наименование поставщика|поставщик наименование|продавец|supplier|supplier name|seller|vendor"
    "|yetkazib beruvchi|sotuvchi|етказиб берувчи",
    "supplier_inn": "инн поставщика|поставщик инн|инн продавца|supplier inn|supplier tin|yetkazib beruvchi inn",
    "supplier_id": "id поставщика|код поставщика|поставщик id|supplier id|supplier code|yetkazib beruvchi kodi",
    "supplier_stir": "стир поставщика|поставщик стир|supplier stir|yetkazib beruvchi stir",
    "buyer": "покупатель|наименование покупателя|покупатель наименование|заказчик|потребитель|получатель|buyer"
    "|buyer name|customer|purchaser|xaridor|харидор|buyurtmachi",
    "buyer_inn": "инн покупателя|покупатель инн|инн заказчика|buyer inn|buyer tin|customer inn|xaridor inn",
    "buyer_id": "id покупателя|код покупателя|покупатель id|buyer id|buyer code|customer id|xaridor kodi",
    "buyer_stir": "стир покупателя|покупатель стир|buyer stir|xaridor stir",
    "member": "участник|участник кластера|член кластера|резидент|резидент кластера|предприятие участник|member"
    "|cluster member|klaster a zosi|a zo|аъзо",
    "member_id": "id участника|код участника|member id|member code|a zo kodi",
    "member_inn": "инн участника|участник инн|инн резидента|member inn|member tin|a zo inn",
    "member_stir": "стир участника|участник стир|member stir|a zo stir",
    "cluster": "кластер|наименование кластера|название кластера|промышленный кластер|cluster|cluster name"
    "|klaster|klaster nomi|кластер номи",
    "role": "роль|роль в кластере|функция|role|role in the cluster|roli|вазифаси",
    "owner": "владелец|собственник|учредитель|акционер|наименование владельца|owner|owner name|shareholder|parent"
    "|parent company|egasi|ta sischi|муассис|таъсисчи",
    "owner_id": "id владельца|код владельца|id учредителя|owner id|owner code|ta sischi kodi",
    "owner_inn": "инн владельца|инн собственника|инн учредителя|инн акционера|owner inn|owner tin|ta sischi inn",
    "owner_stir": "стир владельца|стир собственника|стир учредителя|owner stir|ta sischi stir",
    "owned": "дочернее общество|дочерняя компания|дочернее предприятие|объект владения|владеет|принадлежит ему"
    "|owned|owned company|subsidiary|asset|sho ba korxona|шўъба корхона",
    "owned_id": "id дочернего общества|код дочернего общества|owned id|subsidiary id|asset id|sho ba korxona kodi",
    "owned_inn": "инн дочернего общества|инн дочерней компании|инн дочернего предприятия|owned inn|subsidiary inn"
    "|subsidiary tin|sho ba korxona inn",
    "owned_stir": "стир дочернего общества|стир дочерней компании|owned stir|subsidiary stir|sho ba korxona stir",
    "share": "доля|доля владения|доля участия|доля в капитале|share|stake|percentage|ulush|ulushi|улуш|улуши",
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
_COLUMNS: Final[dict[str, type[BaseModel]]] = {
    "supplies": SupplyColumns,
    "memberships": MembershipColumns,
    "ownerships": OwnershipColumns,
    "enterprises": EnterpriseColumns,
}
SHAPES: Final[dict[str, tuple[str, ...]]] = {
    shape: tuple(columns.model_fields) for shape, columns in _COLUMNS.items()
}
NEEDED: Final[dict[str, frozenset[str]]] = {
    shape: frozenset(name for name, field in columns.model_fields.items() if field.is_required())
    for shape, columns in _COLUMNS.items()
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
    """A heading as it is where it is known so (`Name (uz)`), else without its unit."""
    text = shown(heading)
    known = any(_equal(plain(text), field) for field in _KNOWN)
    return re.sub(r"[,(][^,()]+\)?\s*$", "", text) if unit(text) and not known else text


def _equal(text: str, field: str) -> bool:
    return text in _KNOWN[field]


def _begins(text: str, field: str) -> bool:
    return any(text.startswith(f"{phrase} ") for phrase in _KNOWN[field])
