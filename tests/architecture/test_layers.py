"""Who may import whom."""

import pytest
from importlinter import cli

from benchmarks import house
from tests.architecture.project import ROOT


def test_imports_go_downward(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    assert cli.lint_imports(no_cache=True, no_logo=True) == 0, "run .venv/bin/lint-imports"


def test_no_import_cycle() -> None:
    assert not house.cycle(house.modules())
