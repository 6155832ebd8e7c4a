"""A planner's own spreadsheet, from the file to the answers, on the real server; all its facts are synthetic."""

import csv
import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from graphmodel.engine import Connection
from tests.command import Run, runner, settings_for
from tests.graph import empty
from tests.loaders.workbooks import ENTERPRISES, PLANT_1, PLANT_2, SUPPLIES, SUPPLY, plant, workbook

DOCS = Path(__file__).parents[2] / "docs"
SECTIONS = {
    "guide.ru.md": "## Своя таблица за пять минут",
    "guide.en.md": "## Your own spreadsheet in five minutes",
}
PLANTS = [PLANT_1, PLANT_2, *(plant(f"Синтетический завод {n}") for n in range(3, 13))]
BAD = plant("Синтетический завод 13", "7701234561")


@pytest.fixture
def run(neo4j_server: Connection, tmp_path: Path) -> Iterator[Run]:
    """`run("load", …)` in an empty folder, on an empty graph."""
    empty(neo4j_server)
    yield runner(settings_for(neo4j_server), tmp_path)
    empty(neo4j_server)


def book(folder: Path, name: str = "own.xlsx") -> Path:
    return workbook(folder / name, {"Список": (ENTERPRISES, *PLANTS, BAD), "Поставки": (SUPPLIES, SUPPLY)})


def test_a_workbook_becomes_a_graph(run: Run, tmp_path: Path) -> None:
    book(tmp_path)
    done = run("load", "own.xlsx", "--report", "report.json", "--quarantine", "bad.csv", "--save-mapping")

    assert done.returncode == 1, done.stderr
    assert "Строк на входе 14 = загружено 13 + уже было 0 + отклонено 1" in done.stdout
    assert "Список!B14" in done.stderr and "shape: enterprises" in done.stderr
    assert "Синтетический завод 1" in run("partners", "Синтетический завод 2").stdout
    again = run("load", "own.xlsx")
    assert "Строк на входе 14 = загружено 0 + уже было 13 + отклонено 1" in again.stdout
    assert "own.xlsx.mapping.yaml" in again.stderr


def test_report_quarantine_and_mapping(run: Run, tmp_path: Path) -> None:
    book(tmp_path)
    run("load", "own.xlsx", "--report", "report.json", "--quarantine", "bad.csv", "--save-mapping")
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["files"]
    mapping = yaml.safe_load((tmp_path / "own.xlsx.mapping.yaml").read_text(encoding="utf-8"))
    with (tmp_path / "bad.csv").open(encoding="utf-8-sig", newline="") as file:
        (rejected,) = csv.DictReader(file, delimiter=";")

    assert [(one["sheet"], one["rows"], one["loaded"]) for one in report] == [
        ("Список", 13, 12), ("Поставки", 1, 1),
    ]  # fmt: skip
    assert report[0]["rejected"][0].keys() == {"locator", "column", "value", "code", "reason", "fix"}
    assert [one["shape"] for one in mapping["tables"]] == ["enterprises", "supplies"]
    assert (rejected["_cell"], rejected["Наименование"]) == ("Список!B14", "Синтетический завод 13")
    mended = (tmp_path / "bad.csv").read_text(encoding="utf-8-sig").replace("7701234561", "")
    (tmp_path / "bad.csv").write_text(mended, encoding="utf-8-sig")
    assert "загружено 1 + уже было 0 + отклонено 0" in run("load", "bad.csv").stdout


def test_a_retracted_table_leaves_nothing(run: Run, tmp_path: Path) -> None:
    book(tmp_path)
    run("load", "own.xlsx")

    assert run("retract", "file-own.xlsx").returncode == 0
    assert run("partners", "Синтетический завод 1").returncode == 3


def test_too_many_rejects_leave_a_quarantine_and_load_nothing(run: Run, tmp_path: Path) -> None:
    workbook(tmp_path / "own.xlsx", {"Список": (ENTERPRISES, PLANT_1, BAD)})
    done = run("load", "own.xlsx", "--quarantine", "bad.csv")

    assert done.returncode == 3
    assert (tmp_path / "bad.csv").exists()
    assert run("partners", "Синтетический завод 1").returncode == 3


@pytest.mark.parametrize("guide", SECTIONS)
def test_the_commands_of_the_guide_run(run: Run, tmp_path: Path, guide: str) -> None:
    text = (DOCS / guide).read_text(encoding="utf-8")
    section = text.split(SECTIONS[guide])[1].split("\n## ")[0]
    commands = re.findall(r"^graphmodel (.+)$", section, re.MULTILINE)
    name = next(word for line in commands for word in shlex.split(line) if word.endswith(".xlsx"))
    book(tmp_path, name)
    assert len(commands) >= 5
    for command in commands:
        done = run(*shlex.split(command))
        assert done.returncode in (0, 1), (command, done.stderr)
        assert done.stdout.strip()
