"""What the guard refuses before the database sees it, where it says so, and what it lets through."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.errors import RefusedError
from queries import Question, catalogue
from queries.guard.cypher import Code
from queries.guard.plan import check_plan
from queries.guard.statement import check
from tests.hostile import Hostile, corpus

BY_GUARD = [
    one for one in corpus() if (one.by or "").startswith("queries.") and "operator" not in (one.by or "")
]


def shown(one: Hostile) -> str:
    return one.statement[:60]


def refusal(statement: str, **parameters: Any) -> RefusedError:
    with pytest.raises(RefusedError) as caught:
        check(statement, parameters)
    return caught.value


@pytest.mark.parametrize("hostile", BY_GUARD, ids=shown)
def test_what_is_refused_is_told(hostile: Hostile) -> None:
    error = refusal(hostile.aimed(1, Path("secret.csv")), n=1_000_000_000)

    assert error.key == hostile.by
    line, column = map(int, str(error.values["place"]).split(":"))
    assert line >= 1 and column >= 1
    assert error.render("ru") != error.render("en")
    assert error.render("en").startswith(f"{line}:{column}: ")


@pytest.mark.parametrize("hostile", [one for one in corpus() if one.outcome != "refused"], ids=shown)
def test_what_is_not_refused_passes(hostile: Hostile) -> None:
    check(hostile.statement, {})


@pytest.mark.parametrize("question", catalogue().values(), ids=lambda question: question.name)
def test_no_question_of_the_library_is_refused(question: Question) -> None:
    check(question.statement, {name: parameter.example for name, parameter in question.parameters.items()})


@pytest.mark.parametrize(
    ("statement", "place"),
    [
        ("CREATE (n)", "1:1"),
        ("MATCH (n)\n  SET n.x = 1", "2:3"),
        ("/* один\nдва */ RETURN 'да' =~ 'д'", "2:21"),
        ("MATCH (n)\r\nCALL dbms.info() YIELD id RETURN id", "2:6"),
        ("RETURN 'a\\u0041'", "1:10"),
    ],
)
def test_the_place_is_where_it_stands(statement: str, place: str) -> None:
    assert refusal(statement).values["place"] == place


@given(st.text(max_size=200))
def test_any_text_is_taken_or_refused(text: str) -> None:
    try:
        check(text, {})
    except RefusedError as error:
        assert error.render("en")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\\"), max_size=50))
def test_what_stands_in_quotes_is_no_code(text: str) -> None:
    quoted = text.replace("'", "\\'")

    assert [token.kind for token in Code(f"RETURN '{quoted}' AS x").tokens] == [
        "word",
        "string",
        "word",
        "word",
    ]
    assert Code("RETURN `" + text.replace("`", "``") + "`").tokens[1].name == text


def plan(operator: str, details: str = "", *children: dict[str, Any]) -> dict[str, Any]:
    return {"operatorType": f"{operator}@neo4j", "args": {"Details": details}, "children": list(children)}


READ = plan("ProduceResults", "n", plan("AllNodesScan", "n"))


@pytest.mark.parametrize(
    ("kind", "made", "key"),
    [
        ("w", READ, "queries.guard_kind"),
        ("rw", READ, "queries.guard_kind"),
        ("s", READ, "queries.guard_kind"),
        ("r", plan("ProduceResults", "l", plan("LoadCSV", "l")), "queries.guard_operator"),
        ("r", plan("ProduceResults", "", plan("TerminateTransactions")), "queries.guard_operator"),
        ("r", plan("ProduceResults", "", plan("SomethingNew")), "queries.guard_operator"),
        ("r", plan("ProcedureCall", "dbms.info() :: (id :: STRING)"), "queries.guard_procedure"),
    ],
)
def test_a_plan_of_other_steps_is_refused(kind: str, made: dict[str, Any], key: str) -> None:
    with pytest.raises(RefusedError) as caught:
        check_plan("MATCH (n) LOAD CSV", kind, made)

    assert caught.value.key == key


def test_the_place_of_a_step_is_that_of_its_word() -> None:
    with pytest.raises(RefusedError) as caught:
        check_plan("MATCH (n)\nLOAD CSV", "r", plan("LoadCSV", "l"))

    assert caught.value.values["place"] == "2:1"


def test_a_plan_that_reads_passes() -> None:
    check_plan("MATCH (n) RETURN n", "r", READ)
    check_plan("CALL db.labels()", "r", plan("ProcedureCall", "db.labels() :: (label :: STRING)"))
