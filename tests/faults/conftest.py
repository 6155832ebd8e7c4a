"""What is loaded while loads and databases are killed, and the graph that must come of it. All data are synthetic."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from benchmarks.synthetic import generate, write_csv
from graphmodel.engine import Engine, EngineConfig
from tests.faults.site import Lengths, Site
from tests.loaders.workbooks import ENTERPRISES, INN_1, delimited, plant
from tests.server import jars_folder

SMALL: Final = (150, 750)
LARGE: Final = pytest.param((5_000, 25_000), marks=pytest.mark.large)
EARLIER: Final = (ENTERPRISES, plant("ООО «Синтетический Вымпел»", products="насосы"))
NAMESAKES: Final = (
    ENTERPRISES,
    plant("Sinteticheskiy Vympel", products="жатки"),
    plant("Синтетический Вымпел, ООО", INN_1, products="прицепы"),
)


@dataclass(frozen=True)
class Case:
    """A load into a graph that holds something: its files, and the graph at each of its steps."""

    earlier: Path
    files: Path
    before: str
    loaded: str
    after: str
    lengths: Lengths

    @property
    def steps(self) -> tuple[str, ...]:
        """The graphs that a reader may see: without the load, with it, and with equal enterprises merged."""
        return self.before, self.loaded, self.after

    @property
    def deadline(self) -> int:
        """Seconds that no single answer takes, however slow this machine is."""
        return max(5, round(sum(self.lengths.values())))


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server that nobody else uses."""
    config = EngineConfig(home=tmp_path_factory.mktemp("faults"), jars=jars_folder())
    with ExitStack() as sessions:
        yield Site(Engine(config), tmp_path_factory.mktemp("commands"), sessions)


@pytest.fixture(scope="package", params=[SMALL, LARGE], ids=lambda size: f"{size[0]}-enterprises")
def case(request: pytest.FixtureRequest, site: Site, tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A cluster and enterprises of several names, one of which is there already."""
    folder = tmp_path_factory.mktemp("sources")
    earlier = delimited(folder / "earlier.csv", EARLIER)
    files, (enterprises, supplies) = folder / "cluster", request.param
    write_csv(generate(enterprises, supplies, seed=1), files)
    delimited(files / "namesakes.csv", NAMESAKES)
    site.begin(earlier)
    before = site.canonical()
    site.take(files)
    loaded = site.canonical()
    site.begin(earlier)
    undisturbed = site.load(files)
    lengths = undisturbed.lengths()
    assert undisturbed.ended() == 0, undisturbed.stderr
    return Case(earlier, files, before, loaded, site.canonical(), lengths)


@pytest.fixture(scope="package")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of tables with more claims than are staged at a time."""
    folder = tmp_path_factory.mktemp("long")
    write_csv(generate(500, 5_000, seed=1), folder)
    return folder
