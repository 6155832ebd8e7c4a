"""No label or edge type is made from input: values are parameters, names come from the schema."""

import ast
import re
from collections.abc import Iterator
from typing import Final

import pytest

from graphmodel.domain.schema import EDGE_KINDS, EdgeKind
from graphmodel.store import statements
from tests.architecture.project import modules

Function = ast.FunctionDef | ast.AsyncFunctionDef
_CYPHER: Final = re.compile(
    r"\b(MATCH|MERGE|CREATE|DELETE|REMOVE|UNWIND|CALL|RETURN|EXPLAIN)\s|\bFOR \(|\(\w*:\{\}"
)
BUILDERS: Final = frozenset(
    {
        "graphmodel/store/statements.py:count_marked",
        "graphmodel/store/statements.py:waiting",
        "graphmodel/store/statements.py:set_edges",
        "graphmodel/store/statements.py:_link_to",
        "graphmodel/store/reading/lists.py:enterprises",  # of conditions that stand in a table, by their names
        "graphmodel/store/console.py:prepare",  # a question of the library, to be planned
        "graphmodel/store/console.py:_check_plan",  # a user's own statement as a whole, to be planned
    }
)
"""The functions that put values into Cypher. What stands outside functions knows no input."""
INTRUDER: Final = "Enterprise) DETACH DELETE n //"


def _functions() -> Iterator[tuple[str, Function]]:
    for path, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, Function):
                yield path, node


def _template(node: ast.AST) -> str:
    """A text that is put together, with `{}` for what is put in; nothing for any other expression."""
    match node:
        case ast.JoinedStr():
            return "".join(str(p.value) if isinstance(p, ast.Constant) else "{}" for p in node.values)
        case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Add() | ast.Mod()):
            return text
        case ast.BinOp(right=ast.Constant(value=str(text)), op=ast.Add()):
            return text
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="format" | "replace")):
            return text
    return ""


def _builders() -> set[str]:
    return {
        f"{path}:{function.name}"
        for path, function in _functions()
        for node in ast.walk(function)
        if _CYPHER.search(_template(node))
    }


def test_few_functions_build_cypher() -> None:
    assert _builders() == BUILDERS


@pytest.mark.parametrize("kind", EDGE_KINDS, ids=lambda kind: kind.type)
def test_a_label_that_the_schema_lacks_builds_nothing(kind: EdgeKind) -> None:
    with pytest.raises(KeyError):
        statements.set_edges(kind, INTRUDER, "Enterprise")
    with pytest.raises(KeyError):
        statements.set_edges(kind, "Enterprise", INTRUDER)
    with pytest.raises(KeyError):
        statements._link_to(INTRUDER)


def test_waiting_takes_labels_of_the_schema_alone() -> None:
    with pytest.raises(KeyError):
        statements.waiting("Stale", INTRUDER)


def _marks() -> Iterator[ast.expr]:
    """What is given to every parameter called `mark`."""
    positions = {
        function.name: [argument.arg for argument in function.args.args if argument.arg != "self"].index(
            "mark"
        )
        for _, function in _functions()
        if "mark" in [argument.arg for argument in function.args.args]
    }
    for tree in modules().values():
        for node in ast.walk(tree):
            name = getattr(getattr(node, "func", None), "attr", None) or getattr(
                getattr(node, "func", None), "id", ""
            )
            if isinstance(node, ast.Call) and name in positions and len(node.args) > positions[name]:
                yield node.args[positions[name]]


def test_marks_are_written_out_or_handed_on() -> None:
    given = list(_marks())

    assert len(given) > 3
    assert {mark.value for mark in given if isinstance(mark, ast.Constant)} <= set(statements.MARKS)
    assert all(isinstance(mark, ast.Constant) or ast.unparse(mark) == "mark" for mark in given)
