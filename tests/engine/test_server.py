"""A server started, found, shared and stopped; killed and mended."""

import os
import socket
import sys
import time
from pathlib import Path

import psutil
import pytest

from graphmodel.engine import Connection, Engine, Status, bolt, disk, server
from graphmodel.engine.home import Home, State
from graphmodel.errors import EngineError
from tests.engine.conftest import Make, ask, python
from tests.server import jars_folder

SESSION = """
import sys, time
from pathlib import Path
from graphmodel.engine import Engine, EngineConfig
with Engine(EngineConfig(home=Path(sys.argv[1]), jars=Path(sys.argv[2]))).session():
    print("up", flush=True)
    time.sleep(600)
"""

LOCKED = """
import fcntl, sys, time
with open(sys.argv[1], "w") as file:
    fcntl.lockf(file, fcntl.LOCK_EX)
    print("locked", flush=True)
    time.sleep(600)
"""


def running(engine: Engine) -> Status:
    status = engine.status()
    assert status.state == "running"
    return status


def process_of(engine: Engine) -> psutil.Process:
    return psutil.Process(running(engine).pid)


def gone(process: psutil.Process, seconds: float = 30) -> bool:
    """Whether it ends within this time."""
    return not psutil.wait_procs([process], seconds)[1]


def see_that_it_is_closed(home: Home, process: psutil.Process, connection: Connection) -> None:
    """On loopback alone, with a password of its own that does not show, and safe settings."""
    port = int(connection.uri.rpartition(":")[2])
    listening = {tuple(c.laddr) for c in process.net_connections("inet") if c.status == psutil.CONN_LISTEN}
    assert listening <= {("127.0.0.1", port), ("::ffff:127.0.0.1", port)} and listening
    assert bolt.speaks(port)
    assert connection.password not in repr(connection)
    if os.name == "posix":
        assert {f.stat().st_mode & 0o077 for f in (home.path, home.path / "password", home.conf)} == {0}
    conf = (home.conf / "neo4j.conf").read_text()
    for setting in (
        "dbms.security.allow_csv_import_from_file_urls=false",
        "internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0",
        "db.memory.transaction.max=128m",
        "dbms.usage_report.enabled=false",
        "server.http.enabled=false",
    ):
        assert setting in conf.splitlines()


def test_a_server_lives_until_it_is_stopped_and_is_mended_when_killed(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, home = make(), Home(tmp_path / "home")
    assert engine.status().state == "stopped"
    connection = engine.start()
    process = process_of(engine)

    # Starting again, or from elsewhere, finds it.
    assert engine.start() == make().start() == connection
    assert process_of(make()) == process
    with make().session() as shared:
        assert shared == connection
    assert process_of(engine) == process

    port = home.state().port
    see_that_it_is_closed(home, process, connection)
    assert ask(connection, "CREATE (:Marker) WITH 1 AS one MATCH (m:Marker) RETURN count(m)") == 1

    # A server that its killed starter could not remember is found and reused.
    home.remember(State(port=port))
    assert engine.start() == connection
    assert process_of(engine) == process

    # One that hangs is not waited for.
    monkeypatch.setattr(server, "ANSWER_SECONDS", 1)
    process.suspend()
    with pytest.raises(EngineError, match="graphmodel db stop") as raised:
        engine.start()
    assert raised.value.key == "engine.no_answer"
    assert engine.status().state == "stale"
    process.resume()
    monkeypatch.undo()

    # Another password than the store's: one attempt, one sentence.
    (home.path / "password").write_text("another")
    with pytest.raises(EngineError) as raised:
        engine.start()
    assert raised.value.key == "engine.password"
    (home.path / "password").write_text(connection.password)

    # kill -9, and the process id given to somebody else.
    process.kill()
    assert gone(process)
    assert engine.status().state == "stale"
    with python("import time; time.sleep(600)") as stranger:
        home.remember(
            State("5.26.30", port, stranger.pid, psutil.Process(stranger.pid).create_time(), checked=True)
        )
        assert engine.status().state == "stale"
        again = engine.start()
        assert stranger.poll() is None
        assert again == connection
        assert ask(again, "MATCH (m:Marker) RETURN count(m)") == 1
        process = process_of(engine)
        assert engine.stop() is True
        assert stranger.poll() is None
    assert gone(process)
    assert (engine.status().state, engine.status().pid, engine.stop()) == ("stopped", None, False)
    assert 0 < engine.status().store_bytes < 20_000_000


def test_sessions_share_a_server_and_the_last_one_out_stops_it(make: Make, tmp_path: Path) -> None:
    home, jars = tmp_path / "home", str(jars_folder())
    with python(SESSION, str(home), jars) as first:
        assert first.stdout and first.stdout.readline() == "up\n"
        process = process_of(make())
        with make().session() as connection:
            first.kill()
            first.wait()
            time.sleep(2)  # its guard has seen it die by now
            assert ask(connection, "RETURN 1") == 1
            assert process_of(make()) == process
        assert make().status().state == "stopped"
        assert gone(process)


def test_killed_sessions_leave_no_server_behind(make: Make, tmp_path: Path) -> None:
    home, jars = str(tmp_path / "home"), str(jars_folder())
    with (
        python(SESSION, home, jars) as first,
        python(SESSION, home, jars) as second,
    ):  # at once: one starts it
        for session in (first, second):
            assert session.stdout and session.stdout.readline() == "up\n"
        process = process_of(make())
        first.kill()
        assert not gone(process, seconds=2)
        second.kill()
        assert gone(process)
    with disk.held(tmp_path / "home" / "lock"):  # its guard is done
        assert make().status().state == "stopped"


def test_a_taken_port_is_said_before_anything_starts(make: Make) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(EngineError, match=str(port)) as raised:
            make(port=port).start()
        assert raised.value.key == "engine.port_taken"
        assert make().status().pid is None


def test_a_store_locked_by_another_program_is_said_so(make: Make, tmp_path: Path) -> None:
    lock = tmp_path / "home" / "data" / "databases" / "store_lock"
    lock.parent.mkdir(parents=True)
    with python(LOCKED, str(lock)) as other:
        assert other.stdout and other.stdout.readline()
        with pytest.raises(EngineError) as raised:
            make().start()
    assert raised.value.key == "engine.store_in_use"
    assert make().status().state == "stopped"


def test_a_java_that_cannot_start_the_server_is_quoted(make: Make, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="heap") as raised:
        make(heap_mb=10**9).start()
    assert raised.value.key == "engine.memory"
    script = tmp_path / "java"
    script.write_text(
        f"#!{sys.executable}\nimport sys\nprint('version \"21\"' if '-version' in sys.argv else 'out of luck')\n"
    )
    script.chmod(0o755)
    with pytest.raises(EngineError, match="out of luck") as raised:
        make(java=script).start()
    assert raised.value.key == "engine.died"
