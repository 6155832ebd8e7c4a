"""FollowTheMoney out: what its model admits, and that our own export comes back as the same graph."""

import json
from collections import defaultdict
from collections.abc import Iterable

import pytest

from graphmodel.domain.claims import Claim
from graphmodel.domain.evidence import Evidence
from graphmodel.domain.facts import facts
from graphmodel.domain.graph import Edge, Graph, Node
from graphmodel.domain.projection import project
from graphmodel.domain.telling import Fact, FactKey
from loaders import read, reference
from loaders.ftm import ftm_entities
from tests.domain.samples import claim, place, ref
from tests.loaders.ftm_model import PROPERTIES, REQUIRED

INN = "7701234560"


def graph_of(claims: Iterable[Claim]) -> Graph:
    by_key: dict[FactKey, list[Fact]] = defaultdict(list)
    for one in claims:
        for fact in facts(one):
            by_key[fact.key].append(fact)
    things = [project(group) for _, group in sorted(by_key.items())]
    nodes = tuple(thing for thing in things if isinstance(thing, Node))
    return Graph(nodes=nodes, edges=tuple(thing for thing in things if isinstance(thing, Edge)))


@pytest.fixture(scope="module")
def before() -> Graph:
    return graph_of(reference().claims)


@pytest.fixture(scope="module")
def after(before: Graph, tmp_path_factory: pytest.TempPathFactory) -> Graph:
    file = tmp_path_factory.mktemp("ftm") / "graph.ftm.json"
    file.write_text("".join(json.dumps(one) + "\n" for one in ftm_entities(before, {})), encoding="utf-8")
    reading = read([file])
    assert not reading.rejected
    assert not reading.notes
    return graph_of(reading.claims)


def test_only_what_the_model_admits(before: Graph) -> None:
    told = list(ftm_entities(before, {}))

    assert {one["schema"] for one in told} == PROPERTIES.keys()
    for one in told:
        given = one["properties"].keys()
        assert REQUIRED[one["schema"]] <= given <= PROPERTIES[one["schema"]], one
        assert all(isinstance(value, str) for values in one["properties"].values() for value in values), one


def test_ids_are_unique_and_ends_are_there(before: Graph) -> None:
    told = list(ftm_entities(before, {}))
    ids = {one["id"] for one in told}
    ends = ("owner", "asset", "member", "organization", "sender", "receiver")

    assert len(ids) == len(told)
    assert {end for one in told for name in ends for end in one["properties"].get(name, ())} <= ids


def named(graph: Graph) -> dict[str, Node]:
    return {node.key: node for node in graph.nodes if node.label == "Enterprise" and not node.placeholder}


def test_the_same_enterprises_come_back(before: Graph, after: Graph) -> None:
    one, other = named(before), named(after)

    assert one.keys() == other.keys()
    assert {node.label for node in after.nodes if node.placeholder} == set()
    for key, node in one.items():
        for field in ("inn", "ogrn", "lei", "okpo", "stir", "status", "asserted", "confidence", "search"):
            assert node.properties.get(field) == other[key].properties.get(field), (key, field)


@pytest.mark.parametrize("edge_type", ["OWNS", "MEMBER_OF", "SUPPLIES", "LOCATED_IN"])
def test_the_same_links_come_back(before: Graph, after: Graph, edge_type: str) -> None:
    placed_by_country = {edge.source for edge in before.edges if edge.target[0] == "Country"}

    def target(edge: Edge) -> tuple[str, str]:
        """Its end; a city that only its country was given for comes back with its region."""
        known = edge.type != "LOCATED_IN" or edge.source not in placed_by_country
        return edge.target if known else ("Country", edge.target[1][:2])

    def links(graph: Graph) -> set[tuple[object, ...]]:
        unnamed = {(node.label, node.key) for node in before.nodes if node.placeholder}
        told = ("share", "status", "role", "since", "until", "volume", "value", "currency", "asserted")
        fields = told if edge_type != "LOCATED_IN" else ("asserted",)
        return {
            (edge.source, target(edge), *(edge.properties.get(field) for field in fields))
            for edge in graph.edges
            if edge.type == edge_type and edge.source[0] == "Enterprise"
            and not unnamed & {edge.source, edge.target}
        }  # fmt: skip

    assert links(before)
    assert links(after) == links(before)


def test_a_synthetic_enterprise_says_so_and_cites_its_sources() -> None:
    one = claim(
        "enterprise",
        name="Синтетический завод",
        identifiers={"inn": INN, "stir": "301234567"},
        industries=["28.30"],
        synthetic=True,
        place=place("RU-KDA", name="Краснодарский край", settlement="Краснодар"),
    )
    cited = Evidence(
        claim=one.id, kind="enterprise", source="A", title="Синтетический реестр", address="https://example.org/a",
        published="2025", locator="row=2", asserted="2025", status="active", confidence=0.9, quote=None, note=None,
    )  # fmt: skip
    (told,) = ftm_entities(graph_of([one]), {one.id: cited})

    assert (told["id"], told["schema"], told["datasets"]) == (f"ru-inn-{INN}", "Company", ["graphmodel"])
    assert told["properties"] == {
        "name": ["Синтетический завод"],
        "innCode": [INN],
        "taxNumber": ["301234567"],
        "country": ["ru"],
        "address": ["Краснодарский край, Краснодар"],
        "okvedCode": ["28.30"],
        "status": ["active"],
        "description": ["asserted: 2025", "confidence: 0.9", "synthetic"],
        "publisher": ["Синтетический реестр"],
        "sourceUrl": ["https://example.org/a"],
    }


def test_a_delivery_with_its_goods() -> None:
    goods = ref("плуг", "product", names={"ru": "плуг", "en": "plough"}, hs=["843210"])
    one = claim(
        "supplies",
        supplier=ref("Завод А"),
        buyer=ref("Завод Б"),
        product=goods,
        since="2024~",
        until="2025-04",
        volume="12 штук",
        value={"amount": "1200000.5", "currency": "RUB"},
    )
    *_, told = ftm_entities(graph_of([one]), {})

    assert told["schema"] == "EconomicActivity"
    assert {
        name: told["properties"][name] for name in told["properties"] if name not in ("sender", "receiver")
    } == {
        "goodsDescription": ["плуг", "plough"],
        "vedCode": ["843210"],
        "vedCodeDescription": ["Ploughs; for soil preparation"],
        "endDate": ["2025-04"],
        "invoiceAmount": ["1200000.5 RUB"],
        "description": [
            "asserted: 2025",
            "confidence: 0.9",
            "status: active",
            "volume: 12 штук",
            "since: 2024~",
        ],
    }


@pytest.mark.parametrize(
    ("share", "percentage"), [(1, "100"), (0.51, "51"), (0.005, "0.5"), (0.33333333, "33.333333"), (0, "0")]
)
def test_a_share_in_per_cent(share: float, percentage: str) -> None:
    one = claim("ownership", owner=ref("Завод А"), owned=ref("Завод Б"), share=share)
    *_, told = ftm_entities(graph_of([one]), {})

    assert told["properties"]["percentage"] == [percentage]


def test_an_enterprise_without_a_name_is_left_out() -> None:
    supply = claim("supplies", supplier=ref("Завод А"), buyer=ref("узбекские заводы", placeholder=True))

    assert [one["caption"] for one in ftm_entities(graph_of([supply]), {})] == ["Завод А"]
