"""Calls made up from the OpenAPI document, with all checks of schemathesis, against a real server.

Every answer is one that the document declares, and none is a failure of ours. A short run always; more than 10,000
calls with `-m large`. Where the document can only say "a text", and the text has to be a statement, a cursor, a date
or JSON, a call that fits the document may still be refused with 400 or 422, and one whose texts are many with 413: that
is no failure.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphmodel.engine import Connection
from graphmodel.keys import KeyFile
from graphmodel.settings import Settings
from tests.api.service import running
from tests.graph import load_reference

CONFIG = """
[checks.positive_data_acceptance]
expected-statuses = ["2xx", "400", "401", "403", "404", "409", "413", "422"]

[checks.negative_data_rejection]
expected-statuses = ["400", "401", "403", "404", "405", "409", "413", "422"]
"""


def _run(served: Settings, folder: Path, examples: int) -> str:
    """What schemathesis says; `examples` calls of each operation at most in its main part."""
    keys = KeyFile(folder)
    secret = keys.add("contract", "editor")
    config = folder / "schemathesis.toml"
    config.write_text(CONFIG, encoding="utf-8")
    changed = served.model_copy(update={"graphmodel_data": folder, "graphmodel_rate": "1000000/second"})
    with running(changed) as address:
        words = [sys.executable, "-m", "schemathesis.cli", "--config-file", str(config), "run"]
        asked = [
            "--checks",
            "all",
            "--max-examples",
            str(examples),
            "--seed",
            "1",
            "--workers",
            "1",
            "--request-timeout",
            "60",
            "--max-response-time",
            "60",
        ]
        found = subprocess.run(
            [*words, f"{address}/openapi.json", *asked, "-H", f"Authorization: Bearer {secret}"],
            capture_output=True,
            text=True,
            check=False,
            cwd=folder,
        )
    assert found.returncode == 0, found.stdout[-20_000:] + found.stderr[-2_000:]
    return found.stdout


def _cases(told: str) -> int:
    found = re.search(r"([\d,]+) generated", told)
    assert found, told[-2_000:]
    return int(found[1].replace(",", ""))


@pytest.fixture(autouse=True)
def restored(neo4j_server: Connection) -> Iterator[None]:
    """The calls load, retract and decide; the tests after these find the reference data set as it was."""
    yield
    load_reference(neo4j_server)


def test_a_short_run(served: Settings, tmp_path: Path) -> None:
    assert _cases(_run(served, tmp_path, 2)) > 300


@pytest.mark.large
def test_ten_thousand_calls(served: Settings, tmp_path: Path) -> None:
    assert _cases(_run(served, tmp_path, 300)) >= 10_000
