"""The managed database from the command line, in a data folder of its own."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import GRAPHMODEL
from tests.server import jars_folder


class Own:
    """A data folder with the session's program and no settings of the tests' server."""

    def __init__(self, data: Path) -> None:
        self.data = data
        data.mkdir()
        (data / "jars").symlink_to(jars_folder())

    def run(self, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
        return subprocess.run(
            [GRAPHMODEL, *arguments],
            cwd=self.data,
            env=kept | {"GRAPHMODEL_DATA": str(self.data), "GRAPHMODEL_LANG": "en"},
            input=given,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )


@pytest.fixture
def own(tmp_path: Path, neo4j_server: object) -> Iterator[Own]:
    """`neo4j_server` has fetched the program before."""
    home = Own(tmp_path / "data")
    yield home
    home.run("db", "stop")


def test_start_load_backup_reset_restore_stop(own: Own) -> None:
    started = own.run("db", "start", "--json")
    assert started.returncode == 0, started.stderr
    told = json.loads(started.stdout)
    assert told["uri"].startswith("bolt://127.0.0.1:") and Path(told["password_file"]).is_file()
    assert "running" in own.run("db", "status").stdout
    assert own.run("demo").returncode == 0
    assert own.run("db", "backup", "copy.dump").returncode == 0
    assert own.run("db", "reset", given="n\n").returncode == 1
    assert own.run("db", "reset", "--yes").returncode == 0
    assert own.run("partners", "АТИСС").returncode == 3
    assert own.run("db", "restore", "copy.dump", "--yes").returncode == 0
    assert "Industrial Group Energy East" in own.run("partners", "АТИСС").stdout
    assert own.run("db", "stop").returncode == 0
    assert json.loads(own.run("db", "status", "--json").stdout)["state"] == "stopped"


def test_a_command_that_finds_no_server_starts_one_and_stops_it_again(own: Own) -> None:
    found = own.run("sources")
    assert (found.returncode, found.stdout) == (0, "")
    assert "graphmodel load" in found.stderr
    assert json.loads(own.run("db", "status", "--json").stdout)["state"] == "stopped"


def test_a_missing_backup_is_one_sentence_and_exit_4(own: Own) -> None:
    done = own.run("db", "restore", "nothing.dump", "--yes")
    assert done.returncode == 4
    assert len(done.stderr.strip().splitlines()) == 1 and "nothing.dump" in done.stderr
