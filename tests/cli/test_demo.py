"""The main job, run twice, and what an independent look by Bolt finds afterwards."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from neo4j import Driver, GraphDatabase

from graphmodel.engine import Connection
from tests.command import Run
from tests.graph import empty

RELEASE = "S001"
EVERYTHING = """
MATCH (n) OPTIONAL MATCH (n)-[r]->()
RETURN elementId(n) AS node, properties(n) AS properties, collect(elementId(r)) AS edges ORDER BY node
"""


@pytest.fixture
def bolt(neo4j_server: Connection) -> Iterator[Driver]:
    account = (neo4j_server.username, neo4j_server.password)
    with GraphDatabase.driver(neo4j_server.uri, auth=account) as driver:
        yield driver


def ask(bolt: Driver, statement: str, **parameters: Any) -> list[dict[str, Any]]:
    return [record.data() for record in bolt.execute_query(statement, parameters).records]


@pytest.fixture
def shown(run: Run, neo4j_server: Connection) -> str:
    """What the demo prints on an empty database."""
    empty(neo4j_server)
    done = run("demo")
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_demo_answers_and_a_second_run_changes_nothing(
    run: Run, shown: str, bolt: Driver, tmp_path: Path
) -> None:
    for line in (
        "Строк на входе 728 = загружено 728 + уже было 0 + отклонено 0",
        "ПромАгроТехнологии",
        "(не назван) башкирские производители сельхозтехники",
        "(не назван) узбекские производители сельхозтехники",
        "Industrial Group Energy East — АТИСС: меморандум",
        "ОС-НОВА → ПромАгроТехнологии",
        "Узловые предприятия",
        "подшипники качения",
        "graphmodel partners АТИСС",
    ):
        assert line in shown
    assert shown.count("противоречие") + shown.count("разные версии") == 3
    before = ask(bolt, EVERYTHING)
    again = run("demo")
    assert "загружено 0 + уже было 728" in again.stdout
    assert "ничего не изменилось" in again.stdout
    assert ask(bolt, EVERYTHING) == before
    assert (tmp_path / "out" / "cluster.html").stat().st_size > 50_000
    assert "АТИСС" in (tmp_path / "out" / "report.md").read_text(encoding="utf-8")


def test_an_independent_look_finds_what_the_release_says(shown: str, bolt: Driver) -> None:
    memoranda = ask(
        bolt,
        """MATCH (:Enterprise {name_ru: 'АТИСС'})-[m:MEMORANDUM]-(b:Enterprise)
        WHERE b.name_en = 'Industrial Group Energy East'
        MATCH (c:Claim)-[:FROM]->(s:Source) WHERE c.id IN m.claims
        RETURN m.kind AS kind, collect(s.id) AS sources""",
    )
    assert memoranda == [{"kind": "memorandum", "sources": [RELEASE]}]
    members = ask(
        bolt,
        """MATCH (e:Enterprise)-[:MEMBER_OF]->(:Cluster {id: 'agromash-ru-uz'})
        OPTIONAL MATCH (e)-[:LOCATED_IN]->(place)
        RETURN e:Placeholder AS unnamed, coalesce(place.code, '') AS place, e.name_ru AS name ORDER BY place""",
    )
    assert [(row["unnamed"], row["place"]) for row in members] == [
        (True, "RU-BA"),
        (False, "RU-KDA"),
        (True, "UZ"),
    ]
    assert members[1]["name"] == "ПромАгроТехнологии"
    numbers = ask(
        bolt,
        """MATCH (c:Claim {kind: 'aggregate', source: $release})-[:ABOUT]->(r:Region {code: 'RU-KDA'})
        RETURN c.measure AS measure, c.value AS value, c.unit AS unit, c.bound AS bound ORDER BY value""",
        release=RELEASE,
    )
    assert numbers == [
        {"measure": "contracts", "value": 50.0, "unit": "contracts", "bound": "exact"},
        {"measure": "contract_value", "value": 462_200_000.0, "unit": "RUB", "bound": "at_least"},
    ]


def test_nothing_stands_without_a_claim(shown: str, bolt: Driver) -> None:
    bare_nodes = """MATCH (n) WHERE NOT n:Claim AND NOT n:Source AND NOT n:Decision
        AND NOT (n)<-[:ABOUT]-(:Claim) RETURN n"""
    bare_edges = """MATCH ()-[r]->()
        WHERE NOT type(r) IN ['FROM', 'ABOUT'] AND coalesce(size(r.claims), 0) = 0 RETURN r"""
    unknown = (
        "MATCH ()-[r]->() UNWIND r.claims AS id WITH id WHERE NOT EXISTS { (:Claim {id: id}) } RETURN id"
    )
    for statement in (bare_nodes, bare_edges, unknown):
        assert ask(bolt, statement) == []


def test_why_shows_claim_source_date_and_place_under_every_line(run: Run, reference_loaded: None) -> None:
    told = run("demo", "--why").stdout
    memorandum = told.index("Industrial Group Energy East — АТИСС")
    below = told[memorandum:].splitlines()[1]
    sure = "достоверность 90\N{NO-BREAK SPACE}%"
    for part in ("S001 (30.04.2025)", "символы 547–861", sure, "https://tashkent", "clm-"):
        assert part in below


def test_the_report_refers_every_line_to_its_claims(run: Run, reference_loaded: None, tmp_path: Path) -> None:
    run("demo", "--lang", "en")
    report = (tmp_path / "out" / "report.md").read_text(encoding="utf-8")
    body, _, references = report.partition("## Where the claims come from")
    line = next(line for line in body.splitlines() if "Industrial Group Energy East — ATISS" in line)
    number = line.rsplit("#ref-", 1)[1].rstrip(")")
    assert f'<a id="ref-{number}"></a>S001' in references


def test_the_demo_as_json_carries_the_claims_of_every_line(run: Run, reference_loaded: None) -> None:
    done = run("demo", "--json")
    told = json.loads(done.stdout)
    assert sum(file["rows"] for file in told["files"]) == 728
    lines = [line for section in told["sections"] for line in section["lines"]]
    memorandum = next(
        line for line in lines if line["text"].startswith("Industrial Group Energy East — АТИСС")
    )
    assert memorandum["claims"]
