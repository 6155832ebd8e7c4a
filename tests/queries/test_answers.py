"""What every question answers on the reference data set, in a real Neo4j."""

from typing import Any

import pytest
from neo4j import Driver, EagerResult, NotificationClassification

from docs.answers import answers
from docs.question_pages import recorded
from graphmodel.analysis import gaps
from graphmodel.errors import StatementError
from graphmodel.store import View
from queries import Question, catalogue, question

every_question = pytest.mark.parametrize("asked", catalogue().values(), ids=lambda asked: asked.name)


def at_its_example(asked: Question) -> dict[str, Any]:
    return {name: parameter.example for name, parameter in asked.parameters.items()}


def rows(view: View, name: str, **given: Any) -> list[dict[str, Any]]:
    return [dict(row) for row in view.ask(question(name), given).rows]


def explained(driver: Driver, asked: Question) -> EagerResult:
    values = asked.bind(at_its_example(asked))
    return driver.execute_query(f"EXPLAIN {asked.statement}", values)


@every_question
def test_the_example_is_answered_in_the_declared_columns(asked: Question, reference_view: View) -> None:
    answer = reference_view.ask(asked, at_its_example(asked))
    assert answer.columns == tuple(asked.columns)
    assert bool(answer.rows) is not bool(asked.empty)
    assert not answer.truncated


@every_question
def test_every_row_names_claims_that_are_there(asked: Question, reference_view: View) -> None:
    answer = reference_view.ask(asked, at_its_example(asked))
    named = [list(row["claims"]) for row in answer.rows]
    assert all(named)
    assert all(len(claims) == len(set(claims)) for claims in named)
    ids = {claim for claims in named for claim in claims}
    assert reference_view.evidence(ids).keys() == ids


@every_question
def test_no_row_is_given_twice(asked: Question, reference_view: View) -> None:
    given = [repr(row) for row in reference_view.ask(asked, at_its_example(asked)).rows]
    assert len(given) == len(set(given))


@every_question
def test_a_question_only_reads(asked: Question, reference_driver: Driver, reference_view: View) -> None:
    assert explained(reference_driver, asked).summary.query_type == "r"


@every_question
def test_the_server_has_nothing_to_remark(
    asked: Question, reference_driver: Driver, reference_view: View
) -> None:
    """Unknown names aside: what the data set does not use yet is unknown to a server, and the schema knows it."""
    remarks = [
        status.status_description
        for status in explained(reference_driver, asked).summary.gql_status_objects
        if status.is_notification and status.classification != NotificationClassification.UNRECOGNIZED
    ]
    assert remarks == []


def test_the_answers_in_the_documents_are_those_of_the_data_set(reference_view: View) -> None:
    assert answers(reference_view) == recorded(), "run make docs"


def test_a_refused_question_is_named_with_file_and_line(reference_view: View) -> None:
    asked = question("members")
    broken = asked.model_copy(update={"statement": asked.statement.replace("m.role", "nobody.role")})
    line = next(n for n, told in enumerate(broken.statement.splitlines(), asked.line) if "nobody" in told)
    with pytest.raises(StatementError) as caught:
        reference_view.ask(broken, {})
    assert f"queries/planner/members.cypher:{line}:" in caught.value.render("en")


def test_a_name_is_found_though_mistyped_or_in_another_script(reference_view: View) -> None:
    for said in ("атис", "ATISS", "Атіс", "atis"):
        assert "АТИСС" in [node.name("ru") for node in reference_view.search(said)[:2]], said
    assert reference_view.search("") == reference_view.search("qzqzqzqzqz") == []


def test_members_of_the_interstate_cluster(reference_view: View) -> None:
    found = rows(reference_view, "members")
    assert [(row["country"], row["region"], row["unnamed"]) for row in found] == [
        ("RU", "Краснодарский край", False),
        ("RU", "Республика Башкортостан", True),
        ("UZ", None, True),
    ]
    assert found[0]["enterprise"] == "ПромАгроТехнологии"


def test_a_country_that_sources_see_otherwise_stands_beside_that_of_the_standard(
    reference_view: View,
) -> None:
    found = rows(reference_view, "members", cluster="yug")
    seen = {row["enterprise"]: (row["country"], row["country_as_stated"]) for row in found}
    assert seen["Донтехрезина и ко"] == ("UA", "RU")
    assert seen["ПромАгроТехнологии"] == ("RU", None)


def test_memoranda_of_the_cluster_and_of_all(reference_view: View) -> None:
    found = {row["agreement"]: row for row in rows(reference_view, "memoranda")}
    assert found["agr-A001"]["parties"] == ["Industrial Group Energy East", "АТИСС"]
    assert found["agr-A001"]["unnamed_parties"] == []
    assert found["agr-A002"]["kind"] == "cluster_agreement"
    assert len(found["agr-A002"]["unnamed_parties"]) == 2
    everything = rows(reference_view, "memoranda", cluster="")
    assert found.keys() < {row["agreement"] for row in everything}


def test_memoranda_without_a_date_stand_last(reference_view: View) -> None:
    dates = [row["signed"] for row in rows(reference_view, "memoranda", cluster="")]
    dated = [date for date in dates if date and not date.startswith("XXXX")]
    assert dates[: len(dated)] == dated
    assert dated[0] > dated[-1]


def test_inputs_that_nobody_makes_come_heaviest_first(reference_view: View) -> None:
    found = rows(reference_view, "no-producer")
    points = [row["points"] or 0 for row in found]
    assert points == sorted(points, reverse=True)
    assert found[0]["input_code"] == "tillage-tools"
    assert "rolling-bearing" not in {row["input_code"] for row in found}


def test_the_analysis_finds_the_same_inputs_without_a_producer(reference_view: View) -> None:
    found = rows(reference_view, "no-producer")
    missing = [
        gap for gap in gaps(reference_view.graph(), "agromash-ru-uz").rows if gap.kind == "no_producer"
    ]
    assert {
        (row["product_code"], row["input_code"], row["condition"], frozenset(row["claims"])) for row in found
    } == {(gap.product.id, gap.input.id, gap.condition, frozenset(gap.claims)) for gap in missing}


def test_suppliers_and_buyers_see_the_same_link_from_its_two_ends(reference_view: View) -> None:
    down = rows(reference_view, "buyers", **at_its_example(question("buyers")))
    assert down
    for row in down:
        up = rows(reference_view, "suppliers", enterprise=row["id"], tiers=1)
        assert (row["supplier_id"], row["claims"]) in [(back["id"], back["claims"]) for back in up]


def test_a_chain_grows_tier_by_tier_and_stops_at_an_ended_link(reference_view: View) -> None:
    bearings = rows(reference_view, "producers", product="rolling-bearing")
    closed = next(row["id"] for row in bearings if row["enterprise"] == "10-ГПЗ")
    links = rows(reference_view, "buyers", enterprise=closed, tiers=6)
    assert [(row["tier"], row["enterprise"], row["status"]) for row in links] == [(1, "КАМАЗ", "ended")]
    tractor_works = rows(reference_view, "producers", product="cotton-picker")
    plant = next(row["id"] for row in tractor_works if row["enterprise"].startswith("Ташкентский завод"))
    tiers = [row["tier"] for row in rows(reference_view, "suppliers", enterprise=plant, tiers=6)]
    assert tiers == sorted(tiers)
    assert set(tiers) > {1}
    nearest = [tier for tier in tiers if tier == 1]
    assert len(rows(reference_view, "suppliers", enterprise=plant, tiers=1)) == len(nearest)


def test_candidates_stand_after_makers_and_are_no_makers(reference_view: View) -> None:
    found = rows(reference_view, "producers", product="hydraulic-pump")
    assert {"Danfoss", "Mannesmann Rexroth"} <= {row["enterprise"] for row in found}
    assert {row["relation"] for row in found} == {"related"}
    gearbox = [row["relation"] for row in rows(reference_view, "producers", product="gearbox")]
    assert gearbox == sorted(gearbox, key=["makes", "supplies", "related"].index)
    assert {"makes", "supplies"} <= set(gearbox)


def test_links_across_a_border_have_two_countries(reference_view: View) -> None:
    found = rows(reference_view, "cross-border")
    assert all(row["supplier_country"] != row["buyer_country"] for row in found)
    with_uzbekistan = rows(reference_view, "cross-border", country="UZ")
    assert all("UZ" in (row["supplier_country"], row["buyer_country"]) for row in with_uzbekistan)
    assert 0 < len(with_uzbekistan) < len(found)


def test_a_country_has_the_enterprises_of_its_regions(reference_view: View) -> None:
    region = {row["id"] for row in rows(reference_view, "by-region", region="RU-KDA")}
    country = {row["id"] for row in rows(reference_view, "by-region", region="RU")}
    assert region < country


def test_figures_that_disagree_stand_side_by_side(reference_view: View) -> None:
    found = rows(reference_view, "aggregates", about="RU-KDA")
    values = [(row["bound"], row["value"]) for row in found if row["measure"] == "contract_value"]
    assert ("at_least", 462_200_000.0) in values
    assert ("about", 1_100_000_000.0) in values


def test_why_names_the_release_and_the_place_in_it(reference_view: View) -> None:
    found = rows(reference_view, "why", **at_its_example(question("why")))
    assert [(row["relation"], row["locator"]) for row in found] == [("MEMORANDUM", "char=547,861")]


def test_the_unnamed_and_the_undated_are_all_listed(reference_view: View) -> None:
    graph = reference_view.graph()
    placeholders = {node.key for node in graph.nodes if node.placeholder}
    assert {row["id"] for row in rows(reference_view, "unnamed")} == placeholders
    undated = rows(reference_view, "undated")
    assert all(row["asserted"].startswith("XXXX") for row in undated)
