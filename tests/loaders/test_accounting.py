"""Rows in = loaded + merged + rejected, whatever the table holds."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmodel.domain.claims import CLAIM
from graphmodel.texts import LANGUAGES
from loaders import Reading, account, read

GOOD = {"kind": "enterprise", "status": "active", "confidence": "0.9"}
COLUMNS = (
    "source",
    "kind",
    "name",
    "status",
    "confidence",
    "asserted",
    "locator",
    "place.country",
    "placeholder",
)
rows = st.lists(
    st.one_of(
        st.fixed_dictionaries({"name": st.sampled_from("аб"), "locator": st.sampled_from(("x", ""))}).map(
            lambda row: GOOD | row
        ),
        st.dictionaries(
            st.sampled_from(COLUMNS), st.text(max_size=5) | st.sampled_from(("RU", "event", "1"))
        ),
    ),
    min_size=1,
    max_size=12,
)
in_folder = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def as_csv(table: list[dict[str, str]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(table)
    return text.getvalue()


def balanced(reading: Reading, expected: int, new: frozenset[str]) -> None:
    (told,) = account(reading, new)
    assert told.rows == expected == told.loaded + told.merged + len(told.rejected)
    assert told.loaded == len(new & {one.id for one in reading.claims})
    for lang in LANGUAGES:
        assert json.dumps(told.as_report(lang))
        assert all(row.reason(lang) and row.fix(lang) for row in told.rejected)


@in_folder
@given(rows)
def test_csv(tmp_path: Path, table: list[dict[str, str]]) -> None:
    file = tmp_path / "claims.csv"
    file.write_text(as_csv(table), encoding="utf-8", newline="")
    filled = [row for row in table if any(cell.strip() for cell in row.values())]
    if not filled:
        return
    reading = read([file])

    balanced(reading, len(filled), frozenset(one.id for one in reading.claims))
    balanced(reading, len(filled), frozenset())


@in_folder
@given(rows, st.sampled_from((".json", ".yaml", ".yml")))
def test_yaml_and_json(tmp_path: Path, table: list[dict[str, str]], ending: str) -> None:
    file = tmp_path / f"claims{ending}"
    document = {"claims": table}
    text = json.dumps(document) if ending == ".json" else yaml.safe_dump(document, allow_unicode=True)
    file.write_text(text, encoding="utf-8")
    reading = read([file])

    balanced(reading, len(table), frozenset(one.id for one in reading.claims))


def csv_of(folder: Path, *table: dict[str, str], name: str = "claims.csv") -> Path:
    file = folder / name
    file.write_text(as_csv(list(table)), encoding="utf-8")
    return file


def test_a_row_that_stands_twice_is_merged(tmp_path: Path) -> None:
    row = GOOD | {"name": "а", "locator": "x"}
    reading = read([csv_of(tmp_path, row, row, GOOD | {"name": "б"})])
    (told,) = account(reading, frozenset(one.id for one in reading.claims))

    assert (told.rows, told.loaded, told.merged, told.rejected) == (3, 2, 1, ())


def test_a_claim_of_two_files_is_loaded_by_the_first(tmp_path: Path) -> None:
    row = GOOD | {"name": "а", "locator": "x", "source": "S"}
    files = [csv_of(tmp_path, row, name=name) for name in ("a.csv", "b.csv")]
    first, second = account(reading := read(files), frozenset(one.id for one in reading.claims))

    assert (first.loaded, first.merged, second.loaded, second.merged) == (1, 0, 0, 1)


REJECTED: list[tuple[dict[str, str], str, str]] = [
    ({"kind": ""}, "kind", "union_tag_not_found"),
    ({"kind": "rumour"}, "kind", "union_tag_invalid"),
    ({"name": ""}, "name", "missing"),
    ({"status": "done"}, "status", "literal_error"),
    ({"confidence": "2"}, "confidence", "less_than_equal"),
    ({"asserted": "30.04.2025"}, "asserted", "value_error"),
    ({"place.country": "ZZ"}, "place.country", "value_error"),
    ({"kind": "event", "placeholder": "true"}, "placeholder", "extra_forbidden"),
]


@pytest.mark.parametrize(("change", "column", "code"), REJECTED)
def test_a_bad_row_is_told(tmp_path: Path, change: dict[str, str], column: str, code: str) -> None:
    reading = read([csv_of(tmp_path, GOOD | {"name": "а"}, GOOD | {"name": "б"} | change)])
    (row,) = reading.files[0].rejected

    assert len(reading.claims) == 1
    assert (row.locator, row.column, row.code) == ("row=3", column, code)
    assert len({row.reason(lang) for lang in LANGUAGES}) == 2
    assert "{" not in row.reason("ru") + row.fix("ru")


def test_a_field_that_is_called_like_the_kind_is_named(tmp_path: Path) -> None:
    file = tmp_path / "claims.json"
    event: dict[str, Any] = {"kind": "event", "name": "x", "status": "active", "confidence": 1, "event": ""}
    file.write_text(json.dumps({"claims": [event]}))

    assert read([file]).files[0].rejected[0].column == "event"


def test_the_report_has_the_form_of_the_contract(tmp_path: Path) -> None:
    (told,) = account(read([csv_of(tmp_path, GOOD | {"name": "а", "status": "done"})]), frozenset())
    report = told.as_report("ru")

    assert {name: report[name] for name in ("file", "rows", "loaded", "merged")} == {
        "file": "claims.csv", "rows": 1, "loaded": 0, "merged": 0,
    }  # fmt: skip
    (row,) = report["rejected"]
    assert set(row) == {"locator", "column", "value", "code", "reason", "fix"}
    assert (row["locator"], row["column"], row["value"]) == ("row=2", "status", "done")


def test_numbers_in_words_are_numbers(tmp_path: Path) -> None:
    (one,) = read([csv_of(tmp_path, GOOD | {"name": "а", "placeholder": "true", "locator": "x"})]).claims

    assert one == CLAIM.validate_python(
        {
            **GOOD,
            "name": "а",
            "placeholder": True,
            "confidence": 0.9,
            "locator": "x",
            "source": "file-claims.csv",
        }
    )
