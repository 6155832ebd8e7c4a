"""`graphmodel view` on the reference data set: each kind of view is one file that holds what it says."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.project import ROOT
from tests.command import Run
from tests.pages import unpacked

pytestmark = pytest.mark.usefixtures("reference_loaded")
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)


def written(run: Run, folder: Path, *options: str) -> dict[str, Any]:
    """The data of the page that the command wrote."""
    done = run("view", *options, "-o", "v.html")
    assert done.returncode == 0, done.stderr
    data: dict[str, Any] = unpacked((folder / "v.html").read_text(encoding="utf-8"))["data"]
    return data


def kinds(data: dict[str, Any], table: str) -> set[str]:
    kind = data["scene"][table]["kind"]
    return {kind["all"]} if "all" in kind else set(kind["of"])


@pytest.mark.parametrize(
    ("options", "nodes", "edges"),
    [
        ((), "Cluster", "MEMORANDUM"),
        (("--show", "gaps"), "Gap", "LACKS"),
        (("--show", "flows"), "Region", "SUPPLIES"),
        (("--show", "agreements"), "Enterprise", "MEMORANDUM"),
        (("--chain", "combine-harvester"), "Enterprise", "SUPPLIES"),
        (("--company", "АТИСС"), "Enterprise", "MEMORANDUM"),
        (("--ask", "cross-border", "-p", "country=UZ"), "Enterprise", "SUPPLIES"),
        (("--as-of", "2025-06", "--as-of", "2026"), "Enterprise", "MEMORANDUM"),
    ],
)
def test_a_view_shows_what_was_asked_for(
    run: Run, tmp_path: Path, options: tuple[str, ...], nodes: str, edges: str
) -> None:
    data = written(run, tmp_path, *options)
    assert nodes in kinds(data, "nodes") and edges in kinds(data, "edges")
    assert data["scene"]["claims"]["count"] > 0


def test_the_map_is_small_enough_for_any_mail(run: Run, tmp_path: Path) -> None:
    written(run, tmp_path)
    assert (tmp_path / "v.html").stat().st_size <= 60_000


def test_the_map_has_the_measures_of_hubs(run: Run, tmp_path: Path) -> None:
    assert {"betweenness", "hits_hub"} <= set(written(run, tmp_path)["scene"]["nodes"]["measures"])


def test_the_renderer_can_be_forced(run: Run, tmp_path: Path) -> None:
    assert written(run, tmp_path, "--renderer", "pyvis")["renderer"] == "pyvis"
    assert run("view", "--renderer", "oil").returncode == 2


@pytest.mark.parametrize("guide", ["guide.ru.md", "guide.en.md"])
def test_the_python_of_the_guide_writes_the_same_map(
    run: Run, settings: dict[str, str], tmp_path: Path, guide: str
) -> None:
    (code,) = PYTHON.findall((ROOT / "docs" / guide).read_text(encoding="utf-8"))
    subprocess.run(
        [sys.executable, "-c", f"{code}\nshown._repr_html_()"], env=settings, cwd=tmp_path, check=True
    )
    written(run, tmp_path)
    assert (tmp_path / "cluster.html").read_bytes() == (tmp_path / "v.html").read_bytes()


@pytest.mark.parametrize(
    "options", [("--company", "АТИСС", "--as-of", "2025"), ("--show", "gaps", "--ask", "members")]
)
def test_what_does_not_go_together(run: Run, options: tuple[str, ...]) -> None:
    assert run("view", *options).returncode == 2


def test_a_product_that_is_not_there_is_answered_with_those_that_are(run: Run) -> None:
    done = run("view", "--chain", "nothing")
    assert done.returncode != 0 and "combine-harvester" in done.stderr
