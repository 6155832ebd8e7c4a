"""Extracts of the Russian register of legal entities; all names and numbers here are made up."""

from pathlib import Path

import pytest
from stdnum.ru import inn as russian_inn

from graphmodel.domain.claims import Claim, EnterpriseClaim, LocatedInClaim
from graphmodel.domain.facts import facts
from graphmodel.errors import BadInputError
from graphmodel.texts import LANGUAGES
from loaders import account, read
from loaders.egrul import records

HEAD = '<?xml version="1.0" encoding="{}"?>\n'
KUBAN = '<Регион ТипРегион="КРАЙ" НаимРегион="КРАСНОДАРСКИЙ"/>'


def inn_of(number: int) -> str:
    """An INN of the tax office 0000, which does not exist."""
    body = f"0000{number:05}"
    return body + str(russian_inn.calc_company_check_digit(body))


def ogrn_of(number: int) -> str:
    """An OGRN of the region 00, which does not exist."""
    body = f"10000{number:07}"
    return body + str(int(body) % 11 % 10)


def entity(number: int, address: str = "", more: str = "", **attributes: str) -> str:
    """One legal entity as edition 4.06 writes it."""
    told = {"ДатаВып": "2025-01-31", "ОГРН": ogrn_of(number), "ИНН": inn_of(number)} | attributes
    written = " ".join(f'{name}="{value}"' for name, value in told.items() if value)
    return (
        f"<СвЮЛ {written}>"
        f'<СвНаимЮЛ НаимЮЛПолн="ОБЩЕСТВО &quot;СИНТЕТИЧЕСКИЙ ЗАВОД {number}&quot;">'
        f'<СвНаимЮЛСокр НаимСокр="ООО &quot;СИНТЕТИЧЕСКИЙ ЗАВОД {number}&quot;"/></СвНаимЮЛ>'
        f"<СвАдресЮЛ>{address}</СвАдресЮЛ>{more}</СвЮЛ>"
    )


def extract(folder: Path, *entities: str, encoding: str = "windows-1251", name: str = "egrul.xml") -> Path:
    file = folder / name
    document = f'{HEAD.format(encoding)}<EGRUL ДатаВыг="2025-02-01">\n{"".join(entities)}\n</EGRUL>'
    file.write_bytes(document.encode(encoding))
    return file


def kladr(region: str) -> str:
    return f'<АдресРФ КодРегион="23" Индекс="000000">{region}</АдресРФ>'


def enterprises(claims: tuple[Claim, ...]) -> list[EnterpriseClaim]:
    return [one for one in claims if isinstance(one, EnterpriseClaim)]


def located(claims: tuple[Claim, ...]) -> list[LocatedInClaim]:
    return [one for one in claims if isinstance(one, LocatedInClaim)]


def test_an_entity(tmp_path: Path) -> None:
    okved = '<СвОКВЭД><СвОКВЭДОсн КодОКВЭД="28.30" НаимОКВЭД="x"/><СвОКВЭДДоп КодОКВЭД="01.11"/></СвОКВЭД>'
    reading = read([extract(tmp_path, entity(1, kladr(KUBAN), okved))])
    (firm,), (place,) = enterprises(reading.claims), located(reading.claims)

    assert not reading.rejected
    assert (firm.source, firm.locator, firm.asserted) == ("file-egrul.xml", "/EGRUL/СвЮЛ[1]", "2025-01-31")
    assert firm.name == firm.names.ru == 'ООО "СИНТЕТИЧЕСКИЙ ЗАВОД 1"'
    assert firm.names.aliases == ('ОБЩЕСТВО "СИНТЕТИЧЕСКИЙ ЗАВОД 1"',)
    assert firm.identifiers == {"inn": inn_of(1), "ogrn": ogrn_of(1)}
    assert (firm.status, firm.industries, firm.note) == ("active", ("28.30",), None)
    assert (place.place.name, place.place.code, place.locator) == (
        "КРАСНОДАРСКИЙ КРАЙ",
        "RU-KDA",
        "/EGRUL/СвЮЛ[1]",
    )
    key = ("Enterprise", f"ru-inn-{inn_of(1)}")
    industry = ("Industry", "28.30")
    assert {fact.key for fact in facts(firm)} == {key, industry, ("CLASSIFIED_AS", *key, *industry, "")}
    assert ("Enterprise", f"ru-inn-{inn_of(1)}") in {fact.key for fact in facts(place)}


@pytest.mark.parametrize(
    ("address", "code"),
    [
        (kladr('<Регион ТипРегион="РЕСПУБЛИКА" НаимРегион="БАШКОРТОСТАН"/>'), "RU-BA"),
        (kladr('<Регион ТипРегион="РЕСПУБЛИКА" НаимРегион="САХА /ЯКУТИЯ/"/>'), "RU-SA"),
        (kladr('<Регион ТипРегион="ГОРОД" НаимРегион="МОСКВА"/>'), "RU-MOW"),
        (kladr('<Регион ТипРегион="ОБЛАСТЬ" НаимРегион="МОСКОВСКАЯ"/>'), "RU-MOS"),
        ("<СвАдрЮЛФИАС><Регион>77</Регион><НаимРегион>Г.МОСКВА</НаимРегион></СвАдрЮЛФИАС>", "RU-MOW"),
        ("<СвАдрЮЛФИАС><НаимРегион>\n КРАСНОДАРСКИЙ  КРАЙ</НаимРегион></СвАдрЮЛФИАС>", "RU-KDA"),
        ("<СвМНЮЛ><Регион>23</Регион><НаимРегион>КРАСНОДАРСКИЙ КРАЙ</НаимРегион></СвМНЮЛ>", "RU-KDA"),
    ],
)
def test_the_region_of_every_edition(tmp_path: Path, address: str, code: str) -> None:
    (place,) = located(read([extract(tmp_path, entity(1, address))]).claims)

    assert place.place.code == code
    assert place.place.country_as_stated is None


def test_a_region_that_the_register_places_elsewhere(tmp_path: Path) -> None:
    region = '<Регион ТипРегион="РЕСПУБЛИКА" НаимРегион="КРЫМ"/>'
    (place,) = located(read([extract(tmp_path, entity(1, kladr(region)))]).claims)

    assert (place.place.code, place.place.country, place.place.country_as_stated) == ("UA-43", "UA", "RU")


def test_a_region_that_is_not_known_is_told(tmp_path: Path) -> None:
    nowhere = kladr('<Регион НаимРегион="СИНТЕТИЧЕСКИЙ"/>')
    reading = read([extract(tmp_path, entity(1, nowhere), entity(2, nowhere), entity(3))])

    assert len(reading.claims) == 3
    (note,) = reading.notes
    assert note.values == {"file": "egrul.xml", "region": "СИНТЕТИЧЕСКИЙ", "count": 2}
    assert len({note.say(lang) for lang in LANGUAGES}) == 2


def test_an_entity_that_has_ended(tmp_path: Path) -> None:
    ended = '<СвПрекрЮЛ ДатаПрекрЮЛ="2020-01-15"/>'
    claims = read([extract(tmp_path, entity(1, kladr(KUBAN), ended), entity(2))]).claims

    assert [one.status for one in claims] == ["ended", "ended", "active"]


def test_the_activity_as_edition_4_08_writes_it(tmp_path: Path) -> None:
    okved = '<СвОКВЭДОтч><СвОКВЭДОтчОсн КодОКВЭД="28.30"/></СвОКВЭДОтч>'

    (firm,) = enterprises(read([extract(tmp_path, entity(1, more=okved))]).claims)
    assert (firm.industries, firm.note) == (("28.30",), None)


@pytest.mark.parametrize("code", ['КодОКВЭД="74.84"', 'КодОКВЭД="28.30" ПрВерсОКВЭД="2001"'])
def test_an_activity_of_another_classification_is_a_note(tmp_path: Path, code: str) -> None:
    (firm,) = enterprises(
        read([extract(tmp_path, entity(1, more=f"<СвОКВЭД><СвОКВЭДОсн {code}/></СвОКВЭД>"))]).claims
    )

    assert firm.industries == ()
    assert firm.note == f"ОКВЭД {code.split(chr(34))[1]}"


def test_names_as_older_editions_write_them(tmp_path: Path) -> None:
    names = '<СвНаимЮЛ НаимЮЛПолн="Синтетический  полный" НаимЮЛСокр="Синтетический"/>'
    bare = '<СвНаимЮЛ НаимЮЛПолн="Синтетический"/>'
    written = [f'<СвЮЛ ОГРН="{ogrn_of(number)}">{form}</СвЮЛ>' for number, form in enumerate((names, bare))]
    first, second = enterprises(read([extract(tmp_path, *written)]).claims)

    assert (first.name, first.names.aliases) == ("Синтетический", ("Синтетический полный",))
    assert (second.name, second.names.aliases) == ("Синтетический", ())
    assert second.identifiers == {"ogrn": ogrn_of(1)}
    assert second.asserted == "XXXX"


REJECTED = [
    ({"ИНН": "0000000019"}, "ИНН", "0000000019", "inn_checksum"),
    ({"ИНН": "1"}, "ИНН", "1", "inn_checksum"),
    ({"ОГРН": "1000000000001"}, "ОГРН", "1000000000001", "ogrn_checksum"),
    ({"ИНН": "", "ОГРН": ""}, "ОГРН", "", "missing"),
    ({"ДатаВып": "31.01.2025"}, "asserted", "31.01.2025", "value_error"),
]


@pytest.mark.parametrize(("change", "column", "value", "code"), REJECTED)
def test_a_bad_entity_is_told(
    tmp_path: Path, change: dict[str, str], column: str, value: str, code: str
) -> None:
    file = extract(tmp_path, entity(1), entity(2, kladr(KUBAN), **change), entity(3, kladr(KUBAN)))
    reading = read([file])
    (row,) = reading.files[0].rejected
    (told,) = account(reading, frozenset(one.id for one in reading.claims))

    assert (row.locator, row.column, row.value, row.code) == ("/EGRUL/СвЮЛ[2]", column, value, code)
    assert (told.rows, told.loaded, told.merged) == (3, 2, 0)
    assert [one.locator for one in reading.claims] == [f"/EGRUL/СвЮЛ[{number}]" for number in (1, 3, 3)]
    assert all(row.reason(lang) and row.fix(lang) for lang in LANGUAGES)


def test_an_entity_without_a_name(tmp_path: Path) -> None:
    reading = read([extract(tmp_path, f'<СвЮЛ ОГРН="{ogrn_of(1)}"/>')])

    assert [(row.column, row.code) for row in reading.files[0].rejected] == [("НаимЮЛПолн", "missing")]


def test_the_same_extract_twice_is_merged(tmp_path: Path) -> None:
    reading = read([extract(tmp_path, entity(1, kladr(KUBAN)))] * 2)
    first, second = account(reading, frozenset(one.id for one in reading.claims))

    assert (first.loaded, first.merged, second.loaded, second.merged) == (1, 0, 0, 1)


def test_only_entities_of_the_root_count(tmp_path: Path) -> None:
    inner = f"<Прочее>{entity(9)}</Прочее>"
    claims = read([extract(tmp_path, entity(1, more=inner), entity(2), encoding="utf-8")]).claims

    assert [one.locator for one in claims] == ["/EGRUL/СвЮЛ[1]", "/EGRUL/СвЮЛ[2]"]


def test_an_extract_of_no_one(tmp_path: Path) -> None:
    reading = read([extract(tmp_path)])

    assert (reading.rows, reading.claims) == (0, ())


def test_entities_come_one_by_one(tmp_path: Path) -> None:
    """What stands before a fault is told before it: nothing waits for the end of the file."""
    file = extract(tmp_path, *(entity(number) for number in range(1, 201)))
    file.write_bytes(file.read_bytes()[:-100])
    told = records(file)

    assert next(told).claims[0].locator == "/EGRUL/СвЮЛ[1]"
    with pytest.raises(BadInputError):
        list(told)


BAD = [
    (b"", "not_xml"),
    (b"\0", "not_xml"),
    (b"no xml", "not_xml"),
    ('<EGRUL><СвЮЛ ОГРН="1">'.encode(), "not_xml"),
    (b'<?xml version="1.0" encoding="utf-8"?><EGRUL>\xff</EGRUL>', "not_xml"),
    (b"<html/>", "not_egrul"),
    ("<СвЮЛ/>".encode(), "not_egrul"),
    (b'<!DOCTYPE EGRUL SYSTEM "http://127.0.0.1/x.dtd"><EGRUL/>', "xml_doctype"),
    (b'<!DOCTYPE EGRUL [<!ENTITY a SYSTEM "file:///etc/passwd">]><EGRUL>&a;</EGRUL>', "xml_doctype"),
    (b'<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><EGRUL x="&b;"/>', "xml_doctype"),
]


@pytest.mark.parametrize(("content", "key"), BAD)
def test_a_bad_file_is_told(tmp_path: Path, content: bytes, key: str) -> None:
    file = tmp_path / "a.xml"
    file.write_bytes(content)
    with pytest.raises(BadInputError) as caught:
        read([file])

    assert caught.value.key == f"loaders.{key}"
    assert all("a.xml" in caught.value.render(lang) for lang in LANGUAGES)
