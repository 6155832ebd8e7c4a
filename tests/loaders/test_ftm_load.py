"""FollowTheMoney through the command line and a real Neo4j, in and out again; all its facts are synthetic."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graphmodel.engine import Connection
from tests.command import Run, runner, settings_for
from tests.graph import empty

INN = "7701234560"


def entity(key: str, schema: str, **properties: str) -> dict[str, Any]:
    values = {name: [value] for name, value in properties.items()}
    return {"id": key, "schema": schema, "properties": values, "datasets": ["synthetic"]}


ENTITIES = (
    entity("o", "Ownership", owner="a", asset="b", percentage="51"),
    entity("a", "Company", name="Синтетический завод", innCode=INN, country="ru", okvedCode="28.30"),
    entity("b", "LegalEntity", name="Sintetik zavod", taxNumber="301234567", country="uz"),
    entity("c", "Organization", name="Синтетический кластер", classification="cluster"),
    entity("m", "Membership", member="b", organization="c", role="якорь"),
    entity("s", "EconomicActivity", sender="b", receiver="a", goodsDescription="плуги", vedCode="843210"),
    entity("p", "Person", name="Синтетическое лицо"),
    entity("x", "Company", name="Синтетический цех", innCode="7701234561"),
)


@pytest.fixture
def run(neo4j_server: Connection, tmp_path: Path) -> Iterator[Run]:
    """`run("load", …)` in a folder with the file, on an empty graph."""
    empty(neo4j_server)
    lines = "".join(json.dumps(one) + "\n" for one in ENTITIES)
    (tmp_path / "own.ftm.json").write_text(lines, encoding="utf-8")
    yield runner(settings_for(neo4j_server), tmp_path)
    empty(neo4j_server)


def read(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def links(entities: list[dict[str, Any]]) -> list[tuple[str, ...]]:
    """Every link by its schema and ends."""
    ends = ("owner", "asset", "member", "organization", "sender", "receiver")
    found = ((one["schema"], *(one["properties"].get(end, [""])[0] for end in ends)) for one in entities)
    return sorted(told for told in found if any(told[1:]))


def test_entities_become_a_graph_and_entities_again(run: Run, tmp_path: Path) -> None:
    loaded = run("load", "own.ftm.json", "--max-rejects", "1")
    assert loaded.returncode == 1, loaded.stderr
    assert "Строк на входе 7 = загружено 5 + уже было 1 + отклонено 1" in loaded.stdout
    assert "Person 1" in loaded.stderr and "контрольные цифры ИНН" in loaded.stderr
    assert "Sintetik zavod" in run("partners", "Синтетический завод").stdout

    assert run("export", "--format", "ftm", "-o", "one.ftm.json").returncode == 0
    one = read(tmp_path / "one.ftm.json")
    keys = (f"ru-inn-{INN}", "uz-stir-301234567")
    assert {entity["id"] for entity in one if entity["schema"] == "Company"} == set(keys)
    assert all(entity["properties"]["publisher"] == ["own.ftm.json"] for entity in one)
    assert [told[0] for told in links(one)] == ["EconomicActivity", "Membership", "Ownership"]

    assert run("retract", "file-own.ftm.json").returncode == 0
    assert run("load", "one.ftm.json").returncode == 0
    assert run("export", "--format", "ftm", "-o", "two.ftm.json", "--json").returncode == 0
    two = read(tmp_path / "two.ftm.json")
    assert links(two) == links(one)
    assert {entity["id"] for entity in two} == {entity["id"] for entity in one}


def test_a_format_that_is_not_known(run: Run, tmp_path: Path) -> None:
    done = run("export", "--format", "xls", "-o", "a.xls")

    assert done.returncode == 2
    assert "ftm" in done.stderr
    assert not (tmp_path / "a.xls").exists()
