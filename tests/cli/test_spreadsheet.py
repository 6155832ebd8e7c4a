"""Every command of the page "Your own spreadsheet in five minutes" runs, and prints the lines that the page shows."""

import csv
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl import Workbook, load_workbook

from docs import spreadsheet_example
from graphmodel.domain.wording import SPACE
from graphmodel.engine import Connection
from tests.command import Run, runner, settings_for
from tests.graph import empty

DOCS = Path(__file__).parents[2] / "docs"
LANGUAGES = ("ru", "en")
LEFT_OUT = "…"
MENDED = {"9900000090": "9900000095", "04/05/2026": "04.05.2026", "-40": "40"}
"""What the page asks its reader to type in place of the rejected cells."""


class Step(NamedTuple):
    """A command, and the lines that the page shows of its answer."""

    words: tuple[str, ...]
    shown: tuple[str, ...]


def page(lang: str) -> str:
    """The page in one language."""
    return (DOCS / f"spreadsheet.{lang}.md").read_text(encoding="utf-8")


def steps(lang: str) -> list[Step]:
    """The commands of a page, in order."""
    blocks = re.findall(r"```console\n(.*?)```", page(lang), re.DOTALL)
    told = (one for block in blocks for one in re.split(r"^\$ ", block, flags=re.MULTILINE) if one)
    return [
        Step(tuple(shlex.split(command)[1:]), tuple(shown))
        for command, *shown in (one.splitlines() for one in told)
    ]


@pytest.fixture
def run(neo4j_server: Connection, tmp_path: Path) -> Iterator[Run]:
    """`run("load", …)` in a copy of the example's folder, on an empty graph."""
    shutil.copytree(DOCS / "spreadsheet", tmp_path, dirs_exist_ok=True)
    empty(neo4j_server)
    yield runner(settings_for(neo4j_server), tmp_path)
    empty(neo4j_server)


def correct(mapping: Path, lang: str) -> None:
    """Change a mapping as the page says."""
    told = mapping.read_text(encoding="utf-8")
    for diff in re.findall(r"```diff\n(.*?)```", page(lang), re.DOTALL):
        before, after = ("".join(re.findall(f"^[ {sign}](.*\n)", diff, re.MULTILINE)) for sign in "-+")
        assert before in told
        told = told.replace(before, after)
    mapping.write_text(told, encoding="utf-8")


def mend(quarantine: Path) -> None:
    """Type the right values into a quarantine file, and save it as a Russian Excel does."""
    with quarantine.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file, delimiter=";")
    own = next(n for n, name in enumerate(header) if name.startswith("_"))
    mended = [[*(MENDED.get(cell, cell) for cell in row[:own]), *row[own:]] for row in rows]
    assert all(row != was for row, was in zip(mended, rows, strict=True))
    with quarantine.open("w", encoding="cp1251", newline="") as file:
        csv.writer(file, delimiter=";").writerows([header, *mended])


def printed(line: str, told: str) -> bool:
    """Whether the answer has a line that the page shows, parts of which may be left out."""
    parts = map(re.escape, line.split(LEFT_OUT))
    return re.search(f"^{'.*'.join(parts)}$", told.replace(SPACE, " "), re.MULTILINE) is not None


def test_both_languages_show_the_same_commands() -> None:
    russian, english = ([step.words for step in steps(lang)] for lang in LANGUAGES)
    assert russian == english


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_true(run: Run, tmp_path: Path, lang: str) -> None:
    shown = steps(lang)
    assert len(shown) >= 15
    for step in shown:
        done = run(*step.words, GRAPHMODEL_LANG=lang)
        told = done.stdout + done.stderr
        assert done.returncode == (1 if step.words[:2] == ("load", "plants.xlsx") else 0), (step, told)
        assert step.shown
        assert not [line for line in step.shown if not printed(line, told)], told
        if "--save-mapping" in step.words:
            correct(tmp_path / "plants.xlsx.mapping.yaml", lang)
        if "--quarantine" in step.words:
            mend(tmp_path / "rejected.csv")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_says_what_to_type(lang: str) -> None:
    assert all(f"`{cell}`" in page(lang) for cell in MENDED.values())


def cells(book: Workbook) -> dict[str, tuple[str, list[tuple[object, ...]]]]:
    """What stands in a workbook, and which of its sheets are hidden."""
    return {sheet.title: (sheet.sheet_state, list(sheet.values)) for sheet in book.worksheets}


@pytest.mark.parametrize(
    ("file", "made"),
    [("plants.xlsx", spreadsheet_example.first), ("new/plants.xlsx", spreadsheet_example.second)],
)
def test_the_workbooks_are_what_their_script_writes(
    tmp_path: Path, file: str, made: Callable[[], Workbook]
) -> None:
    made().save(tmp_path / "made.xlsx")
    assert cells(load_workbook(DOCS / "spreadsheet" / file)) == cells(load_workbook(tmp_path / "made.xlsx"))
