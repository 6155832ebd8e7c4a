"""`ask`: the list, the search, every format, the scripts for other tools, and the prompt on a real terminal."""

import csv
import io
import json
import os
import pty
import select
import subprocess
import time
from pathlib import Path
from zipfile import ZipFile

import pytest
from neo4j import GraphDatabase
from openpyxl import load_workbook

from graphmodel.cli.browser import script
from graphmodel.engine import Connection
from graphmodel.sections.cells import cell, safe
from graphmodel.sections.sheets import as_csv, as_xlsx
from graphmodel.store import Table
from queries import catalogue, question
from tests.command import GRAPHMODEL, Run

FORMULAS = ("=1+1", "+7 861 000-00-00", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1+1")
TABLE = Table(
    columns=("name", "points", "claims"),
    rows=tuple({"name": name, "points": -2.5, "claims": ["clm-1", "clm-2"]} for name in FORMULAS),
)
HEADINGS = {"name": "имя", "points": "баллы", "claims": "утверждения"}
loaded = pytest.mark.usefixtures("reference_loaded")


def at_terminal(settings: dict[str, str], folder: Path, arguments: list[str], *said: str) -> str:
    """What a command prints to a terminal on which somebody types these lines, one after each prompt."""
    ours, theirs = pty.openpty()
    command = subprocess.Popen(
        [GRAPHMODEL, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env=settings | {"COLUMNS": "400", "TERM": "dumb"},
    )
    os.close(theirs)
    seen, answers, end = b"", list(said), time.monotonic() + 60
    while time.monotonic() < end:
        if select.select([ours], [], [], 0.2)[0]:
            try:
                seen += os.read(ours, 65_536)
            except OSError:
                break
        elif answers and seen.rstrip().endswith(b":"):
            os.write(ours, answers.pop(0).encode())
            seen += b"\n"
    command.kill()
    command.wait()
    os.close(ours)
    return seen.decode()


def test_no_text_of_a_csv_file_is_a_formula_and_numbers_stay_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAPHMODEL_LANG", "ru")
    written = list(csv.reader(io.StringIO(as_csv(TABLE, HEADINGS, "ru", why=False))))
    assert written[0] == ["имя", "баллы"]
    assert [row[0] for row in written[1:]] == [f"'{name}" for name in FORMULAS]
    assert {row[1] for row in written[1:]} == {"-2.5"}
    assert safe("28.30") == "28.30" and cell(True, "ru") == "да" and cell(False, "ru") == ""


def test_no_text_of_a_sheet_is_a_formula_and_numbers_stay_numbers(tmp_path: Path) -> None:
    (tmp_path / "answer.xlsx").write_bytes(as_xlsx(TABLE, HEADINGS, "ru", why=True))
    sheet = load_workbook(tmp_path / "answer.xlsx").active
    head, *body = sheet.iter_rows()
    assert [one.value for one in head] == ["имя", "баллы", "утверждения"]
    assert {row[0].data_type for row in body} == {"s"}
    assert all(row[0].quotePrefix for row in body)
    assert {(row[1].data_type, row[1].value) for row in body} == {("n", -2.5)}
    assert {row[2].value for row in body} == {"clm-1, clm-2"}


def test_questions_are_listed_by_group_and_found_by_words(run: Run) -> None:
    told = run("ask").stdout
    assert told.index("Кто есть кто") < told.index("members") < told.index("Цепочки кооперации")
    assert all(name in told for name in catalogue())
    found = json.loads(run("ask", "--search", "кольц поставок", "--json").stdout)
    assert [one["name"] for one in found] == ["cycles"]
    assert "Which rings" in run("ask", "--search", "rings", "--lang", "en").stdout


@loaded
def test_an_answer_is_written_in_every_format(run: Run, tmp_path: Path) -> None:
    head, *body = csv.reader(io.StringIO(run("ask", "members", "--format", "csv").stdout))
    assert head[:2] == ["страна по ISO 3166-1", "страна по источнику, где она иная"] and len(body) == 3
    for ending in ("csv", "json", "xlsx"):
        assert run("ask", "members", "-o", f"out/answer.{ending}").returncode == 0
    assert (tmp_path / "out/answer.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert len(json.loads((tmp_path / "out/answer.json").read_text(encoding="utf-8"))["rows"]) == 3
    assert load_workbook(tmp_path / "out/answer.xlsx").active.max_row == 4


@loaded
@pytest.mark.parametrize(
    "arguments",
    [("members", "--format", "xlsx"), ("members", "--format", "table", "-o", "a.txt"), ("owners",)],
)
def test_what_cannot_be_answered_is_a_usage_error(run: Run, arguments: tuple[str, ...]) -> None:
    done = run("ask", *arguments)
    assert done.returncode == 2 and done.stderr.strip() and done.stdout == ""


@loaded
def test_a_missing_company_is_asked_for_and_chosen_among_the_nearest(
    settings: dict[str, str], tmp_path: Path
) -> None:
    told = at_terminal(settings, tmp_path, ["ask", "agreements-of"], "атис\n", "1\n")
    assert "1. АТИСС — ent-8a19e9b050b4acbc" in told
    assert "agr-A001" in told


@loaded
def test_the_tab_key_completes_a_name(settings: dict[str, str], tmp_path: Path) -> None:
    told = at_terminal(settings, tmp_path, ["ask", "owners"], "нефас\t\n")
    assert "КАМАЗ" in told


def test_scripts_are_written_for_every_question(run: Run, tmp_path: Path) -> None:
    assert run("ask", "--export-browser", "scripts").returncode == 0
    files = {file.stem: file for file in (tmp_path / "scripts").rglob("*.cypher")}
    assert files.keys() == catalogue().keys()
    for name, file in files.items():
        assert file.read_text(encoding="utf-8") == script(question(name), "ru")
    with ZipFile(tmp_path / "scripts" / "favourites.zip") as archive:
        assert len(archive.namelist()) == len(files)
        assert archive.read("Кто есть кто/members.cypher").decode() == script(question("members"), "ru")


@loaded
def test_a_script_runs_as_it_stands(neo4j_server: Connection) -> None:
    """As cypher-shell and Browser do: `:param` lines set parameters, the rest is one statement."""
    account = (neo4j_server.username, neo4j_server.password)
    with GraphDatabase.driver(neo4j_server.uri, auth=account) as driver:
        for asked in catalogue().values():
            lines = script(asked, "en").splitlines()
            assert lines[0] == f"// {asked.title.en}"
            told = [
                line.removeprefix(":param ").rstrip(";").split(" => ") for line in lines if line[0] == ":"
            ]
            values = {name: json.loads(value) for name, value in told}
            assert values.keys() == asked.parameters.keys()
            statement = "\n".join(line for line in lines if line[0] != ":")
            answer = driver.execute_query(statement.rstrip(";"), values)
            assert tuple(answer.keys) == tuple(asked.columns)
