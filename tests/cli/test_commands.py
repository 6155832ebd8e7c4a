"""Every command on the real server: what it prints, its JSON, and its exit codes."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from graphmodel.engine import Connection
from tests.command import Run
from tests.graph import load_reference
from tests.pages import unpacked

pytestmark = pytest.mark.usefixtures("reference_loaded")

SUPPLY = {
    "kind": "supplies",
    "synthetic": "true",
    "asserted": "2026-03",
    "status": "active",
    "confidence": "0.9",
    "supplier.type": "enterprise",
    "supplier.name": "Синтетический завод 1",
    "buyer.type": "enterprise",
    "buyer.name": "Синтетический завод 2",
}


def table(path: Path, *rows: dict[str, str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(SUPPLY))
        writer.writeheader()
        writer.writerows(rows)
    return path


def answer(run: Run, *arguments: str) -> Any:
    done = run(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", ["АТИСС", "ATISS", "атисс", "«АТИСС»", "ООО «АТИСС»"])
def test_partners_by_any_name(run: Run, name: str) -> None:
    told = run("partners", name).stdout
    assert "соглашение: Industrial Group Energy East (Узбекистан) — меморандум" in told


def test_partners_as_json_carry_their_claims(run: Run) -> None:
    told = answer(run, "partners", "АТИСС")
    assert [row["relation"] for row in told["partners"]] == ["agreement"]
    assert told["partners"][0]["edge"]["claims"]


def test_an_unknown_company_is_not_found(run: Run) -> None:
    done = run("partners", "Такого завода нет")
    assert (done.returncode, done.stdout) == (3, "")
    assert "Такого завода нет" in done.stderr


def test_an_ambiguous_company_lists_the_candidates(run: Run) -> None:
    done = run("partners", "Tashkent Tractor Plant")
    assert done.returncode == 3
    assert done.stderr.count("ent-") >= 2


def test_questions_are_listed_and_answered_in_two_languages(run: Run) -> None:
    assert "members" in run("ask").stdout
    assert {"name", "title", "parameters"} <= answer(run, "ask")[0].keys()
    russian, english = run("ask", "members").stdout, run("ask", "members", "--lang", "en").stdout
    assert "ПромАгроТехнологии" in russian and "ПромАгроТехнологии" in english
    assert russian.splitlines()[0] != english.splitlines()[0]
    assert answer(run, "ask", "members").keys() == {"columns", "rows", "truncated"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("ask", "no-such-question"), 3),
        (("ask", "members", "-p", "nonsense"), 2),
        (("ask", "members", "-p", "colour=red"), 2),
        (("hubs", "--cluster", "no-such-cluster"), 3),
        (("hubs", "--region", "RU-XX"), 3),
        (("hubs", "--countries", "RU-XX"), 3),
        (("hubs", "--countries", "Russia"), 2),
        (("hubs", "--countries", "RU-UZ", "--region", "RU-KDA"), 2),
        (("hubs", "--role", "boss"), 2),
        (("hubs", "--as-of", "yesterday"), 2),
        (("gaps", "--cluster", "no-such-cluster"), 3),
        (("gaps", "--links", "--cluster", "no-such-cluster"), 3),
        (("gaps", "--links", "--company", "no-such-company"), 3),
        (("gaps", "--links", "--cluster", "a", "--company", "b"), 2),
        (("gaps", "--top", "0"), 2),
        (("retract", "no-such-source"), 3),
        (("load", "no-such-file.csv"), 3),
        (("load", "x.csv", "--max-rejects", "many"), 3),
        (("view", "--cluster", "a", "--company", "b"), 2),
        (("partners", "АТИСС", "--lang", "fr"), 2),
        (("no-such-command",), 2),
    ],
)
def test_exit_codes(run: Run, arguments: tuple[str, ...], code: int) -> None:
    done = run(*arguments)
    assert done.returncode == code, done.stderr
    assert done.stderr.strip() and "Traceback" not in done.stderr


def test_hubs_and_gaps_follow_the_json_contract(run: Run) -> None:
    hubs = answer(run, "hubs")["rows"]
    assert {"enterprise", "role", "rank", "interval", "measures", "verdict", "claims"} <= hubs[0].keys()
    gaps = answer(run, "gaps")["rows"]
    assert {"product", "input", "kind", "weight", "candidates", "claims"} <= gaps[0].keys()
    filled = next(gap for gap in gaps if gap["candidates"])
    assert {"enterprise", "score", "parts", "path", "claims"} <= filled["candidates"][0].keys()
    weights = [gap["weight"] for gap in gaps if gap["weight"] is not None]
    assert weights == sorted(weights, reverse=True)


def test_hubs_are_tables_by_role_in_two_languages(run: Run) -> None:
    told = run("hubs", "--countries", "RU-UZ", "--top", "2", "--samples", "10").stdout
    assert [
        line.split(" (")[0] for line in told.splitlines() if line.startswith(("Пост", "Пок", "Поср", "Свя"))
    ] == [*("Поставщики", "Покупатели", "Посредники", "Связующие через границу")]
    assert "Ташкентский завод сельскохозяйственной техники │ Узбекистан" in told
    english = run("hubs", "--role", "gateway", "--samples", "10", "--lang", "en", "--why").stdout
    assert "gatekeeper" in english and "Suppliers" not in english
    assert english.count("↳") > 5


def test_hubs_as_of_a_day_and_of_some_links(run: Run) -> None:
    now, then = (answer(run, "hubs", "--samples", "10", *on) for on in ((), ("--as-of", "2015")))
    assert then["having"]["supplier"] < now["having"]["supplier"]
    active = answer(
        run, "hubs", "--kind", "supplies", "--status", "active", "--role", "broker", "--samples", "1"
    )
    assert set(active["having"]) == {"broker"}
    assert active["having"]["broker"] < now["having"]["broker"]


def test_missing_links_follow_the_json_contract(run: Run) -> None:
    rows = answer(run, "gaps", "--links", "--top", "3")["rows"]
    assert len(rows) == 3
    assert all({"supplier", "buyer", "score", "path", "claims"} <= row.keys() for row in rows)
    scores = [row["score"] for row in rows]
    assert scores[0] == 1 and scores == sorted(scores, reverse=True)
    told = run("gaps", "--links", "--company", rows[0]["buyer"]["id"], "--why").stdout
    assert rows[0]["path"]["ru"] in told and "↳" in told


def test_gaps_of_one_company(run: Run) -> None:
    rows = answer(run, "gaps", "--top", "2")["rows"]
    assert len(rows) == 2 and all(row["kind"] != "ok" for row in rows)
    maker = rows[0]["makers"][0]["id"]
    of_one = answer(run, "gaps", "--company", maker)["rows"]
    assert rows[0] in of_one
    assert all(maker in [one["id"] for one in row["makers"]] for row in of_one)


def test_conflicts_show_both_sides(run: Run) -> None:
    told = run("conflicts", "--why").stdout
    assert told.count("↳") == 6
    assert "действует — S085" in told and "завершено — S086" in told


def test_a_company_view_is_written(run: Run, tmp_path: Path) -> None:
    done = run("view", "--company", "АТИСС", "-o", "views/atiss.html")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "views" / "atiss.html").read_text(encoding="utf-8")
    assert "Industrial Group Energy East" in str(unpacked(page)["data"]["scene"])


def test_rows_are_accounted_for_and_a_source_can_be_taken_back(run: Run, tmp_path: Path) -> None:
    bad = SUPPLY | {"confidence": "much"}
    rows = [SUPPLY | {"supplier.name": f"Синтетический завод {n}"} for n in range(3, 14)]
    file = table(tmp_path / "own.csv", SUPPLY, *rows, bad)
    before = answer(run, "sources")
    assert "годных 12 + повторов 0 + отклонено 1" in run("load", str(file), "--dry-run").stdout
    assert answer(run, "sources") == before
    done = run("load", str(file), "--report", "report.json")
    assert done.returncode == 1
    assert "Строк на входе 13 = загружено 12 + уже было 0 + отклонено 1" in done.stdout
    assert "Строк на входе 13 = загружено 0 + уже было 12 + отклонено 1" in run("load", str(file)).stdout
    assert "own.csv, строка 14" in done.stderr and "confidence" in done.stderr
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["files"][0]
    assert report["rows"] == report["loaded"] + report["merged"] + len(report["rejected"])
    assert {"locator", "column", "value", "code", "reason", "fix"} == report["rejected"][0].keys()
    assert "Синтетический завод 2" in run("partners", "Синтетический завод 1").stdout
    assert "снято: 12" in run("retract", "file-own.csv").stdout
    assert run("partners", "Синтетический завод 1").returncode == 3
    assert answer(run, "sources") == before


def test_too_many_rejects_load_nothing(run: Run, tmp_path: Path) -> None:
    file = table(tmp_path / "own.csv", SUPPLY, SUPPLY | {"status": "maybe"})
    before = answer(run, "sources")
    done = run("load", str(file))
    assert done.returncode == 3 and "--max-rejects" in done.stderr
    assert "Строк на входе 2 = годных 1 + отклонено 1; ничего не загружено" in done.stdout
    assert answer(run, "sources") == before
    assert run("load", str(file), "--max-rejects", "50%", "--dry-run").returncode == 1


def test_claims_as_json_load_back(run: Run, neo4j_server: Connection, tmp_path: Path) -> None:
    document = {
        "source": {"id": "synthetic-1", "title": "synthetic"},
        "claims": [
            {
                "kind": "enterprise",
                "locator": "char=0,5",
                "status": "active",
                "confidence": 1,
                "synthetic": True,
                "name": "Синтетический завод",
            }
        ],
    }
    (tmp_path / "claims.json").write_text(json.dumps(document), encoding="utf-8")
    assert "загружено 1" in run("load", "claims.json").stdout
    load_reference(neo4j_server)


def test_a_database_that_is_away_is_exit_4(run: Run, closed_port: int) -> None:
    done = run("partners", "АТИСС", NEO4J_URI=f"bolt://127.0.0.1:{closed_port}")
    assert done.returncode == 4
    assert "NEO4J_URI" in done.stderr and "Traceback" not in done.stderr


def test_a_wrong_password_is_exit_4(run: Run) -> None:
    done = run("partners", "АТИСС", NEO4J_PASSWORD="wrong")  # noqa: S106
    assert done.returncode == 4
    assert "NEO4J_PASSWORD" in done.stderr
