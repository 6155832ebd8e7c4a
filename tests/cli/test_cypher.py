"""Cypher of the user's own on the command line."""

import json

import pytest

from tests.command import Run

pytestmark = pytest.mark.usefixtures("reference_loaded")
MEMBERS = "MATCH (e:Enterprise {name_ru: $name}) RETURN e.id AS id, e.lei AS lei, [1, 2] AS list"


def test_an_answer_as_a_table_and_as_json(run: Run) -> None:
    shown = run("cypher", MEMBERS, "-p", "name=АТИСС")
    told = run("cypher", MEMBERS, "--parameter", 'name="АТИСС"', "--json")

    assert "ent-8a19e9b050b4acbc" in shown.stdout and "[1, 2]" in shown.stdout
    assert (shown.returncode, shown.stderr) == (0, "")
    assert json.loads(told.stdout) == {
        "columns": ["id", "lei", "list"],
        "rows": [{"id": "ent-8a19e9b050b4acbc", "lei": None, "list": [1, 2]}],
        "truncated": False,
    }


def test_parameters_are_json_or_text(run: Run) -> None:
    done = run(
        "cypher", "RETURN $n + 1 AS n, $s AS s, $l AS l", "-p", "n=2", "-p", "s=да", "-p", "l=[1]", "--json"
    )

    assert json.loads(done.stdout)["rows"] == [{"n": 3, "s": "да", "l": [1]}]


def test_what_is_cut_is_told(run: Run) -> None:
    done = run("cypher", "UNWIND range(1, 2000) AS x RETURN x", "--json")

    assert json.loads(done.stdout)["truncated"]
    assert "1000" in run("cypher", "UNWIND range(1, 2000) AS x RETURN x").stderr


@pytest.mark.parametrize(
    ("statement", "told", "code"),
    [
        ("MATCH (n) DETACH DELETE n", "1:11: DETACH", 3),
        ("MATCH (n) RETURN m", "1:18: ", 3),
        ("RETURN $n", "1:", 3),
    ],
)
def test_a_refusal_is_one_sentence(run: Run, statement: str, told: str, code: int) -> None:
    done = run("cypher", statement)

    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith(told)
    assert "Traceback" not in done.stderr


def test_a_parameter_without_a_value(run: Run) -> None:
    assert run("cypher", "RETURN 1", "-p", "n").returncode == 2
