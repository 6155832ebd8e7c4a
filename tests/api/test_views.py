"""Views over the API: the bytes that `graphmodel view` writes, in the reader's language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from graphmodel.api import create_app
from graphmodel.api.parameters import CLUSTER, EXAMPLE
from graphmodel.cli.app import commands
from graphmodel.engine import Connection
from graphmodel.settings import Settings
from graphmodel.texts import LANGUAGES, VIEW_LANGUAGES, Language, ViewLanguage, text
from tests.api.service import near
from tests.command import settings_for
from tests.pages import unpacked

OF_CLUSTER = f"/v1/views/clusters/{CLUSTER}"
TWINS = {
    OF_CLUSTER: (),
    f"{OF_CLUSTER}?as_of=2025-06": ("--as-of", "2025-06"),
    f"{OF_CLUSTER}?show=gaps": ("--show", "gaps"),
    f"{OF_CLUSTER}?show=flows": ("--show", "flows"),
    f"{OF_CLUSTER}?show=agreements": ("--show", "agreements"),
    f"{OF_CLUSTER}?as_of=2026&as_of=2025-06": ("--as-of", "2025-06", "--as-of", "2026"),
    f"/v1/views/enterprises/{EXAMPLE}": ("--company", "АТИСС"),
    "/v1/views/products/combine-harvester": ("--chain", "combine-harvester"),
    "/v1/views/questions/cross-border?country=UZ": ("--ask", "cross-border", "-p", "country=UZ"),
}


@pytest.fixture(scope="module")
def client(served: Settings) -> Iterator[TestClient]:
    """A service that has time, however much else the machine does."""
    with near(create_app(served.model_copy(update={"graphmodel_deadline": 300}))) as client:
        yield client


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_report_is_the_one_of_the_command_line(
    client: TestClient, neo4j_server: Connection, tmp_path: Path, lang: Language
) -> None:
    file = tmp_path / "report.html"
    asked = ["report", "--as-of", "2026-01", "-o", str(file)]
    environment = settings_for(neo4j_server) | {"GRAPHMODEL_LANG": lang}
    CliRunner(env=environment).invoke(commands(["report"]), asked, catch_exceptions=False)

    answer = client.get(f"{OF_CLUSTER}/report?as_of=2026-01", headers={"Accept-Language": lang})
    assert answer.content == file.read_bytes()
    assert answer.headers["content-language"] == lang
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")


@pytest.mark.parametrize("address", TWINS)
def test_a_view_is_the_one_of_the_command_line(
    client: TestClient, neo4j_server: Connection, tmp_path: Path, address: str
) -> None:
    file = tmp_path / "view.html"
    asked = ["view", *TWINS[address], "-o", str(file)]
    done = CliRunner(env=settings_for(neo4j_server)).invoke(commands(["view"]), asked, catch_exceptions=False)

    assert done.exit_code == 0, done.output
    answer = client.get(address, headers={"Accept-Language": "ru"})
    assert (answer.status_code, answer.content) == (200, file.read_bytes())


@pytest.mark.parametrize("lang", VIEW_LANGUAGES)
def test_a_view_opens_in_the_language_of_the_reader(client: TestClient, lang: ViewLanguage) -> None:
    answer = client.get(OF_CLUSTER, headers={"Accept-Language": lang})

    assert answer.headers["content-language"] == lang
    assert f'<html lang="{lang}" ' in answer.text
    shown = unpacked(answer.text)["data"]
    assert shown["lang"] == lang and text("viz.legend_nodes", lang) in shown["texts"]["legend_nodes"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"{OF_CLUSTER}?show=everything", 422),
        (f"{OF_CLUSTER}?as_of=soon", 422),
        (f"{OF_CLUSTER}?as_of=2024&as_of=2025&as_of=2026", 422),
        (f"{OF_CLUSTER}?show=gaps&as_of=2025-06&as_of=2026", 400),
        (f"{OF_CLUSTER}?as_of=1900", 404),
        ("/v1/views/clusters/nowhere/report", 404),
        ("/v1/views/enterprises/nobody", 404),
        ("/v1/views/products/nothing", 404),
        ("/v1/views/questions/nothing", 404),
        ("/v1/views/questions/members?nonsense=1", 400),
    ],
)
def test_what_cannot_be_shown(client: TestClient, address: str, status: int) -> None:
    assert client.get(address).status_code == status
