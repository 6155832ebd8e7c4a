"""rules, whatif and compare on the reference data set, in the terminal and as JSON."""

import json
from typing import Any

import pytest

from tests.command import Run

pytestmark = pytest.mark.usefixtures("reference_loaded")


def answer(run: Run, *arguments: str) -> Any:
    done = run(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_rules_of_a_cluster_with_their_evidence(run: Run) -> None:
    found = answer(run, "rules", "--cluster", "yug", "--as-of", "2026-01")
    rows = {row["id"]: row for row in found["rows"]}
    assert found["as_of"] == "2026-01-31"
    assert {row["verdict"] for row in rows.values() if row["value"] is None} == {"unknown"}
    contracts = rows["contracts"]
    assert (contracts["verdict"], contracts["measured"]) == ("unknown", [0, 1]), "one member is not named"
    assert {party["name_en"] for party in contracts["contracts"][0]["parties"]} >= {"OS-NOVA"}
    assert set(contracts["contracts"][0]["claims"]) <= set(contracts["claims"])
    assert rows["without-contracts"]["verdict"] == "holds"
    assert (rows["cooperation"]["value"], rows["cooperation"]["measured"]) == (20, [0, 100])


def test_an_earlier_day_has_an_earlier_edition(run: Run) -> None:
    rows = {
        row["id"]: row for row in answer(run, "rules", "--cluster", "south-urals", "--as-of", "2018")["rows"]
    }
    assert "without-contracts" not in rows and rows["cooperation"]["since"] == "963"
    members = {member["enterprise"]["name_ru"] for member in rows["members"]["members"]}
    assert members == {"Ходовые системы", "Златмуфта"}, "no date keeps the second one out"


def test_rules_in_words(run: Run) -> None:
    told = run("rules", "--why").stdout
    assert "неизвестно: Кооперация: доля продукции участников" in told
    assert "хватило бы договоров: 2" in told and "если участие подтвердится: ПромАгроТехнологии" in told
    assert "↳ S001" in told


def test_what_if_by_name_and_by_country(run: Run) -> None:
    found = answer(run, "whatif", "--without", "ОС-НОВА", "--cluster", "yug")
    (row,) = found["inputs"]
    assert (row["member"]["name_en"], row["direct"], row["planned"]) == ("PromAgroTekhnologii", True, True)
    assert row["claims"] and [one["enterprise"]["name_en"] for one in found["articulations"]] == [
        "PromAgroTekhnologii"
    ]
    told = run("whatif", "--without", "Беларусь", "--cluster", "chirchiq", "--why").stdout
    assert "если не станет: Гомсельмаш, Минский тракторный завод" in told
    assert "Минский тракторный завод → Ташкентский завод сельскохозяйственной техники" in told


def test_compare_shows_who_joined_with_the_source(run: Run) -> None:
    told = run("compare", "--as-of", "2025", "--as-of", "2026-03", "--cluster", "yug", "--why").stdout
    assert told.count("вступление (участие)") == 2
    assert "Кластер «Юг»: что изменилось с 31.12.2025 по 31.03.2026" in told and "↳ S002" in told
    found = answer(run, "compare", "--as-of", "2025-06", "--as-of", "2025-01")
    assert (found["before"], found["after"]) == ("2025-01-31", "2025-06-30")
    assert {"joined", "signed", "newly_known"} <= {row["kind"] for row in found["rows"]}
    assert all(row["claims"] for row in found["rows"])


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("rules", "--as-of", "2015-08-01"), 3),
        (("rules", "--rules", "no-such-file.yaml"), 3),
        (("whatif", "--without", "Такого завода нет"), 3),
        (("compare", "--as-of", "2025"), 2),
        (("compare", "--as-of", "вчера", "--as-of", "2025"), 2),
    ],
)
def test_exit_codes(run: Run, arguments: tuple[str, ...], code: int) -> None:
    done = run(*arguments)
    assert done.returncode == code, done.stderr
    assert done.stderr.strip() and "Traceback" not in done.stderr
