"""Which Java is taken."""

import sys
from pathlib import Path

import pytest

from graphmodel.engine.java import java
from graphmodel.errors import EngineError


def fake(folder: Path, says: str) -> Path:
    """A program that prints like `java -version`."""
    script = folder / "java"
    script.write_text(f"#!{sys.executable}\nimport sys\nsys.stderr.write({says!r})\n")
    script.chmod(0o755)
    return script


def test_the_installed_java_is_taken_and_runs() -> None:
    assert java(None).exists()


def test_a_java_the_user_points_to_wins(tmp_path: Path) -> None:
    chosen = fake(tmp_path, 'openjdk version "25" 2025-09-16')
    assert java(chosen) == chosen


@pytest.mark.parametrize(
    ("says", "version"), [('openjdk version "11.0.2" 2019', 11), ('java version "1.8.0_402"', 8)]
)
def test_an_old_java_is_refused(tmp_path: Path, says: str, version: int) -> None:
    with pytest.raises(EngineError) as raised:
        java(fake(tmp_path, says))
    assert raised.value.key == "engine.java_old"
    assert raised.value.values["version"] == version


def test_no_java_is_said_so(tmp_path: Path) -> None:
    text = tmp_path / "text"
    text.write_text("not a program")
    for path in (tmp_path / "none", tmp_path, text, fake(tmp_path, "hello")):
        with pytest.raises(EngineError) as raised:
            java(path)
        assert raised.value.key == "engine.no_java"
        assert str(path) in str(raised.value)
