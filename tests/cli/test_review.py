"""Records of one enterprise: merged by themselves, asked, answered on the command line and by file, and taken back."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from graphmodel.domain.ids import enterprise_id
from graphmodel.engine import Connection
from tests.command import Run
from tests.graph import empty

REGISTER = """Наименование;ИНН;Регион
ООО «Синтезпрогресс-Агро»;9900000017;Краснодарский край
АО «Небывальск-Деталь»;;Республика Башкортостан
"""
PARTNERS = """Наименование;Регион
Sintezprogress-Agro LLC;Краснодарский край
Небывальск-Деталь, АО;Ростовская область
"""


@pytest.fixture(autouse=True)
def emptied(neo4j_server: Connection) -> None:
    """Nothing in the session's server."""
    empty(neo4j_server)


@pytest.fixture
def loaded(run: Run, tmp_path: Path) -> str:
    """Two tables of the same two enterprises, one of them in another region; what the second load said."""
    (tmp_path / "реестр.csv").write_text(REGISTER, encoding="utf-8")
    (tmp_path / "партнёры.csv").write_text(PARTNERS, encoding="utf-8")
    assert run("load", "реестр.csv").returncode == 0
    done = run("load", "партнёры.csv")
    assert done.returncode == 0, done.stderr
    return done.stderr


def listed(run: Run, *options: str) -> list[dict[str, Any]]:
    done = run("review", "--json", *options)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def the_question(run: Run) -> tuple[str, str]:
    (asked,) = listed(run)
    return asked["one"], asked["other"]


def test_what_is_beyond_doubt_is_merged_and_the_rest_asked(run: Run, loaded: str) -> None:
    assert "объединённых с другими: 1" in loaded
    assert "вопросов к вам (graphmodel review): 1" in loaded
    (merged,) = listed(run, "--merged")
    assert (merged["by"], merged["verdict"]) == ("score", "same")
    assert "ru-inn-9900000017" in merged["records"]
    (asked,) = listed(run)
    assert asked["verdict"] == "open" and asked["reasons"]
    assert {record["place"] for record in asked["records"].values()} == {"RU-BA", "RU-ROS"}

    shown = run("review").stdout
    assert "АО «Небывальск-Деталь»" in shown and "Ростовская область" in shown
    assert "Синтезпрогресс" in run("partners", "Sintezprogress-Agro LLC").stdout


@pytest.mark.usefixtures("loaded")
def test_an_answer_stays_and_can_be_taken_back(run: Run) -> None:
    pair = the_question(run)

    assert "Объединено" in run("review", "accept", *pair).stdout
    assert listed(run) == []
    assert len(listed(run, "--merged")) == 2
    assert run("load", "партнёры.csv").returncode == 0
    assert listed(run) == []

    assert "Взято назад" in run("review", "undo").stdout
    assert the_question(run) == pair
    assert len(listed(run, "--merged")) == 1


@pytest.mark.usefixtures("loaded")
def test_what_is_refused_is_not_asked_again(run: Run) -> None:
    pair = the_question(run)

    assert run("review", "reject", *reversed(pair)).returncode == 0
    assert run("retract", "file-партнёры.csv").returncode == 0
    assert run("load", "партнёры.csv").returncode == 0

    assert listed(run) == []


@pytest.mark.usefixtures("loaded")
def test_an_automatic_merge_is_taken_back_for_good(run: Run) -> None:
    (merged,) = listed(run, "--merged")

    assert run("review", "undo", merged["one"], merged["other"]).returncode == 0
    assert run("load", "реестр.csv", "партнёры.csv").returncode == 0

    assert listed(run, "--merged") == []


@pytest.mark.usefixtures("loaded")
def test_put_off_until_asked_for(run: Run) -> None:
    pair = the_question(run)

    assert run("review", "later", *pair).returncode == 0
    assert run("load", "партнёры.csv").returncode == 0

    (asked,) = listed(run)
    assert asked["later"]


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(("said", "merges"), [("да", 2), ("reject", 1)])
def test_answers_by_file_as_a_spreadsheet_saves_it(run: Run, tmp_path: Path, said: str, merges: int) -> None:
    assert run("review", "export", "вопросы.csv").returncode == 0
    with (tmp_path / "вопросы.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["one_name"] and row["reasons"] and not row["answer"]
    with (tmp_path / "ответы.csv").open("w", encoding="cp1251", newline="") as file:
        writer = csv.DictWriter(file, list(row), delimiter=";")
        writer.writeheader()
        writer.writerow(row | {"answer": said, "reasons": ""})

    assert "1" in run("review", "apply", "ответы.csv").stdout

    assert listed(run) == []
    assert len(listed(run, "--merged")) == merges


@pytest.mark.usefixtures("loaded")
def test_bad_answers_change_nothing(run: Run, tmp_path: Path) -> None:
    one, other = the_question(run)
    (tmp_path / "ответы.csv").write_text(f"one,other,answer\n{one},{other},может быть\n", encoding="utf-8")
    (tmp_path / "прочее.csv").write_text("a,b\n1,2\n", encoding="utf-8")

    done = run("review", "apply", "ответы.csv")
    assert done.returncode == 3 and "«может быть»" in done.stderr
    assert run("review", "apply", "прочее.csv").returncode == 3
    assert run("review", "apply", "нет.csv").returncode == 3
    assert run("review", "accept", one, "no-such-record").returncode == 3
    assert run("review", "undo").returncode == 3
    assert run("review", "undo", one).returncode == 2
    assert the_question(run) == (one, other)


def test_two_numbers_of_one_registry_are_never_merged(run: Run, tmp_path: Path) -> None:
    rows = "Наименование;ИНН\nООО «Небывальск-Деталь»;9900000017\nООО «Небывальск-Деталь»;9900000024\n"
    (tmp_path / "реестр.csv").write_text(rows, encoding="utf-8")
    assert run("load", "реестр.csv").returncode == 0

    assert listed(run) == listed(run, "--merged") == []
    done = run("review", "accept", "ru-inn-9900000017", "ru-inn-9900000024")
    assert done.returncode == 3 and "разные регистрационные номера" in done.stderr


def test_two_numbers_are_not_merged_through_a_third_record(run: Run, tmp_path: Path) -> None:
    rows = "Наименование;ИНН\nНебывальск-Узел;9900000017\nСинтезпрогресс;9900000024\nСинтетик-Агро;\n"
    (tmp_path / "реестр.csv").write_text(rows, encoding="utf-8")
    assert run("load", "реестр.csv").returncode == 0
    third = enterprise_id("Синтетик-Агро")
    answers = f"one,other,answer\n{third},ru-inn-9900000017,да\n{third},ru-inn-9900000024,да\n"
    (tmp_path / "ответы.csv").write_text(answers, encoding="utf-8")

    assert "разные регистрационные номера" in run("review", "apply", "ответы.csv").stderr
    assert run("review", "accept", third, "ru-inn-9900000017").returncode == 0
    assert run("review", "accept", third, "ru-inn-9900000024").returncode == 3
    assert len(listed(run, "--merged")) == 1


def test_a_new_version_of_a_file_replaces_the_old_one(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "реестр.csv"
    file.write_text(REGISTER, encoding="utf-8")
    assert run("load", "реестр.csv").returncode == 0
    file.write_text(REGISTER.replace("АО «Небывальск-Деталь»", "АО «Небывальск-Узел»"), encoding="utf-8")

    assert "--replace" in run("load", "реестр.csv").stderr
    assert run("partners", "Небывальск-Деталь").returncode == 0
    assert "снято" in run("load", "реестр.csv", "--replace").stderr
    assert run("partners", "Небывальск-Деталь").returncode == 3
    assert run("partners", "Небывальск-Узел").returncode == 0
