"""A server that may be killed, and loads that are followed from phase to phase and stopped in the midst of one."""

import random
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any, Final, LiteralString

import psutil
from neo4j import GraphDatabase

from graphmodel.engine import Connection, Engine
from graphmodel.store import Store
from loaders import read, resolve
from tests.command import GRAPHMODEL, settings_for
from tests.graph import empty

PHASES: Final = ("reading", "staging", "linking", "projecting", "resolving")
"""From the start of the command to its end; rows are still being read while the first claims are staged."""
SEED: Final = 4
PATIENCE: Final = 600
"""Seconds after which anything awaited here counts as hung."""
_POLL: Final = 0.01
STATE: Final = """
OPTIONAL MATCH (j:Journal)
RETURN j.phase AS phase, COUNT { (:Pending) } AS pending
"""
Lengths = dict[str, float]
"""Seconds that each phase takes."""


@dataclass(frozen=True)
class Moment:
    """In a phase, once a share of its usual length is over."""

    phase: str
    share: float

    def __str__(self) -> str:
        return f"{self.phase}+{self.share:.0%}"


def moments(number: int, phases: tuple[str, ...] = PHASES) -> list[Moment]:
    """Random moments, spread evenly over the phases; the same in every run."""
    chance = random.Random(SEED)  # noqa: S311
    return [Moment(phases[n % len(phases)], chance.random()) for n in range(number)]


class Load:
    """`graphmodel load` in a process of its own."""

    def __init__(self, site: "Site", *files: Path, **environment: str) -> None:
        self._site = site
        self._told = Path(tempfile.mkdtemp(dir=site.folder)) / "stderr"
        with self._told.open("wb") as told:
            self.process = subprocess.Popen(
                [GRAPHMODEL, "load", *map(str, files)],
                cwd=site.folder,
                env=settings_for(site.server) | environment,
                stdout=subprocess.DEVNULL,
                stderr=told,
            )

    @property
    def stderr(self) -> str:
        """What it has told so far."""
        return self._told.read_text(encoding="utf-8")

    def tells(self, words: str) -> bool:
        """Wait until it has told these words; False where it ends without."""
        while words not in self.stderr:
            if self.process.poll() is not None:
                return words in self.stderr
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(_POLL)
        return True

    def phases(self) -> Iterator[str]:
        """Its phase, again and again until it ends."""
        at = 0
        with self._site.looking() as look:
            while self.process.poll() is None:
                state = look(STATE)
                at = max(at, _phase(state, begun=at > 0))
                yield PHASES[at]
                with suppress(subprocess.TimeoutExpired):
                    self.process.wait(_POLL)

    def lengths(self) -> Lengths:
        """How long each phase takes, from here to its end."""
        begun: Lengths = {}
        for phase in self.phases():
            begun.setdefault(phase, monotonic())
        ends = [*list(begun.values())[1:], monotonic()]
        return {phase: end - start for (phase, start), end in zip(begun.items(), ends, strict=True)}

    def lives_to(self, moment: Moment, lengths: Lengths) -> bool:
        """Wait for the moment; whether it has not ended by then."""
        for phase in self.phases():
            if PHASES.index(phase) >= PHASES.index(moment.phase):
                break
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(moment.share * lengths.get(moment.phase, 0))
        return self.process.poll() is None

    def kill(self) -> None:
        """As `kill -9` does."""
        self.process.kill()
        assert self.ended() == -9

    def ended(self) -> int:
        """Wait for its end; the exit code."""
        return self.process.wait(PATIENCE)


def _phase(state: dict[str, Any], begun: bool) -> int:
    match state["phase"]:
        case "staging":
            return 1
        case "projecting":
            return 2 if state["pending"] else 3
        case None:
            return 4 if begun else 0
        case _:
            return 4


class Look:
    """Asks the server of a site past the store."""

    def __init__(self, server: Connection) -> None:
        self._driver = GraphDatabase.driver(server.uri, auth=(server.username, server.password))

    def __enter__(self) -> "Look":
        return self

    def __exit__(self, *_: object) -> None:
        self._driver.close()

    def __call__(self, statement: LiteralString) -> dict[str, Any]:
        """The first row of the answer."""
        return self.rows(statement)[0]

    def rows(self, statement: LiteralString) -> list[dict[str, Any]]:
        """All rows of the answer."""
        return [record.data() for record in self._driver.execute_query(statement).records]


@dataclass
class Site:
    """A server of our own, and a folder in which commands run."""

    engine: Engine
    folder: Path
    sessions: ExitStack
    server: Connection = field(init=False)

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        """Have the server run, on the store that is there."""
        self.server = self.sessions.enter_context(self.engine.session())

    def kill(self) -> None:
        """`kill -9` of the server that this site started."""
        pid = self.engine.status().pid
        assert pid
        process = psutil.Process(pid)
        process.kill()
        process.wait(PATIENCE)

    def looking(self) -> Look:
        """A way to see what loads leave in the database."""
        return Look(self.server)

    def begin(self, earlier: Path) -> None:
        """An empty graph, and into it what was loaded before."""
        empty(self.server)
        self.take(earlier)
        with self.store() as store:
            resolve(store)

    def take(self, *files: Path) -> None:
        """Load these files, and leave it open who is who."""
        reading = read(files)
        with self.store() as store:
            store.writer().load(reading.sources, reading.claims)

    def store(self) -> Store:
        """A store on the server."""
        return Store(
            self.server.uri, self.server.username, self.server.password, deadline=PATIENCE, resume=True
        )

    def canonical(self) -> str:
        """The graph as it is; nothing may be left to be done."""
        with self.looking() as look:
            assert look("MATCH (n:Journal|Pending|Stale|Moved|Leaving) RETURN count(n) AS left") == {
                "left": 0
            }
        with self.store() as store:
            return store.view().canonical()

    def load(self, *files: Path, **environment: str) -> Load:
        """Begin to load these files."""
        load = Load(self, *files, **environment)
        self.sessions.callback(load.process.kill)
        return load

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Any other command, to its end."""
        return subprocess.run(
            [GRAPHMODEL, *arguments],
            cwd=self.folder,
            env=settings_for(self.server),
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
