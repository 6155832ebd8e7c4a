"""Keys of the service, made, listed and revoked by the command."""

import json
import os
from pathlib import Path

import pytest

from tests.command import Run, runner


@pytest.fixture
def keys(tmp_path: Path) -> Run:
    """Runs the command with a folder of its own; keys need no database."""
    return runner(os.environ | {"GRAPHMODEL_DATA": str(tmp_path), "GRAPHMODEL_LANG": "en"}, tmp_path)


def test_a_key_is_shown_once(keys: Run, tmp_path: Path) -> None:
    made = keys("keys", "add", "ministry", "--role", "editor")
    listed = keys("keys", "list")

    secret = made.stdout.strip()
    assert (made.returncode, secret[:3]) == (0, "gm_")
    assert "will not be shown again" in made.stderr
    assert "ministry: editor" in listed.stdout
    assert secret not in listed.stdout
    assert secret not in (tmp_path / "keys.json").read_text(encoding="utf-8")


def test_as_json(keys: Run) -> None:
    made = json.loads(keys("keys", "add", "one", "--json").stdout)
    [listed] = json.loads(keys("keys", "list", "--json").stdout)

    assert set(made) == {"name", "role", "key"}
    assert {name: listed[name] for name in ("name", "role")} == {"name": "one", "role": "reader"}
    assert "hash" not in listed


def test_a_revoked_key_is_gone(keys: Run) -> None:
    keys("keys", "add", "one")

    assert keys("keys", "revoke", "one").returncode == 0
    assert keys("keys", "list").stdout == ""
    assert keys("keys", "revoke", "one").returncode == 3


@pytest.mark.parametrize("wrong", [["one"], ["two", "--role", "king"]])
def test_wrong_calls(keys: Run, wrong: list[str]) -> None:
    keys("keys", "add", "one")

    answer = keys("keys", "add", *wrong)

    assert (answer.returncode, answer.stdout) == (2, "")
