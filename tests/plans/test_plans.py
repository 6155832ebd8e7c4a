"""Plans of the questions beside a synthetic cluster: they begin at an index, or their header says why they cannot.

The planner decides by the statistics of the database, so the graph has to be there: a small one in every run, one of
100,000 enterprises in `make large`.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

import pytest
from neo4j import Driver, GraphDatabase

from benchmarks.synthetic import generate
from benchmarks.synthetic.bare import write_graph
from graphmodel.engine import Connection
from queries import Question, catalogue
from tests.graph import load_reference

SMALL: Final = (2_000, 10_000)
LARGE: Final = pytest.param((100_000, 500_000), marks=pytest.mark.large)
CLOSED: Final = (":Country", ":Region", ":Cluster")
"""Labels of short lists, all of whose nodes may be read."""
SCANS: Final = ("LabelScan", "LabelsScan", "RelationshipTypeScan", "RelationshipTypesScan")
every_question = pytest.mark.parametrize("asked", catalogue().values(), ids=lambda asked: asked.name)


@pytest.fixture(scope="module", params=[SMALL, LARGE], ids=lambda size: f"{size[0]}")
def crowded(request: pytest.FixtureRequest, neo4j_server: Connection) -> Iterator[Driver]:
    """The reference data set and a synthetic cluster, in the session's own server."""
    enterprises, supplies = request.param
    load_reference(neo4j_server)
    account = (neo4j_server.username, neo4j_server.password)
    with GraphDatabase.driver(neo4j_server.uri, auth=account) as driver:
        write_graph(driver, generate(enterprises, supplies, seed=1))
        driver.execute_query("CALL db.awaitIndexes(300)")
        yield driver


def operators(plan: dict[str, Any]) -> Iterator[str]:
    """The names of all steps of a plan, but for those that read a short list."""
    if not str(plan["args"].get("Details")).endswith(CLOSED):
        yield plan["operatorType"].partition("@")[0]
    for child in plan.get("children", ()):
        yield from operators(child)


def steps(driver: Driver, asked: Question) -> set[str]:
    values = asked.bind({name: parameter.example for name, parameter in asked.parameters.items()})
    plan = driver.execute_query(f"EXPLAIN {asked.statement}", values).summary.plan
    assert plan
    return set(operators(plan))


@every_question
def test_a_plan_begins_at_an_index(asked: Question, crowded: Driver) -> None:
    found = steps(crowded, asked)
    assert not [step for step in found if step.endswith(("AllNodesScan", "AllRelationshipsScan"))]
    assert asked.cost or not [step for step in found if step.endswith(SCANS)]


@every_question
def test_whoever_says_that_it_reads_everything_does(asked: Question, crowded: Driver) -> None:
    """A note that all nodes of a label are read is not left behind when the question learns better."""
    if asked.cost and re.match("Reads every (?!Cluster)", asked.cost.en):
        assert [step for step in steps(crowded, asked) if step.endswith(SCANS)]
