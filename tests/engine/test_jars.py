"""Fetching: a small closure served by a real HTTP server on loopback."""

import hashlib
import json
import socket
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from graphmodel.engine import Closure, Engine, EngineConfig, Jar, disk
from graphmodel.engine.closure import shipped
from graphmodel.engine.repository import address
from graphmodel.errors import EXIT_CODES, EngineError

FILES = {f"org/example/{name}/1/{name}-1.jar": name.encode() * 50_000 for name in ("one", "two", "three")}
JARS = tuple(Jar(path, len(data), hashlib.sha256(data).hexdigest()) for path, data in FILES.items())
CLOSURE = Closure("5.26.30", JARS)


class Seen:
    """What a Progress was told."""

    def __init__(self) -> None:
        self.total = self.done = 0
        self.messages: list[str] = []

    def start(self, total: int, message: str, /) -> None:
        assert self.done == 0, "the size is stated before the first byte"
        self.total = total
        self.messages.append(message)

    def advance(self, done: int, /) -> None:
        self.done += done

    def message(self, message: str, /) -> None:
        self.messages.append(message)


class Repository(SimpleHTTPRequestHandler):
    asked: list[str]

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        self.asked.append(self.path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What the repository serves."""
    for path, data in FILES.items():
        file = tmp_path / "repository" / path
        file.parent.mkdir(parents=True)
        file.write_bytes(data)
    return tmp_path / "repository"


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def mirror(folder: Path, asked: list[str]) -> Iterator[str]:
    handler = type("Handler", (Repository,), {"asked": asked})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def engine(
    tmp_path: Path, mirror: str | None = None, name: str = "jars", closure: Closure = CLOSURE
) -> Engine:
    return Engine(EngineConfig(home=tmp_path / "home", jars=tmp_path / name, mirror=mirror), closure)


def content(folder: Path) -> dict[str, bytes]:
    return {str(f.relative_to(folder).as_posix()): f.read_bytes() for f in folder.rglob("*.jar*")}


def test_fetch_brings_every_jar_and_says_how_much_before(tmp_path: Path, mirror: str) -> None:
    seen = Seen()
    engine(tmp_path, mirror).fetch(seen)
    assert content(tmp_path / "jars") == FILES
    assert seen.total == seen.done == sum(map(len, FILES.values()))
    assert "5.26.30" in seen.messages[0]
    assert engine(tmp_path).status().jars_present == len(FILES)


def test_a_fetch_goes_on_where_another_was_killed(tmp_path: Path, mirror: str, asked: list[str]) -> None:
    engine(tmp_path, mirror).fetch()
    asked.clear()
    lost = tmp_path / "jars" / JARS[1].path
    lost.rename(lost.with_name(lost.name + ".part"))  # as a killed download leaves it
    engine(tmp_path, mirror).fetch()
    assert len(asked) == 1
    assert content(tmp_path / "jars") == FILES
    engine(tmp_path, mirror).fetch()
    assert len(asked) == 1


def test_a_spoilt_jar_is_fetched_again(tmp_path: Path, mirror: str) -> None:
    engine(tmp_path, mirror).fetch()
    spoilt = tmp_path / "jars" / JARS[0].path
    spoilt.write_bytes(b"x" * JARS[0].size)
    engine(tmp_path, mirror).fetch()
    assert content(tmp_path / "jars") == FILES


def test_a_jar_that_is_not_the_one_expected_is_refused(tmp_path: Path, mirror: str, folder: Path) -> None:
    (folder / JARS[2].path).write_bytes(b"evil")
    with pytest.raises(EngineError, match="SHA-256") as raised:
        engine(tmp_path, mirror).fetch()
    assert raised.value.values["file"] == JARS[2].path
    assert EXIT_CODES[type(raised.value)] == 4
    assert JARS[2].path not in content(tmp_path / "jars")


def test_a_repository_without_the_file_is_named(tmp_path: Path, mirror: str, folder: Path) -> None:
    (folder / JARS[0].path).unlink()
    with pytest.raises(EngineError, match="404") as raised:
        engine(tmp_path, mirror).fetch()
    assert str(raised.value.values["address"]).endswith(JARS[0].path)


def test_no_network_names_the_way_without_one(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        closed = f"http://name:secret@127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(EngineError, match="fetch --to") as raised:
        engine(tmp_path, closed).fetch()
    assert raised.value.key == "engine.no_network"
    assert "secret" not in str(raised.value)


def test_a_senseless_mirror_is_an_error_of_one_sentence(tmp_path: Path) -> None:
    for mirror in ("nonsense", "http://127.0.0.1:99999999", "ftp://127.0.0.1"):
        with pytest.raises(EngineError) as raised:
            engine(tmp_path, mirror).fetch()
        assert raised.value.key == "engine.no_network"


def test_to_and_from_a_folder_serve_a_machine_without_a_network(tmp_path: Path, mirror: str) -> None:
    stick = tmp_path / "stick"
    engine(tmp_path, mirror).fetch(to=stick)
    assert content(stick) == FILES
    far = engine(tmp_path, "http://127.0.0.1:9", name="far")
    far.fetch(source=stick)
    assert content(tmp_path / "far") == FILES
    far.fetch()


def test_a_folder_that_lacks_a_jar_is_named(tmp_path: Path, folder: Path) -> None:
    (folder / JARS[1].path).unlink()
    with pytest.raises(EngineError) as raised:
        engine(tmp_path).fetch(source=folder)
    assert raised.value.key == "engine.no_jar"
    assert raised.value.values["folder"] == folder


def test_too_little_space_is_said_before_the_first_byte(
    tmp_path: Path, mirror: str, asked: list[str]
) -> None:
    huge = Closure("5.26.30", (Jar("a/b.jar", 10**15, "0" * 64),))
    with pytest.raises(EngineError) as raised:
        engine(tmp_path, mirror, closure=huge).fetch()
    assert raised.value.key == "engine.no_space"
    assert asked == []


def test_a_folder_that_is_a_file_is_said_so(tmp_path: Path, mirror: str) -> None:
    (tmp_path / "jars").write_text("")
    with pytest.raises(EngineError) as raised:
        engine(tmp_path, mirror).fetch()
    assert raised.value.key == "engine.folder"


def test_two_fetches_at_once_take_turns(tmp_path: Path, mirror: str, asked: list[str]) -> None:
    threads = [threading.Thread(target=engine(tmp_path, mirror).fetch) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert content(tmp_path / "jars") == FILES
    assert len(asked) == len(FILES)


def test_a_lock_held_too_long_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "LOCK_SECONDS", 0.2)
    told: list[str] = []

    def wait() -> None:
        with pytest.raises(EngineError) as raised:
            engine(tmp_path).stop()
        told.append(raised.value.key)

    with disk.held(tmp_path / "home" / "lock"):
        thread = threading.Thread(target=wait)
        thread.start()
        thread.join()
    assert told == ["engine.busy"]
    assert engine(tmp_path).stop() is False


@pytest.mark.parametrize("mirror_of", ["*", "central", "releases, central", "external:*"])
def test_the_mirror_of_maven_settings_is_used(tmp_path: Path, mirror_of: str) -> None:
    settings = tmp_path / "settings.xml"
    settings.write_text(
        '<settings xmlns="http://maven.apache.org/SETTINGS/1.0.0"><mirrors>'
        "<mirror><mirrorOf>other</mirrorOf><url>https://other.example</url></mirror>"
        f"<mirror><mirrorOf>{mirror_of}</mirrorOf><url> https://mirror.example/maven/ </url></mirror>"
        "</mirrors></settings>"
    )
    assert address(None, settings) == "https://mirror.example/maven"
    assert address("https://mine.example/", settings) == "https://mine.example"


@pytest.mark.parametrize(
    "settings", ["", "<settings/>", "<broken", "<a><mirror><mirrorOf>*,!central</mirrorOf></mirror></a>"]
)
def test_without_a_mirror_it_is_the_central_repository(tmp_path: Path, settings: str) -> None:
    file = tmp_path / "settings.xml"
    file.write_text(settings)
    assert address(None, file) == address(None, tmp_path / "none.xml")


def test_the_shipped_closure_is_whole() -> None:
    closure = shipped()
    assert (len(closure.jars), sum(jar.size for jar in closure.jars)) == (213, 127_985_856)
    assert f"org/neo4j/neo4j/{closure.version}/neo4j-{closure.version}.jar" in {
        jar.path for jar in closure.jars
    }
    assert json.dumps([jar.path for jar in closure.jars]).isascii()
