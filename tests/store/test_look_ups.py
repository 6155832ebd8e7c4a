"""What planners and other systems look up."""

import pytest

from graphmodel.errors import AmbiguousNameError, GraphModelError, NotFoundError
from graphmodel.store import Store, View
from tests.domain.samples import claim, place, ref
from tests.store.conftest import Cypher
from tests.store.graphs import EVERYTHING, RELEASE, load

HOSTILE = [
    "",
    " ",
    '"',
    "'",
    "\\",
    '\\" OR *',
    "a OR b*",
    "name:*",
    "*",
    "~",
    "[a TO b]",
    "(((",
    "AND",
    "NOT АТИСС",
    "АТИСС^9 !",
    r"\u0022",
    "\0",
    "\ud800",
    "x" * 10_000,
    "слово " * 5_000,
    "' OR 1=1 RETURN n //",
    "$text",
]


@pytest.fixture
def view(store: Store) -> View:
    load(store, *EVERYTHING)
    return store.view()


@pytest.mark.parametrize(
    "name",
    [
        "АТИСС",
        "атисс",
        "ООО «АТИСС»",
        '"Атисс", ООО',
        "ATISS Automation",
        "automation atiss",
        "2302054321",
        " АТИСС ",
    ],
)
def test_an_enterprise_by_any_of_its_names(view: View, name: str) -> None:
    found = view.enterprise(name)

    assert found.properties["name_ru"] == "АТИСС"
    assert view.enterprise(found.key) == found


def test_by_words_of_its_name(view: View) -> None:
    assert view.enterprise("сосед").name("ru") == "Агро-Сосед"
    assert view.enterprise("ДАЛЕКИЙ").name("ru") == "Далёкий"


def test_a_name_that_the_graph_does_not_show(store: Store) -> None:
    old = claim("enterprise", name="Красный пахарь", enterprise="e", asserted="1990")
    load(store, old, claim("enterprise", name="ПромАгро", enterprise="e", source="B"))

    assert store.view().enterprise("красный ПАХАРЬ").name("ru") == "ПромАгро"


def test_an_exact_name_goes_before_words(store: Store) -> None:
    load(store, claim("enterprise", name="Завод"), claim("enterprise", name="Завод 4"))

    assert store.view().enterprise("завод").name("ru") == "Завод"


def test_an_ambiguous_name_lists_the_candidates(store: Store) -> None:
    load(store, *(claim("enterprise", name="Агромаш", place=place(code)) for code in ("RU-KDA", "UZ-TK")))

    with pytest.raises(AmbiguousNameError) as caught:
        store.view().enterprise("АГРОМАШ")
    for node in store.view().enterprises(after="", limit=9):
        assert node.key in str(caught.value)


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: ascii(name[:12]))
def test_a_hostile_name_is_merely_not_found(shared: Store, name: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        shared.view().enterprise(name)
    assert caught.value.render("ru")
    assert caught.value.render("en")


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: ascii(name[:12]))
def test_hostile_names_do_no_harm_elsewhere(shared: Store, name: str) -> None:
    view = shared.view()
    try:
        view.enterprises(after="", limit=1, words=name)
        assert view.partners(name) == []
        assert not view.neighbourhood(name).nodes
        view.cluster(name)
    except GraphModelError:
        return
    pytest.fail("there is no such cluster")


@pytest.mark.parametrize(
    "name", [name for name in HOSTILE if any(map(str.isalnum, name)) and name != "\ud800"]
)
def test_a_hostile_name_can_be_stored_and_found(store: Store, name: str) -> None:
    load(store, claim("enterprise", name=name))

    assert (
        store.view().enterprise(name).properties["name_ru" if "А" in name or "с" in name else "name_en"]
        == name
    )


def test_pages(view: View) -> None:
    keys = [node.key for node in view.enterprises(after="", limit=99)]
    pages = [node.key for after in ("", keys[2]) for node in view.enterprises(after=after, limit=3)]

    assert keys == sorted(keys)
    assert pages == keys[:6]


def test_pages_of_a_search(view: View) -> None:
    found = view.enterprises("", 99, "завод 4")
    walked = [node for after in ("", found[0].key) for node in view.enterprises(after, 1, "завод 4")]

    assert found == view.search("завод 4", limit=50)
    assert found[0].name("ru") == "Завод 4"
    assert walked == found[:2]
    assert view.enterprises(found[-1].key, 9, "завод 4") == view.enterprises("none", 9, "завод 4") == []


def test_partners_by_direction(view: View) -> None:
    def told(name: str) -> list[tuple[str, str]]:
        return [(p.relation, p.partner.name("ru")) for p in view.partners(view.enterprise(name).key)]

    assert told("АТИСС") == [("buyer", "ПромАгро"), ("agreement", "Energy East"), ("owner", "Energy East")]
    assert told("ПромАгро") == [
        ("supplier", "АТИСС"),
        ("buyer", "Завод 4"),
        ("agreement", "башкирские заводы"),
    ]
    assert told("Energy East") == [("agreement", "АТИСС"), ("owned", "АТИСС")]
    assert all(p.edge.claims and p.partner.claims for p in view.partners(view.enterprise("АТИСС").key))


def test_cluster_and_its_field(view: View) -> None:
    graph = view.cluster("interstate")
    names = {node.name("ru") for node in graph.nodes if node.label == "Enterprise"}

    assert names == {"ПромАгро", "башкирские заводы", "АТИСС", "Energy East", "Агро-Сосед", "Завод 4"}
    assert {node.label for node in graph.nodes} >= {
        "Cluster",
        "Agreement",
        "Event",
        "Region",
        "Country",
        "Product",
    }
    keys = {(node.label, node.key) for node in graph.nodes}
    assert {end for edge in graph.edges for end in (edge.source, edge.target)} <= keys


def test_an_unknown_cluster_names_the_known(view: View) -> None:
    with pytest.raises(NotFoundError, match="interstate"):
        view.cluster("none")


def test_neighbourhood_is_one_edge_away_with_places(view: View) -> None:
    graph = view.neighbourhood(view.enterprise("АТИСС").key)
    names = {node.name("ru") for node in graph.nodes if node.label == "Enterprise"}

    assert names == {"АТИСС", "ПромАгро", "Energy East"}
    assert {node.key for node in graph.nodes if node.label in ("Region", "Country")} == {"RU-KDA", "RU", "UZ"}
    assert not {node.label for node in graph.nodes} & {"Claim", "Source"}


def test_place(view: View) -> None:
    graph = view.place(view.enterprise("АТИСС").key)

    assert {node.key for node in graph.nodes if node.label != "Enterprise"} == {"RU-KDA", "RU"}
    assert {edge.type for edge in graph.edges} == {"LOCATED_IN", "PART_OF"}


def test_graph_holds_entities_alone(view: View, cypher: Cypher) -> None:
    graph = view.graph()
    (counted,) = cypher("MATCH (n) WHERE NOT n:Claim AND NOT n:Source RETURN count(n) AS all")

    assert len(graph.nodes) == counted["all"]
    assert not {edge.type for edge in graph.edges} & {"FROM", "ABOUT"}
    assert all(node.claims for node in graph.nodes)
    assert all(edge.claims for edge in graph.edges)


def test_evidence(view: View) -> None:
    release = RELEASE[4]
    found = view.evidence([release.id, "clm-unknown"])

    assert list(found) == [release.id]
    evidence = found[release.id]
    assert (evidence.source, evidence.title, evidence.published) == ("S1", "Релиз", "2025-04-30")
    assert (evidence.locator, evidence.kind, evidence.asserted) == (release.locator, "supplies", "2024")


def test_evidence_of_an_undated_source(store: Store) -> None:
    one = claim("enterprise", name="a")
    load(store, one)

    assert store.view().evidence([one.id])[one.id].published == "XXXX"


def test_aggregates(view: View) -> None:
    (number,) = view.aggregates(["RU-KDA", "UZ"])

    assert (number.measure, float(number.value), number.bound) == ("contracts", 50.0, "exact")
    assert view.aggregates(["UZ"]) == []


def test_conflicts_show_both_sides_and_the_graph_the_winner(view: View, cypher: Cypher) -> None:
    (found,) = view.conflicts()

    assert found.attribute == "status"
    assert [(side.source, side.value) for side in found.sides] == [("S3", "active"), ("S2", "ended")]
    statement = "MATCH (n:Enterprise {name_ru: 'АТИСС'}) RETURN n.status AS status"
    assert cypher(statement) == [{"status": "active"}]


def test_places_and_numbers_in_conflict(store: Store) -> None:
    cluster = ref("К", "cluster")
    members = ((4, "2025-11", "A"), (5, "2026-01", "B"))
    load(
        store,
        claim("event", name="Иннопром", place=place("UZ-TK")),
        claim("event", name="Иннопром", place=place("RU-SVE"), source="B"),
        *(
            claim(
                "aggregate", about=cluster, measure="members", value=n, asserted=date, source=s, bound="exact"
            )
            for n, date, s in members
        ),
    )

    assert [(c.attribute, c.nature) for c in store.view().conflicts()] == [
        ("members", "versions"),
        ("place", "contradiction"),
    ]
