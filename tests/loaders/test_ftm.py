"""FollowTheMoney in: which files are such, what their entities say, and how each is accounted for. All synthetic."""

import json
from pathlib import Path
from typing import Any

import pytest

from graphmodel.domain.claims import (
    Claim,
    EnterpriseClaim,
    LocatedInClaim,
    MembershipClaim,
    OwnershipClaim,
    SuppliesClaim,
)
from graphmodel.errors import BadInputError
from graphmodel.texts import LANGUAGES
from loaders import Reading, account, read
from tests.loaders.workbooks import INN_1, INN_2

LEI = "SYNTHETIC00000000077"
NAME = "Синтетический завод"


def entity(key: str, schema: str = "Company", **properties: Any) -> dict[str, Any]:
    values = {name: value if isinstance(value, list) else [value] for name, value in properties.items()}
    return {"id": key, "schema": schema, "properties": values, "datasets": ["synthetic"]}


def company(key: str, **properties: Any) -> dict[str, Any]:
    return entity(key, **{"name": f"Синтетический завод {key}", **properties})


def lines(folder: Path, *entities: Any, name: str = "own.ftm.json") -> Path:
    file = folder / name
    file.write_text("".join(json.dumps(one) + "\n" for one in entities), encoding="utf-8")
    return file


def load(folder: Path, *entities: Any) -> Reading:
    return read([lines(folder, *entities)])


def codes(reading: Reading) -> list[tuple[str, str]]:
    return [(row.locator, row.code) for row in reading.files[0].rejected]


def enterprise(reading: Reading) -> EnterpriseClaim:
    assert not reading.rejected, codes(reading)
    return next(claim for claim in reading.claims if isinstance(claim, EnterpriseClaim))


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.ndjson", "a.ftm.json", "A.JSON"])
def test_known_by_its_content(tmp_path: Path, name: str) -> None:
    (claim,) = read([lines(tmp_path, company("1"), name=name)]).claims

    assert (claim.kind, claim.locator, claim.source) == ("enterprise", "row=1", f"file-{name}")


def test_a_json_list(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps([company("1"), company("2")], indent=2), encoding="utf-8")

    assert [claim.locator for claim in read([file]).claims] == ["/0", "/1"]


def test_other_json_lines_are_still_a_table(tmp_path: Path) -> None:
    reading = read([lines(tmp_path, {"Наименование": NAME, "ИНН": INN_1}, name="a.jsonl")])

    assert enterprise(reading).identifiers == {"inn": INN_1}
    assert reading.proposals


@pytest.mark.parametrize("line", ["{", "[1]", "null", '"x"'])
def test_a_line_that_is_no_object(tmp_path: Path, line: str) -> None:
    file = lines(tmp_path, company("1"))
    file.write_text(file.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    with pytest.raises(BadInputError) as caught:
        read([file])

    assert (caught.value.key, caught.value.values["record"]) == ("loaders.not_ftm", 3)
    assert all(file.name in caught.value.render(lang) for lang in LANGUAGES)


def test_bytes_that_are_not_utf8(tmp_path: Path) -> None:
    file = lines(tmp_path, company("1"))
    file.write_bytes(file.read_bytes() + b"\n" * 10_000 + b"\xff\n")
    with pytest.raises(BadInputError) as caught:
        read([file])

    assert caught.value.key == "loaders.not_utf8"


def test_a_company(tmp_path: Path) -> None:
    told = entity(
        "NK-1",
        name=["Synthetic Works", NAME, "Ещё одно имя"],
        alias="СЗ",
        previousName="Прежний завод",
        weakAlias="Завод",
        innCode=INN_1,
        leiCode=LEI.lower(),
        okpoCode="00000129",
        okvedCode=["28.30", "74.84"],
        publisher="Синтетический реестр",
        sourceUrl="https://example.org/1",
    ) | {"last_seen": "2025-04-30T10:00:00"}
    claim = enterprise(load(tmp_path, told))

    assert (claim.name, claim.names.ru, claim.names.en) == ("Synthetic Works", NAME, "Synthetic Works")
    assert claim.names.aliases == ("Ещё одно имя", "СЗ", "Завод", "Прежний завод")
    assert claim.identifiers == {"inn": INN_1, "lei": LEI, "okpo": "00000129"}
    assert (claim.enterprise, claim.asserted, claim.status) == (f"ru-inn-{INN_1}", "2025-04-30", "active")
    assert claim.industries == ("28.30",)
    assert claim.note == "ОКВЭД 74.84; Синтетический реестр; https://example.org/1"


@pytest.mark.parametrize(
    ("properties", "identifiers"),
    [
        ({"taxNumber": "301234567", "country": "uz"}, {"stir": "301234567"}),
        ({"innCode": "301234567", "jurisdiction": "uz"}, {"stir": "301234567"}),
        ({"taxNumber": "301234567", "country": "kz"}, {}),
        ({"taxNumber": INN_1, "country": "ru"}, {"inn": INN_1}),
        ({"taxNumber": INN_1}, {}),
        ({"registrationNumber": "1020000000019", "mainCountry": "ru"}, {"ogrn": "1020000000019"}),
        ({"registrationNumber": "17", "mainCountry": "ru"}, {}),
        ({"ogrnCode": "1020000000019"}, {"ogrn": "1020000000019"}),
    ],
)
def test_numbers_of_a_country(
    tmp_path: Path, properties: dict[str, str], identifiers: dict[str, str]
) -> None:
    assert enterprise(load(tmp_path, company("1", **properties))).identifiers == identifiers


def test_an_id_where_there_is_no_number(tmp_path: Path) -> None:
    assert enterprise(load(tmp_path, company("NK-1"))).enterprise == "ftm-NK-1"


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ({"country": "ru"}, ("RU", None)),
        ({"country": ["ru", "kz"]}, None),
        ({"country": ["ru", "kz"], "jurisdiction": "kz"}, ("KZ", None)),
        ({"mainCountry": "uz", "jurisdiction": "ru"}, ("UZ", None)),
        ({"jurisdiction": "us-de"}, ("US", None)),
        ({"country": "suhh"}, None),
        ({"address": "350000, Краснодарский край, улица Синтетическая, 1"}, ("RU", "RU-KDA")),
        ({"address": "Краснодарский край", "country": "uz"}, ("UZ", None)),
        ({}, None),
    ],
)
def test_places(tmp_path: Path, properties: dict[str, Any], expected: tuple[str, str | None] | None) -> None:
    claims = load(tmp_path, company("1", **properties)).claims
    found = [(one.place.country, one.place.code) for one in claims if isinstance(one, LocatedInClaim)]

    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("properties", "status"),
    [
        ({}, "active"),
        ({"dissolutionDate": "2020"}, "ended"),
        ({"status": "Liquidated"}, "ended"),
        ({"status": "announced"}, "announced"),
        ({"status": "in good standing"}, "active"),
    ],
)
def test_status(tmp_path: Path, properties: dict[str, str], status: str) -> None:
    assert enterprise(load(tmp_path, company("1", **properties))).status == status


def link(folder: Path, schema: str, *more: dict[str, Any], **properties: Any) -> Claim:
    """The claim of a link that stands before what it names."""
    reading = load(
        folder, entity("link", schema, **properties), company("1", innCode=INN_1), company("2"), *more
    )
    assert not reading.rejected, codes(reading)
    return reading.claims[0]


@pytest.mark.parametrize(
    ("percentage", "share", "note"), [("51", 0.51, None), ("0,5 %", 0.005, None), ("51-75%", None, "51-75%")]
)
def test_an_ownership(tmp_path: Path, percentage: str, share: float | None, note: str | None) -> None:
    claim = link(tmp_path, "Ownership", owner="1", asset="2", percentage=percentage, endDate="2020")

    assert isinstance(claim, OwnershipClaim)
    assert (claim.owner.id, claim.owned.id) == (f"ru-inn-{INN_1}", "ftm-2")
    assert (claim.share, claim.note, claim.status) == (share, note, "ended")


def test_entities_inside_entities_count_as_their_ids(tmp_path: Path) -> None:
    claim = link(tmp_path, "Ownership", owner=company("1"), asset="2")

    assert isinstance(claim, OwnershipClaim)
    assert claim.owner.id == f"ru-inn-{INN_1}"


def test_a_membership(tmp_path: Path) -> None:
    cluster = entity("c", "Organization", name="Синтетический кластер", classification="cluster")
    claim = link(tmp_path, "Membership", cluster, member="1", organization="c", role="якорь")

    assert isinstance(claim, MembershipClaim)
    assert (claim.member.id, claim.cluster.name, claim.role) == (
        f"ru-inn-{INN_1}",
        "Синтетический кластер",
        "якорь",
    )


def test_a_delivery(tmp_path: Path) -> None:
    claim = link(
        tmp_path,
        "EconomicActivity",
        sender="1",
        receiver="2",
        goodsDescription="жатки",
        vedCode="8433 59 110 9",
        startDate="2025-04",
        invoiceAmount="1200.5 RUB",
    )

    assert isinstance(claim, SuppliesClaim)
    assert claim.product is not None
    assert claim.value is not None
    assert (claim.supplier.id, claim.buyer.id) == (f"ru-inn-{INN_1}", "ftm-2")
    assert (claim.product.name, claim.product.hs, claim.since) == ("жатки", ("8433591109",), "2025-04")
    assert (float(claim.value.amount), claim.value.currency) == (1200.5, "RUB")


def test_goods_without_a_name_have_that_of_their_code(tmp_path: Path) -> None:
    claim = link(tmp_path, "EconomicActivity", sender="1", receiver="2", vedCode="843210", invoiceAmount="7")

    assert isinstance(claim, SuppliesClaim)
    assert claim.product is not None
    assert (claim.product.name, claim.note) == ("Ploughs; for soil preparation", "7")


@pytest.mark.parametrize(
    ("bad", "code", "column"),
    [
        (entity("x", name=[]), "missing", "name"),
        (company("x", innCode="7701234561"), "inn_checksum", "innCode"),
        (company("x", leiCode=LEI[:-1]), "lei_checksum", "leiCode"),
        (company("x", innCode=[INN_1, INN_2]), "several_numbers", "innCode"),
        (entity("x", "Ownership", owner="1"), "missing", "asset"),
        (entity("x", "Ownership", owner="1", asset="nowhere"), "ftm_unknown", "asset"),
        (entity("x", "Membership", member="1", organization="2"), "ftm_no_cluster", "organization"),
        (
            entity("x", "EconomicActivity", sender="1", receiver="2", vedCode="843299"),
            "unknown_hs",
            "vedCode",
        ),
        ({"schema": "Company", "properties": {"name": ["x"]}}, "missing", "id"),
    ],
)
def test_rejected(tmp_path: Path, bad: dict[str, Any], code: str, column: str) -> None:
    reading = load(tmp_path, company("1"), company("2"), bad)
    (row,) = reading.files[0].rejected

    assert (row.locator, row.code, row.column) == ("row=3", code, column)
    assert all("не подходит" not in row.reason(lang) and "{" not in row.fix(lang) for lang in LANGUAGES)


def test_every_row_is_accounted_for(tmp_path: Path) -> None:
    reading = load(
        tmp_path,
        company("1"),
        company("1"),
        company("x", innCode="1"),
        entity("c", "Organization", name="Синтетический кластер", classification="cluster"),
        entity("m", "Membership", member="1", organization="c"),
        entity("p", "Person", name="Синтетическое лицо"),
        entity("o", "Ownership", owner="p", asset="1"),
    )
    (told,) = account(reading, frozenset(claim.id for claim in reading.claims))
    (note,) = reading.notes

    assert (told.rows, told.loaded, told.merged, len(told.rejected)) == (5, 3, 1, 1)
    assert note.values["schemata"] == "Ownership (Person) 1, Person 1"
    assert len({note.say(lang) for lang in LANGUAGES}) == 2


def test_a_link_to_a_rejected_enterprise_is_rejected_too(tmp_path: Path) -> None:
    reading = load(
        tmp_path, company("1"), company("2", innCode="1"), entity("o", "Ownership", owner="1", asset="2")
    )

    assert codes(reading) == [("row=2", "inn_checksum"), ("row=3", "ftm_unknown")]
