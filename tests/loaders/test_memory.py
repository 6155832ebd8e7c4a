"""Files that are longer than memory: what reading takes does not grow with the file. All enterprises are synthetic."""

import csv
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import polars as pl
import pytest

from tests.loaders.test_egrul import HEAD, KUBAN, entity, kladr
from tests.loaders.workbooks import ENTERPRISES, SUPPLIES

MB = 1_000_000
Write = Callable[[Path, int, int], list[Path]]
READ = """
import json, psutil, sys
from pathlib import Path
from loaders import Stream, account, read

own, claims, peak = psutil.Process(), 0, 0
stream = Stream(read(map(Path, sys.argv[1:])))
for claims, _ in enumerate(stream.claims(), 1):
    if claims % 1_000 == 0:
        peak = max(peak, own.memory_info().rss)
accounts = account(stream, frozenset())
peak = max(peak, own.memory_info().rss)
print(json.dumps([sum(one.rows for one in accounts), stream.rejected, claims, peak]))
"""
"""The kernel's own `ru_maxrss` will not do: a child inherits that of the process that starts it."""


class Read(NamedTuple):
    """What a process of its own read, and the most bytes of memory that it held."""

    rows: int
    rejected: int
    claims: int
    peak: int


def streamed(*files: Path) -> Read:
    done = subprocess.run([sys.executable, "-c", READ, *files], capture_output=True, check=True)
    return Read(*json.loads(done.stdout))


def plants(number: int) -> Iterator[tuple[str, ...]]:
    return ((f"Синтетический завод {n}", "", "Краснодарский край", "жатки; насосы") for n in range(number))


def supplies(number: int, among: int) -> Iterator[tuple[str, ...]]:
    for n in range(number):
        pair = (f"Синтетический завод {n % among}", f"Синтетический завод {n * 7 % among}")
        yield (*pair, "насосы", f"{n % 900}", f"{n},5", "30.04.2025")


def as_csv(folder: Path, enterprises: int, links: int) -> list[Path]:
    files = [folder / "plants.csv", folder / "supplies.csv"]
    tables = (ENTERPRISES, plants(enterprises)), (SUPPLIES, supplies(links, enterprises))
    for file, (headings, rows) in zip(files, tables, strict=True):
        with file.open("w", encoding="utf-8", newline="") as opened:
            csv.writer(opened).writerows([headings])
            csv.writer(opened).writerows(rows)
    return files


def as_parquet(folder: Path, enterprises: int, links: int) -> list[Path]:
    files = as_csv(folder, enterprises, links)
    for file in files:
        pl.read_csv(file, infer_schema=False).write_parquet(file.with_suffix(".parquet"))
    return [file.with_suffix(".parquet") for file in files]


def as_egrul(folder: Path, size: int) -> tuple[Path, int]:
    """An extract of at least `size` bytes, and the number of its entities."""
    file, number = folder / "egrul.xml", 0
    with file.open("w", encoding="windows-1251") as opened:
        opened.write(HEAD.format("windows-1251") + "<EGRUL>")
        filler = "<СвУчредит>" + '<УчрФЛ ДатаЗаписи="2025-01-31"/>' * 100 + "</СвУчредит>"
        while opened.tell() < size:
            number += 1
            opened.write(entity(number % 100_000, kladr(KUBAN), filler))
        opened.write("</EGRUL>")
    return file, number


@pytest.fixture(scope="module")
def idle(tmp_path_factory: pytest.TempPathFactory) -> int:
    """The memory of a process that reads next to nothing."""
    return streamed(*as_csv(tmp_path_factory.mktemp("idle"), 10, 10)).peak


@pytest.mark.parametrize("write", [as_csv, as_parquet])
def test_tables(tmp_path: Path, idle: int, write: Write) -> None:
    read = streamed(*write(tmp_path, 2_000, 20_000))

    assert (read.rows, read.rejected, read.claims) == (22_000, 0, 2_000 * 4 + 20_000)
    assert read.peak - idle < 60 * MB


def test_egrul(tmp_path: Path, idle: int) -> None:
    file, entities = as_egrul(tmp_path, 20 * MB)
    read = streamed(file)

    assert (read.rows, read.claims) == (entities, entities * 2)
    assert read.peak - idle < 20 * MB


def test_a_load_imports_nothing_that_it_has_no_use_for() -> None:
    code = (
        "import sys; from graphmodel.cli.app import commands; commands(['load'])\n"
        "sys.exit(not sys.modules.keys().isdisjoint({'networkx', 'scipy', 'polars', 'natasha'}))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.large
@pytest.mark.parametrize("write", [as_csv, as_parquet])
def test_large_tables(tmp_path: Path, write: Write) -> None:
    read = streamed(*write(tmp_path, 100_000, 500_000))

    assert (read.rows, read.rejected) == (600_000, 0)
    assert read.peak < 600 * MB


@pytest.mark.large
def test_a_large_extract(tmp_path: Path) -> None:
    file, entities = as_egrul(tmp_path, 1_000 * MB)
    read = streamed(file)

    assert read.rows == entities
    assert read.peak < 300 * MB
