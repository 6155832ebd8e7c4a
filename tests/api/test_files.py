"""Answers to questions as files for spreadsheets."""

import csv
import io

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook

import queries
from graphmodel.sections.sheets import as_csv, headings_of
from graphmodel.settings import Settings
from graphmodel.texts import LANGUAGES, Language
from tests.api.service import store_of

MEMBERS = {"cluster": "agromash-ru-uz"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_csv_is_what_the_command_line_writes(client: TestClient, served: Settings, lang: Language) -> None:
    asked = queries.question("members")
    with store_of(served) as store:
        table = store.view().ask(asked, MEMBERS)

    answer = client.get(
        "/v1/questions/members", params={**MEMBERS, "format": "csv"}, headers={"Accept-Language": lang}
    )

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="members.csv"'
    assert answer.headers["content-language"] == lang
    written = as_csv(table, headings_of(asked, lang), lang, why=False)
    assert answer.content == written.encode("utf-8-sig")
    assert written.count("\n") == len(table.rows) + 1 > 2


def test_excel_holds_the_same_cells(client: TestClient) -> None:
    told, sheet = (
        client.get("/v1/questions/members", params={**MEMBERS, "format": form}).content
        for form in ("csv", "xlsx")
    )

    rows = [
        ["" if value is None else str(value) for value in row]
        for row in load_workbook(io.BytesIO(sheet)).active.iter_rows(values_only=True)
    ]
    assert rows == list(csv.reader(io.StringIO(told.decode("utf-8-sig"))))


def test_another_form_is_refused(client: TestClient) -> None:
    answer = client.get("/v1/questions/members", params={**MEMBERS, "format": "pdf"})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["parameter"] == "format"


def test_no_question_has_a_parameter_of_that_name() -> None:
    assert not [each.name for each in queries.catalogue().values() if "format" in each.parameters]
