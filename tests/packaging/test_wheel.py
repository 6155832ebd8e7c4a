"""The sdist, the wheel that is built from it, and an environment that has nothing but this wheel and its dependencies.

Nothing here needs a network: the build back end and the dependencies are those of the environment of the tests.
"""

import os
import subprocess
import sys
import sysconfig
import tarfile
from pathlib import Path, PurePosixPath
from typing import Final
from zipfile import ZipFile

import pytest

ROOT: Final = Path(__file__).parents[2]
PACKAGES: Final = ("graphmodel", "loaders", "queries", "viz")
CHECK: Final = """
import graphmodel, loaders, queries, sys, viz
from graphmodel.texts import catalogue

for package in (graphmodel, loaders, queries, viz):
    assert package.__file__.startswith(sys.prefix), package.__file__
assert catalogue() and queries.catalogue() and loaders.reference().claims
"""


def _run(*command: str | Path, folder: Path) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": ""},
        timeout=300,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-2_000:]
    return done.stdout


def _build(project: Path, target: str, to: Path) -> Path:
    _run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", to, folder=project)
    return next(to.iterdir())


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build(ROOT, "sdist", tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def unpacked(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    return next(folder.iterdir())


@pytest.fixture(scope="module")
def wheel(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build(unpacked, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def in_wheel(wheel: Path) -> frozenset[str]:
    with ZipFile(wheel) as archive:
        return frozenset(archive.namelist())


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a new environment with the wheel; its dependencies are lent by the environment of the tests."""
    home = tmp_path_factory.mktemp("environment")
    _run(sys.executable, "-m", "venv", home, folder=home)
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    _run(
        programs / "python", "-m", "pip", "install", "--no-index", "--no-deps", "--quiet", wheel, folder=home
    )
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(_run(programs / "python", "-c", where, folder=home).strip())
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (packages / "lent.pth").write_text("\n".join(sorted(lent)), encoding="utf-8")
    return programs


def _on_disk() -> frozenset[str]:
    found = (file for package in PACKAGES for file in (ROOT / package).rglob("*") if file.is_file())
    return frozenset(file.relative_to(ROOT).as_posix() for file in found if file.suffix != ".pyc")


def test_the_wheel_has_every_file_of_the_packages(in_wheel: frozenset[str]) -> None:
    assert not sorted(_on_disk() - in_wheel)


def test_the_wheel_has_nothing_else(in_wheel: frozenset[str]) -> None:
    rest = {name for name in in_wheel if ".dist-info/" not in name}

    assert not sorted(rest - _on_disk())


@pytest.mark.parametrize(
    "pattern",
    [
        "graphmodel/texts/*.toml",
        "graphmodel/domain/data/*.csv",
        "graphmodel/engine/*.json",
        "loaders/data/reference/*.csv",
        "queries/*/*.cypher",
        "viz/templates/*.html",
        "viz/static/*",
        "viz/vendor/sigma.min.js",
        "viz/vendor/SHA256SUMS",
        "graphmodel/web/templates/*.html",
        "graphmodel/web/static/page.css",
        "graphmodel/web/vendor/htmx.min.js",
        "*.dist-info/licenses/LICENSE",
        "*.dist-info/licenses/NOTICE",
    ],
)
def test_the_wheel_has(pattern: str, in_wheel: frozenset[str]) -> None:
    assert any(PurePosixPath(name).match(pattern) for name in in_wheel)


@pytest.mark.parametrize(
    "name",
    [
        "Makefile",
        "uv.lock",
        "requirements-uv.txt",
        "pyproject.toml",
        "LICENSE",
        "NOTICE",
        "README.md",
        "CHANGELOG.md",
        "docs/index.md",
        "benchmarks/house.py",
        "tests/packaging/test_wheel.py",
    ],
)
def test_the_sdist_can_be_worked_on(name: str, unpacked: Path) -> None:
    assert (unpacked / name).is_file()


def test_the_installed_packages_find_their_data(installed: Path, tmp_path: Path) -> None:
    _run(installed / "python", "-c", CHECK, folder=tmp_path)


def test_the_command_runs_from_any_folder(installed: Path, tmp_path: Path) -> None:
    assert "demo" in _run(installed / "graphmodel", "--help", folder=tmp_path)
