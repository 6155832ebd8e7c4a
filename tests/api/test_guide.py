"""The examples of the API guide do what they say."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from graphmodel.api import examples
from graphmodel.keys import KeyFile
from graphmodel.settings import Settings
from tests.api.service import running
from tests.architecture.project import ROOT

PAGES = ("api.ru.md", "api.en.md")
BLOCK = re.compile(r"```(bash|python|powerquery)\n(.*?)```", re.DOTALL)


def _blocks(page: str, kind: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return [code for language, code in BLOCK.findall(text) if language == kind]


@pytest.mark.parametrize("page", PAGES)
def test_the_examples_run(served: Settings, tmp_path: Path, page: str) -> None:
    secret = KeyFile(tmp_path).add("guide", "editor")
    (tmp_path / "claims.json").write_text(json.dumps(examples.CLAIMS), encoding="utf-8")
    with running(served.model_copy(update={"graphmodel_data": tmp_path})) as address:
        environment = os.environ | {"API": address, "KEY": secret}
        tag = httpx.get(f"{address}/v1/sources?limit=1", headers={"Accept-Encoding": ""}).headers["etag"]

        def run(*words: str) -> str:
            return subprocess.run(
                words,
                env=environment,
                cwd=tmp_path,
                check=True,
                capture_output=True,
                text=True,
                encoding="utf-8",
            ).stdout

        told = [run("bash", "-ec", code.replace('W/"…"', tag)) for code in _blocks(page, "bash")]
        (script,) = _blocks(page, "python")
        rows = run(sys.executable, "-c", script)

    assert "ent-8a19e9b050b4acbc" in told[0]
    assert told[1].rstrip().endswith("304")
    assert (tmp_path / "cross-border.xlsx").read_bytes().startswith(b"PK")
    assert '"loaded":1' in told[3]
    assert '"claims":1' in told[3]
    assert "Industrial Group Energy East" in rows


@pytest.mark.parametrize("page", PAGES)
def test_power_query_asks_for_what_there_is(served: Settings, page: str) -> None:
    """There is no Excel here: what the query names is checked against the document."""
    (query,) = _blocks(page, "powerquery")
    with running(served) as address:
        document = httpx.get(f"{address}/openapi.json").json()

    path = re.search('RelativePath = "(.*?)"', query)
    assert path
    operation = document["paths"]["/" + path[1]]["get"]
    asked = re.search(r"Query = \[(.*?)\]", query)
    assert asked
    names = set(re.findall(r"(\w+) =", asked[1]))
    assert names <= {each["name"] for each in operation["parameters"]}
    assert {"items", "next"} == set(re.findall(r"\[(items|next)\]", query))
