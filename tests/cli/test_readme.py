"""Nothing in the README that a test does not run."""

import re
import shlex
import shutil
import subprocess
import time
from pathlib import Path

import httpx
import pytest

from tests.command import GRAPHMODEL, Run

ROOT = Path(__file__).parents[2]
PROGRAM = ".venv/bin/graphmodel"

pytestmark = pytest.mark.usefixtures("reference_loaded")


def commands(readme: str) -> list[str]:
    """The lines of its shell blocks, in order."""
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / readme).read_text(encoding="utf-8"), re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


def test_both_languages_show_the_same_commands() -> None:
    assert commands("README.md") == commands("README.ru.md")


def test_the_make_targets_are_there() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    asked = [line.removeprefix("make ") for line in commands("README.md") if line.startswith("make ")]
    assert asked and set(asked) <= set(targets)


def test_the_commands_of_the_readme_run(run: Run, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "example.csv", tmp_path / "docs")
    shown = [shlex.split(line) for line in commands("README.md") if line.startswith(PROGRAM)]
    once = [words[1:] for words in shown if words[1] != "serve"]
    assert len(once) >= 10
    for arguments in once:
        done = run(*arguments)
        assert done.returncode == 0, (arguments, done.stderr)
        assert done.stdout.strip()


def test_serve_answers_as_the_readme_says(settings: dict[str, str], closed_port: int) -> None:
    server = subprocess.Popen([GRAPHMODEL, "serve", "--port", str(closed_port)], env=settings)
    try:
        address = f"http://127.0.0.1:{closed_port}"
        found = _first_answer(f"{address}/v1/enterprises?q=АТИСС")["items"]
        assert [item["name_ru"] for item in found] == ["АТИСС"]
        partners = httpx.get(f"{address}/v1/enterprises/{found[0]['id']}/partners", timeout=30).json()[
            "items"
        ]
        assert partners[0]["evidence"][0]["source"] == "S001"
    finally:
        server.terminate()
        server.wait(timeout=30)


def _first_answer(address: str) -> dict[str, list[dict[str, str]]]:
    for _ in range(120):
        try:
            return httpx.get(address, timeout=30).raise_for_status().json()  # type: ignore[no-any-return]
        except httpx.TransportError:
            time.sleep(0.5)
    raise AssertionError(f"{address} does not answer")
