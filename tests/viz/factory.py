"""Sample graphs, projected from claims as the store does it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from graphmodel.domain.claims import CLAIM, Claim
from graphmodel.domain.evidence import Evidence
from graphmodel.domain.facts import facts
from graphmodel.domain.graph import Edge, Graph, Node
from graphmodel.domain.projection import project
from graphmodel.domain.telling import Fact, FactKey

ADDRESS = "https://example.org/news/1"
CLUSTER = {
    "type": "cluster",
    "id": "agromash-ru-uz",
    "name": "Межгосударственный кластер сельхозмашиностроения",
}
KUBAN = {"code": "RU-KDA", "country": "RU", "name": "Краснодарский край", "names": {"en": "Krasnodar Krai"}}
BASHKORTOSTAN = {
    "code": "RU-BA",
    "country": "RU",
    "name": "Республика Башкортостан",
    "names": {"en": "Bashkortostan"},
}
ROSTOV = {"code": "RU-ROS", "country": "RU", "name": "Ростовская область", "names": {"en": "Rostov Oblast"}}
TASHKENT = {
    "code": "UZ-TO",
    "country": "UZ",
    "name": "Ташкентская область",
    "names": {"uz": "Toshkent viloyati", "en": "Tashkent Region"},
}
UZBEKISTAN = {"country": "UZ", "name": "Узбекистан"}


def enterprise(ru: str, en: str, place: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A reference to an enterprise."""
    return {"type": "enterprise", "name": ru, "names": {"ru": ru, "en": en}, "place": place, **more}


def product(ru: str, en: str, **more: Any) -> dict[str, Any]:
    """A reference to a product."""
    return {"type": "product", "name": ru, "names": {"ru": ru, "en": en}, **more}


ATISS = enterprise("АТИСС", "ATISS", KUBAN)
ENERGY_EAST = enterprise("Industrial Group Energy East", "Industrial Group Energy East", UZBEKISTAN)
PROMAGRO = enterprise("ПромАгроТехнологии", "PromAgroTekhnologii", KUBAN)
BASHKIR = enterprise("башкирские производители", "Bashkir producers", BASHKORTOSTAN, placeholder=True)
UZBEK = enterprise("узбекские производители", "Uzbek producers", UZBEKISTAN, placeholder=True)
OS_NOVA = enterprise("ОС-НОВА", "OS-NOVA", KUBAN)
ROSTSELMASH = enterprise("Ростсельмаш", "Rostselmash", ROSTOV)
BEARINGS = enterprise("10-ГПЗ, Десятый подшипниковый завод", "GPZ-10 bearing plant", ROSTOV)
CHIRCHIQ = enterprise(
    "Чирчикский завод сельскохозяйственной техники",
    "Chirchiq Agricultural Machinery Plant",
    TASHKENT,
) | {
    "names": {
        "ru": "Чирчикский завод сельскохозяйственной техники",
        "en": "Chirchiq Agricultural Machinery Plant",
        "uz": "Chirchiq qishloq xoʻjaligi texnikasi zavodi",
    }
}
EXHIBITION = {"type": "event", "name": "ИННОПРОМ. Центральная Азия", "place": UZBEKISTAN}
COMPONENTS = product("компоненты для конечной продукции", "components for final products")
HARVESTER = product("кормоуборочный комбайн", "forage harvester", okpd2=["28.30.59"])
CYLINDER = product("гидроцилиндры", "hydraulic cylinders", okpd2=["28.12.11.110"])
BEARING = product("подшипники", "bearings", okpd2=["28.15.10"])


def said(kind: str, status: str = "signed", **fields: Any) -> Claim:
    """One claim of the press release."""
    common = {"source": "S001", "locator": "char=412,803", "asserted": "2025-04-30", "confidence": 0.9}
    return CLAIM.validate_python(common | {"kind": kind, "status": status} | fields)


def sample_claims() -> list[Claim]:
    """The press release of 30 April 2025, and a few links around it."""
    joint: dict[str, Any] = {"signed": "2025-04-28/2025-04-30", "event": EXHIBITION}
    return [
        said(
            "agreement",
            agreement_kind="memorandum",
            parties=[ATISS, ENERGY_EAST],
            subject="долгосрочное сотрудничество",
            quote="меморандум о долгосрочном сотрудничестве",
            **joint,
        ),
        said(
            "agreement",
            agreement_kind="cluster_agreement",
            parties=[PROMAGRO, BASHKIR, UZBEK],
            founds=CLUSTER,
            **joint,
        ),
        *(said("membership", "announced", member=m, cluster=CLUSTER) for m in (PROMAGRO, BASHKIR, UZBEK)),
        said("agreement", agreement_kind="memorandum", parties=[ROSTSELMASH, CHIRCHIQ], signed="2016-11-28"),
        said("supplies", "announced", supplier=OS_NOVA, buyer=PROMAGRO, product=COMPONENTS, since="2025-11"),
        said("supplies", "active", supplier=ROSTSELMASH, buyer=CHIRCHIQ, product=HARVESTER, since="2018"),
        said("supplies", "ended", supplier=BEARINGS, buyer=ROSTSELMASH, product=BEARING, until="2020~"),
        said("produces", "active", enterprise=PROMAGRO, product=CYLINDER),
        said("produces", "active", enterprise=CHIRCHIQ, product=HARVESTER),
        said("requires", "active", product=HARVESTER, input=CYLINDER, points=12),
        said("requires", "active", product=HARVESTER, input=BEARING, points=4, necessity="option"),
    ]


def graph_of(claims: Iterable[Claim]) -> Graph:
    """The graph that the claims support."""
    found: dict[FactKey, list[Fact]] = defaultdict(list)
    for claim in claims:
        for fact in facts(claim):
            found[fact.key].append(fact)
    things = [project(found[key]) for key in sorted(found)]
    return Graph(
        nodes=tuple(thing for thing in things if isinstance(thing, Node)),
        edges=tuple(thing for thing in things if isinstance(thing, Edge)),
    )


def evidence_of(claims: Iterable[Claim], **changed: Any) -> dict[str, Evidence]:
    """The evidence of each claim; `changed` fields differ from those of the press release."""
    told = {"title": "Предприятия Кубани и Узбекистана намерены создать промкластер", "address": ADDRESS}
    return {
        claim.id: Evidence.model_validate(
            {
                "claim": claim.id,
                "published": "2025-04-30",
                **{
                    n: getattr(claim, n) for n in ("kind", "source", "locator", "quote", "asserted", "status")
                },
                **{n: getattr(claim, n) for n in ("confidence", "note")},
                **told,
                **changed,
            }
        )
        for claim in claims
    }


def large_claims(count: int = 54) -> list[Claim]:
    """A synthetic chain of `count` enterprises with long names, over two countries and five regions."""
    places: list[dict[str, Any]] = [KUBAN, BASHKORTOSTAN, ROSTOV, TASHKENT, UZBEKISTAN]
    firms = [
        enterprise(
            f"Завод сельскохозяйственного машиностроения имени Воровского № {number}",
            f"Agricultural machinery plant No. {number}",
            places[number * number % 5],
        )
        for number in range(count)
    ]
    pairs = [(number, (number * 7 + 3) % count) for number in range(count)]
    return [
        said("supplies", supplier=firms[a], buyer=firms[b], product=BEARING, synthetic=True)
        for a, b in pairs
        if a != b
    ]
