"""The Russian register of legal entities (EGRUL) as the Federal Tax Service hands it out in XML.

The form is that of editions 4.05 to 4.08 without namespaces: a root `EGRUL` with one `СвЮЛ` for each entity. Read are
`@ИНН`, `@ОГРН`, `@ДатаВып`, the names (`СвНаимЮЛ`), the region (`СвАдресЮЛ`, by KLADR, FIAS or the bare location), the
main OKVED code (`СвОКВЭДОсн`, or `СвОКВЭДОтчОсн` where it stands alone; of the edition before OKVED2 as a note) and
whether the entity has ended (`СвПрекрЮЛ`). The file is streamed: one entity at a time stands in memory. A file with a
document type, and so with XML entities of its own, is refused.
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from lxml import etree
from pydantic import ValidationError
from stdnum.ru import inn

from graphmodel.domain.claims import CLAIM, Claim
from graphmodel.domain.classifications import is_okved
from graphmodel.domain.dates import UNDATED
from graphmodel.domain.ids import enterprise_id
from graphmodel.domain.references import Place
from graphmodel.errors import BadInputError
from loaders import ogrn
from loaders.accounting import Note, Part, Reading, Rejected, Row
from loaders.places import place_of
from loaders.rows import own_source

_ROOT: Final = "EGRUL"
_ENTITY: Final = "СвЮЛ"
_CONFIDENCE: Final = 0.95
"""The state's own register; yet an entity need not be where it is registered."""
_NUMBERS: Final = {"inn": ("ИНН", inn.is_valid), "ogrn": ("ОГРН", ogrn.is_valid)}
_OKVED: Final = ("СвОКВЭД/СвОКВЭДОсн", "СвОКВЭДОтч/СвОКВЭДОтчОсн")
_OLD_OKVED: Final = "2001"
_REGION: Final = ("СвАдресЮЛ/СвАдрЮЛФИАС/НаимРегион", "СвАдресЮЛ/СвМНЮЛ/НаимРегион")
_SAFE: Final[dict[str, Any]] = {"resolve_entities": False, "load_dtd": False, "no_network": True}


class _RecordError(ValueError):
    """An entity that cannot become a claim, with what is told of it."""

    def __init__(self, rejected: Rejected) -> None:
        super().__init__(rejected.code)
        self.rejected = rejected


class Record(NamedTuple):
    """What one entity of an extract gives: claims, or why it gives none; `unplaced` is a region that is not known."""

    claims: tuple[Claim, ...] = ()
    rejected: Rejected | None = None
    unplaced: str = ""


def read_egrul(file: Path) -> Reading:
    """The claims of an extract; a row is an entity, and the claims of an entity are those of one row.

    Raises BadInputError where the file is not XML, has a document type, or is not an extract of the register: at once
    where that shows before the end of the first entity, else when its rows are read.
    """
    next(records(file), None)
    return Reading(sources=(own_source(file.name),), parts=(Part(file.name, None, lambda: _rows(file)),))


def _rows(file: Path) -> Iterator[Row | Note]:
    """Every entity, and after the last one the regions that are not known."""
    unplaced: Counter[str] = Counter()
    for record in records(file):
        yield record.rejected or record.claims
        unplaced.update(filter(None, [record.unplaced]))
    yield from (_note(file, region, count) for region, count in sorted(unplaced.items()))


def records(file: Path) -> Iterator[Record]:
    """Entity after entity, none of them kept: what memory this takes does not grow with the file.

    Raises BadInputError as `read_egrul` does, where the fault stands.
    """
    source = own_source(file.name).id
    try:
        _check(file)
        for number, entity in enumerate(_entities(file), 1):
            yield _record(entity, source, f"/{_ROOT}/{_ENTITY}[{number}]")
    except etree.XMLSyntaxError as error:
        raise BadInputError("loaders.not_xml", file=file.name, reason=error.msg) from error
    except OSError as error:
        raise BadInputError("loaders.unreadable", file=file.name, reason=error.strerror or error) from error


def _record(entity: etree._Element, source: str, locator: str) -> Record:
    try:
        claims = tuple(_claims(entity, source, locator))
    except _RecordError as error:
        return Record(rejected=error.rejected)
    region = _region(entity)
    return Record(claims, unplaced="" if _place(region) else region)


def _note(file: Path, region: str, count: int) -> Note:
    return Note(key="loaders.note_unplaced", values={"file": file.name, "region": region, "count": count})


def _check(file: Path) -> None:
    """Look at the first element before anything else is read."""
    with file.open("rb") as stream:
        _, root = next(etree.iterparse(stream, events=("start",), **_SAFE))
        if root.getroottree().docinfo.doctype:
            raise BadInputError("loaders.xml_doctype", file=file.name)
        if root.tag != _ROOT:
            raise BadInputError("loaders.not_egrul", file=file.name, root=root.tag)


def _entities(file: Path) -> Iterator[etree._Element]:
    """Every entity of the register; what stood before it is let go."""
    with file.open("rb") as stream:
        for _, element in etree.iterparse(stream, tag=_ENTITY, **_SAFE):
            root = element.getparent()
            if root is None or root.tag != _ROOT or root.getparent() is not None:
                continue
            yield element
            element.clear()
            while element.getprevious() is not None:
                del root[0]


def _claims(entity: etree._Element, source: str, locator: str) -> list[Claim]:
    """What one entity of the register says. Raises _RecordError where a name or number is missing or wrong."""
    identifiers = _identifiers(entity, locator)
    name, *others = _names(entity, locator)
    told = {
        "source": source,
        "locator": locator,
        "asserted": entity.get("ДатаВып") or UNDATED,
        "status": "active" if entity.find("СвПрекрЮЛ") is None else "ended",
        "confidence": _CONFIDENCE,
    }
    names = {"ru": name, "aliases": others}
    about = {"name": name, "names": names, "identifiers": identifiers, **_activity(entity)}
    claims = [_claim({"kind": "enterprise", **told, **about})]
    if place := _place(_region(entity)):
        subject = {"type": "enterprise", "name": name, "id": enterprise_id(name, "", identifiers)}
        claims.append(_claim({"kind": "located_in", **told, "subject": subject, "place": place}))
    return claims


def _claim(row: dict[str, Any]) -> Claim:
    try:
        return CLAIM.validate_python(row)
    except ValidationError as error:
        raise _RecordError(Rejected.from_validation(row["locator"], row, error)) from error


def _identifiers(entity: etree._Element, locator: str) -> dict[str, str]:
    """INN and OGRN, each with its checksum; long-ended entities have no INN."""
    found = {}
    for name, (attribute, is_valid) in _NUMBERS.items():
        number = (entity.get(attribute) or "").strip()
        if number and not is_valid(number):
            told = {"column": attribute, "value": number, "code": f"{name}_checksum"}
            raise _RecordError(Rejected(locator=locator, **told))
        if number:
            found[name] = number
    if not found:
        raise _RecordError(Rejected(locator=locator, column="ОГРН", code="missing"))
    return found


def _names(entity: etree._Element, locator: str) -> list[str]:
    """The short name, where there is one, and the full one."""
    full = _attribute(entity, "СвНаимЮЛ", "НаимЮЛПолн")
    short = _attribute(entity, "СвНаимЮЛ/СвНаимЮЛСокр", "НаимСокр") or _attribute(
        entity, "СвНаимЮЛ", "НаимЮЛСокр"
    )
    if not full:
        raise _RecordError(Rejected(locator=locator, column="НаимЮЛПолн", code="missing"))
    return [short, full] if short and short != full else [full]


def _attribute(entity: etree._Element, path: str, name: str) -> str:
    found = entity.find(path)
    return "" if found is None else " ".join((found.get(name) or "").split())


def _activity(entity: etree._Element) -> dict[str, Any]:
    """The main activity; where its code is not one of OKVED2, as a note."""
    for path in _OKVED:
        if code := _attribute(entity, path, "КодОКВЭД"):
            dated = _attribute(entity, path, "ПрВерсОКВЭД") == _OLD_OKVED
            return {"note": f"ОКВЭД {code}"} if dated or not is_okved(code) else {"industries": [code]}
    return {}


def _region(entity: etree._Element) -> str:
    """The region as the register words it: a name and its kind (KLADR), or both in one (FIAS)."""
    by_kladr = (_attribute(entity, "СвАдресЮЛ/АдресРФ/Регион", part) for part in ("НаимРегион", "ТипРегион"))
    by_fias = (" ".join((entity.findtext(path) or "").split()) for path in _REGION)
    return " ".join(filter(None, by_kladr)) or next(filter(None, by_fias), "")


@lru_cache(maxsize=1_000)
def _place(region: str) -> Place | None:
    """The region by its ISO code; where that lies in another country, what the register says stands beside it."""
    place = place_of(region, codes=False)
    return place and place.model_copy(update={"country_as_stated": "RU" if place.country != "RU" else None})
