"""The store of a real server: damaged, backed up, deleted, brought back."""

import shutil
from pathlib import Path

import pytest

from graphmodel.engine.closure import Closure
from graphmodel.engine.home import Home, State
from graphmodel.engine.server import refuse_other_version
from graphmodel.errors import EngineError
from tests.engine.conftest import Make, ask

COUNT = "MATCH (m:Marker) RETURN count(m)"


def refused(key: str, make: Make) -> None:
    with pytest.raises(EngineError, match="graphmodel db restore") as raised:
        make().start()
    assert raised.value.key == key
    assert make().status().state == "stopped"


def test_a_backup_brings_back_what_was_damaged_or_deleted(make: Make, tmp_path: Path) -> None:
    engine, home, backup = make(), Home(tmp_path / "home"), tmp_path / "backups" / "one.dump"
    with pytest.raises(EngineError) as raised:
        engine.backup(backup)
    assert raised.value.key == "engine.no_store"
    with engine.session() as connection:
        ask(
            connection, "UNWIND range(1, 5000) AS i CREATE (:Marker {i: i})-[:NEXT]->(:Other) RETURN count(*)"
        )
        backup.parent.mkdir()
        engine.backup(backup)
        assert ask(connection, COUNT) == 5000
    assert [file.name for file in backup.parent.iterdir()] == ["one.dump"]

    # A truncated store opens without a word from Neo4j; a scan tells.
    nodes = home.data / "databases" / "neo4j" / "neostore.nodestore.db"
    nodes.write_bytes(nodes.read_bytes()[: nodes.stat().st_size // 3])
    refused("engine.damaged", make)
    truncated = nodes.read_bytes()

    # A file that is no backup changes nothing.
    nonsense = tmp_path / "nonsense.dump"
    nonsense.write_text("nonsense")
    for path, key in ((nonsense, "engine.restore_failed"), (tmp_path / "none", "engine.no_backup")):
        with pytest.raises(EngineError, match=path.name) as raised:
            engine.restore(path)
        assert raised.value.key == key
    assert nodes.read_bytes() == truncated

    # Deleted transaction logs: the database stays offline.
    engine.restore(backup)
    shutil.rmtree(home.data / "transactions" / "neo4j")
    refused("engine.damaged", make)

    # A restore that was killed midway is undone, a deleted store is empty, and a new password does no harm.
    engine.reset()
    assert engine.status().store_bytes == 0
    engine.restore(backup)
    home.data.rename(home.aside)
    (home.data / "databases").mkdir(parents=True)
    (home.path / "password").unlink()
    with engine.session() as connection:
        assert ask(connection, COUNT) == 5000


@pytest.mark.parametrize(
    ("written", "ours", "fits"),
    [
        ("5.26.30", "5.26.30", True),
        ("5.26.4", "5.26.30", True),
        ("5.26.31", "5.26.30", False),
        ("4.4.9", "5.26.30", False),
        ("2026.1.0", "5.26.30", False),
    ],
)
def test_a_store_of_another_version_is_refused(tmp_path: Path, written: str, ours: str, fits: bool) -> None:
    home = Home(tmp_path)
    home.remember(State(neo4j=written))
    refuse_other_version(home, Closure(ours, ()))  # no store yet
    (home.data / "databases" / "neo4j").mkdir(parents=True)
    if fits:
        refuse_other_version(home, Closure(ours, ()))
        return
    with pytest.raises(EngineError, match=written) as raised:
        refuse_other_version(home, Closure(ours, ()))
    assert raised.value.key == "engine.other_version"
