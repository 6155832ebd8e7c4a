"""Who may import whom."""

import ast

import pytest
from importlinter import cli

from benchmarks import house
from tests.architecture.project import ROOT


def test_imports_go_downward(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    assert cli.lint_imports(no_cache=True, no_logo=True) == 0, "run .venv/bin/lint-imports"


def test_no_import_cycle() -> None:
    assert not house.cycle(house.modules())


def test_an_import_that_comes_later_closes_a_cycle_too() -> None:
    modules = {"one": ast.parse("import other"), "other": ast.parse("def late(): import one")}

    assert set(house.cycle(modules)) == set(modules)
